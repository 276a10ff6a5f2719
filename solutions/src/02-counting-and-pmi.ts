// %% [markdown] name="title"
// # 02 Counts and PMI: exercises
//
// Back to the lesson: [02 Counts and PMI: meaning from counting](../notebooks/02-counting-and-pmi.ipynb).
//
// Four functions, 9 points: the counts, PMI, its shifted and smoothed form, and the best table of rank $k$. Write each
// where it says TODO, then run the check below it. A check here is practice, not a grade. Add cells and helper functions
// as you like.
//
// A table is an object with `rows`, `width` and `data`, a typed array with the numbers of all rows. `zeroTable(rows,
// width)` makes one of zeros, and `row(table, i)` is row $i$ as a view: to write into it is to write into the table.

// %% name="imports"
import { check, row, type Table, zeroTable } from "kernel-helpers";

// %% [markdown] name="count-pairs-text" exercise="count-pairs"
// ## 1 Which words stand near which (2 points)
//
// Write `countPairs`: the table of shape $(V, V)$ whose number in row $w$ and column $c$ is $\#(w, c)$, the number of
// times that the word $c$ stands at most `window` places from the word $w$. `sentences` is a list of sentences, each a
// list of word ids from 0 to $V - 1$. A window ends with its sentence. A position is not its own context, but the same
// word at another position is. A sentence may be empty. (About 10 lines.)

// %% name="count-pairs" exercise="count-pairs"
/** #(w, c) for all words w and c, shape (V, V). */
function countPairs(
  sentences: readonly (readonly number[])[],
  V: number,
  window: number,
): Table {
  // BEGIN SOLUTION
  const table = zeroTable(V, V);
  for (const ids of sentences) {
    for (let t = 0; t < ids.length; t++) {
      const last = Math.min(ids.length - 1, t + window);
      for (let s = Math.max(0, t - window); s <= last; s++) {
        if (s !== t) row(table, ids[t])[ids[s]]++;
      }
    }
  }
  return table;
  // END SOLUTION
}

// %% name="count-pairs-check" check="count-pairs"
await check("02-counting-and-pmi/count-pairs", countPairs);

// %% name="count-pairs-hidden" hidden="count-pairs" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["02-counting-and-pmi/count-pairs"], countPairs, {
  seed: 20_261_131,
});

// %% [markdown] name="pmi-text" exercise="pmi"
// ## 2 Pointwise mutual information (2 points)
//
// Write `pmi`: from a table of counts $\#(w, c)$ the table of
//
// $$\mathrm{PMI}(w, c) = \log \frac{P(w, c)}{P(w)\,P(c)}$$
//
// with the natural logarithm. $P(w, c) = \#(w, c) / |D|$, and $|D|$ is the sum of the whole table. $P(w)$ is the sum of
// row $w$ divided by $|D|$, and $P(c)$ the sum of column $c$ divided by $|D|$. The table of counts is symmetric, and no
// row is all zeros. A pair that never occurs has `-Infinity`, which is what `Math.log(0)` gives. Do not change the
// counts. (About 10 lines.)

// %% name="pmi" exercise="pmi"
/** The PMI of each pair, a new table with the shape of the counts. */
function pmi(counts: Table): Table {
  // BEGIN SOLUTION
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = Math.log((row(counts, w)[c] * all) / chance);
    }
  }
  return result;
  // END SOLUTION
}

// %% name="pmi-check" check="pmi"
await check("02-counting-and-pmi/pmi", pmi);

// %% name="pmi-hidden" hidden="pmi" points="1"
runExercise(exercises["02-counting-and-pmi/pmi"], pmi, { seed: 20_261_132 });

// %% [markdown] name="shifted-ppmi-text" exercise="shifted-ppmi"
// ## 3 Shifted, smoothed, positive (3 points)
//
// Write `shiftedPpmi`: from a table of counts the table of
//
// $$\max\Big(0,\ \log \frac{P(w, c)}{P(w)\,P_\alpha(c)} - \log k\Big) \qquad\text{with}\qquad P_\alpha(c) = \frac{\#(c)^\alpha}{\sum_{c'} \#(c')^\alpha}$$
//
// (Levy, Goldberg and Dagan 2015, section 3.2.) Only the contexts, the columns, are smoothed. The counts are symmetric,
// and no row is all zeros. Do not change the counts. (About 12 lines.)

// %% name="shifted-ppmi" exercise="shifted-ppmi"
/** Positive PMI with smoothed contexts, shifted by log k, in a new table of the same shape. */
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  // BEGIN SOLUTION
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[w];
      const smoothed = powers[c] / sum(powers);
      row(result, w)[c] = Math.max(0, Math.log(share / smoothed) - Math.log(k));
    }
  }
  return result;
  // END SOLUTION
}

// %% name="shifted-ppmi-check" check="shifted-ppmi"
await check("02-counting-and-pmi/shifted-ppmi", shiftedPpmi);

// %% name="shifted-ppmi-hidden" hidden="shifted-ppmi" points="1"
runExercise(exercises["02-counting-and-pmi/shifted-ppmi"], shiftedPpmi, {
  seed: 20_261_133,
});

// %% [markdown] name="rank-table-text" exercise="rank-table"
// ## 4 The best table of rank k (2 points)
//
// Write `rankTable`: the sum of the first $k$ terms of a singular value decomposition,
//
// $$M_k = \sum_{i < k} \sigma_i\, a_i\, b_i^T$$
//
// where $i$ counts from 0. `left` has the $a_i$ as its *columns*, and `right` has the $b_i$ as its *rows*, as
// `truncatedSvd()` returns them. So the result has as many rows as `left`, and as many columns as `right`. With $k = 0$
// it is all zeros. (About 10 lines.)

// %% name="rank-table" exercise="rank-table"
/** The sum of the first k terms σ_i a_i b_iᵀ. */
function rankTable(
  left: Table,
  singularValues: Float64Array,
  right: Table,
  k: number,
): Table {
  // BEGIN SOLUTION
  const result = zeroTable(left.rows, right.width);
  for (let i = 0; i < k; i++) {
    for (let w = 0; w < left.rows; w++) {
      for (let c = 0; c < right.width; c++) {
        row(result, w)[c] += singularValues[i] * row(left, w)[i] * row(right, i)[c];
      }
    }
  }
  return result;
  // END SOLUTION
}

// %% name="rank-table-check" check="rank-table"
await check("02-counting-and-pmi/rank-table", rankTable);

// %% name="rank-table-hidden" hidden="rank-table" points="1"
runExercise(exercises["02-counting-and-pmi/rank-table"], rankTable, {
  seed: 20_261_134,
});
