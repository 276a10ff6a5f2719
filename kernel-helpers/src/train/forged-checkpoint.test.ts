import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { crc32c } from "../base/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { loadCheckpoint, saveCheckpoint } from "./checkpoint-files.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-format.ts";
import { resumeTraining, startTraining } from "./training.ts";

const sentences = Array.from({ length: 10 }, () => ["a", "b", "c"]);
const training = startTraining(sentences, {
  minCount: 1,
  sample: 0,
  vectorSize: 2,
  optimizer: "adagrad",
  epochs: 2,
});
for await (const _ of training) break;
const checkpoint = await training.checkpoint();
const bytes = encodeCheckpoint(checkpoint);
const start = 24 + new DataView(bytes.buffer).getUint32(8, true);
const header = new TextDecoder().decode(bytes.subarray(24, start));

/** The checkpoint with another header, and the checksum of that one. */
function forged(text: string): Uint8Array {
  const json = new TextEncoder().encode(text.padEnd(Math.ceil(text.length / 8) * 8));
  const made = Buffer.concat([bytes.subarray(0, 24), json, bytes.subarray(start)]);
  const view = new DataView(made.buffer, made.byteOffset);
  view.setUint32(8, json.length, true);
  view.setUint32(12, crc32c(json), true);
  return made;
}

/** The header with the value at `path` replaced; undefined removes it. */
function changed(path: string, value: unknown): string {
  const all = JSON.parse(header);
  const names = path.split("/");
  const last = names.pop() as string;
  const inside = names.reduce((object, name) => object[name], all);
  inside[last] = value;
  return JSON.stringify(all);
}

test("an unchanged header is accepted, also one with more spaces", () => {
  expect(decodeCheckpoint(forged(`${header.trim()}         `))).toEqual(checkpoint);
});

const wrong: readonly unknown[] = [undefined, null, -1, 0.5, "x", [], {}, [0.5], { a: 1 }];
const paths = [
  ...["version", "by", "settings", "position", "engine", "position/epoch", "position/sentence"],
  ...["position/tokens", "position/examples", "position/reported", "position/random", "engine/updates"],
  ...["engine/examples", "engine/tables", "engine/tables/input", "engine/tables/output/rows"],
  ...["engine/tables/input/width", "engine/tables/input/type", "engine/tables/input/offset"],
  ...["settings/alpha", "settings/vectorSize", "settings/optimizer"],
];

test.each(paths)("a forged %s is refused, whatever stands there", (path) => {
  let refused = 0;
  for (const value of wrong) {
    const made = forged(changed(path, value));
    const isOfItsKind =
      path === "settings" ? typeof value === "object" && !Array.isArray(value) && value : false;
    const isAnOption =
      path.startsWith("settings/") && (value === undefined || typeof value === typeof optionAt(path));
    if (isOfItsKind || isAnOption) continue; // what such options mean is examined when the training resumes
    expect(() => decodeCheckpoint(made), JSON.stringify(value)).toThrow(RangeError);
    expect(() => decodeCheckpoint(made, "a.ckpt")).toThrow(
      /^Cannot read a checkpoint from a\.ckpt: its \S+ must be .*: current value is .* Remedy: /,
    );
    refused++;
  }
  expect(refused).toBeGreaterThan(4);
});

function optionAt(path: string): unknown {
  return checkpoint.settings[path.slice("settings/".length) as keyof Checkpoint["settings"]];
}

test.each([
  ["not json", /header is not JSON/],
  ["null", /its version must be a whole number >= 1: current value is undefined/],
  [
    changed("engine/tables/input/rows", 1e9),
    /1000000000 × 2 numbers up to byte 16000000000 of its tables, which have/,
  ],
  [changed("engine/tables/input/rows", 2 ** 53 - 1), /numbers up to byte/],
  [changed("engine/tables/input/offset", 8e9), /numbers up to byte/],
  [changed("engine/held", [{ inputs: [], target: 0 }]), /engine\.held must be a list of examples/],
  [changed("engine/held", [{ inputs: [0], target: 0, path: { points: [0], code: [] } }]), /engine\.held/],
  [changed("vocabulary", null), /its vocabulary must be an object with words and counts/],
  [changed("vocabulary", []), /its vocabulary must be an object/],
  [changed("vocabulary/words", ["a", "b", "a"]), /vocabulary\.words must be a list of texts, each once/],
  [changed("vocabulary/words", ["a", "b", 3]), /vocabulary\.words must be a list of texts/],
  [
    changed("vocabulary/words", ["a", "b"]),
    /vocabulary\.words\.length must be 3, the rows of its table: .* 2/,
  ],
  [changed("vocabulary/counts", [1, 2]), /vocabulary\.counts\.length must be 3, one for each word: .* 2/],
  [changed("vocabulary/counts", [1, 2, -1]), /vocabulary\.counts must be a list of whole numbers >= 0/],
  [changed("vocabulary/earlier", undefined), /vocabulary\.earlier must be a list of whole numbers >= 0/],
  [changed("vocabulary/earlier", [1, 1, 1, 1]), /vocabulary\.earlier\.length must be <= 3, the words: .* 4/],
  [changed("engine/tables/input/offset", 4), /offset must be a multiple of 8: current value is 4/],
])("a header is refused with its problem: %.60s", (text, problem) => {
  expect(() => decodeCheckpoint(forged(text))).toThrow(problem);
});

test("a header without words is accepted, and so are words of brackets, of which no training has so many lists", () => {
  expect(decodeCheckpoint(forged(changed("vocabulary", undefined)))).not.toHaveProperty("vocabulary");
  const words = ["[".repeat(2 ** 20), '"[{\\', "\\"];
  expect(decodeCheckpoint(forged(changed("vocabulary/words", words))).vocabulary?.words).toEqual(words);
});

test("a header that is said to be longer than the file, or no multiple of 8, is refused", () => {
  const remedy = "Remedy: another checkpoint, or train again from the start";
  const withLength = (length: number): Uint8Array => {
    const made = bytes.slice();
    new DataView(made.buffer).setUint32(8, length, true);
    return made;
  };
  const [most, rest] = [2 ** 32 - 8, bytes.length - 24];
  expect(() => decodeCheckpoint(withLength(most))).toThrow(
    `the file is cut: its header has ${most} bytes, but only ${rest} follow. ${remedy}`,
  );
  expect(() => decodeCheckpoint(withLength(12))).toThrow(
    `its header has 12 bytes, which is no multiple of 8. ${remedy}`,
  );
});

test("a checkpoint with too few bytes or too many is refused by its size, before its tables are read", () => {
  const size = bytes.length - start;
  for (const made of [Buffer.concat([bytes, Buffer.alloc(8)]), bytes.subarray(0, -8)]) {
    const found = made.length - start;
    expect(() => decodeCheckpoint(made)).toThrow(
      found > size
        ? `its tables have ${found} bytes instead of ${size}`
        : `of its tables, which have ${found}`,
    );
  }
});

test("a header of many small lists is refused, which JSON would make large; one of many examples is read", () => {
  const lists = changed(
    "engine/held",
    Array.from({ length: 400_000 }, () => []),
  );
  expect(() => decodeCheckpoint(forged(lists))).toThrow("lists and objects, more than a training writes");
  const examples = changed(
    "engine/held",
    Array.from({ length: 50_000 }, () => ({ inputs: [0], target: 1 })),
  );
  expect(decodeCheckpoint(forged(examples)).engine.held).toHaveLength(50_000);
});

test.skipIf(process.platform === "win32")(
  "loadCheckpoint() takes no memory for a file that is too large",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "w2v-forged-"));
    const path = join(folder, "large.ckpt");
    try {
      for (const whole of [bytes, new Uint8Array()]) {
        writeFileSync(path, whole);
        truncateSync(path, 2 ** 41); // a hole, which no memory could hold
        await expect(loadCheckpoint(path)).rejects.toThrow(
          /^Cannot read a checkpoint from .*: it.* Remedy: /,
        );
      }
      writeFileSync(path, bytes);
      expect(await loadCheckpoint(path)).toEqual(checkpoint);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);

test.each([
  ["settings/vectorSize", 3, /table input must be 3 × 3 float64: current value is 3 × 2 float64\. Remedy: /],
  [
    "settings/optimizer",
    "adam",
    /tables must be input, input\/mean, .*: current value is input, input\/accumulator/,
  ],
  ["settings/vectorSize", 0, /vectorSize must be a whole number >= 1/],
  ["position/epoch", 4, /epoch must be <= 3: current value is 4/],
  ["position/sentence", 11, /sentence must be <= 10: current value is 11/],
  [
    "engine/held",
    [{ inputs: [0, 3], target: 1 }],
    /words of waiting examples must be below 3: current value is 3/,
  ],
])("a forged %s is refused when the training resumes", (path, value, problem) => {
  const read = decodeCheckpoint(forged(changed(path, value)));
  expect(() => resumeTraining(read, sentences)).toThrow(problem);
});

test("the unforged checkpoint resumes", async () => {
  const rest = resumeTraining(decodeCheckpoint(bytes), sentences);
  await rest.finish();
  expect((await rest.checkpoint()).position.epoch).toBe(3);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  "a model with %d is not saved, and the file of before stays",
  async (bad) => {
    const folder = mkdtempSync(join(tmpdir(), "w2v-diverged-"));
    try {
      const path = join(folder, "my.ckpt");
      await saveCheckpoint(path, checkpoint);
      const { engine } = checkpoint;
      const { output } = engine.tables;
      const tables = { ...engine.tables, output: { ...output!, data: output!.data.with(-1, bad) } };
      const message = `Cannot save the checkpoint as its numbers must be finite: current value is ${bad} in `;
      await expect(saveCheckpoint(path, { ...checkpoint, engine: { ...engine, tables } })).rejects.toThrow(
        `${message}row 2 of its table output. The training has diverged. Remedy: train again from the start with a smaller alpha`,
      );
      await expect(
        saveCheckpoint(path, { ...checkpoint, engine: { ...engine, lossSum: bad } }),
      ).rejects.toThrow(`${message}the sum of its losses`);
      expect(await loadCheckpoint(path)).toEqual(checkpoint);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
