import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { corpusSentences } from "./corpus-sentences.ts";
import { type CorpusOptions, corpusTexts } from "./corpus-texts.ts";
import { sentencesOf } from "./sentences-of.ts";

const CHUNK = 1 << 18; // bytes that are decoded at once
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "corpus "));
});
afterAll(() => rm(folder, { recursive: true }));

async function all(source: string, options?: CorpusOptions): Promise<string[]> {
  const sentences: string[] = [];
  for await (const sentence of corpusSentences(source, options)) sentences.push(sentence);
  return sentences;
}

/** Path of a new file with these bytes. */
async function written(...parts: (string | number[] | Uint8Array)[]): Promise<string> {
  const path = join(folder, `${Math.random()}.txt`);
  await writeFile(path, Buffer.concat(parts.map((part) => Buffer.from(part as string))));
  return path;
}

test("sentencesOf() ends sentences only at marks before white space and at line ends", () => {
  expect([...sentencesOf("It rose by 3.5 percent; then it fell. Why?\n\n  So U.S. law")]).toEqual([
    "It rose by 3.5 percent;",
    "then it fell.",
    "Why?",
    "So U.S.",
    "law",
  ]);
});

test.each([
  [
    "Chinese",
    "国王来了。王后也来了！谁？“我！”他说；完",
    ["国王来了。", "王后也来了！", "谁？", "“我！”", "他说；", "完"],
  ],
  ["marks that are repeated", "真的？！是…… 好。。。", ["真的？！", "是…… 好。。。"]],
  ["brackets that close", "（他来了。）走！』 再", ["（他来了。）", "走！』", "再"]],
  ["Chinese that is divided", "我 来 了 。 你 呢 ？", ["我 来 了 。", "你 呢 ？"]],
  ["Japanese", "王が来た。｢はい｡｣", ["王が来た。", "｢はい｡｣"]],
  [
    "Hindi and Urdu",
    "राजा आया। रानी आई॥ ٹھیک ہے۔ کیا؟ ہاں",
    ["राजा आया।", "रानी आई॥", "ٹھیک ہے۔", "کیا؟", "ہاں"],
  ],
  ["no mark", "国王，王后", ["国王，王后"]],
])("sentencesOf() ends sentences of %s", (_, text, sentences) => {
  expect([...sentencesOf(text)]).toEqual(sentences);
});

test("sentencesOf() takes time in proportion to the text, also for a million brackets", () => {
  const start = performance.now();
  expect([...sentencesOf(`国王来了。${"」".repeat(1_000_000)}`)]).toHaveLength(1);
  expect(performance.now() - start).toBeLessThan(2000); // with its square, many minutes
});

test("corpusSentences() reads the toy corpus by its name", async () => {
  const sentences = await all("toy");
  expect(sentences).toHaveLength(6);
  expect(sentences[2]).toBe("the king loves the queen");
});

test("corpusSentences() loses nothing if a chunk ends inside a line or a character", async () => {
  const path = join(folder, "long.txt");
  const lines = Array.from({ length: 20_000 }, (_, line) => `Zeile ${line} hat ein ß und 词嵌入`);
  await writeFile(path, lines.join("\n"));
  expect(await all(path)).toEqual(lines);
});

test.each([
  [
    "Latin 1",
    ["g\n".repeat(200_000), [0x67, 0xfc, 0x0a]],
    "it is not UTF-8 at byte 400001. Remedy: convert it",
  ],
  ["a wrong byte behind half a character", ["ab", [0xe2, 0x82, 0x41]], "it is not UTF-8 at byte 2"],
  [
    "a last character that is cut",
    ["ab €", [0xe2, 0x82]],
    "it ends inside a character, at byte 6. Remedy: get",
  ],
  ["UTF-16 with its mark", [[0xff, 0xfe], Buffer.from("词嵌入", "utf16le")], "is not UTF-8 at byte 0"],
  [
    "UTF-16 without a mark",
    [Buffer.from("ab\n", "utf16le")],
    "byte 1 is zero, as in UTF-16. Remedy: convert it: iconv",
  ],
  ["no bytes", [], "it has no text, only white space. Remedy: "],
  ["60 MB of line ends", [new Uint8Array(60_000_000).fill(10)], "it has no text, only white space. Remedy: "],
])("corpusSentences() refuses %s, and says where", async (_, parts, problem) => {
  const path = await written(...(parts as string[]));
  await expect(all(path)).rejects.toThrow(`Cannot read the corpus ${path}: `);
  await expect(all(path)).rejects.toThrow(problem);
});

test("corpusSentences() finds a wrong byte wherever a part ends before it", async () => {
  for (const before of [CHUNK - 3, CHUNK - 2, CHUNK - 1, CHUNK]) {
    const path = await written("x".repeat(before), "€", [0xe2, 0x82, 0x41]);
    await expect(all(path)).rejects.toThrow(`it is not UTF-8 at byte ${before + 3}.`);
  }
});

test("corpusSentences() puts U+FFFD in the place of bytes that are not UTF-8, if asked", async () => {
  const path = await written([0x67, 0xfc, 0x0a], "€", [0xe2, 0x82]);
  expect(await all(path, { encodingErrors: "replace" })).toEqual(["g\ufffd", "€\ufffd"]);
  await expect(all(await written("a\0b"), { encodingErrors: "replace" })).rejects.toThrow("byte 1 is zero");
});

test.each([
  ["a space", "word12 "],
  ["an ideographic space", "国王\u3000"],
  ["a tab", "word12\t"],
  ["U+00A0", "word123\u00a0"],
])(
  "corpusSentences() divides a line of more than a million characters at %s, and loses no word",
  async (_, word) => {
    const words = 300_000;
    const sentences = await all(await written(word.repeat(words), word.repeat(words), "\nlast words"));
    expect(sentences.length).toBeGreaterThan(2);
    expect(sentences.pop()).toBe("last words");
    const found = sentences.flatMap((sentence) => sentence.split(/\s/u));
    expect([found.length, ...new Set(found)]).toEqual([2 * words, word.trim()]);
  },
);

test("corpusSentences() divides behind the last white space, also if much text without any follows", async () => {
  const [words, letters] = ["one two ".repeat(95_000), "x".repeat(600_000)];
  expect((await all(await written(words, letters, " last"))).join(" ")).toBe(`${words}${letters} last`);
});

test.each([
  ["a line end, and no short line", "short line\n", true],
  ["a tab", "wörter\t", true],
  ["no half of a character", `x${"\u{1f600}".repeat(40)}`, false],
])("corpusTexts() divides a text of JSONL at %s", async (_, unit, isWhole) => {
  const path = join(folder, `${Math.random()}.jsonl`);
  const text = unit.repeat(Math.ceil((2.5 * 2 ** 20) / unit.length));
  await writeFile(path, JSON.stringify({ text }));
  const pieces: string[] = [];
  for await (const some of corpusTexts(path)) pieces.push(...some);
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join("")).toBe(text);
  for (const piece of pieces) {
    expect(piece).not.toMatch(/\p{Surrogate}/u);
    if (isWhole) expect(piece.endsWith(unit)).toBe(true);
  }
});

test("corpusSentences() gives sentences that are not too long for regular expressions, without any space too", async () => {
  const letters = 8_000_000;
  const sentences = await all(await written("国".repeat(letters)));
  expect(sentences.join("")).toHaveLength(letters);
  // V8 has stack for 4 million letters in a row, and not for 8
  expect(Math.max(...sentences.map((sentence) => sentence.length))).toBeLessThan(4_000_000);
});

test("corpusSentences() lists the data sets if the name is unknown", async () => {
  await expect(all("wikipedia")).rejects.toThrow(/"wikipedia".*must be one of .*toy/);
});

test("the State of the Union corpus has as many words as its card says", async () => {
  let words = 0;
  for await (const sentence of corpusSentences("sotu")) words += sentence.split(/\s+/u).length;
  expect(words).toBe(1_794_884);
});

test("corpusSentences() reads the first tenth of a large data set when W2V_FAST is 1", async () => {
  vi.stubEnv("W2V_FAST", "1");
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  const [large, small] = [await all("sotu"), await all("toy")];
  expect(log.mock.calls).toEqual([['W2V_FAST=1: the first tenth of "sotu" only']]);
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  expect(small).toHaveLength(6);
  const bytes = large.reduce((sum, sentence) => sum + sentence.length + 1, 0);
  const { sotu } = JSON.parse(
    await readFile(new URL("../../../datasets/index.json", import.meta.url), "utf8"),
  );
  expect(bytes / sotu.bytes).toBeCloseTo(0.1, 2);
});

test("corpusSentences() reads the share given by W2V_FAST, and refuses anything that is not a share", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => undefined);
  vi.stubEnv("W2V_FAST", "0.02");
  const few = await all("sotu");
  vi.stubEnv("W2V_FAST", "1");
  const many = await all("sotu");
  expect(few.length / many.length).toBeGreaterThan(0.1);
  expect(few.length / many.length).toBeLessThan(0.4);
  expect(few).toEqual(many.slice(0, few.length)); // whole lines: the last sentence is not cut
  expect(log.mock.calls[0]).toEqual(['W2V_FAST=0.02: the first 2 % of "sotu" only']);
  for (const wrong of ["2", "-0.1", "much"]) {
    vi.stubEnv("W2V_FAST", wrong);
    await expect(all("sotu")).rejects.toThrow(`between 0 and 1: current value is "${wrong}"`);
    await expect(all("toy")).resolves.toHaveLength(6);
  }
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});
