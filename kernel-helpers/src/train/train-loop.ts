import { everyMilliseconds, type Random, seededRandom } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import { cbow, type Example, skipGram } from "../model/index.ts";
import { cbowExamples, drawNegatives, negativeSampler, type Sampler, skipGramPairs } from "../pairs/index.ts";
import { keepProbabilities, subsample, type Vocabulary } from "../vocabulary/index.ts";
import type { Engine } from "./engine.ts";
import type { Settings } from "./options.ts";
import type { TrainingProgress } from "./progress.ts";

const TURN = 50; // ms between chances for output to leave and an interrupt to arrive

/**
 * The loop that all engines share: epochs × sentences × examples, α falling linearly with the tokens read
 * (word2vec.c). Gives a progress event every 1/`reports` of the work and one at the end. Ends early, after one
 * last event, when the user interrupts.
 */
export async function* trainLoop(
  sentences: readonly (readonly number[])[],
  vocabulary: Vocabulary,
  engine: Engine,
  settings: Settings,
): AsyncGenerator<TrainingProgress> {
  const { epochs, alpha, minAlpha, reports, seed } = settings;
  const random = seededRandom(seed + 1); // `seed` itself made the model
  const keep = keepProbabilities(vocabulary.counts, settings);
  const sampler = negativeSampler(vocabulary.counts, random);
  const totalTokens = epochs * sentences.reduce((sum, sentence) => sum + sentence.length, 0);
  const rates = startClock(totalTokens);
  const isTurn = everyMilliseconds(TURN);
  let tokens = 0;
  let examples = 0;
  let reported = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (const sentence of sentences) {
      const rate = alpha - ((alpha - minAlpha) * tokens) / totalTokens;
      for (const example of examplesOf(subsample(sentence, keep, random), settings, random, sampler)) {
        const update = engine.add(example, rate);
        if (update) await update; // awaiting nothing would cost a turn for each example
        examples++;
      }
      tokens += sentence.length;
      const stopped = isTurn() && (await interrupted());
      if (stopped || tokens >= ((reported + 1) * totalTokens) / reports) {
        reported = Math.floor((reports * tokens) / totalTokens);
        yield {
          tokens,
          totalTokens,
          epoch,
          examples,
          loss: await engine.report(),
          alpha: rate,
          ...rates(tokens, examples),
        };
        if (stopped) return;
      }
    }
  }
}

/** The examples of one sentence, with negatives unless K is 0. */
function* examplesOf(
  ids: readonly number[],
  { architecture, window, negative }: Settings,
  random: Random,
  sampler: Sampler,
): Generator<Example> {
  const negatives = (target: number): number[] | undefined =>
    negative > 0 ? drawNegatives(sampler, negative, target) : undefined;
  if (architecture === "cbow") {
    for (const example of cbowExamples(ids, { window, random }))
      yield cbow(example, negatives(example.center));
  } else {
    for (const pair of skipGramPairs(ids, { window, random })) yield skipGram(pair, negatives(pair.context));
  }
}

/** Wall-clock rates since now. */
function startClock(
  totalTokens: number,
): (
  tokens: number,
  examples: number,
) => Pick<TrainingProgress, "tokensPerSecond" | "examplesPerSecond" | "secondsLeft"> {
  const start = performance.now();
  return (tokens, examples) => {
    const seconds = (performance.now() - start) / 1000;
    return {
      tokensPerSecond: tokens / seconds,
      examplesPerSecond: examples / seconds,
      secondsLeft: (seconds * (totalTokens - tokens)) / tokens,
    };
  };
}
