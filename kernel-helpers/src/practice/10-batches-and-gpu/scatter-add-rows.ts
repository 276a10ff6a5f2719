import { addScaled, row, type Table } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomIds, randomTable } from "../random-inputs.ts";
import { type Gradient, lastWriteWins } from "./batch-by.ts";

type ScatterAddRows = (table: Table, ids: readonly number[], rows: Table, scale: number) => void;

/** table[ids[i]] += scale · rows[i] for each i; rows with the same id add up. */
export const scatterAddRows: Exercise<ScatterAddRows> = {
  id: "10-batches-and-gpu/scatter-add-rows",
  points: 2,
  equation: "table[i_n] += s g_n, summed over n",
  parameters: ["table", "ids", "rows", "scale"],
  instances: (random) => [
    [randomTable(5, 3, random), [1, 3], randomTable(2, 3, random), -0.1],
    [randomTable(4, 2, random), [2, 0, 2, 2], randomTable(4, 2, random), 0.5],
    [randomTable(3, 4, random), [0, 0], randomTable(2, 4, random), -2],
    [randomTable(2, 2, random), [], randomTable(0, 2, random), 1.5],
    [randomTable(4, 1, random), [3], randomTable(1, 1, random), 1],
    [randomTable(3, 2, random), [0, 0, 1], randomTable(3, 2, random), -1],
    [randomTable(3, 2, random), [2, 1], randomTable(2, 2, random), 0],
    [randomTable(3, 2, random), randomIds(6, 3, random), randomTable(6, 2, random), 0.25],
  ],
  expected: (table, ids, rows, scale) => {
    ids.forEach((id, i) => {
      addScaled(row(table, id), scale, row(rows, i));
    });
  },
  tolerance: 1e-9,
  hints: [
    "Which row of the table does row 0 of `rows` belong to? Where do you find its number?",
    "With the ids [0, 0], what should row 0 of the table be afterwards? Work it out by hand for one column.",
    "Do your changes reach the table that you were given, or a copy of it? Which numbers differ afterwards?",
  ],
  knownMistakes: [
    {
      name: "last-write-wins",
      hint: "With the ids [2, 0, 2, 2], what do you add your third row to: row 2 before the first update, or row 2 after it?",
      value: (table, ids, rows, scale) => lastWriteWins(table, placesOf(ids, rows), scale),
    },
    {
      name: "first-write-wins",
      hint: "With the ids [2, 0, 2, 2], which of the three rows for 2 have you added? What about the others?",
      value: (table, ids, rows, scale) => lastWriteWins(table, placesOf(ids, rows).reverse(), scale),
    },
    {
      name: "mean-for-sum",
      hint: "Suppose two equal rows have the same id. Should the table move as far as for one, or twice as far?",
      value: (table, ids, rows, scale) => {
        ids.forEach((id, i) => {
          addScaled(row(table, id), scale / ids.filter((other) => other === id).length, row(rows, i));
        });
      },
    },
    {
      name: "scale-forgotten",
      hint: "Which of the four arguments does your formula not use?",
      value: (table, ids, rows) => {
        ids.forEach((id, i) => {
          addScaled(row(table, id), 1, row(rows, i));
        });
      },
    },
    {
      name: "sign-flipped",
      hint: "With scale = 1, should the numbers of `rows` be added to the table, or subtracted? Where does a minus sign come from?",
      value: (table, ids, rows, scale) => {
        ids.forEach((id, i) => {
          addScaled(row(table, id), -scale, row(rows, i));
        });
      },
    },
    {
      name: "row-replaced",
      hint: "Suppose a row of `rows` is all zeros. What should the table's row be afterwards: zero, or as before?",
      value: (table, ids, rows, scale) => {
        ids.forEach((id, i) => {
          row(table, id).set(row(rows, i).map((x) => scale * x));
        });
      },
    },
  ],
};

function placesOf(ids: readonly number[], rows: Table): Gradient[] {
  return ids.map((id, i) => ({ id, values: row(rows, i).slice() }));
}
