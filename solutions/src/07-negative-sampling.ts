// %% [markdown] name="title"
// # 07 Negative sampling: exercises
//
// Back to the lesson: [07 Negative sampling: which objective replaced which](../notebooks/07-negative-sampling.ipynb).
//
// Five functions, 13 points: the probability that a word is from the text, the loss of NCE, the noise, the mean loss of
// negative sampling and its best scores. Write each where it says TODO, then run the check below it. A check here is
// practice, not a grade. Add cells and helper functions as you like.
//
// `softplus(x)` is $\log(1 + e^x)$, without overflow, so $-\log \sigma(x)$ is `softplus(-x)`. A table is an object with
// `rows`, `width` and `data`; `row(table, i)` is row $i$ as a view.

// %% name="imports"
import { check, row, sigmoid, softplus, type Table, zeroTable } from "kernel-helpers";

// %% [markdown] name="text-probability-text" exercise="text-probability"
// ## 1 From the text or noise? (2 points)
//
// For each word of the text, $K$ noise words are shown. Write `textProbability`: the probability that a word which is
// shown is from the text,
//
// $$\frac{p}{p + K P_n}$$
//
// where the score $z$ stands for $\log p$, and `noise` is $P_n$, the word's share of the noise, above 0. It must be
// exact for scores of 800 and of −800 too. (About 3 lines.)

// %% name="text-probability" exercise="text-probability"
/** The probability that a word with score z is from the text, not one of K noise words. */
function textProbability(z: number, K: number, noise: number): number {
  // BEGIN SOLUTION
  return sigmoid(z - Math.log(K * noise));
  // END SOLUTION
}

// %% name="text-probability-check" check="text-probability"
await check("07-negative-sampling/text-probability", textProbability);

// %% name="text-probability-hidden" hidden="text-probability" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["07-negative-sampling/text-probability"], textProbability, {
  seed: 20_261_171,
});

// %% [markdown] name="nce-loss-text" exercise="nce-loss"
// ## 2 The loss of NCE (3 points)
//
// Write `nceLoss`: the loss of noise-contrastive estimation for one pair. `z` has the scores of all words, `seen` is
// the id $o$ of the seen word, `negatives` the ids $c_1, \ldots, c_K$ of the noise words, and `noise` the shares $P_n$
// of all words. $K$ is the number of noise words, one or more.
//
// $$-\log \sigma\big(z_o - \log (K P_n(o))\big) - \sum_{k=1}^{K} \log \sigma\big({-z_{c_k}} + \log (K P_n(c_k))\big)$$
//
// A noise word that is drawn twice counts twice, and one that is the seen word counts as noise too. Scores of 800 and
// −800 occur. (About 8 lines.)

// %% name="nce-loss" exercise="nce-loss"
/** The loss of NCE for one seen word and K noise words, from the scores of all words. */
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  // BEGIN SOLUTION
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(moved(c));
  return loss;
  // END SOLUTION
}

// %% name="nce-loss-check" check="nce-loss"
await check("07-negative-sampling/nce-loss", nceLoss);

// %% name="nce-loss-hidden" hidden="nce-loss" points="1"
runExercise(exercises["07-negative-sampling/nce-loss"], nceLoss, { seed: 20_261_172 });

// %% [markdown] name="noise-shares-text" exercise="noise-shares"
// ## 3 The noise (2 points)
//
// Write `noiseShares`: from the counts of the words their shares of the noise,
//
// $$P_n(c) = \frac{n_c^a}{\sum_i n_i^a}$$
//
// where $a$ is `power`, 0 or more. With 0.75 it is the noise of Mikolov et al. 2013b, with 0 it is uniform. A word
// whose count is 0 is never drawn, whatever the power. At least one count is above 0. `counts` is an array or a typed
// array, and the result a `Float64Array`. (About 5 lines.)

// %% name="noise-shares" exercise="noise-shares"
/** The probability of each word among the noise. */
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  // BEGIN SOLUTION
  const powers = Float64Array.from(counts, (n) => (n > 0 ? n ** power : 0));
  const all = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / all);
  // END SOLUTION
}

// %% name="noise-shares-check" check="noise-shares"
await check("07-negative-sampling/noise-shares", noiseShares);

// %% name="noise-shares-hidden" hidden="noise-shares" points="1"
runExercise(exercises["07-negative-sampling/noise-shares"], noiseShares, {
  seed: 20_261_173,
});

// %% [markdown] name="expected-loss-text" exercise="expected-loss"
// ## 4 The mean loss (3 points)
//
// Write `expectedLoss`: the mean of the loss of negative sampling for one pair over *all* draws of $K$ noise words.
// Compute it as a sum over all words, without a random number. `z` has the scores of all words, `seen` is the id $o$ of
// the seen word, and `noise` has the shares $P_n$ of all words. The seen word can be noise too. The mean loss is the
// negative of what Mikolov et al. 2013b maximise:
//
// $$-\log \sigma(z_o) - \sum_{k=1}^{K} \mathbb{E}_{c \sim P_n}\big[\log \sigma(-z_c)\big]$$
//
// $K$ may be 0. Scores of 800 and −800 occur. (About 6 lines.)

// %% name="expected-loss" exercise="expected-loss"
/** The mean of the loss of negative sampling over all draws of K noise words. */
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  // BEGIN SOLUTION
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += noise[c] * softplus(z[c]);
  return softplus(-z[seen]) + K * mean;
  // END SOLUTION
}

// %% name="expected-loss-check" check="expected-loss"
await check("07-negative-sampling/expected-loss", expectedLoss);

// %% name="expected-loss-hidden" hidden="expected-loss" points="1"
runExercise(exercises["07-negative-sampling/expected-loss"], expectedLoss, {
  seed: 20_261_174,
});

// %% [markdown] name="optimal-scores-text" exercise="optimal-scores"
// ## 5 The best scores (3 points)
//
// Write `optimalScores`: the table of the scores at which the loss of negative sampling, summed over a text, is
// smallest,
//
// $$s(w, c) = \log \frac{\#(w, c)}{K\, \#(w)\, P_n(c)} \qquad\text{with}\qquad P_n(c) = \frac{\#(c)^a}{\sum_{c'} \#(c')^a}$$
//
// Row $w$ and column $c$ of `counts` hold $\#(w, c)$, $\#(w)$ is the sum of a row, $\#(c)$ that of a column, and $a$ is
// `power`. The table need not be square: a text can have more contexts than words. No row and no column is all zeros. A
// pair that never occurs has `-Infinity`, which is what `Math.log(0)` gives. Do not change the counts. (About 15
// lines.)

// %% name="optimal-scores" exercise="optimal-scores"
/** The best score of each pair, a new table with the shape of the counts. */
function optimalScores(counts: Table, K: number, power: number): Table {
  // BEGIN SOLUTION
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] * powers[c]) / all;
      row(scores, w)[c] = Math.log(n / noise);
    });
  }
  return scores;
  // END SOLUTION
}

// %% name="optimal-scores-check" check="optimal-scores"
await check("07-negative-sampling/optimal-scores", optimalScores);

// %% name="optimal-scores-hidden" hidden="optimal-scores" points="1"
runExercise(exercises["07-negative-sampling/optimal-scores"], optimalScores, {
  seed: 20_261_175,
});
