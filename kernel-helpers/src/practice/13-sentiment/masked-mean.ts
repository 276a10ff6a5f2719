import { addScaled, row, type Table } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomTable } from "../random-inputs.ts";

type MaskedMean = (vectors: Table, mask: readonly number[]) => Float64Array;

/** h = Σ_t m_t x_t / Σ_t m_t, and 0 for a text without words. */
export const maskedMean: Exercise<MaskedMean> = {
  id: "13-sentiment/masked-mean",
  points: 2,
  equation: "lesson 13, section 3",
  parameters: ["vectors", "mask"],
  instances: (random) => [
    [randomTable(4, 3, random), [1, 1, 0, 0]],
    [randomTable(3, 2, random), [1, 1, 1]], // no padding
    [randomTable(5, 2, random), [1, 0, 0, 0, 0]], // one word
    [randomTable(3, 4, random), [0, 0, 0]], // none
    [randomTable(1, 1, random), [1]],
    [randomTable(6, 3, random), [1, 1, 1, 1, 0, 0]],
    [randomTable(4, 2, random), [0, 1, 0, 1]], // padding in front, as some libraries have it
  ],
  expected: (vectors, mask) => meanBy(vectors, mask, countOf(mask)),
  tolerance: 1e-9,
  hints: [
    "Which rows may count, and by what do you divide? Does either depend on how long the longest text of the batch is?",
    "The same text stands in a batch with a longer one, and so gets more padding. Should its h change?",
    "A text of one word and three places of padding: what should h be, and what is yours?",
  ],
  knownMistakes: [
    {
      name: "padding-counted",
      hint: "A row of padding has a vector too. Does it belong to the text?",
      value: (vectors) => meanBy(vectors, onesLike(vectors), vectors.rows),
    },
    {
      name: "divided-by-places",
      hint: "You leave the padding out of the sum. Is it still in the number that you divide by?",
      value: (vectors, mask) => meanBy(vectors, mask, vectors.rows),
    },
    {
      name: "sum-for-mean",
      hint: "A text twice as long: is its h to be twice as long too?",
      value: (vectors, mask) => meanBy(vectors, mask, 1),
    },
    {
      name: "nothing-by-nothing",
      hint: "A text without words has no word to divide by. What does 0 / 0 give, and what do later layers make of it?",
      value: (vectors, mask) => {
        const count = mask.reduce((sum, m) => sum + m, 0);
        return meanBy(vectors, mask, count).map((x) => (count === 0 ? Number.NaN : x));
      },
    },
    {
      name: "cut-at-first-padding",
      hint: "Does padding always stand behind the words?",
      value: (vectors, mask) => {
        const end = mask.indexOf(0);
        const cut = mask.map((m, t) => (end < 0 || t < end ? m : 0));
        return meanBy(vectors, cut, countOf(cut));
      },
    },
  ],
};

function meanBy(vectors: Table, mask: readonly number[], divisor: number): Float64Array {
  const h = new Float64Array(vectors.width);
  mask.forEach((m, t) => {
    if (m !== 0) addScaled(h, m / divisor, row(vectors, t));
  });
  return h;
}

function countOf(mask: readonly number[]): number {
  return Math.max(
    1,
    mask.reduce((sum, m) => sum + m, 0),
  );
}

function onesLike(vectors: Table): number[] {
  return new Array<number>(vectors.rows).fill(1);
}
