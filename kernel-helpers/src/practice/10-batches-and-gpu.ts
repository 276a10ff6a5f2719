import { addScaled, row, sigmoid, softplus, type Table } from "../base/index.ts";
import type { Exercise } from "../check/index.ts";
import { batchBy, lastWriteWins, oneByOne } from "./batch-by.ts";
import type { PlainBatchStep } from "./on-tables.ts";
import { randomModel, randomTable } from "./random-inputs.ts";

type ScatterAddRows = (table: Table, ids: readonly number[], rows: Table, scale: number) => void;
type LogSigmoid = (x: number) => number;
type GradientBytes = (
  V: number,
  d: number,
  B: number,
  K: number,
) => { readonly dense: number; readonly rows: number };

/** table[ids[i]] += scale · rows[i] for each i, duplicates added. */
const scatterAddRows: Exercise<ScatterAddRows> = {
  id: "10-batches-and-gpu/scatter-add-rows",
  points: 2,
  equation: "table[i_n] += s g_n, summed over n",
  parameters: ["table", "ids", "rows", "scale"],
  instances: (random) => [
    [randomTable(5, 3, random), [1, 3], randomTable(2, 3, random), -0.1],
    [randomTable(4, 2, random), [2, 0, 2, 2], randomTable(4, 2, random), 0.5],
    [randomTable(3, 4, random), [0, 0], randomTable(2, 4, random), -2],
    [randomTable(2, 2, random), [], randomTable(0, 2, random), 1.5],
  ],
  expected: (table, ids, rows, scale) => {
    ids.forEach((id, i) => {
      addScaled(row(table, id), scale, row(rows, i));
    });
  },
  tolerance: 1e-9,
  hints: [
    "Which row of the table belongs to row 0 of `rows`? Where does it stand?",
    "An id comes three times: how many rows are added to that row of the table?",
    "`row(table, i)` is a view: what happens to the table when you add to it in place?",
  ],
  nearMisses: [
    {
      name: "last-write-wins",
      hint: "With the ids [2, 0, 2, 2], which old value does your third row begin from: the table before, or after the first?",
      value: (table, ids, rows, scale) => lastWriteWins(table, placesOf(ids, rows), scale),
    },
    {
      name: "first-write-wins",
      hint: "With the ids [2, 0, 2, 2], which of the three rows for 2 have you added? What of the others?",
      value: (table, ids, rows, scale) => lastWriteWins(table, placesOf(ids, rows).reverse(), scale),
    },
    {
      name: "mean-for-sum",
      hint: "Two equal rows for one id: should the table move as far as for one, or twice as far?",
      value: (table, ids, rows, scale) => {
        ids.forEach((id, i) => {
          addScaled(row(table, id), scale / ids.filter((other) => other === id).length, row(rows, i));
        });
      },
    },
    {
      name: "scale-forgotten",
      hint: "Which of your four arguments is not in your formula?",
      value: (table, ids, rows) => {
        ids.forEach((id, i) => {
          addScaled(row(table, id), 1, row(rows, i));
        });
      },
    },
    {
      name: "sign-flipped",
      hint: "With scale = 1, must the numbers of the table grow or fall by those of `rows`? Who brings the minus?",
      value: (table, ids, rows, scale) => {
        ids.forEach((id, i) => {
          addScaled(row(table, id), -scale, row(rows, i));
        });
      },
    },
    {
      name: "row-replaced",
      hint: "A row of zeros comes in. What should the table's row be after it: zero, or as before?",
      value: (table, ids, rows, scale) => {
        ids.forEach((id, i) => {
          row(table, id).set(row(rows, i).map((x) => scale * x));
        });
      },
    },
  ],
};

/** log σ(x) = -softplus(-x), for every x. */
const logSigmoid: Exercise<LogSigmoid> = {
  id: "10-batches-and-gpu/log-sigmoid",
  points: 2,
  equation: "log σ(x) = -log(1 + e^-x)",
  parameters: ["x"],
  instances: (random) => [[0], [1.5], [-2 - random()], [8 + random()], [-9], [-40], [-800], [800], [-20_000]],
  expected: (x) => -softplus(-x),
  tolerance: 1e-9,
  hints: [
    "What is log σ(x) for x = -800, by hand? Is it infinite?",
    "For x < 0, write 1 + e^-x as e^-x (e^x + 1). What becomes of its logarithm?",
    "Which of e^x and e^-x is at most 1? Can you use only that one, whatever the sign of x?",
  ],
  nearMisses: [
    {
      name: "naive",
      hint: "At x = -800, what does Math.exp(-x) give? And what does the logarithm make of it?",
      value: (x) => Math.log(1 / (1 + Math.exp(-x))),
    },
    {
      name: "epsilon-added",
      hint: "With 1e-7 inside the logarithm, what is its lowest value? Does a very wrong score still cost more than a wrong one?",
      value: (x) => Math.log(sigmoid(x) + 1e-7),
    },
    {
      name: "clamped-at-six",
      hint: "Are log σ(-9) and log σ(-40) the same number? What happens to a score beyond your bound?",
      value: (x) => -softplus(-Math.max(-6, Math.min(6, x))),
    },
    {
      name: "sign-lost",
      hint: "A probability is at most 1. What sign has its logarithm?",
      value: (x) => softplus(-x),
    },
    {
      name: "other-side",
      hint: "Where is σ near 1: at x = 800, or at x = -800? What must log σ be there?",
      value: (x) => -softplus(x),
    },
    {
      name: "sigmoid-alone",
      hint: "At x = 0 the probability is a half. Is that what was asked for?",
      value: (x) => sigmoid(x),
    },
  ],
};

/** Bytes of the float32 gradients of both tables, whole or by rows. */
const gradientBytes: Exercise<GradientBytes> = {
  id: "10-batches-and-gpu/gradient-bytes",
  points: 2,
  equation: "4 · 2 V d against 4 · B (2 + K) d",
  parameters: ["V", "d", "B", "K"],
  instances: () => [
    [1000, 10, 16, 5],
    [50_000, 100, 1024, 5],
    [7, 3, 2, 1],
    [11_559, 50, 4096, 15],
  ],
  expected: (V, d, B, K) => ({ dense: 8 * V * d, rows: 4 * B * (2 + K) * d }),
  tolerance: 0,
  hints: [
    "How many tables has the model, and what is the shape of the gradient of one?",
    "One pair: how many rows of the input table does it move, and how many of the output table?",
    "How many bytes has a float32? Does the batch size change the dense gradient at all?",
  ],
  nearMisses: [
    {
      name: "one-table",
      hint: "Two tables learn. How many gradients does autodiff make, each as large as its table?",
      value: (V, d, B, K) => ({ dense: 4 * V * d, rows: 4 * B * (2 + K) * d }),
    },
    {
      name: "numbers-for-bytes",
      hint: "You counted numbers. How many bytes does one take in float32?",
      value: (V, d, B, K) => ({ dense: 2 * V * d, rows: B * (2 + K) * d }),
    },
    {
      name: "float64",
      hint: "Is a tensor of TensorFlow.js float64, like a number of JavaScript, or float32?",
      value: (V, d, B, K) => ({ dense: 16 * V * d, rows: 8 * B * (2 + K) * d }),
    },
    {
      name: "one-row-short",
      hint: "Write down the words of one pair: its center, its context word, its K noise words. Which one is not in your count?",
      value: (V, d, B, K) => ({ dense: 8 * V * d, rows: 4 * B * (1 + K) * d }),
    },
    {
      name: "dense-per-pair",
      hint: "Does autodiff keep one table of gradients for each pair, or one for the sum?",
      value: (V, d, B, K) => ({ dense: 8 * B * V * d, rows: 4 * B * (2 + K) * d }),
    },
  ],
};

/** One step of SGNS on a batch: every gradient at the tables as they were, duplicates added. */
const batchStep: Exercise<PlainBatchStep> = {
  id: "10-batches-and-gpu/batch-step",
  points: 5,
  equation: "Mikolov et al. 2013b, eq. 4, summed over a batch",
  parameters: ["model", "centers", "words", "alpha"],
  instances: (random) => [
    [randomModel(7, 3, random), [0], [[1, 2, 3]], 0.5],
    [
      randomModel(5, 2, random),
      [3, 3, 1, 3],
      [
        [0, 1, 1],
        [0, 2, 4],
        [2, 2, 0],
        [4, 0, 3],
      ],
      0.5,
    ],
    [
      randomModel(6, 4, random),
      [2, 5, 2],
      [
        [1, 1],
        [1, 3],
        [4, 1],
      ],
      0.25,
    ],
  ],
  expected: batchBy,
  tolerance: 1e-4, // float32 against float64
  hints: [
    "What are the shapes of v (from `centers`), of u (from `words`) and of the scores? Which of them needs one more axis?",
    "Output row w_bj gets e_bj v_cb. Which sum over j does the row of the center get, and which shape has it?",
    "Which rows do you scatter with which ids, in which order, and are both made before the first table moves?",
  ],
  nearMisses: [
    {
      name: "mean-for-sum",
      hint: "Train on a batch that holds one pair twice. Should it move the tables as far as the pair alone, or twice as far?",
      value: (model, centers, words, alpha) =>
        batchBy(model, centers, words, alpha, { factor: 1 / centers.length }),
    },
    {
      name: "last-write-wins",
      hint: "Center 3 comes three times. How many of its gradients are in the table after your step?",
      value: (model, centers, words, alpha) =>
        batchBy(model, centers, words, alpha, { scatter: lastWriteWins }),
    },
    {
      name: "uphill",
      hint: "Call your step twice on the same batch. Does the loss fall? Which sign has gradient descent?",
      value: (model, centers, words, alpha) => batchBy(model, centers, words, -alpha),
    },
    {
      name: "reads-after-writing",
      hint: "The centers' gradients are made of output vectors. Were they still the old ones when you read them?",
      value: (model, centers, words, alpha) => batchBy(model, centers, words, alpha, { late: true }),
    },
    {
      name: "one-by-one",
      hint: "Does the second pair of your batch see what the first has moved? At which tables is every gradient of a batch taken?",
      value: oneByOne,
    },
    {
      name: "loss-summed",
      hint: "Is your loss that of the batch, or of a pair? Which does the exercise ask for?",
      value: (model, centers, words, alpha) => {
        const { loss, tidy } = batchBy(model, centers, words, alpha);
        return { loss: loss * centers.length, tidy };
      },
    },
    {
      name: "leaked-tensors",
      hint: "Count tf.memory().numTensors before and after your step. Which function disposes what a step made on its way?",
      value: (model, centers, words, alpha) => ({
        ...batchBy(model, centers, words, alpha),
        tidy: false,
      }),
    },
  ],
};

/** The exercises of chapter 10 by their ids. */
export const batchesAndGpu: {
  readonly "10-batches-and-gpu/scatter-add-rows": Exercise<ScatterAddRows>;
  readonly "10-batches-and-gpu/log-sigmoid": Exercise<LogSigmoid>;
  readonly "10-batches-and-gpu/gradient-bytes": Exercise<GradientBytes>;
  readonly "10-batches-and-gpu/batch-step": Exercise<PlainBatchStep>;
} = {
  "10-batches-and-gpu/scatter-add-rows": scatterAddRows,
  "10-batches-and-gpu/log-sigmoid": logSigmoid,
  "10-batches-and-gpu/gradient-bytes": gradientBytes,
  "10-batches-and-gpu/batch-step": batchStep,
};

function placesOf(ids: readonly number[], rows: Table): { id: number; values: Float64Array }[] {
  return ids.map((id, i) => ({ id, values: row(rows, i).slice() }));
}
