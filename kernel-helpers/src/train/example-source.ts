import type { Random } from "../base/index.ts";
import { cbow, type Example, skipGram, withPath } from "../model/index.ts";
import { cbowExamples, drawNegatives, negativeSampler, skipGramPairs } from "../pairs/index.ts";
import { huffmanTree, keepProbabilities, subsample, type Vocabulary } from "../vocabulary/index.ts";
import type { Settings } from "./options.ts";

/** The examples of a sentence of word ids, drawn again at each call. */
export type ExampleSource = (sentence: readonly number[]) => Generator<Example>;

/**
 * Subsamples a sentence, slides the window over it, and gives each example its output layer: negatives, the path to its
 * target, or nothing for the full softmax. All randomness comes from `random`.
 */
export function exampleSource(vocabulary: Vocabulary, settings: Settings, random: Random): ExampleSource {
  const { architecture, window } = settings;
  const keep = keepProbabilities(vocabulary.counts, settings);
  const complete = outputLayer(vocabulary, settings, random);
  return function* examplesOf(sentence) {
    const ids = subsample(sentence, keep, random);
    if (architecture === "cbow") {
      for (const example of cbowExamples(ids, { window, random })) yield complete(cbow(example));
    } else {
      for (const pair of skipGramPairs(ids, { window, random })) yield complete(skipGram(pair));
    }
  };
}

function outputLayer(
  { counts }: Vocabulary,
  { hs, negative, nsExponent }: Settings,
  random: Random,
): (example: Example) => Example {
  if (hs) {
    const tree = huffmanTree(counts);
    return (example) => withPath(example, tree);
  }
  if (negative === 0) return (example) => example;
  const sampler = negativeSampler(counts, random, { power: nsExponent });
  return ({ inputs, target }) => ({ inputs, target, negatives: drawNegatives(sampler, negative, target) });
}
