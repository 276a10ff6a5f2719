import { expect, test } from "vitest";
import { seededRandom } from "../base/index.ts";
import { buildVocabulary, encode } from "../vocabulary/index.ts";
import { exampleSource } from "./example-source.ts";
import { settingsOf } from "./options.ts";

const tokens = [...Array(8).fill("a"), ...Array(4).fill("b"), "c"] as string[];
const vocabulary = buildVocabulary(tokens, { minCount: 1 });

/** How often each word is drawn as noise, in 3,000 readings of the sentence a b c. */
function noiseCounts(options: object): number[] {
  const settings = settingsOf({ sample: 0, ...options });
  const examplesOf = exampleSource(vocabulary, settings, seededRandom(3));
  const counts = [0, 0, 0];
  for (let i = 0; i < 3000; i++) {
    for (const { negatives = [], target } of examplesOf(encode(vocabulary, ["a", "b", "c"]))) {
      if (target !== 0) continue; // of the target itself no noise is drawn: the shares of b and c stand to each other as drawn
      for (const word of negatives) counts[word] = (counts[word] as number) + 1;
    }
  }
  return counts;
}

test.each([
  [{}, 4 ** 0.75],
  [{ nsExponent: 1 }, 4],
  [{ nsExponent: 0 }, 1],
  [{ nsExponent: -0.5 }, 4 ** -0.5],
])("exampleSource() draws noise by the counts to the power of nsExponent: %j", (options, ratio) => {
  const [, b = 0, c = 1] = noiseCounts(options);
  expect(b / c).toBeGreaterThan(ratio * 0.94);
  expect(b / c).toBeLessThan(ratio * 1.06);
});
