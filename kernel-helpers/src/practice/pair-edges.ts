import { type Random, row } from "../base/index.ts";
import type { Model } from "../model/index.ts";
import type { SkipGramPair } from "../pairs/index.ts";
import { randomIds, randomModel } from "./random-inputs.ts";
import { LONG, setScores } from "./score-edges.ts";

/** A model, a pair and its noise words. */
export type PairCase = readonly [model: Model, pair: SkipGramPair, negatives: readonly number[]];

/** Every edge of one step of negative sampling: equal words in each place, one dimension, scores where σ rounds to 0 or 1. */
export function pairEdges(random: Random): PairCase[] {
  const center = 2;
  const [context, a, b, c] = [0, 1, 3, 4];
  const words: readonly (readonly [context: number, negatives: readonly number[], width?: number])[] = [
    [context, [a, b, c]],
    [context, []],
    [context, [a], 1],
    [context, [a, a, b]],
    [context, [b, context]], // a noise word is the context word
    [context, [center, a]], // a noise word is the center
    [center, [a]], // the context word is the center
    [center, [center, center], 2],
    [context, randomIds(6, 5, random)],
  ];
  return [
    ...words.map(
      ([target, negatives, width = 3]): PairCase => [
        randomModel(5, width, random),
        { center, context: target },
        negatives,
      ],
    ),
    ...[40, -40, 800, -800].flatMap((score) => [
      scoredCase([score, 0, undefined, 1], random),
      scoredCase([0, score, undefined, -score], random),
    ]),
  ];
}

/** The center 2 with the context word 0 and the noise words 1 and 3, whose scores are given by word. */
function scoredCase(scores: readonly (number | undefined)[], random: Random): PairCase {
  const { input, output } = randomModel(5, 2, random);
  const model = { input: { ...input, data: input.data.map((x) => LONG * x) }, output };
  setScores(model.output, row(model.input, 2), scores);
  return [model, { center: 2, context: 0 }, [1, 3]];
}
