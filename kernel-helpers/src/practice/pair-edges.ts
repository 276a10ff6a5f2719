import { type Random, row } from "../base/index.ts";
import type { Model } from "../model/index.ts";
import type { SkipGramPair } from "../pairs/index.ts";
import { randomIds, randomModel } from "./random-inputs.ts";
import { LONG, setScores } from "./score-edges.ts";

/** A model, a pair and its noise words. */
export type PairCase = readonly [model: Model, pair: SkipGramPair, negatives: readonly number[]];

/**
 * Every edge of one step of negative sampling: equal words in each place, the first and the last word, one dimension,
 * scores where σ rounds to 0 or 1 and scores where it nearly does.
 */
export function pairEdges(random: Random): PairCase[] {
  const [o, a, b, last] = [0, 1, 3, 4];
  const middle = 2;
  const words: readonly (readonly [
    center: number,
    context: number,
    negatives: readonly number[],
    width?: number,
  ])[] = [
    [middle, o, [a, b, last]],
    [middle, o, []],
    [middle, o, [a], 1],
    [middle, o, [a, a, b]],
    [middle, o, [b, o]], // a noise word is the context word
    [middle, o, [middle, a]], // a noise word is the center
    [middle, middle, [a]], // the context word is the center
    [middle, middle, [middle, middle], 2],
    [0, last, [a, 0], 2], // the first word, whose number is falsy
    [last, a, [0, b], 4],
    [middle, o, randomIds(6, 5, random)],
  ];
  return [
    ...words.map(
      ([center, context, negatives, width = 3]): PairCase => [
        randomModel(5, width, random),
        { center, context },
        negatives,
      ],
    ),
    ...[6.5, 9, 15, 40, 800].flatMap((size) =>
      [size, -size].flatMap((score) => [
        scoredCase([score, 0, undefined, 1], random),
        scoredCase([0, score, undefined, -score], random),
      ]),
    ),
  ];
}

/** The center 2 with the context word 0 and noise words of 0, 1, 3, with the scores given by word. */
export function scoredCase(
  scores: readonly (number | undefined)[],
  random: Random,
  negatives: readonly number[] = [1, 3],
): PairCase {
  const { input, output } = randomModel(5, 2, random);
  const model = { input: { ...input, data: input.data.map((x) => LONG * x) }, output };
  setScores(model.output, row(model.input, 2), scores);
  return [model, { center: 2, context: 0 }, negatives];
}
