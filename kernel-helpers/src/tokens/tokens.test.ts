import fc from "fast-check";
import { expect, test } from "vitest";
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

test("tokenSentences() leaves out sentences without a token", async () => {
  expect(await tokenSentences(["One two.", "1789", "Three"])).toEqual([["one", "two"], ["three"]]);
});
