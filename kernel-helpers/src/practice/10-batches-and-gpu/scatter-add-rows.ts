import { addScaled, row, type Table } from "../../base/index.ts";
import type { Exercise } from "../../check/index.ts";
import { randomTable } from "../random-inputs.ts";
import { type Gradient, lastWriteWins } from "./batch-by.ts";

type ScatterAddRows = (table: Table, ids: readonly number[], rows: Table, scale: number) => void;

/** table[ids[i]] += scale · rows[i] for each i, duplicates added. */
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
  knownMistakes: [
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

function placesOf(ids: readonly number[], rows: Table): Gradient[] {
  return ids.map((id, i) => ({ id, values: row(rows, i).slice() }));
}
