import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { host } from "#host";
import { readTensorboard, tensorboardIsHere } from "../../test/read-tensorboard.ts";
import { crc32c } from "../base/index.ts";
import { type TrainingProgress, trainDefaults } from "../train/index.ts";
import { buildVocabulary } from "../vocabulary/index.ts";
import { histogramOf } from "./histogram.ts";
import { projectorFiles } from "./projector-files.ts";
import { doubleField, doublesField, floatField, integerField, textField, varint } from "./protobuf.ts";
import { csvLine, jsonLine } from "./run-log.ts";
import { startRunLog } from "./run-logger.ts";
import { histogramEvent, scalarsEvent, versionEvent } from "./tensorboard-events.ts";
import { startTensorboard } from "./tensorboard-logger.ts";
import { tfRecord } from "./tf-record.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-record-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function progressAt(examples: number, loss = 4.16): TrainingProgress {
  return {
    tokens: examples / 2,
    totalTokens: 1000,
    epoch: 1,
    examples,
    loss,
    alpha: 0.025,
    seconds: 2,
    tokensPerSecond: examples / 4,
    examplesPerSecond: examples / 2,
    secondsLeft: 1,
  };
}

describe("crc32c()", () => {
  test("gives the values of RFC 3720, appendix B.4", () => {
    const bytes = Array.from({ length: 32 }, (_, i) => i);
    expect(crc32c(new Uint8Array(32))).toBe(0x8a9136aa);
    expect(crc32c(new Uint8Array(32).fill(255))).toBe(0x62a8ab43);
    expect(crc32c(Uint8Array.from(bytes))).toBe(0x46dd794e);
    expect(crc32c(Uint8Array.from(bytes.reverse()))).toBe(0x113fdb5c);
  });

  test("continues from a checksum", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(crc32c(b, crc32c(a))).toBe(crc32c(Uint8Array.of(...a, ...b)));
      }),
    );
  });
});

describe("the wire format of Protocol Buffers", () => {
  test("matches the examples in its documentation", () => {
    expect([...integerField(1, 150)]).toEqual([0x08, 0x96, 0x01]);
    expect([...textField(2, "testing")]).toEqual([0x12, 7, ...new TextEncoder().encode("testing")]);
  });

  test("varint() encodes numbers of more than 32 bits", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (value) => {
        const bytes = [...varint(value)];
        expect(bytes.reduceRight((sum, byte) => sum * 128n + BigInt(byte & 127), 0n)).toBe(BigInt(value));
        expect(bytes.map((byte) => byte >= 128)).toEqual(bytes.map((_, i) => i < bytes.length - 1));
      }),
    );
  });

  test("writes floats and doubles in little-endian order", () => {
    expect([...floatField(2, 1)]).toEqual([0x15, 0, 0, 0x80, 0x3f]);
    expect([...doubleField(1, 1)]).toEqual([0x09, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
    expect([...doublesField(6, [1])]).toEqual([0x32, 8, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
  });
});

test("tfRecord() puts length and two checksums around the data", () => {
  const record = tfRecord(new TextEncoder().encode("brain"));
  expect([...record.subarray(0, 8)]).toEqual([5, 0, 0, 0, 0, 0, 0, 0]);
  expect(record).toHaveLength(8 + 4 + 5 + 4);
});

describe("histogramOf()", () => {
  test("counts every finite number once, between the smallest and the largest", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double(), { minLength: 1 }),
        fc.integer({ min: 1, max: 40 }),
        (values, buckets) => {
          const finite = values.filter((x) => Number.isFinite(x) && Math.abs(x) < 1e150);
          fc.pre(finite.length > 0);
          const { min, max, count, limits, counts } = histogramOf(finite, buckets);
          expect(count).toBe(finite.length);
          expect(counts.reduce((sum, one) => sum + one, 0)).toBe(finite.length);
          expect([min, max]).toEqual([Math.min(...finite), Math.max(...finite)]);
          expect(limits.at(-1)).toBe(max);
        },
      ),
    );
  });

  test("is exact for known numbers", () => {
    expect(histogramOf([0, 1, 2, 3, Number.NaN], 2)).toEqual({
      min: 0,
      max: 3,
      count: 4,
      sum: 6,
      sumSquares: 14,
      limits: [1.5, 3],
      counts: [2, 2],
    });
    expect(() => histogramOf([Number.NaN])).toThrow("none of the 1 numbers is finite");
  });
});

describe.skipIf(!tensorboardIsHere)("TensorBoard reads", () => {
  test("scalars at any step, and NaN", () => {
    const place = mkdtempSync(join(folder, "scalars-"));
    const events = [
      versionEvent(1.5),
      scalarsEvent(2.25, 0, { "train/loss": 4.5, "train/alpha": 0.1 }),
      scalarsEvent(3, 5_000_000_000, { "train/loss": Number.NaN, größe: -1e-30 }),
    ];
    writeFileSync(join(place, "events.out.tfevents.1.test"), Buffer.concat(events));
    const { scalars } = readTensorboard(place);
    expect(scalars["train/loss"]).toEqual([
      [0, 4.5, 2.25],
      [5_000_000_000, "NaN", 3],
    ]);
    expect(scalars["train/alpha"]).toEqual([[0, Math.fround(0.1), 2.25]]);
    expect(scalars.größe).toEqual([[5_000_000_000, Math.fround(-1e-30), 3]]);
  });

  test("histograms, number for number", () => {
    const place = mkdtempSync(join(folder, "histograms-"));
    const histogram = histogramOf([-1, 0.5, 0.5, 2, 3], 4);
    writeFileSync(
      join(place, "events.out.tfevents.1.test"),
      Buffer.concat([versionEvent(1), histogramEvent(2, 7, "vectors/length", histogram)]),
    );
    expect(readTensorboard(place).histograms).toEqual({ "vectors/length": [{ step: 7, ...histogram }] });
  });

  test("the files that startTensorboard() writes, those of the embedding projector included", async () => {
    const place = join(folder, "run/of-mine");
    const logger = await startTensorboard(place);
    const vocabulary = buildVocabulary(["é", "b", "b"], { minCount: 1 });
    await logger.log(progressAt(10));
    await logger.log(progressAt(20, 3.5));
    await logger.histogram("vectors/length", [1, 2], progressAt(20));
    await logger.histogram("vectors/length", [Number.NaN], progressAt(30));
    await logger.embedding(vocabulary, { rows: 2, width: 3, data: Float32Array.of(1, 2, 3, -0.5, 0, 1e-7) });
    const found = readTensorboard(place);
    expect(Object.keys(found.scalars).sort()).toEqual([
      "train/alpha",
      "train/epoch",
      "train/examples_per_second",
      "train/loss",
      "train/tokens",
    ]);
    expect(found.scalars["train/loss"]?.map(([step, value]) => [step, value])).toEqual([
      [10, Math.fround(4.16)],
      [20, 3.5],
    ]);
    expect(found.histograms["vectors/length"]).toHaveLength(1);
    expect(found.embedding?.metadata).toEqual([
      ["word", "count"],
      ["b", "2"],
      ["é", "1"],
    ]);
    expect(found.embedding?.vectors.flat().map(Math.fround)).toEqual(
      [1, 2, 3, -0.5, 0, 1e-7].map(Math.fround),
    );
    expect(readdirSync(place).filter((name) => name.includes("part"))).toEqual([]);
  });

  test("nothing after a damaged record, so it checks the checksums", () => {
    const place = mkdtempSync(join(folder, "damaged-"));
    const event = scalarsEvent(2, 1, { loss: 1 });
    event[20] = (event[20] as number) ^ 1;
    const bytes = Buffer.concat([versionEvent(1), scalarsEvent(2, 0, { loss: 2 }), event]);
    writeFileSync(join(place, "events.out.tfevents.1.test"), bytes);
    expect(readTensorboard(place).scalars.loss).toEqual([[0, 2, 2]]);
  });
});

describe("startTensorboard()", () => {
  afterEach(() => vi.useRealTimers());

  test("names its file after the second and the millisecond of its start", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: 1_700_000_000_123 });
    const place = join(folder, "named");
    await startTensorboard(place);
    const name = "events.out.tfevents.1700000000.123.word2vec-lab";
    expect(readdirSync(place)).toEqual([name]);
    expect([...readFileSync(join(place, name))]).toEqual([...versionEvent(1_700_000_000.123)]);
  });
});

test("projectorFiles() refuses a word that would break its line", () => {
  const table = { rows: 1, width: 1, data: Float32Array.of(1) };
  expect(() => projectorFiles(["a\tb"], [1], table)).toThrow(
    'no tab and no line end: current value is "a\\tb"',
  );
});

describe("startRunLog()", () => {
  test.each(["jsonl", "csv"])("has written each line when log() ends: .%s", async (ending) => {
    const path = join(folder, `run.${ending}`);
    const logger = await startRunLog(path, trainDefaults);
    await logger.log(progressAt(10));
    const after = readFileSync(path, "utf8");
    await logger.log(progressAt(20, Number.NaN));
    const rows = read(path);
    expect(read(path, after)).toEqual(rows.slice(0, 1));
    expect(Object.keys(rows[0] as object)).toEqual([
      "_step",
      "_runtime",
      "_timestamp",
      "train/loss",
      "train/alpha",
      "train/epoch",
      "train/tokens",
      "train/examples_per_second",
    ]);
    expect(rows.map((row) => [Number(row._step), Number(row["train/loss"]), Number(row._runtime)])).toEqual([
      [10, 4.16, 2],
      [20, Number.NaN, 2],
    ]);
    expect(Math.abs(Number(rows[0]?._timestamp) - Date.now() / 1000)).toBeLessThan(60);
    const config = JSON.parse(readFileSync(join(folder, "run.config.json"), "utf8"));
    expect(config).toEqual({ ...trainDefaults, tokens: { tokenizer: "words", version: 1 } });
  });

  test.each(["jsonl", "csv"])(
    "keeps the lines that a resumed training would not write again: .%s",
    async (ending) => {
      const path = join(folder, `resumed.${ending}`);
      const first = await startRunLog(path, trainDefaults);
      for (const examples of [10, 20, 30]) await first.log(progressAt(examples));
      writeFileSync(path, readFileSync(path, "utf8").slice(0, -3)); // the crash happened inside a line
      const second = await startRunLog(path, trainDefaults, { keepTo: 10 });
      await second.log(progressAt(20, 1));
      expect(read(path).map((row) => [Number(row._step), Number(row["train/loss"])])).toEqual([
        [10, 4.16],
        [20, 1],
      ]);
      const third = await startRunLog(path, trainDefaults);
      await third.log(progressAt(1));
      expect(read(path)).toHaveLength(1);
    },
  );

  test("does not write over a log that it cannot read, and begins one that is not there", async () => {
    const path = join(folder, "unreadable.jsonl");
    writeFileSync(path, "lines of before\n");
    const open = vi.spyOn(host, "open");
    open.mockRejectedValueOnce(Object.assign(new Error("this user may not do that"), { code: "EACCES" }));
    await expect(startRunLog(path, trainDefaults, { keepTo: 10 })).rejects.toThrow("this user may not");
    expect(readFileSync(path, "utf8")).toBe("lines of before\n");
    const inPage = { cause: Object.assign(new Error(), { name: "NotFoundError" }) };
    for (const missing of [Object.assign(new Error(), { code: "ENOENT" }), new Error("", inPage)]) {
      open.mockRejectedValueOnce(missing);
      await startRunLog(path, trainDefaults, { keepTo: 10 });
    }
    expect(readFileSync(path, "utf8")).toBe("");
  });

  test("does not continue a file that is no log, and leaves it as it is", async () => {
    const path = join(folder, "no-log.jsonl");
    writeFileSync(path, "x".repeat(100_000));
    await expect(startRunLog(path, trainDefaults, { keepTo: 10 })).rejects.toThrow(
      `Cannot continue the log ${path} as a line has more than 65536 bytes: it is no log. Remedy: another --log`,
    );
    expect(readFileSync(path, "utf8")).toBe("x".repeat(100_000));
  });

  test("refuses another ending", async () => {
    await expect(startRunLog("run.txt", trainDefaults)).rejects.toThrow("must end in .jsonl or .csv");
  });
});

test("jsonLine() and csvLine() write NaN and infinities as words", () => {
  expect(jsonLine({ a: Number.NaN, b: Number.NEGATIVE_INFINITY })).toBe('{"a":"NaN","b":"-Infinity"}\n');
  expect(csvLine({ a: Number.NaN }, ["a", "b"])).toBe("NaN,\n");
});

/** The rows of a log, as a program would read them. */
function read(path: string, text: string = readFileSync(path, "utf8")): Record<string, unknown>[] {
  const lines = text.trimEnd().split("\n");
  if (path.endsWith(".jsonl")) return lines.map((line) => JSON.parse(line));
  const [head = "", ...rest] = lines;
  return rest.map((line) => {
    const cells = line.split(",");
    return Object.fromEntries(head.split(",").map((name, i) => [name, cells[i]]));
  });
}
