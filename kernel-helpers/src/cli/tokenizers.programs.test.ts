import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildForTests, type Ended, w2v } from "./w2v.suite.ts";

const folder = mkdtempSync(join(tmpdir(), "w2v-tokens-"));
const at = (name: string): string => join(folder, name);
const icu = `ICU ${process.versions.icu}`;

beforeAll(() => {
  buildForTests();
  writeFileSync(at("chinese.txt"), "国王和王后今天在北京，王后和国王明天在北京！\n".repeat(30));
  writeFileSync(at("divided.txt"), "国王 和 Anna 在 北京 。\n".repeat(30));
  writeFileSync(at("japanese.txt"), "国王と王妃は東京にいる。\n".repeat(30));
  writeFileSync(at("thai.txt"), "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกัน ในเกียรติศักดิ์และสิทธิ\n".repeat(30));
  writeFileSync(at("korean.txt"), "모든 人間은 태어날 때부터 自由로우며 동등하다.\n".repeat(30));
  writeFileSync(at("mixed.txt"), "国王和王后在北京。 The king is in Beijing.\n".repeat(30));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function train(corpus: string, out: string, ...more: readonly string[]): Promise<Ended> {
  const size = ["--vector-size", "4", "--sample", "0", "--engine", "reference"];
  return w2v(["train", "--corpus", at(corpus), "--out", at(out), ...size, ...more]);
}

/** The words of vectors in word2vec.c's text format. */
function wordsOf(out: string): string[] {
  const [, ...lines] = readFileSync(at(out), "utf8").trimEnd().split("\n");
  return lines.map((line) => line.split(" ", 1).join()).sort();
}

const json = (name: string): unknown => JSON.parse(readFileSync(at(name), "utf8"));

test.each([
  ["chinese.txt", `chinese (Intl.Segmenter, ${icu})`, ["今天", "北京", "和", "国王", "在", "明天", "王后"]],
  ["divided.txt", "whitespace", ["Anna", "。", "北京", "和", "国王", "在"]],
  ["korean.txt", "words", ["동등하다", "때부터", "모든", "人間은", "自由로우며", "태어날"]],
  [
    "mixed.txt",
    `chinese (Intl.Segmenter, ${icu})`,
    ["beijing", "in", "is", "king", "the", "北京", "和", "国王", "在", "王后"],
  ],
])(
  "w2v train chooses a tokenizer by the text, says which and why, and warns of nothing: %s",
  async (corpus, name, words) => {
    const { code, stdout, stderr } = await train(corpus, "auto.vec");
    expect(stdout).toContain(`tokens: ${name}, chosen by the start of the text: `);
    expect(stdout).toMatch(/ \d+ % of its letters are (?:Chinese or Japanese|Korean)/);
    expect(stderr).not.toContain("tokens of");
    expect(code).toBe(0);
    expect(wordsOf("auto.vec")).toEqual([...words].sort());
  },
);

test("w2v train divides Japanese, too", async () => {
  const { stdout } = await train("japanese.txt", "japanese.vec");
  expect(stdout).toContain(`tokens: japanese (Intl.Segmenter, ${icu}), chosen by `);
  expect(wordsOf("japanese.vec")).toEqual(expect.arrayContaining(["国王", "と", "王妃", "は", "東京"]));
});

test.each([
  ["chinese.txt", "tokens of Han characters and kana have 10.0 characters on average, and words at most 4"],
  ["thai.txt", "tokens of a script without spaces have "],
])("w2v train warns if words makes tokens of whole phrases: %s", async (corpus, warning) => {
  const { code, stdout, stderr } = await train(corpus, "phrases.vec", "--tokenizer", "words");
  expect(stdout).toContain("tokens: words, as --tokenizer says\n");
  expect(stderr).toContain(`warning: ${warning}`);
  expect(stderr).toContain("these are whole phrases. Remedy: ");
  expect(code).toBe(0);
});

test("w2v train stores the tokenizer with vectors, checkpoint and log, and resumes with no other one", async () => {
  const more = ["--checkpoint", at("zh.ckpt"), "--log", at("zh.jsonl")];
  const record = { tokenizer: "chinese", version: 1, segmenter: icu };
  expect((await train("chinese.txt", "zh.vec", ...more)).code).toBe(0);
  expect(json("zh.vec.tokens.json")).toEqual(record);
  expect(json("zh.config.json")).toMatchObject({ tokenizer: "chinese", tokens: record });

  const resume = (...words: readonly string[]): Promise<Ended> =>
    w2v(["train", "--corpus", at("chinese.txt"), "--out", at("zh.vec"), "--resume", at("zh.ckpt"), ...words]);
  for (const words of [[], ["--tokenizer", "auto"], ["--tokenizer", "chinese"]]) {
    const { code, stdout } = await resume(...words);
    expect(stdout).toContain(`tokens: chinese (Intl.Segmenter, ${icu}), as `);
    expect(code).toBe(0);
  }
  const other = await resume("--tokenizer", "words");
  expect(other.stderr).toContain(
    "Cannot resume as --tokenizer must be chinese, as in the checkpoint: current value is words. Remedy: leave --tokenizer out",
  );
  expect(other.code).toBe(1);
});

test("w2v train has no record beside vectors of words, unless there is one of earlier vectors, which it replaces", async () => {
  const train = ["train", "--corpus", "toy", "--min-count", "1", "--engine", "reference", "--out"];
  expect((await w2v([...train, at("toy.vec")])).code).toBe(0);
  expect(existsSync(at("toy.vec.tokens.json"))).toBe(false);
  expect((await w2v([...train, at("toy.vec"), "--tokenizer", "whitespace"])).code).toBe(0);
  expect(json("toy.vec.tokens.json")).toEqual({ tokenizer: "whitespace", version: 1 });
  expect((await w2v([...train, at("toy.vec")])).code).toBe(0);
  expect(json("toy.vec.tokens.json")).toEqual({ tokenizer: "words", version: 1 });
});

test("w2v train keeps the vectors, says so and ends with 1 if their record cannot be written", async () => {
  mkdirSync(at("taken.vec.tokens.json"));
  const { code, stdout, stderr } = await train("chinese.txt", "taken.vec");
  expect(stderr).toContain("warning: Cannot keep the record that these tokens are of chinese: what is in ");
  expect(stderr).toContain("taken.vec.tokens.json: it is a folder. Remedy: ");
  expect(stdout).toContain("wrote ");
  expect(code).toBe(1);
  expect(wordsOf("taken.vec")).toContain("北京");
});

test("w2v neighbours and w2v analogy take Chinese words, and columns stay straight", async () => {
  await train("chinese.txt", "asked.vec");
  const near = await w2v(["neighbours", at("asked.vec"), "国王", "--count", "4"]);
  const lines = near.stdout.trimEnd().split("\n");
  expect(lines).toHaveLength(5);
  for (const line of lines.slice(1))
    expect(line).toMatch(/^ {2}(?:\p{Script=Han}{2}|\p{Script=Han} {2}) +-?[01]\.\d{3}$/u);
  expect((await w2v(["analogy", at("asked.vec"), "国王", "王后", "北京"])).code).toBe(0);
  expect((await w2v(["neighbours", at("asked.vec"), "北京市"])).stderr).toContain("Similar: 北京");
});

test("w2v train refuses a tokenizer that it does not have", async () => {
  const { code, stderr } = await train("chinese.txt", "x.vec", "--tokenizer", "jieba");
  expect(stderr).toContain("--tokenizer as it must be one of auto, words, chinese, japanese, whitespace");
  expect(code).toBe(2);
});
