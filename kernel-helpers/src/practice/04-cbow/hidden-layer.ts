import type { Table } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { hiddenLayer as meanOf } from "../../model/index.ts";
import { randomIds, randomTable } from "../random-inputs.ts";

type HiddenLayer = (input: Table, context: readonly number[]) => Float64Array;

/** h = (1/C) Σ_c v_c. */
export const hiddenLayer: Exercise<HiddenLayer> = {
  id: "04-cbow/hidden-layer",
  points: 2,
  equation: "Rong 2014, eq. 17 and 18",
  parameters: ["input", "context"],
  instances: (random) => [
    [randomTable(4, 3, random), [0, 2]],
    [randomTable(5, 2, random), [3]],
    [randomTable(5, 2, random), [1, 1]],
    [randomTable(3, 4, random), [1, 2, 1]],
    [randomTable(6, 1, random), [5, 0, 4, 2]],
    [randomTable(4, 3, random), randomIds(7, 4, random)],
  ],
  expected: meanOf,
  tolerance: 1e-9,
  hints: [
    "Which rows of the table go into h, how many are they, and what share of h is each of them?",
    "With a context of one word, h should be that word's vector. Is it?",
    "With a context of two words, h lies half-way between their vectors. Where does yours lie?",
  ],
  knownMistakes: [
    {
      name: "sum-for-mean",
      hint: "What happens to your h when every word of the context is listed twice? Should it change?",
      value: (input, context) => meanOf(input, context).map((x) => x * context.length),
    },
    {
      name: "repeats-dropped",
      hint: "In 'the king loves the queen', how often does 'the' occur around 'loves'?",
      value: (input, context) => meanOf(input, [...new Set(context)]),
    },
    {
      name: "divided-by-width",
      hint: "You divide by a number. Is it the number of words, or the number of dimensions?",
      value: (input, context) => meanOf(input, context).map((x) => (x * context.length) / input.width),
    },
  ],
};
