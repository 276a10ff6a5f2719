import type { Exercise } from "../../check/index.ts";
import { randomIds } from "../random-inputs.ts";

type GradientBytes = (
  V: number,
  d: number,
  B: number,
  K: number,
) => { readonly dense: number; readonly rows: number };

/** Bytes of the float32 gradients of both tables: of whole tables, or only of the rows that a batch uses. */
export const gradientBytes: Exercise<GradientBytes> = {
  id: "10-batches-and-gpu/gradient-bytes",
  points: 2,
  equation: "4 · 2 V d against 4 · B (2 + K) d",
  parameters: ["V", "d", "B", "K"],
  instances: (random) => [
    [1000, 10, 16, 5],
    [50_000, 100, 1024, 5],
    [7, 3, 2, 1],
    [11_559, 50, 4096, 15],
    [1, 1, 1, 0],
    [3_000_000, 300, 4_000_000, 10], // more than 2^31 bytes
    ...[1, 2].map((): [number, number, number, number] => {
      const [V = 0, d = 0, B = 0, K = 0] = randomIds(4, 50, random);
      return [V + 1, d + 1, B + 1, K];
    }),
  ],
  expected: (V, d, B, K) => ({ dense: 8 * V * d, rows: 4 * B * (2 + K) * d }),
  tolerance: 0,
  hints: [
    "How many tables does the model have, and what is the shape of one table's gradient?",
    "How many rows of the input table does one pair move, and how many rows of the output table?",
    "How many bytes does a float32 take? Does the dense gradient depend on the batch size at all?",
  ],
  knownMistakes: [
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
      hint: "Does a TensorFlow.js tensor hold float64, like a JavaScript number, or float32?",
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
