import { type Random, randomBelow } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { aliasTable } from "../../pairs/index.ts";

type DrawAlias = (share: ArrayLike<number>, alias: ArrayLike<number>, x: number) => number;

/** The word that an alias table gives for a number x in [0, 1). */
export const drawAlias: Exercise<DrawAlias> = {
  id: "17-performance/draw-alias",
  points: 2,
  equation: "Vose 1991; cell = ⌊V x⌋, its own word if V x - cell < share",
  parameters: ["share", "alias", "x"],
  instances: (random) => [
    [[1, 0.5], [0, 0], 0.6], // cell 1, at 0.2 in it
    [[1, 0.5], [0, 0], 0.9],
    [[1, 0.5], [0, 0], 0.75], // at the border
    [[1], [0], 0], // one word
    [[1], [0], 1 - 2 ** -32],
    [[0, 1, 0.25], [1, 1, 1], 0], // a word that is never drawn
    [[0, 1, 0.25], [1, 1, 1], 1 - 2 ** -32],
    [[0.25, 1, 1, 0.75], [3, 1, 2, 0], 1 / 32],
    [[0.25, 1, 1, 0.75], [3, 1, 2, 0], 1 / 16],
    [[0.25, 1, 1, 0.75], [3, 1, 2, 0], 3 / 16],
    [[0.25, 1, 1, 0.75], [3, 1, 2, 0], 13 / 16],
    [[0.25, 1, 1, 0.75], [3, 1, 2, 0], 15 / 16],
    [[1, 1, 1, 1], [0, 1, 2, 3], 0.5],
    ...Array.from({ length: 24 }, () => drawOf(random)),
  ],
  expected: (share, alias, x) => drawn(share, alias, x),
  tolerance: 0,
  hints: [
    "The V cells are equally probable. In which of them does x lie?",
    "Two cells, x = 0.6: which cell is it, and how far into the cell, from 0 to 1, does x lie?",
    "When does a draw give the cell's own word, and when its other one? What of a share of 0, and of a place exactly at the border?",
  ],
  knownMistakes: [
    {
      name: "exchanged",
      hint: "A cell with the share 1 has no other word. Which word does your function give there?",
      value: (share, alias, x) => {
        const { cell, place } = placeOf(share, x);
        return place < at(share, cell) ? at(alias, cell) : cell;
      },
    },
    {
      name: "always-own-word",
      hint: "Which of the three arguments does your function not use?",
      value: (share, _, x) => placeOf(share, x).cell,
    },
    {
      name: "always-other-word",
      hint: "When does a draw give the cell's own word? Does yours ever?",
      value: (share, alias, x) => at(alias, placeOf(share, x).cell),
    },
    {
      name: "place-in-table",
      hint: "The share says which part of the cell is the word's own. Do you compare it with the place in the cell, or with the place in the whole table?",
      value: (share, alias, x) => {
        const { cell } = placeOf(share, x);
        return x < at(share, cell) ? cell : at(alias, cell);
      },
    },
    {
      name: "cell-not-subtracted",
      hint: "V x lies between 0 and V. How far into its cell is that?",
      value: (share, alias, x) => {
        const { cell } = placeOf(share, x);
        return x * share.length < at(share, cell) ? cell : at(alias, cell);
      },
    },
    {
      name: "border-own",
      hint: "A word with the share 0 is never drawn. Which word does your function give at x = 0 then?",
      value: (share, alias, x) => {
        const { cell, place } = placeOf(share, x);
        return place <= at(share, cell) ? cell : at(alias, cell);
      },
    },
    {
      name: "rounded",
      hint: "Three cells, x = 0.2: is that in the first cell, or in the second? What does rounding to the nearest number say?",
      value: (share, alias, x) => {
        const cell = Math.round(x * share.length) % share.length;
        return x * share.length - cell < at(share, cell) ? cell : at(alias, cell);
      },
    },
    {
      name: "walk",
      hint: "You add up shares until they exceed a number. Are the shares of the cells the probabilities of the words?",
      value: (share, _, x) => {
        const total = Array.from(share).reduce((sum, part) => sum + part, 0);
        let sum = 0;
        for (let word = 0; word < share.length; word++) {
          sum += at(share, word);
          if (x * total < sum) return word;
        }
        return share.length - 1;
      },
    },
  ],
};

function at(list: ArrayLike<number>, i: number): number {
  return list[i] as number;
}

function placeOf(share: ArrayLike<number>, x: number): { cell: number; place: number } {
  const cell = Math.floor(x * share.length);
  return { cell, place: x * share.length - cell };
}

function drawn(share: ArrayLike<number>, alias: ArrayLike<number>, x: number): number {
  const { cell, place } = placeOf(share, x);
  return place < at(share, cell) ? cell : at(alias, cell);
}

function drawOf(random: Random): Parameters<DrawAlias> {
  const { share, alias } = aliasTable(
    Array.from({ length: 9 }, () => 1 + randomBelow(50, random)),
    0.75,
  );
  return [share, alias, random()];
}
