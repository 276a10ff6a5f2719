import { afterEach, describe, expect, test, vi } from "vitest";
import { corpusSentences } from "../corpus/index.ts";
import { tokenRecord } from "./token-record.ts";
import { tokenSentences } from "./token-sentences.ts";
import { tokenize } from "./tokenize.ts";
import { type TokenizerName, tokenizer, tokenizerNames } from "./tokenizer.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

test("tokenizer() gives words as tokenize() does", () => {
  expect(tokenizer("words")).toBe(tokenize);
});

test.each(["chinese", "japanese"] as const)(
  "%s gives English the tokens of words: the first thousand addresses' sentences",
  async (name) => {
    const tokensOf = tokenizer(name);
    let compared = 0;
    for await (const sentence of corpusSentences("sotu")) {
      expect(tokensOf(sentence)).toEqual(tokenize(sentence));
      if (++compared === 1000) break;
    }
    expect(compared).toBe(1000);
  },
);

test.each<[TokenizerName, string, string[]]>([
  ["chinese", "我们学习机器学习。", ["我们", "学习", "机器", "学习"]],
  ["chinese", "2024年，Intel在北京！", ["年", "intel", "在", "北京"]], // other text as words: no digits, lower case
  ["chinese", "国王和王后", ["国王", "和", "王后"]],
  ["chinese", "我\n们", ["我", "们"]],
  ["chinese", "\uf9e4", ["理"]], // a compatibility character, composed
  ["chinese", "カメラ", ["カメラ"]], // kana as words
  ["japanese", "国王と王妃", ["国王", "と", "王妃"]],
  ["japanese", "私はカメラ！", ["私", "は", "カメラ"]],
  ["japanese", "コーヒーとTea", ["コーヒー", "と", "tea"]],
  ["japanese", "カ\u3099ス", ["ガス"]], // a mark of its own, composed
  ["whitespace", "  The US's\t３ 本 书\u3000。 e\u0301 \n", ["The", "US's", "３", "本", "书", "。", "é"]],
  ["whitespace", " \u3000 ", []],
])("%s divides %j", (name, sentence, tokens) => {
  expect(tokenizer(name)(sentence)).toEqual(tokens);
});

test.each(tokenizerNames)("%s gives NFC and no empty token, for anything", (name) => {
  const odd = [
    "",
    " ",
    "。！？",
    "1789",
    "\ud800",
    "葛\u{e0100}城",
    "한국어 문장",
    "ภาษาไทย",
    "😀的",
    "e\u0301",
  ];
  for (const text of odd) {
    for (const token of tokenizer(name)(text)) {
      expect(token).toBe(token.normalize("NFC"));
      expect(token.trim()).not.toBe("");
    }
  }
});

test.each([
  ["a variation sign with its Han character", "葛\u{e0100}"],
  ["〇, which is a number to Unicode, among the Han characters", "二〇〇八年"],
])("tokenizer() keeps %s", (_, text) => {
  expect(tokenizer("chinese")(text).join("")).toBe(text);
});

test("chinese divides a long run as it divides its parts, and in time that grows with its length", () => {
  const clause = "国王和王后今天在北京城里散步"; // a piece ends in the middle of it
  const words = tokenizer("chinese")(clause);
  const start = performance.now();
  const found = tokenizer("chinese")(clause.repeat(15_000));
  expect(performance.now() - start).toBeLessThan(20_000); // all at once: minutes
  expect(found).toEqual(Array.from({ length: 15_000 }, () => words).flat());
});

test.each([
  ["a Han character of two UTF-16 units", "𠮷", 3],
  ["a Han character with its variation sign", "葛\u{e0100}", 3],
])("chinese cuts no piece of a long run inside %s", (_, character, starts) => {
  for (let before = 0; before < starts; before++) {
    const text = "国".repeat(before) + character.repeat(5000);
    const found = tokenizer("chinese")(text);
    expect(found.join("")).toBe(text);
    expect(found.filter((word) => /^[\u{e0100}]|\p{Cs}/u.test(word))).toEqual([]);
  }
});

test("tokenizer() refuses other names and says which there are", () => {
  for (const name of ["jieba", "toString", ""]) {
    expect(() => tokenizer(name as "words")).toThrow(
      `Cannot make tokens as tokenizer must be one of words, chinese, japanese, whitespace: current value is "${name}"`,
    );
  }
});

test("a machine without Intl.Segmenter can have words and whitespace, and is told what to do for Chinese", () => {
  vi.stubGlobal("Intl", { ...Intl, Segmenter: undefined });
  expect(() => tokenizer("chinese")).toThrow(
    /^Cannot divide .* as Intl\.Segmenter must be there: ICU \S+ has none\. Remedy: Firefox 125, /,
  );
  expect(() => tokenizer("japanese")).toThrow("Intl.Segmenter");
  expect(tokenizer("words")("one two")).toEqual(["one", "two"]);
  expect(tokenizer("whitespace")("一 二")).toEqual(["一", "二"]);
});

test("tokenSentences() takes the tokenizer that it is given, and leaves out sentences without a token", async () => {
  const text = ["我们学习。", "……", "Yes!"];
  expect(await tokenSentences(text)).toEqual([["我们学习"], ["yes"]]);
  expect(await tokenSentences(text, { tokenizer: "chinese" })).toEqual([["我们", "学习"], ["yes"]]);
  expect(await tokenSentences(text, { tokenizer: "whitespace" })).toEqual([["我们学习。"], ["……"], ["Yes!"]]);
  await expect(tokenSentences(text, { tokenizer: "x" as "words" })).rejects.toThrow('current value is "x"');
});

describe("tokenRecord()", () => {
  test.each(["words", "whitespace"] as const)("names no segmenter for %s", (name) => {
    expect(tokenRecord(name)).toEqual({ tokenizer: name, version: 1 });
  });

  test.each(["chinese", "japanese"] as const)("names ICU with its version for %s", (name) => {
    expect(tokenRecord(name)).toEqual({
      tokenizer: name,
      version: 1,
      segmenter: `ICU ${process.versions.icu}`,
    });
  });
});
