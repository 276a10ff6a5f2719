import type { Random } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type BestEpoch = (losses: readonly number[], patience: number) => number;

/** The epoch, from 1, with the lowest validation loss before training stops: after `patience` epochs without a lower one. */
export const bestEpoch: Exercise<BestEpoch> = {
  id: "13-sentiment/best-epoch",
  points: 2,
  equation: "lesson 13, section 5",
  parameters: ["losses", "patience"],
  instances: (random) => [
    [[0.7, 0.6, 0.5, 0.52, 0.55, 0.6], 3],
    [[0.7, 0.6, 0.65, 0.64, 0.3], 2], // the lowest comes after the stop
    [[0.7, 0.6, 0.65, 0.64, 0.66, 0.63, 0.2], 2], // and long after it
    [[0.7, 0.6, 0.65, 0.3], 2], // one epoch of patience is left
    [[0.5, 0.6, 0.7], 1],
    [[0.7, 0.6, 0.6, 0.6], 2], // equal is not lower
    [[0.9, 0.8, 0.7], 5], // it never stops
    [[0.4], 1],
    [losses(12, random), 3],
    [[0.7, 0.71, 0.69, 0.72, 0.73, 0.2], 2], // the count starts again
  ],
  expected: (list, patience) => stoppedBy(list, patience).best,
  tolerance: 0,
  hints: [
    "Which numbers of the network are kept at the end, those of the last epoch or others?",
    "Training does not see the losses behind its stop. Does your function?",
    "After how many epochs in a row without a lower loss does it stop? When does that count start again?",
  ],
  knownMistakes: [
    {
      name: "looked-ahead",
      hint: "Could a training that had stopped know that loss?",
      value: (list) => 1 + list.indexOf(Math.min(...list)),
    },
    {
      name: "last-for-best",
      hint: "Is the network at its best when it stops, or some epochs earlier?",
      value: (list, patience) => stoppedBy(list, patience).last,
    },
    {
      name: "counted-from-zero",
      hint: "What is the number of the first epoch?",
      value: (list, patience) => stoppedBy(list, patience).best - 1,
    },
    {
      name: "equal-taken-for-lower",
      hint: "Two epochs have the same loss. Is the second of them lower?",
      value: (list, patience) => stoppedBy(list, patience, (loss, lowest) => loss <= lowest).best,
    },
    {
      name: "one-epoch-more",
      hint: "With a patience of 1: how many epochs without a lower loss does your training allow?",
      value: (list, patience) => stoppedBy(list, patience + 1).best,
    },
    {
      name: "highest-for-lowest",
      hint: "Is a large loss good?",
      value: (list) => 1 + list.indexOf(Math.max(...list)),
    },
  ],
};

function stoppedBy(
  list: readonly number[],
  patience: number,
  isLower: (loss: number, lowest: number) => boolean = (loss, lowest) => loss < lowest,
): { best: number; last: number } {
  let [best, lowest] = [0, Number.POSITIVE_INFINITY];
  for (let epoch = 1; epoch <= list.length; epoch++) {
    const loss = list[epoch - 1] as number;
    if (isLower(loss, lowest)) [best, lowest] = [epoch, loss];
    else if (epoch - best >= patience) return { best, last: epoch };
  }
  return { best, last: list.length };
}

/** Losses that fall at first and then go up and down. */
function losses(count: number, random: Random): number[] {
  return Array.from({ length: count }, (_, i) => 0.5 + 0.3 / (i + 1) + 0.2 * random());
}
