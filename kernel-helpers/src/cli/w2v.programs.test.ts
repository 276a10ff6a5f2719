import type { ChildProcess } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readTensorboard, tensorboardIsHere } from "../../test/read-tensorboard.ts";
import { buildForTests, w2v } from "./w2v.suite.ts";

let folder = "";
const toy = ["train", "--corpus", "toy", "--min-count", "1", "--vector-size", "4"];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-cli-"));
  buildForTests();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("w2v --help lists the commands", async () => {
  const { code, stdout } = await w2v(["--help"]);
  expect(code).toBe(0);
  expect(stdout).toMatchSnapshot();
});

test.each([
  "doctor",
  "start",
  "progress",
  "serve-site",
  "serve-faq",
  "train",
  "tune",
  "neighbours",
  "analogy",
  "monitor",
  "kernel",
  "gpu",
])("w2v %s --help shows its options", async (name) => {
  const { code, stdout } = await w2v([name, "--help"]);
  expect(code).toBe(0);
  expect(stdout).toMatchSnapshot();
});

test.each([
  ["no command", [], ""],
  ["an unknown command", ["trian"], "Did you mean train?"],
  ["an unknown option", ["train", "--vectorsize", "3"], "Did you mean --vector-size?"],
  [
    "two texts in two options",
    ["train", "--corpus", "a.txt", "--corpus", "b.txt"],
    "more than once. Remedy: a folder with the files, or all in one stream: cat a.txt b.txt | w2v train --corpus -",
  ],
  [
    "something that is not a number",
    [...toy, "--out", "x.vec", "--alpha", "much"],
    "--alpha as it must be a number",
  ],
  ["a value out of range", [...toy, "--out", "x.vec", "--epochs", "0"], "Cannot train as --epochs must be"],
  ["another architecture", [...toy, "--out", "x.vec", "--architecture", "glove"], "one of cbow, skip-gram"],
  [
    "checkpoints without a file",
    [...toy, "--out", "x.vec", "--every", "5"],
    "--every needs --checkpoint FILE or --resume FILE",
  ],
  [
    "minutes between checkpoints without a file",
    [...toy, "--out", "x.vec", "--every-minutes", "5"],
    "--every-minutes needs --checkpoint FILE or --resume FILE",
  ],
  [
    "minutes below 0",
    [...toy, "--out", "x.vec", "--checkpoint", "x", "--every-minutes", "-1"],
    "--every-minutes as it must be a number >= 0: current value is -1",
  ],
  [
    "a log in an unknown format",
    [...toy, "--out", "x.vec", "--log", "run.txt"],
    "must end in .jsonl or .csv",
  ],
  [
    "two output layers",
    [...toy, "--out", "x.vec", "--hs", "--negative", "5"],
    "--negative must be 0 with --hs",
  ],
  ["another optimiser", [...toy, "--out", "x.vec", "--optimizer", "lion"], "one of sgd, adagrad, adam"],
  ["a limit of no words", ["neighbours", "x.vec", "the", "--limit", "0"], "--limit as it must be"],
  [
    "an unknown treatment of bytes",
    ["neighbours", "x.vec", "a", "--encoding-errors", "x"],
    "strict, replace",
  ],
  ["an unknown format", [...toy, "--out", "x.doc"], "must end in .vec, .txt or .bin"],
  [
    "more text for nothing",
    ["train", "--add", "a.txt", "--out", "x.vec"],
    "Cannot train: --add needs --from FILE",
  ],
  ["no more text", ["train", "--from", "a.ckpt", "--out", "x.vec"], "Cannot train: --from needs --add NAME"],
  [
    "two texts",
    [...toy, "--from", "a.ckpt", "--add", "a.txt", "--out", "x.vec"],
    "Cannot train: --corpus and --add name two texts. Remedy: leave out --corpus",
  ],
  [
    "two checkpoints",
    ["train", "--from", "a.ckpt", "--add", "a.txt", "--resume", "a.ckpt", "--out", "x.vec"],
    "Cannot train: --from begins a training, and --resume continues one. Remedy: leave out --from",
  ],
  ["no corpus", ["train", "--out", "x.vec"], "Cannot train: --corpus NAME is missing. Remedy: "],
  ["no output", toy, "Cannot train: --out FILE is missing. Remedy: --out build/my.vec"],
  [
    "a word that is no option",
    [...toy, "extra", "--out", "x.vec"],
    'Cannot train: "extra" is not an option. Remedy: ',
  ],
  [
    "an output of another format",
    [...toy, "--out", "a.csv"],
    'Cannot write word vectors to "a.csv": its name must end in .vec, .txt or .bin. Remedy: ',
  ],
  ["a negative sample", [...toy, "--out", "x.vec", "--sample", "-1"], "--sample must be > 0"],
  [
    "a neighbour count of 0",
    ["neighbours", "x.vec", "a", "--count", "0"],
    "Cannot read --count as it must be a whole number >= 1: current value is 0",
  ],
  ["an analogy count of 1.5", ["analogy", "x.vec", "a", "b", "c", "--count", "1.5"], "current value is 1.5"],
  [
    "half a percent",
    [...toy, "--out", "x.vec", "--checkpoint", "x", "--every", "0.5"],
    "--every as it must be",
  ],
  [
    "a port that is too large",
    ["start", "--port", "65536"],
    "--port as it must be a whole number from 0 to 65535",
  ],
  [
    "an analogy of two words",
    ["analogy", "x.vec", "man", "king"],
    'FILE and three words are needed, but "x.vec", "man" and "king" were given. Remedy: w2v analogy ',
  ],
  ["an analogy of nothing", ["analogy"], "are needed, but nothing was given. Remedy: "],
  ["no word", ["neighbours", "x.vec"], 'at least one WORD are needed, but "x.vec" was given. Remedy: '],
  [
    "no action for the kernel",
    ["kernel"],
    "w2v kernel: no action was given. Remedy: one of install, list, uninstall",
  ],
  ["an unknown action", ["kernel", "remove"], 'current value is "remove"'],
  ["two locations for a kernel", ["kernel", "install", "--user", "--prefix", "x"], "only one of --user"],
  ["a Python without a location", ["kernel", "list", "--python", "python3"], "--python with --sys-prefix"],
  [
    "a kernel's name that is none",
    ["kernel", "install", "--prefix", "x", "--name", "../x"],
    "lower-case letters",
  ],
  ["no action for the GPU", ["gpu"], "w2v gpu: no action was given. Remedy: one of setup, status, remove"],
  ["two builds of TensorFlow", ["gpu", "setup", "--cpu", "--cuda"], "exclude each other"],
  ["an invalid port", ["serve-site", "--port", "70000"], "a whole number from 0 to 65535"],
  [
    "a host that is none",
    ["serve-site", "--host", "http://lab.example"],
    "must be a name such as lab.example",
  ],
  ["two sites", ["serve-site", "x", "y"], "more than one folder was given"],
  ["a lesson that does not exist", ["start", "99"], 'Cannot open lesson "99"'],
])("w2v exits with 2 for %s and says what is allowed", async (_, words, problem) => {
  const { code, stderr } = await w2v(words);
  expect(stderr).toContain(problem);
  expect(code).toBe(2);
});

test("w2v train refuses options of batches for the simd engine", async () => {
  const { code, stderr } = await w2v([...toy, "--out", "x.vec", "--engine", "simd", "--row-step", "1"]);
  expect(stderr).toContain("--row-step must be left out on the simd engine, which takes no batches");
  expect(code).toBe(1);
});

test("w2v train writes vectors that w2v neighbours and w2v analogy read", async () => {
  const out = join(folder, "new-folder/toy.vec");
  const trained = await w2v([...toy, "--engine", "simd", "--out", out]);
  expect(trained.stderr).toContain("100 %");
  expect(trained.stdout).toMatch(
    /^engine: simd, (?:plain|relaxed) SIMD, \d+ threads?\ntokens: words, chosen by the start of the text: 0 % of .*\ncorpus: toy, [\d,]+ tokens, [\d,]+ of them of the \d+ words; cbow\nwrote .*toy\.vec after/,
  );
  expect(trained.code).toBe(0);
  const [word = "", other = "", third = ""] = wordsOf(out);
  const near = await w2v(["neighbours", out, word, "--count", "2"]);
  expect(near.stdout).toMatch(
    new RegExp(`^${word}\n {2}\\S+ +-?[01]\\.\\d{3}\n {2}\\S+ +-?[01]\\.\\d{3}\n$`),
  );
  const solved = await w2v(["analogy", out, word, other, third, "--count", "1"]);
  expect(solved.stdout).toMatch(/^\S+ is to \S+ as \S+ is to\n {2}\S+ +-?[01]\.\d{3}\n$/);
});

test("w2v neighbours suggests words for one that it does not know", async () => {
  const out = join(folder, "toy.bin");
  await w2v([...toy, "--engine", "reference", "--out", out]);
  const { code, stderr } = await w2v(["neighbours", out, "kinng"]);
  expect(stderr).toContain("Similar: king");
  expect(code).toBe(1);
});

test("w2v neighbours shows control characters as escapes, reads --limit words, and tells of a zero vector", async () => {
  const file = join(folder, "odd.vec");
  writeFileSync(file, "4 2\nthe 1 0\n\u001b[2Jx 1 1\nzero 0 0\nof 0 1\n");
  const all = await w2v(["neighbours", file, "the"]);
  expect(all.stdout).toBe("the\n  \\u{1b}[2Jx   0.707\n  of           0.000\n");
  expect((await w2v(["neighbours", file, "the", "--limit", "2"])).stdout).not.toContain("of");
  const asked = await w2v(["neighbours", file, "zero"]);
  expect(asked.stderr).toContain('Cannot compare "zero" with other words: its vector is zero');
  const unknown = await w2v(["neighbours", file, "\u001b[2Jy"]);
  expect(unknown.stderr).toContain('Cannot look up "\\u{1b}[2Jy"');
  expect([all.code, asked.code, unknown.code]).toEqual([0, 1, 1]);
});

test("w2v analogy says that no other word is left, and a file without words that it has none", async () => {
  const [file, none] = [join(folder, "three.vec"), join(folder, "none-in-it.vec")];
  writeFileSync(file, "3 2\nthe 1 0\nof 0 1\nto 1 1\n");
  writeFileSync(none, "0 2\n");
  const { code, stdout } = await w2v(["analogy", file, "the", "of", "to"]);
  expect([stdout, code]).toEqual(["the is to of as to is to\n  (no other word)\n", 0]);
  const asked = await w2v(["neighbours", none, "the"]);
  expect([asked.stderr, asked.code]).toEqual([
    'Cannot look up "the": these vectors have no words. Remedy: other vectors\n',
    1,
  ]);
});

test("w2v calls options by their flags, also those of the library", async () => {
  const [rare, few] = [join(folder, "rare.txt"), join(folder, "few.txt")];
  writeFileSync(rare, "one two three\n");
  writeFileSync(few, "alone\n".repeat(9));
  const train = (corpus: string, ...words: readonly string[]) =>
    w2v(["train", "--corpus", corpus, "--engine", "reference", "--out", join(folder, "flags.vec"), ...words]);
  expect((await train(rare)).stderr).toMatch(/a smaller --min-count\n$/);
  expect((await train(few)).stderr).toMatch(
    /a smaller --min-count, or a larger --sample \(0 keeps all words\)\n$/,
  );
  expect((await train("toy", "--vector-size", "0")).stderr).toMatch(
    /^Cannot train as --vector-size must be /,
  );
  expect((await train("toy", "--min-alpha", "1")).stderr).toContain(
    "--min-alpha must be <= --alpha, which is 0.1",
  );
  writeFileSync(join(folder, "long.vec"), "1 1\nthe 1\nof 2\n");
  expect((await w2v(["neighbours", join(folder, "long.vec"), "the"])).stderr).toMatch(
    /words only: --limit\n$/,
  );
});

test.runIf(existsSync("/proc/self"))(
  "w2v train says that no file can be made below /proc, and that a data set is none",
  async () => {
    const proc = await w2v([...toy, "--out", "/proc/x.vec"]);
    expect(proc.stderr).toBe(
      "Cannot write vectors to /proc/x.vec: no file can be made there. Remedy: choose another --out\n",
    );
    const nope = await w2v(["train", "--corpus", "nope", "--out", join(folder, "nope.vec")]);
    expect(nope.stderr).toMatch(
      /^Cannot open the data set "nope" .*\. For a text file give a path: \.\/nope\n$/,
    );
    expect([proc.code, nope.code]).toEqual([1, 1]);
  },
);

test("w2v neighbours says what is wrong with a file, and where", async () => {
  const file = join(folder, "latin.vec");
  writeFileSync(file, Buffer.from("1 2\ncaf\u00e9 1 2\n", "latin1"));
  const { code, stderr } = await w2v(["neighbours", file, "caf"]);
  expect(stderr).toBe(
    `Cannot read word vectors from ${file}: line 2 is not UTF-8. Remedy: convert the file, or read it with ` +
      '--encoding-errors "replace", or name it .bin if it is binary\n',
  );
  expect(code).toBe(1);
  const replaced = await w2v(["neighbours", file, "caf\ufffd", "--encoding-errors", "replace"]);
  expect([replaced.stdout, replaced.code]).toEqual(["caf\ufffd\n  (no other word)\n", 0]);
  mkdirSync(join(folder, "folder.bin"));
  expect((await w2v(["neighbours", join(folder, "folder.bin"), "x"])).stderr).toMatch(
    /^Cannot open \S+folder\.bin: it is a folder\. Remedy: /,
  );
});

test("w2v train gives the same bytes for the same seed", async () => {
  const [one, two] = [join(folder, "one.bin"), join(folder, "two.bin")];
  await w2v([...toy, "--seed", "7", "--out", one]);
  await w2v([...toy, "--seed", "7", "--out", two]);
  expect(readFileSync(one).equals(readFileSync(two))).toBe(true);
});

test("w2v train --hs trains with hierarchical softmax, and continues with it after --resume", async () => {
  const [out, checkpoint, log] = ["hs.vec", "hs.ckpt", "hs.jsonl"].map((name) => join(folder, name));
  const words = [...toy, "--hs", "--out", out as string, "--checkpoint", checkpoint as string];
  expect((await w2v([...words, "--log", log as string])).code).toBe(0);
  const settings = JSON.parse(readFileSync(join(folder, "hs.config.json"), "utf8"));
  expect(settings).toMatchObject({ hs: true, negative: 0 });
  const resumed = await w2v([
    "train",
    "--corpus",
    "toy",
    "--out",
    out as string,
    "--resume",
    checkpoint as string,
  ]);
  expect(resumed.stdout).toMatch(
    /\nresumed after [\d,]+ examples: this training was finished\. To train on: --from .*hs\.ckpt --add TEXT\n/,
  );
  expect(resumed.code).toBe(0);
});

test("w2v train refuses a path that it cannot write, before it reads the corpus", async () => {
  const out = join(folder, "folder.vec");
  mkdirSync(out);
  const { code, stdout, stderr } = await w2v(["train", "--corpus", "sotu", "--out", out]);
  expect(stderr).toContain("it is a folder. Remedy: choose another --out");
  expect(stdout).toBe("");
  expect(code).toBe(1);
});

test("w2v train refuses to write over its corpus, and keeps a file beside the output", async () => {
  const corpus = join(folder, "mine.vec");
  const text = "the king loves the queen\n".repeat(20);
  for (const file of [corpus, `${corpus}.probe`]) writeFileSync(file, text);
  const train = ["train", "--corpus", corpus, "--min-count", "1", "--out"];
  const refused = await w2v([...train, join(folder, ".", "mine.vec")]);
  expect(refused.stderr).toContain("it is the file of --corpus. Remedy: another name for --out");
  expect(refused.code).toBe(2);
  expect((await w2v([...train, `${corpus}.txt`])).code).toBe(0);
  for (const file of [corpus, `${corpus}.probe`]) expect(readFileSync(file, "utf8")).toBe(text);
  rmSync(`${corpus}.probe`);
});

test.each([
  ["gives no example", "alone\n".repeat(20), "none of the 20 sentences keeps two words. Remedy: more text"],
  ["has no word", "1789\n".repeat(20), "there are no words. Remedy: "],
  ["has no text", "\n".repeat(20), "it has no text, only white space. Remedy: "],
  [
    "is UTF-16",
    Buffer.from("one two\n".repeat(20), "utf16le"),
    "byte 1 is zero, as in UTF-16. Remedy: convert it",
  ],
  [
    "ends inside a character",
    Buffer.from("one two é").subarray(0, -1),
    "it ends inside a character, at byte 8",
  ],
])("w2v train keeps the vectors of before if its text %s", async (_, text, problem) => {
  const [corpus, out] = [join(folder, "alone.txt"), join(folder, "kept.vec")];
  writeFileSync(corpus, text);
  writeFileSync(out, "before");
  const { code, stdout, stderr } = await w2v(["train", "--corpus", corpus, "--min-count", "1", "--out", out]);
  expect(stderr).toContain(problem);
  expect(stdout + stderr).not.toMatch(/NaN|wrote/);
  expect(code).toBe(1);
  expect(readFileSync(out, "utf8")).toBe("before");
});

test("w2v train reads a text that is not UTF-8 with --encoding-errors replace", async () => {
  const [corpus, out] = [join(folder, "latin.txt"), join(folder, "latin-words.vec")];
  writeFileSync(corpus, Buffer.from("na\u00efve one two\n".repeat(20), "latin1"));
  const words = ["train", "--corpus", corpus, "--min-count", "1", "--vector-size", "4", "--out", out];
  expect((await w2v(words)).stderr).toContain("it is not UTF-8 at byte 2. Remedy: ");
  const { code, stdout } = await w2v([...words, "--encoding-errors", "replace"]);
  expect(code).toBe(0);
  expect(stdout).toContain("note: so few tokens make poor vectors");
  expect(wordsOf(out).sort()).toEqual(["na", "one", "two", "ve"]);
});

test("w2v train reads JSONL from standard input, keeps the most frequent words, and knows the corpus on --resume", async () => {
  const [out, checkpoint] = [join(folder, "piped.vec"), join(folder, "piped.ckpt")];
  const give = (child: ChildProcess): void => {
    child.stdin?.end(`${JSON.stringify({ body: "one two three two one two" })}\n`.repeat(20));
  };
  const train = ["train", "--corpus", "-", "--field", "body", "--out", out, "--engine", "reference"];
  const more = ["--max-vocab", "2", "--vector-size", "4", "--checkpoint", checkpoint];
  const first = await w2v([...train, ...more], give);
  expect([first.stderr.includes("Cannot"), first.code]).toEqual([false, 0]);
  expect(wordsOf(out)).toEqual(["two", "one"]);
  const resumed = await w2v([...train, "--resume", checkpoint], give);
  expect(resumed.stdout).toContain("resumed after");
  const asText = await w2v(["train", "--corpus", "-", "--out", join(folder, "keys.vec")], give);
  expect(asText.stderr).toContain("warning: standard input begins with { as JSON does");
  expect(first.stderr + resumed.stderr).not.toContain("as JSON does");
  const refused = await w2v([...train, "--resume", checkpoint, "--max-vocab", "3"]);
  expect(refused.stderr).toContain("Cannot resume as --max-vocab must be 2, as in the checkpoint");
});

test("w2v train stops on Ctrl-C while it waits for its corpus, and writes nothing", async () => {
  const out = join(folder, "waited.vec");
  const { code, stdout } = await w2v(["train", "--corpus", "-", "--out", out], (child) => {
    // more than a pipe holds: it has been taken, so the program reads
    child.stdin?.write("one two three\n".repeat(100_000), () => child.kill("SIGINT"));
  });
  expect(stdout).toBe(`stopped before the first example: nothing was written to ${out}\n`);
  expect(code).toBe(130);
  expect(existsSync(out)).toBe(false);
});

test("w2v train says that a checkpoint to resume does not exist, and makes nothing in its place", async () => {
  const none = join(folder, "none/none.ckpt");
  const { code, stderr } = await w2v([...toy, "--out", join(folder, "none.vec"), "--resume", none]);
  expect(stderr).toContain(`Cannot open ${none}: no such file`);
  expect([code, existsSync(join(folder, "none"))]).toEqual([1, false]);
});

test("w2v train says that a corpus does not exist", async () => {
  const { code, stderr } = await w2v(["train", "--corpus", "./none.txt", "--out", join(folder, "none.vec")]);
  expect(stderr).toContain("Cannot open ./none.txt: no such file");
  expect(code).toBe(1);
});

test("w2v train stops on Ctrl-C and still writes the vectors learned so far", async () => {
  const out = join(folder, "stopped.vec");
  const words = ["train", "--corpus", "toy", "--min-count", "1", "--epochs", "1000000", "--out", out];
  const { code, stdout } = await w2v(words, (child) => {
    child.stderr?.once("data", () => child.kill("SIGINT"));
  });
  expect(stdout).toMatch(/stopped at \d+ %: wrote the vectors learned so far to .*stopped\.vec\n$/);
  expect(code).toBe(130);
  expect(wordsOf(out).length).toBeGreaterThan(3);
  expect(readdirSync(folder).filter((name) => /part|probe/.test(name))).toEqual([]);
});

test("w2v train --resume uses the checkpoint's backend, and warns if another is asked for", async () => {
  const [out, checkpoint] = [join(folder, "there.vec"), join(folder, "there.ckpt")];
  await w2v([...toy, "--out", out, "--backend", "cpu", "--checkpoint", checkpoint]);
  const resume = ["train", "--corpus", "toy", "--out", out, "--resume", checkpoint];
  const there = await w2v(resume, undefined, { env: { W2V_BACKEND: undefined } });
  expect(there.stdout).toMatch(/^backend: cpu, .*\ntokens: words, as in the checkpoint\n/);
  expect(there.stderr).not.toContain("warning");
  const other = await w2v([...resume, "--backend", "wasm"]);
  expect(other.stderr).toContain("written on the backend cpu, this is wasm: the last digits will differ");
});

test("w2v train --log writes a row for each event, and continues the file after --resume", async () => {
  const [log, checkpoint] = [join(folder, "logs/run.jsonl"), join(folder, "logs/run.ckpt")];
  const words = [...toy, "--out", join(folder, "logged.vec"), "--log", log, "--epochs", "4000"];
  await w2v([...words, "--checkpoint", checkpoint], (child) => {
    child.stderr?.once("data", () => child.kill("SIGINT"));
  });
  const steps = (): number[] =>
    readFileSync(log, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line)._step);
  const before = steps();
  expect(before.length).toBeLessThan(100);
  const resumed = await w2v([...words, "--resume", checkpoint, "--threads", "2"]);
  expect(resumed.stdout).toContain("--threads 1 gives the same bits if it was begun so\n");
  expect(steps().slice(0, before.length)).toEqual(before);
  expect(steps().length).toBeGreaterThanOrEqual(100);
  expect(steps()).toEqual(steps().sort((a, b) => a - b));
  expect(JSON.parse(readFileSync(join(folder, "logs/run.config.json"), "utf8"))).toMatchObject({
    epochs: 4000,
  });
});

test.skipIf(!tensorboardIsHere)("w2v train --tensorboard writes what TensorBoard reads", async () => {
  const [out, logs] = [join(folder, "board.vec"), join(folder, "board")];
  await w2v([...toy, "--out", out, "--epochs", "50", "--sample", "0", "--tensorboard", logs]);
  const { scalars, histograms, embedding } = readTensorboard(logs);
  expect(scalars["train/loss"]).toHaveLength(100);
  expect(scalars["train/loss"]?.[0]?.[1]).toBeCloseTo(6 * Math.log(2), 2);
  expect(histograms["vectors/length"]).toHaveLength(10);
  expect(embedding?.metadata.slice(1).map(([word]) => word)).toEqual(wordsOf(out));
  expect(embedding?.vectors[0]).toHaveLength(4);
});

// long enough that Ctrl-C arrives before the end, even on a busy machine
describe.each([
  ["reference", "sgd", "40000"],
  ["tensor", "adam", "4000"],
])("w2v train with %s and %s", (engine, optimizer, epochs) => {
  const words = [...toy, "--engine", engine, "--optimizer", optimizer, "--alpha", "0.01", "--epochs", epochs];

  test("gives the same bytes when stopped by Ctrl-C and resumed as when it runs through", async () => {
    const [whole, out] = [join(folder, `whole-${engine}.bin`), join(folder, `halves-${engine}.bin`)];
    const checkpoint = join(folder, `${engine}.ckpt`);
    await w2v([...words, "--out", whole]);
    const stopped = await w2v([...words, "--out", out, "--checkpoint", checkpoint], (child) => {
      child.stderr?.once("data", () => child.kill("SIGINT"));
    });
    expect(stopped.stdout).toContain(
      engine === "reference" ? "engine: reference, float64, one example at a time\n" : "backend: ",
    );
    const percent = Number(/(\d+) % [^%]*$/.exec(stopped.stderr)?.[1]); // of the last line of progress
    expect(stopped.stdout).toContain(
      `\nstopped at ${percent} %: wrote the vectors learned so far to ${out}\n`,
    );
    expect(
      stopped.stdout.endsWith(`\nto continue: w2v train --corpus toy --out ${out} --resume ${checkpoint}\n`),
    ).toBe(true);
    const before = readFileSync(checkpoint);
    expect(stopped.code).toBe(130);
    expect(readFileSync(out).equals(readFileSync(whole))).toBe(false);
    const resumed = await w2v([...toy.slice(0, 3), "--out", out, "--resume", checkpoint]);
    expect(resumed.stdout).toMatch(/resumed after [\d,]+ examples\nwrote /);
    expect(resumed.stderr).not.toContain("instead of falling");
    expect(resumed.code).toBe(0);
    expect(readFileSync(checkpoint).equals(before)).toBe(false); // it goes on saving there
    expect(readFileSync(out).equals(readFileSync(whole))).toBe(true);
  });

  test("continues from the last checkpoint after it was killed", async () => {
    const [out, checkpoint] = [join(folder, `killed-${engine}.bin`), join(folder, `killed-${engine}.ckpt`)];
    await w2v([...words, "--out", out, "--checkpoint", checkpoint, "--every", "3"], (child) => {
      const isThere = setInterval(() => existsSync(checkpoint) && child.kill("SIGKILL"), 5);
      child.once("close", () => clearInterval(isThere));
    });
    expect(existsSync(out)).toBe(false);
    const resumed = await w2v([...toy.slice(0, 3), "--out", out, "--resume", checkpoint]);
    expect(resumed.code).toBe(0);
    expect(readFileSync(out).equals(readFileSync(join(folder, `whole-${engine}.bin`)))).toBe(true);
  });

  test("refuses to resume with a different option", async () => {
    const checkpoint = join(folder, `${engine}.ckpt`);
    const { code, stderr } = await w2v([
      ...[...toy, "--out", join(folder, "x.vec"), "--resume", checkpoint],
      ...["--alpha", "0.02"],
    ]);
    expect(stderr).toContain(
      "Cannot resume as --alpha must be 0.01, as in the checkpoint: current value is 0.02. Remedy: leave --alpha out",
    );
    expect(code).toBe(1);
  });
});

test("w2v train --from --add goes on with new sentences and new words, and its checkpoint resumes to the same bytes", async () => {
  const [first, more] = ["first.ckpt", "more.ckpt"].map((name) => join(folder, name)) as [string, string];
  const [text, out, again] = ["more.txt", "more.vec", "again.vec"].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(text, "The king met a dragon. A dragon met the queen.\n".repeat(20));
  const threads = ["--engine", "simd", "--threads", "1", "--sample", "0"];
  await w2v([...toy, ...threads, "--out", join(folder, "first.vec"), "--checkpoint", first]);
  const going = ["train", "--from", first, "--add", text, "--epochs", "2", "--threads", "1"];
  const { code, stdout } = await w2v([...going, "--out", out, "--checkpoint", more]);
  const words = wordsOf(join(folder, "first.vec"));
  expect(stdout).toContain(
    `tokens: words, as in the checkpoint\ncorpus: ${text}, 200 tokens, 200 of them of the ${words.length} words of the checkpoint and 3 new ones; cbow\n`,
  );
  expect(code).toBe(0);
  expect(wordsOf(out)).toEqual([...words, "met", "a", "dragon"]);
  await w2v(["train", "--resume", more, "--corpus", text, "--threads", "1", "--out", again]);
  expect(readFileSync(again).equals(readFileSync(out))).toBe(true);
  const refused = await w2v([...going, "--out", out, "--vector-size", "5"]);
  expect(refused.stderr).toContain(
    "Cannot go on with more text as --vector-size must be 4, as in the checkpoint: current value is 5. Remedy: leave --vector-size out",
  );
});

test.each([
  ["reference", ["--epochs", "1000"]],
  ["simd", ["--epochs", "1000", "--threads", "2"]],
  // long before the first percent, as the clock wants a checkpoint
  ["simd", ["--epochs", "100000000", "--threads", "1", "--every-minutes", "1e-6"]],
])(
  "w2v train with %s ends as soon as it has diverged, and keeps the files of before",
  async (engine, more) => {
    const out = join(folder, "wild.vec");
    writeFileSync(out, "before");
    const words = [
      ...toy,
      "--engine",
      engine,
      ...more,
      "--alpha",
      "1e30",
      "--out",
      out,
      "--checkpoint",
      join(folder, "wild.ckpt"),
    ];
    const { code, stdout, stderr } = await w2v(words);
    expect(stderr).toMatch(
      /Cannot go on as the training has diverged: between .* Remedy: a smaller --alpha: /,
    );
    expect(stderr).not.toContain("100 %");
    expect(stdout).not.toContain("wrote");
    expect(code).toBe(1);
    expect(readFileSync(out, "utf8")).toBe("before");
  },
);

test("w2v gpu status says what is installed and what setup would do", async () => {
  const { code, stdout } = await w2v(["gpu", "status", "--cpu"]);
  expect(stdout).toMatch(
    /^NVIDIA driver {2}\S.*\ncompiler {7}\S.*\ninstalled {6}\S.*\n[\s\S]*w2v gpu setup would /,
  );
  expect(code).toBe(0);
});

test("w2v doctor --json prints everything for programs, with the speed of each backend", async () => {
  const { stdout } = await w2v(["doctor", "--json"]);
  const report = JSON.parse(stdout);
  expect(Object.keys(report)).toEqual(["ok", "findings", "backends", "machine"]);
  const wasm = report.backends.find(({ name }: { name: string }) => name === "wasm");
  expect(wasm).toMatchObject({ usable: true, memory: 2 ** 32 });
  expect(wasm.pairsPerSecond).toBeGreaterThan(1000);
});

test("w2v doctor --quick prints the table without measuring", async () => {
  const { stdout } = await w2v(["doctor", "--quick"]);
  expect(stdout).toMatch(
    /\n {2}backend +usable +memory +pairs\/s +device\n {2}cuda .*\n {2}webgpu .*\n {2}native /,
  );
  expect(stdout).toMatch(/\n {2}wasm +yes +4\.0 GiB +1 thread/);
});

/** The words of vectors in word2vec.c's text format. */
function wordsOf(file: string): string[] {
  const [, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.map((line) => line.split(" ", 1).join());
}

describe("w2v progress", () => {
  const passed = { "04-cbow/hidden-layer": { earned: 2, points: 2, at: "2027-03-01T12:00:00.000Z" } };
  const fileIn = (name: string): string => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify({ version: 1, passed }));
    return file;
  };
  const progress = (file: string, ...words: string[]): ReturnType<typeof w2v> =>
    w2v(["progress", ...words], undefined, { env: { W2V_PROGRESS: file } });

  test("prints a table, or JSON to hand on", async () => {
    const file = fileIn("shown");
    const { code, stdout } = await progress(file);
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^04-cbow +hidden layer +2 of 2 +2027-03-01 /m),
    ]);
    const { exercises } = JSON.parse((await progress(file, "--json")).stdout);
    expect(exercises.filter((one: { passed: boolean }) => one.passed)).toHaveLength(1);
  });

  test("starts again only with --yes, and keeps the old list", async () => {
    const file = fileIn("reset");
    const refused = await progress(file, "--reset");
    expect([refused.code, refused.stderr]).toEqual([
      2,
      expect.stringContaining("w2v progress --reset --yes"),
    ]);
    const { code, stdout } = await progress(file, "--reset", "--yes");
    expect([code, stdout]).toEqual([0, expect.stringContaining("the old one is")]);
    expect((await progress(file)).stdout).toContain("0 of");
    const kept = readdirSync(folder).filter((name) => /^reset\.\d{4}-[\d-]+\.json$/.test(name));
    expect(JSON.parse(readFileSync(join(folder, kept[0] ?? ""), "utf8")).passed).toEqual(passed);
  });

  test.each([
    ["off", "Cannot show the progress as W2V_PROGRESS is off. Remedy: unset W2V_PROGRESS", 1],
    ["/dev/null/x", "Cannot", 1],
  ])("says why there is nothing to show with W2V_PROGRESS=%s", async (file, problem, code) => {
    const ended = await progress(file);
    expect([ended.code, ended.stderr]).toEqual([code, expect.stringContaining(problem)]);
  });
});
