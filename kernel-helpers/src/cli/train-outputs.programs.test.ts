import { execFileSync, spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import { buildForTests, w2v } from "./w2v.suite.ts";

const WORDS = 10; // of the corpus toy
const folder = mkdtempSync(join(tmpdir(), "w2v-outputs-"));
const at = (name: string): string => join(folder, name);
const toy = ["train", "--corpus", "toy", "--min-count", "1", "--vector-size", "4", "--engine", "reference"];

/** A small disk for each name. Undefined, after printing the reason, if this machine cannot make one. */
function smallDisk(name: string, bytes: number): string | undefined {
  const place = at(name);
  mkdirSync(place);
  const words = ["-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", place];
  if (spawnSync("mount", words).status === 0) {
    disks.push(place);
    return place;
  }
  console.warn(
    "tests that need a small disk are skipped: this user may not mount one (mount -t tmpfs, as root)",
  );
  return undefined;
}
const disks: string[] = [];
const tiny = smallDisk("tiny", 8192); // two pages: the log of a training does not fit
const full = smallDisk("full", 4096);
const readOnly = smallDisk("read-only", 65_536);

beforeAll(() => {
  buildForTests();
  if (full !== undefined) writeFileSync(join(full, "filler"), Buffer.alloc(4096));
  if (readOnly === undefined) return;
  writeFileSync(join(readOnly, "old.vec"), "old");
  execFileSync("mount", ["-o", "remount,ro", readOnly]);
});
afterAll(() => {
  for (const disk of disks) execFileSync("umount", [disk]);
  rmSync(folder, { recursive: true, force: true });
});

/** The words of vectors in word2vec.c's text format. */
const countWords = (file: string): number => readFileSync(file, "utf8").trimEnd().split("\n").length - 1;

/** No word of the system's own. */
const RAW = /\bE(NOSPC|ACCES|ISDIR|ROFS|PERM|NOENT|XIST)\b|\bat .*\.js:\d+/;

describe("a full disk", () => {
  test.runIf(tiny)("ends the log, and neither the training nor its vectors", async () => {
    const log = join(tiny as string, "run.jsonl");
    const out = at("logged.vec");
    const { code, stdout, stderr } = await w2v([...toy, "--epochs", "50", "--out", out, "--log", log]);
    expect(stderr.match(/warning: the training goes on without more lines in its log/g)).toHaveLength(1);
    expect(stderr).toContain(`Cannot write ${log}: the disk is full. Remedy: free some space`);
    expect(stderr).not.toMatch(RAW);
    expect(stderr).toContain("100 %");
    expect(stdout).toContain(`wrote ${out} after`);
    expect(code).toBe(1); // not everything was written
    expect(countWords(out)).toBe(WORDS);
    const lines = readFileSync(log, "utf8").trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(5);
    for (const line of lines) expect(JSON.parse(line)).toHaveProperty("_step"); // none was cut
  });

  test.runIf(existsSync("/dev/full"))("at the first line of the log is the same", async () => {
    symlinkSync("/dev/full", at("full.csv"));
    const { code, stderr } = await w2v([...toy, "--out", at("first.vec"), "--log", at("full.csv")]);
    expect(stderr).toContain("the training goes on without more lines in its log. Cannot write ");
    expect(code).toBe(1);
    expect(countWords(at("first.vec"))).toBe(WORDS);
  });

  test.runIf(full)("ends no training because of its checkpoints and TensorBoard's files", async () => {
    const out = at("beside.vec");
    const beside = [
      "--checkpoint",
      join(full as string, "run.ckpt"),
      "--tensorboard",
      join(full as string, "logs"),
    ];
    const { code, stderr } = await w2v([...toy, "--out", out, ...beside]);
    expect(stderr.match(/goes on without a new checkpoint/g)).toHaveLength(1);
    expect(stderr.match(/goes on without more numbers for TensorBoard/g)).toHaveLength(1);
    expect(stderr).not.toMatch(RAW);
    expect(code).toBe(1);
    expect(countWords(out)).toBe(WORDS);
    expect(readdirSync(full as string).filter((name) => /part|probe|ckpt/.test(name))).toEqual([]);
  });

  test.runIf(full)("sends the vectors to another place, and replaces no file there", async () => {
    const [out, here] = [join(full as string, "toy.vec"), at("here")];
    mkdirSync(here);
    writeFileSync(join(here, "toy.vec"), "mine");
    const { code, stdout, stderr } = await w2v([...toy, "--out", out], undefined, { folder: here });
    expect(stderr).toContain(`warning: Cannot write ${out}: the disk is full.`);
    expect(stderr).not.toMatch(RAW);
    expect(stdout).toContain(`wrote ${join(here, "toy-2.vec")} after`);
    expect(code).toBe(1);
    expect(countWords(join(here, "toy-2.vec"))).toBe(WORDS);
    expect(readFileSync(join(here, "toy.vec"), "utf8")).toBe("mine");
  });

  test.runIf(existsSync("/dev/full"))("under what is printed ends no training", () => {
    const out = at("unheard.vec");
    const program = join(projectRoot, "kernel-helpers/bin/w2v.js");
    const command = '"$0" "$@" > /dev/full 2> /dev/full';
    const words = ["-c", command, process.execPath, program, ...toy, "--out", out];
    expect(spawnSync("sh", words).status).toBe(1);
    expect(countWords(out)).toBe(WORDS);
  });
});

describe("before the corpus is read, w2v train refuses", () => {
  test.runIf(readOnly).each(["old.vec", "new.vec"])("%s on a disk that can only be read", async (name) => {
    const { code, stdout, stderr } = await w2v([...toy, "--out", join(readOnly as string, name)]);
    expect(stderr).toMatch(
      /^Cannot write vectors to .*: the disk can only be read\. Remedy: choose another --out\n$/,
    );
    expect([code, stdout]).toEqual([1, ""]);
  });

  test.each([
    ["--out", "vectors"],
    ["--checkpoint", "a checkpoint"],
    ["--log", "a log"],
  ])("a protected file for %s", async (option, what) => {
    const name = { "--out": "kept.vec", "--checkpoint": "kept.ckpt", "--log": "kept.csv" }[option] as string;
    writeFileSync(at(name), "old");
    chmodSync(at(name), 0o444);
    const words = option === "--out" ? [] : ["--out", at("refused.vec")];
    const { code, stdout, stderr } = await w2v([...toy, ...words, option, at(name)]);
    expect(stderr).toBe(
      `Cannot write ${what} to ${at(name)}: permission denied. Remedy: choose another ${option}\n`,
    );
    expect([code, stdout]).toEqual([1, ""]);
    expect(readFileSync(at(name), "utf8")).toBe("old");
  });
});

test("w2v train writes the file that a link leads to, and leaves the link", async () => {
  mkdirSync(at("far"));
  writeFileSync(at("far/real.vec"), "old");
  symlinkSync("far/real.vec", at("link.vec"));
  expect((await w2v([...toy, "--out", at("link.vec")])).code).toBe(0);
  expect(lstatSync(at("link.vec")).isSymbolicLink()).toBe(true);
  expect(countWords(at("far/real.vec"))).toBe(WORDS);
  expect(readdirSync(at("far"))).toEqual(["real.vec"]);
});

test.each([
  ["a file that is not there", "none.txt", undefined, "Cannot open .*none.txt: no such file"],
  ["a text without a frequent word", "rare.txt", "one two three\n", "none of the 3 words occurs 5 times"],
])("w2v train refuses %s before it opens a backend", async (_, name, text, problem) => {
  if (text !== undefined) writeFileSync(at(name), text);
  const { code, stdout, stderr } = await w2v(["train", "--corpus", at(name), "--out", at("none.vec")]);
  expect(stderr).toMatch(new RegExp(`^Cannot .*${problem}`.replace("Cannot .*Cannot", "Cannot")));
  expect([code, stdout]).toEqual([1, ""]);
});

describe.runIf(process.platform !== "win32")(
  "Ctrl-C before much was learned keeps every file of before",
  () => {
    const outputs = ["good.vec", "good.ckpt", "good.jsonl"].map(at) as [string, string, string];
    const [out, checkpoint, log] = outputs;
    const beside = ["--out", out, "--checkpoint", checkpoint, "--log", log];
    beforeEach(() => {
      for (const file of outputs) writeFileSync(file, `good ${file}`);
    });
    const expectKept = (): void => {
      for (const file of outputs) expect(readFileSync(file, "utf8")).toBe(`good ${file}`);
      expect(existsSync(at("good.config.json"))).toBe(false);
    };

    // again if a busy machine passes the signal on only after the whole text
    test("while the corpus is read", { retry: 2 }, async () => {
      rmSync(at("good.config.json"), { force: true });
      const corpus = at("slow.txt");
      rmSync(corpus, { force: true });
      execFileSync("mkfifo", [corpus]);
      const words = ["train", "--corpus", corpus, "--min-count", "1", "--engine", "reference", ...beside];
      const { code, stdout } = await w2v(words, async (child) => {
        const pipe = await open(corpus, "w"); // once the program waits for its text
        child.kill("SIGINT");
        await pipe.writeFile("the king loves the queen\n".repeat(200));
        await pipe.close();
      });
      expect(stdout).toMatch(/\nstopped before the first example: nothing was written to .*good\.vec\n$/);
      expect(code).toBe(130);
      expectKept();
    });

    test.each(["SIGINT", "SIGTERM"] as const)(
      "in the first hundredth of the training: %s",
      async (signal) => {
        const { code, stdout } = await w2v([...toy, "--epochs", "100000000", ...beside], (child) => {
          child.stdout?.once("data", () => child.kill(signal)); // the line about the corpus
        });
        expect(stdout).toMatch(
          /\nstopped (at 0 %: nothing was written; .*good\.vec still has its earlier vectors, .*good\.ckpt its earlier checkpoint, .*good\.jsonl its earlier log|before the first example: .*)\n$/,
        );
        expect(code).toBe(130);
        expectKept();
      },
    );

    test("except a checkpoint that the clock has saved, from which the training can go on", async () => {
      const ckpt = at("clock.ckpt");
      const more = ["--epochs", "100000000", "--out", out, "--checkpoint", ckpt, "--every-minutes", "1e-6"];
      const { code, stdout } = await w2v([...toy, ...more], (child) => {
        const watch = setInterval(() => {
          if (!existsSync(ckpt)) return;
          clearInterval(watch);
          child.kill("SIGINT");
        }, 20);
      });
      expect(stdout).toContain(
        `\nstopped at 0 %: wrote the checkpoint ${ckpt}; ${out} still has its earlier vectors\nto continue: w2v train --corpus toy `,
      );
      expect(code).toBe(130);
      expect(readFileSync(ckpt, "latin1")).toMatch(/^W2VCHECK/);
      expect(readFileSync(out, "utf8")).toBe(`good ${out}`);
    });

    test.each([
      ["where --out is a new name", ["old.ckpt", "old.jsonl", "old/tensors.tsv", "old/metadata.tsv"]],
      ["where only the log was there", ["only.jsonl"]],
    ])("in the first hundredth, %s", async (_, names) => {
      const earlier = names.map(at);
      mkdirSync(at("old"), { recursive: true });
      for (const file of earlier) writeFileSync(file, `good ${file}`);
      const isOld = earlier.length > 1;
      const [name, board] = isOld ? ["old", at("old")] : ["only", at("board")];
      const [fresh, ckpt, jsonl] = [`new-${name}.vec`, `${name}.ckpt`, `${name}.jsonl`].map(at);
      const beside = [
        "--out",
        fresh,
        "--checkpoint",
        ckpt,
        "--log",
        jsonl,
        "--tensorboard",
        board,
      ] as string[];
      const { code, stdout } = await w2v([...toy, "--epochs", "100000000", ...beside], (child) => {
        child.stdout?.once("data", () => setTimeout(() => child.kill("SIGINT"), 1000)); // some examples, and no percent
      });
      const told = isOld
        ? `${ckpt} still has its earlier checkpoint, ${jsonl} its earlier log, ${board} its earlier files`
        : `${jsonl} still has its earlier log`;
      expect(stdout).toContain(`\nstopped at 0 %: wrote the vectors learned so far to ${fresh}; ${told}\n`);
      expect(stdout.includes(`\nto continue: w2v train `)).toBe(!isOld);
      expect(code).toBe(130);
      expect(countWords(fresh as string)).toBe(WORDS);
      for (const file of earlier) expect(readFileSync(file, "utf8")).toBe(`good ${file}`);
      expect(existsSync(at(`${name}.config.json`))).toBe(false);
      expect(existsSync(join(board as string, "projector_config.pbtxt"))).toBe(!isOld);
      if (!isOld) expect(readFileSync(ckpt as string, "latin1")).toMatch(/^W2VCHECK/);
    });
  },
);

test("w2v train warns before it replaces the checkpoint of a training that it does not continue", async () => {
  const [out, checkpoint] = [at("again.vec"), at("again.ckpt")];
  const plain = [...toy, "--out", out, "--checkpoint", checkpoint];
  const words = [...plain, "--every", "20"];
  const warning =
    `warning: ${checkpoint} holds an earlier training, which will be replaced after 20 % or after 5 minutes of this one, or at Ctrl-C ` +
    `from 1 % on. To continue it: --resume ${checkpoint}\n`;
  expect((await w2v(words)).stderr).not.toContain("warning: ");
  expect((await w2v(words)).stderr.startsWith(warning)).toBe(true);
  expect((await w2v([...plain, "--every", "100"])).stderr).toContain(
    "be replaced after 5 minutes or at the end of this one, or at Ctrl-C",
  );
  expect((await w2v([...words, "--every-minutes", "0"])).stderr).toContain(
    "replaced after 20 % of this one,",
  );
  expect((await w2v([...words, "--resume", checkpoint])).stderr).not.toContain("holds an earlier training");
  writeFileSync(checkpoint, "no checkpoint");
  expect((await w2v(words)).stderr).not.toContain("holds an earlier training");
});
