import { addScaled, row, type Table } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomTable, randomVector } from "../random-inputs.ts";

type TunedVector = (vector: Float64Array, shares: Float64Array, directions: Table) => Float64Array;

/** E_w + Σ_k A_wk B_k: a word's vector under a low-rank delta. */
export const tunedVector: Exercise<TunedVector> = {
  id: "13-sentiment/tuned-vector",
  points: 2,
  equation: "Hu et al. 2022, eq. 3, for a row of a table",
  parameters: ["vector", "shares", "directions"],
  instances: (random) => [
    [randomVector(3, random), randomVector(2, random), randomTable(2, 3, random)],
    [randomVector(4, random), randomVector(1, random), randomTable(1, 4, random)],
    [randomVector(2, random), Float64Array.of(0, 0, 0), randomTable(3, 2, random)], // a word that no labelled text has
    [randomVector(3, random), randomVector(3, random), randomTable(3, 3, random)],
    [randomVector(1, random), randomVector(2, random), randomTable(2, 1, random)],
  ],
  expected: (vector, shares, directions) => tunedBy(vector, shares, directions),
  tolerance: 1e-9,
  hints: [
    "Which numbers does training move, and which stay as they were trained before?",
    "The shares are all 0. What must come out?",
    "Each share belongs to a row of the directions. How long is such a row?",
  ],
  knownMistakes: [
    {
      name: "frozen-part-forgotten",
      hint: "What does a word have that no labelled text has?",
      value: (vector, shares, directions) =>
        tunedBy(
          vector.map(() => 0),
          shares,
          directions,
        ),
    },
    {
      name: "subtracted",
      hint: "Is the delta added, or taken away?",
      value: (vector, shares, directions) =>
        tunedBy(
          vector,
          shares.map((a) => -a),
          directions,
        ),
    },
    {
      name: "mean-of-directions",
      hint: "Is ΔE a product of two tables, or a mean?",
      value: (vector, shares, directions) =>
        tunedBy(
          vector,
          shares.map((a) => a / shares.length),
          directions,
        ),
    },
    {
      name: "first-direction-only",
      hint: "How many shares does a word have? How many do you use?",
      value: (vector, shares, directions) =>
        tunedBy(
          vector,
          shares.map((a, k) => (k === 0 ? a : 0)),
          directions,
        ),
    },
    {
      name: "shares-forgotten",
      hint: "Does every word move in the same way?",
      value: (vector, shares, directions) =>
        tunedBy(
          vector,
          shares.map(() => 1),
          directions,
        ),
    },
  ],
};

function tunedBy(vector: Float64Array, shares: Float64Array, directions: Table): Float64Array {
  const tuned = vector.slice();
  shares.forEach((share, k) => {
    addScaled(tuned, share, row(directions, k));
  });
  return tuned;
}
