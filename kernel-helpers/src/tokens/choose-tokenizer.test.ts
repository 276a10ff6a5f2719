import { expect, test, vi } from "vitest";
import { corpusSentences } from "../corpus/index.ts";
import { autoTokenSentences } from "./auto-token-sentences.ts";
import { chooseTokenizer } from "./choose-tokenizer.ts";
import { tokenSentences } from "./token-sentences.ts";

const chinese = "人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心，并应以兄弟关系的精神相对待。";
const divided =
  "人人 生 而 自由 ， 在 尊严 和 权利 上 一律 平等 。 他们 赋有 理性 和 良心 ， 并 应 以 兄弟 关系 的 精神 相 对待 。";
const japanese = "すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。";

test.each([
  ["words", "English", "All human beings are born free and equal in dignity and rights."],
  ["words", "German", "Alle Menschen sind frei und gleich an Würde und Rechten geboren."],
  ["words", "Korean", "모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다."],
  [
    "words",
    "Korean with Han characters",
    "모든 人間은 태어날 때부터 自由로우며 그 尊嚴과 權利에 있어 同等하다.",
  ],
  [
    "words",
    "Korean, most of it Han characters",
    "吾等은 玆에 我 朝鮮의 獨立國임과 朝鮮人의 自主民임을 宣言하노라.",
  ],
  ["chinese", "verses of four characters", "关关雎鸠\n在河之洲\n窈窕淑女\n君子好逑"],
  ["chinese", "a list of names", "李明\n王芳\n欧阳修"],
  ["japanese", "katakana half as wide", "ｺﾝﾋﾟｭｰﾀｰﾃﾞﾃﾞｰﾀｦﾌﾟﾛｸﾞﾗﾑｽﾙ"],
  ["words", "Thai", "มนุษย์ทั้งหลายเกิดมามีอิสระและเสมอภาคกันในเกียรติศักดิ์และสิทธิ"],
  [
    "words",
    "English with a Chinese name",
    "The city of Beijing (北京市) has held the Games twice, in summer and winter.",
  ],
  ["words", "no letter", "1789 ... 2021"],
  ["words", "nothing", ""],
  ["chinese", "Chinese", chinese],
  ["chinese", "traditional Chinese", "人人生而自由，在尊嚴和權利上一律平等。"],
  ["chinese", "Chinese in short lines", "床前明月光\n疑是地上霜\n举头望明月\n低头思故乡"],
  ["chinese", "short clauses without spaces", "你好，我是李明。他，她，它。"],
  ["chinese", "Chinese and English", `${chinese} All human beings are born free and equal in dignity.`],
  ["whitespace", "divided Chinese", divided],
  ["whitespace", "divided Chinese with wide spaces", divided.replaceAll(" ", "\u3000")],
  ["japanese", "Japanese", japanese],
  ["japanese", "katakana", "コンピューターでデータをプログラムする"],
  ["whitespace", "divided Japanese", "すべて の 人間 は 、 生れ ながら に し て 自由 で あり 、"],
] as const)("chooseTokenizer() chooses %s for %s", (tokenizer, _, text) => {
  expect(chooseTokenizer(text).tokenizer).toBe(tokenizer);
});

test.each([
  ["chinese", "a tenth of the letters", `国王和王后 ${"a".repeat(45)}`],
  ["words", "fewer than a tenth", `国王和王后 ${"a".repeat(46)}`],
  ["whitespace", "half of the letters", "国王 王后 king"],
  ["words", "fewer than half", "国王 王后 kings"],
  ["whitespace", "four between two spaces", "国王王后 王后国王"],
  ["chinese", "more than four", "国王王后 王后和国王"],
  ["japanese", "a tenth of them kana", "国王王后国王王后国の"],
  ["chinese", "fewer than a tenth", "国王王后国王王后国王の"],
] as const)("chooseTokenizer() chooses %s at its limit: %s", (tokenizer, _, text) => {
  expect(chooseTokenizer(text).tokenizer).toBe(tokenizer);
});

test("chooseTokenizer() says why", () => {
  expect(chooseTokenizer("the king").reason).toBe("0 % of its letters are Chinese or Japanese");
  expect(chooseTokenizer("国王爱王后 国王。").reason).toBe(
    "100 % of its letters are Chinese or Japanese, 3.5 of them between two spaces on average",
  );
  expect(chooseTokenizer(japanese).reason).toMatch(/ on average, and \d\d % of them are kana$/);
});

test("autoTokenSentences() gives English the tokens of words", async () => {
  const text: string[] = []; // two megabytes
  for await (const sentence of corpusSentences("sotu")) if (text.push(sentence) === 15_000) break;
  const { sentences, choice } = await autoTokenSentences(text);
  expect(choice.tokenizer).toBe("words");
  expect(sentences.join("\n")).toBe((await tokenSentences(text)).join("\n"));
});

test("autoTokenSentences() looks at the first megabyte and keeps to its choice", async () => {
  const line = "国王和王后，王后和国王。"; // 36 bytes
  const many = Array.from({ length: 28_000 }, () => line);
  const before = await autoTokenSentences([...many, ...many.map(() => "the king loves the queen so much")]);
  expect(before.choice.reason).toMatch(/^100 % /);
  expect(before.sentences[0]).toEqual(["国王", "和", "王后", "王后", "和", "国王"]);
  expect(before.sentences).toHaveLength(56_000);
  const after = await autoTokenSentences([...many.map(() => "the king loves the queen and the king"), line]);
  expect(after.choice.reason).toMatch(/^0 % /);
});

test("autoTokenSentences() passes on an error of its text, and closes a text of which it wants no more", async () => {
  async function* broken(): AsyncGenerator<string> {
    yield "国王";
    throw new Error("the disk is gone");
  }
  await expect(autoTokenSentences(broken())).rejects.toThrow("the disk is gone");
  const closed = vi.fn();
  function* open(): Generator<string> {
    try {
      for (;;) yield "国王爱王后，王后也爱国王。".repeat(1000);
    } finally {
      closed();
    }
  }
  vi.stubGlobal("Intl", { ...Intl, Segmenter: undefined });
  await expect(autoTokenSentences(open())).rejects.toThrow("Intl.Segmenter must be there");
  vi.unstubAllGlobals();
  expect(closed).toHaveBeenCalledOnce();
});
