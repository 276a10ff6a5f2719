import { dot, row, sigmoid } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import type { Model } from "../../model/index.ts";
import type { SkipGramPair } from "../../pairs/index.ts";
import { pairEdges, scoredCase } from "../pair-edges.ts";

type LargestMove = (model: Model, pair: SkipGramPair, negatives: readonly number[]) => number;

/** The word whose output vector moves farthest in one step: the largest |Σ e| over its places. */
export const largestMove: Exercise<LargestMove> = {
  id: "05-skip-gram/largest-move",
  points: 2,
  equation: "∂L/∂u_j = e_j v_c, Rong 2014, eq. 58",
  parameters: ["model", "pair", "negatives"],
  instances: (random) =>
    [
      ...pairEdges(random),
      scoredCase([15, 7, undefined, 9], random), // two noise words whose σ differs in the fourth digit
      scoredCase([-9, 7, undefined, -9], random),
      scoredCase([9, 1, undefined, -1], random), // the largest score has no error left
      scoredCase([-2, 0, undefined, -3], random), // the context word moves farthest
      scoredCase([5, 0, undefined, 0.7], random, [1, 1, 3]), // a repeated noise word
      scoredCase([0, 0, undefined, -5], random, [0, 1, 3]), // the context word as noise: its gradients cancel
      scoredCase([0.5, 0, undefined, -5], random, [0, 1, 3]),
    ]
      .filter((given) => isClear(given))
      .map(([model, pair, negatives]) => [model, pair, negatives]),
  expected: (model, pair, negatives) => farthest(moves(model, pair, negatives)),
  tolerance: 0,
  hints: [
    "Every output vector moves along the same vector. Which one? So which number alone decides how far it goes?",
    "A seen word with a very high score has learned its lesson. What is its error? And that of a noise word with a very high score?",
    "Suppose a word stands twice among the noise words. How far does its vector move in all?",
  ],
  knownMistakes: [
    {
      name: "largest-score",
      hint: "Does the word with the largest score move farthest? What is the error of the context word if its score is very large?",
      value: (model, pair, negatives) =>
        farthest(moves(model, pair, negatives, { error: (z) => sigmoid(z) })),
    },
    {
      name: "sign-kept",
      hint: "A context word has a negative error. Can it still be the one that moves farthest?",
      value: (model, pair, negatives) => farthest(moves(model, pair, negatives), (x) => x),
    },
    {
      name: "repeats-not-added",
      hint: "With the noise words [1, 1, 3], the vector of word 1 gets two gradients. How far does it move in all?",
      value: (model, pair, negatives) => farthest(moves(model, pair, negatives, { repeats: "once" })),
    },
    {
      name: "noise-only",
      hint: "Which words have an error: the noise words alone?",
      value: (model, pair, negatives) => farthest(moves(model, pair, negatives, { context: false })),
    },
    {
      name: "smallest-move",
      hint: "Is the vector that moves farthest the one with the largest error, or the one with the smallest?",
      value: (model, pair, negatives) => farthest(moves(model, pair, negatives), (x) => -Math.abs(x)),
    },
    {
      name: "sizes-added",
      hint: "If the context word is a noise word too, do its two gradients point the same way?",
      value: (model, pair, negatives) =>
        farthest(moves(model, pair, negatives, { error: (z, t) => Math.abs(sigmoid(z) - t) })),
    },
  ],
};

interface Ways {
  readonly error?: (z: number, t: number) => number;
  readonly repeats?: "added" | "once";
  readonly context?: boolean;
}

/** Σ e of each word that has an error. */
function moves(
  { input, output }: Model,
  { center, context }: SkipGramPair,
  negatives: readonly number[],
  { error = (z, t) => sigmoid(z) - t, repeats = "added", context: counts = true }: Ways = {},
): Map<number, number> {
  const sums = new Map<number, number>();
  [context, ...negatives].forEach((word, place) => {
    if (place === 0 && !counts && negatives.length > 0) return;
    const e = error(dot(row(output, word), row(input, center)), place === 0 ? 1 : 0);
    sums.set(word, repeats === "once" ? e : (sums.get(word) ?? 0) + e);
  });
  return sums;
}

function farthest(sums: ReadonlyMap<number, number>, size: (sum: number) => number = Math.abs): number {
  return [...sums].reduce((x, y) => (size(y[1]) > size(x[1]) ? y : x))[0];
}

/** Whether one word moves farther than all others, by more than rounding. */
function isClear([model, pair, negatives]: readonly [Model, SkipGramPair, readonly number[]]): boolean {
  const sizes = [...moves(model, pair, negatives).values()].map(Math.abs).sort((a, b) => b - a);
  return (sizes[0] as number) - (sizes[1] ?? 0) > 1e-6;
}
