import fc from "fast-check";
import { expect, test } from "vitest";
import { corpusSentences } from "../corpus/index.ts";
import { tokenSentences } from "./token-sentences.ts";
import { tokenize } from "./tokenize.ts";

test("tokenize() keeps inner apostrophes and drops outer ones", () => {
  expect(tokenize("'Tis the nation's 'best' hope, fellow-citizens!")).toEqual([
    "tis",
    "the",
    "nation's",
    "best",
    "hope",
    "fellow",
    "citizens",
  ]);
});

test("tokenize() gives the same tokens for tokens joined again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const tokens = tokenize(text);
      expect(tokenize(tokens.join(" "))).toEqual(tokens);
    }),
  );
});

test.each([
  ["हिन्दी में शब्द", ["हिन्दी", "में", "शब्द"]], // vowel signs and the virama are marks
  ["தமிழ் மொழி", ["தமிழ்", "மொழி"]],
  ["ภาษาไทย ที่นี่", ["ภาษาไทย", "ที่นี่"]],
  ["ශ්\u200dරී ලංකා", ["ශ්\u200dරී", "ලංකා"]], // an invisible joiner inside a word
  ["می\u200cخواهم.", ["می\u200cخواهم"]],
  ["Cafe\u0301 CAFÉ", ["caf\u00e9", "caf\u00e9"]], // decomposed and composed: one word
  ["İstanbul'da", ["i\u0307stanbul'da"]], // Unicode's lower case of İ is i with a dot above
  ["\u0301a 3\u0301b", ["a", "b"]], // a mark without a letter
])("tokenize() keeps the marks of %j, in NFC", (text, tokens) => {
  expect(tokenize(text)).toEqual(tokens);
  expect(tokens).toEqual(tokens.map((token) => token.normalize("NFC")));
});

test.each(["toy", "sotu"])(
  "tokenize() gives the tokens of English: runs of letters in lower case, for %s",
  async (name) => {
    let tokens = 0;
    for await (const sentence of corpusSentences(name)) {
      const english = sentence.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)*/gu) ?? []; // the rule before there were marks
      const found = tokenize(sentence);
      tokens += found.length;
      if (found.join(" ") !== english.join(" ").replaceAll("’", "'")) expect(found).toEqual(english);
    }
    expect(tokens).toBeGreaterThan(0);
  },
);

test("tokenSentences() leaves out sentences without a token", async () => {
  expect(await tokenSentences(["One two.", "1789", "Three"])).toEqual([["one", "two"], ["three"]]);
});
