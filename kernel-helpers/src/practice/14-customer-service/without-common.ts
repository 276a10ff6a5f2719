import type { Table } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import {
  along,
  bothBy,
  centred,
  first,
  leaning,
  meanOf,
  moved,
  stacked,
  unit,
  without,
} from "./common-direction.ts";

type WithoutCommon = (train: Table, test: Table) => { train: Table; test: Table };

/** x - (x · u) u for each row of both tables, with u the first right singular vector of the training table. */
export const withoutCommon: Exercise<WithoutCommon> = {
  id: "14-customer-service/without-common",
  points: 3,
  equation: "Arora, Liang and Ma 2017, algorithm 1, second step",
  parameters: ["train", "test"],
  instances: (random) => [
    [leaning(3, [1, 0], random), leaning(2, [0, 1], random)],
    [leaning(8, [1, 1, 0], random), leaning(4, [0, 1, -1], random)],
    [leaning(12, [1, -1, 1, 0], random), leaning(5, [1, 1, 1, 1], random)],
    [leaning(6, [0, 0, 1], random), leaning(1, [1, 0, 0], random)],
    [leaning(5, [0, 2, 1, 0, 0], random), leaning(9, [2, 0, 0, 1, 0], random)],
  ],
  expected: (train, test) => bothBy(train, test, first(train)),
  tolerance: 1e-6,
  hints: [
    "Which of the two tables may u depend on, if the other one is to judge?",
    "u has length 1. What is the dot product of u and each row of your result? What should it be?",
    "Change one row of the test table. Which numbers of your result change? Which may change?",
  ],
  knownMistakes: [
    {
      name: "fitted-on-test",
      hint: "Change one row of the test table: does the training table that you return change? May it?",
      value: (train, test) => bothBy(train, test, first(test)),
    },
    {
      name: "fitted-on-both",
      hint: "From how many rows do you compute u? Are those of the test among them?",
      value: (train, test) => bothBy(train, test, first(stacked(train, test))),
    },
    {
      name: "each-by-its-own",
      hint: "How many directions do you compute? A single question that comes in tomorrow: whose direction is taken out of it?",
      value: (train, test) => ({
        train: without(train, first(train)),
        test: without(test, first(test)),
      }),
    },
    {
      name: "test-left-as-it-was",
      hint: "Questions and answers are compared by their cosine. Do both have the direction taken out?",
      value: (train, test) => ({ train: without(train, first(train)), test }),
    },
    {
      name: "train-left-as-it-was",
      hint: "Questions and answers are compared by their cosine. Do both have the direction taken out?",
      value: (train, test) => ({ train, test: without(test, first(train)) }),
    },
    {
      name: "centred-first",
      hint: "Do you subtract the mean before you look for the direction? Principal components do; does this formula?",
      value: (train, test) => bothBy(train, test, first(centred(train))),
      variants: [
        (train, test) => {
          const mean = meanOf(train);
          return bothBy(moved(train, mean), moved(test, mean), first(moved(train, mean)));
        },
      ],
    },
    {
      name: "mean-for-direction",
      hint: "Is the mean of the rows the direction along which their squares add up to most?",
      value: (train, test) => bothBy(train, test, unit(meanOf(train))),
    },
    {
      name: "mean-subtracted",
      hint: "Do you take the same vector away from each row, or from each row as much as it has of u?",
      value: (train, test) => ({ train: moved(train, meanOf(train)), test: moved(test, meanOf(train)) }),
    },
    {
      name: "whole-direction-subtracted",
      hint: "How much of u is in a row x? Do you take away as much, or always all of u?",
      value: (train, test) => ({ train: moved(train, first(train)), test: moved(test, first(train)) }),
    },
    {
      name: "added",
      hint: "What is u · x after your step, compared with before: 0, or twice as much?",
      value: (train, test) => bothBy(train, test, first(train), 1),
    },
    {
      name: "only-the-direction-kept",
      hint: "Do you return what a row has of u, or what is left without it?",
      value: (train, test) => ({ train: along(train, first(train)), test: along(test, first(train)) }),
    },
  ],
};
