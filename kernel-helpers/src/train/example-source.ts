import type { Random } from "../base/index.ts";
import { cbow, type Example, skipGram } from "../model/index.ts";
import { cbowExamples, drawNegatives, negativeSampler, skipGramPairs } from "../pairs/index.ts";
import { keepProbabilities, subsample, type Vocabulary } from "../vocabulary/index.ts";
import type { Settings } from "./options.ts";

/** The examples of a sentence of word ids, drawn anew at each call. */
export type ExampleSource = (sentence: readonly number[]) => Generator<Example>;

/** Subsamples a sentence, slides the window over it, and draws the negatives, unless K is 0: all from `random`. */
export function exampleSource(vocabulary: Vocabulary, settings: Settings, random: Random): ExampleSource {
  const { architecture, window, negative } = settings;
  const keep = keepProbabilities(vocabulary.counts, settings);
  const sampler = negativeSampler(vocabulary.counts, random);
  const negatives = (target: number): number[] | undefined =>
    negative > 0 ? drawNegatives(sampler, negative, target) : undefined;
  return function* examplesOf(sentence) {
    const ids = subsample(sentence, keep, random);
    if (architecture === "cbow") {
      for (const example of cbowExamples(ids, { window, random })) {
        yield cbow(example, negatives(example.center));
      }
    } else {
      for (const pair of skipGramPairs(ids, { window, random }))
        yield skipGram(pair, negatives(pair.context));
    }
  };
}
