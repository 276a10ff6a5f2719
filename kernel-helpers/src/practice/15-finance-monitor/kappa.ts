import { type Random, randomBelow } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";

type Kappa = (one: readonly number[], other: readonly number[], classes: number) => number;

/** κ = (p_o - p_e) / (1 - p_e), with p_o the share of equal labels and p_e = Σ_k p_k q_k what chance gives. */
export const kappa: Exercise<Kappa> = {
  id: "15-finance-monitor/kappa",
  points: 2,
  equation: "Cohen 1960",
  parameters: ["one", "other", "classes"],
  instances: (random) => [
    [[0, 0, 1, 1], [0, 1, 1, 1], 2], // p_o = 3/4, p_e = 1/2
    [[0, 1, 2, 2, 1, 0], [0, 1, 2, 2, 1, 0], 3], // full agreement
    [[0, 1, 0, 1, 1], [1, 0, 1, 0, 0], 2], // worse than chance
    [[0, 0, 0, 0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0, 0, 1, 0], 2], // nearly all of one class
    [[2, 2, 0, 2, 2, 2], [2, 2, 2, 2, 2, 0], 4], // classes that nobody uses
    ...[2, 3, 5].map((classes): Parameters<Kappa> => readings(classes, random)),
  ],
  expected: (one, other, classes) => {
    const { seen, chance } = agreements(one, other, classes);
    return (seen - chance) / (1 - chance);
  },
  tolerance: 1e-9,
  hints: [
    "Two readers who throw a coin agree on half of the texts. Which κ should they have, and what does your function give?",
    "How often does the first reader say each class, and the second? How often do they say the same one if neither looks at the text?",
    "Full agreement must give 1 whatever chance would give. By what must the agreement beyond chance be divided?",
  ],
  knownMistakes: [
    {
      name: "raw-agreement",
      hint: "Does your number know what two readers would reach who do not look at the texts?",
      value: (one, other, classes) => agreements(one, other, classes).seen,
    },
    {
      name: "equal-classes",
      hint: "Are all classes equally frequent in these readings? What does chance give if nearly everything is of one class?",
      value: (one, other, classes) => beyond(agreements(one, other, classes).seen, 1 / classes),
    },
    {
      name: "one-reader-twice",
      hint: "Chance multiplies a share of the first reader by a share of whom?",
      value: (one, other, classes) =>
        beyond(agreements(one, other, classes).seen, agreements(one, one, classes).chance),
      variants: [
        (one, other, classes) =>
          beyond(agreements(one, other, classes).seen, agreements(other, other, classes).chance),
      ],
    },
    {
      name: "pooled-shares",
      hint: "You throw the labels of both readers together before you take shares. May the two have different habits in Cohen's formula?",
      value: (one, other, classes) => {
        const all = [...one, ...other];
        return beyond(agreements(one, other, classes).seen, agreements(all, all, classes).chance);
      },
    },
    {
      name: "not-divided",
      hint: "What does your function give for two readers who always agree? Should that depend on the shares of the classes?",
      value: (one, other, classes) => {
        const { seen, chance } = agreements(one, other, classes);
        return seen - chance;
      },
    },
    {
      name: "divided-by-chance",
      hint: "What is the most that the agreement can lie above chance? Do you divide by that?",
      value: (one, other, classes) => {
        const { seen, chance } = agreements(one, other, classes);
        return (seen - chance) / chance;
      },
    },
  ],
};

function beyond(seen: number, chance: number): number {
  return (seen - chance) / (1 - chance);
}

function agreements(
  one: readonly number[],
  other: readonly number[],
  classes: number,
): { seen: number; chance: number } {
  const share = (list: readonly number[], k: number): number =>
    list.filter((label) => label === k).length / list.length;
  let chance = 0;
  for (let k = 0; k < classes; k++) chance += share(one, k) * share(other, k);
  return { seen: one.filter((label, i) => label === other[i]).length / one.length, chance };
}

/** Two readings with other habits: the second one says class 0 more often. */
function readings(classes: number, random: Random): Parameters<Kappa> {
  const one = Array.from({ length: 30 }, (_, i) => (i < classes ? i : randomBelow(classes, random)));
  const other = one.map((label, i) => (i % 5 === 0 ? (label + 1) % classes : random() < 0.3 ? 0 : label));
  return [one, other, classes];
}
