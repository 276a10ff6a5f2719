import { expect, test } from "vitest";
import { corpusEncoder, type EncoderOptions } from "../vocabulary/index.ts";
import { corpusLine } from "./corpus-line.ts";

const TOKENS = ["the", "king", "the", "queen", "the", "king", "a"];

function lineOf(options: EncoderOptions): string {
  const encoder = corpusEncoder(options);
  encoder.add(TOKENS);
  encoder.add(["king"]); // a sentence without a context: it occurs, though nothing is learned from it
  const corpus = encoder.finish();
  const line = corpusLine("./my.txt", { corpus, tokens: encoder.tokens(), architecture: "cbow" });
  corpus.close();
  return line;
}

test.each<[string, EncoderOptions]>([
  ["6 of them of the 2 words that occur 2 times or more", { minCount: 2 }],
  ["3 of them of the 1 most frequent word", { minCount: 1, maxVocab: 1 }],
  ["8 of them of the 4 words", { minCount: 1 }],
  [
    "7 of them of the 1 word of the checkpoint and 2 new ones",
    { minCount: 1, maxVocab: 3, earlier: { words: ["king"], counts: [9] } },
  ],
])("corpusLine() says %s", (part, options) => {
  expect(lineOf(options)).toBe(`corpus: ./my.txt, 8 tokens, ${part}; cbow`);
});
