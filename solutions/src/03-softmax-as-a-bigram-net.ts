// %% [markdown] name="title"
// # 03 Softmax: exercises
//
// Back to the lesson: [03 Softmax: counting by a network](../notebooks/03-softmax-as-a-bigram-net.ipynb).
//
// Five functions, 12 points: the counted model, its loss, the softmax, the gradient of the network, and the three parts
// of a loss. Write each where it says TODO, then run the check below it. A check here is practice, not a grade. Add cells
// and helper functions as you like.
//
// A table is an object with `rows`, `width` and `data`, a typed array with the numbers of all rows. `zeroTable(rows,
// width)` makes one of zeros, and `row(table, i)` is row $i$ as a view: to write into it is to write into the table.

// %% name="imports"
import { check, row, type Table, zeroTable } from "kernel-helpers";

// %% [markdown] name="bigram-model-text" exercise="bigram-model"
// ## 1 The counted model (2 points)
//
// Write `bigramModel`: from a table of counts $n(w, c)$ the table of probabilities
//
// $$P(c \mid w) = \frac{n(w, c)}{\sum_{c'} n(w, c')}$$
//
// A row without counts tells nothing, so give all its words the same probability. Then every row adds up to 1. The
// table may have more rows than columns, or fewer. Do not change the counts. (About 9 lines.)

// %% name="bigram-model" exercise="bigram-model"
/** P(c | w), a new table with the shape of the counts. */
function bigramModel(counts: Table): Table {
  // BEGIN SOLUTION
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + n, 0);
    row(result, w).set(times.map((n) => (all > 0 ? n / all : 1 / counts.width)));
  }
  return result;
  // END SOLUTION
}

// %% name="bigram-model-check" check="bigram-model"
await check("03-softmax-as-a-bigram-net/bigram-model", bigramModel);

// %% name="bigram-model-hidden" hidden="bigram-model" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["03-softmax-as-a-bigram-net/bigram-model"], bigramModel, {
  seed: 20_261_141,
});

// %% [markdown] name="sentence-loss-text" exercise="sentence-loss"
// ## 2 The loss of a sentence (2 points)
//
// Write `sentenceLoss`: the negative log-likelihood of a sentence $w_1 \ldots w_T$, given its first word,
//
// $$L = -\sum_{t=2}^{T} \log P(w_t \mid w_{t-1})$$
//
// with the natural logarithm. `sentence` is the list of its word ids; the table has $P(c \mid w)$ in row $w$ and column
// $c$. A pair with probability 0 makes the loss `Infinity`. A sentence of one word, or of none, has the loss 0. Sentences
// may be so long that the product of their probabilities is 0 in float64. (About 5 lines.)

// %% name="sentence-loss" exercise="sentence-loss"
/** -Σ log P(w_t | w_(t-1)), in nats. */
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  // BEGIN SOLUTION
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    loss -= Math.log(row(probabilities, sentence[t - 1])[sentence[t]]);
  }
  return loss;
  // END SOLUTION
}

// %% name="sentence-loss-check" check="sentence-loss"
await check("03-softmax-as-a-bigram-net/sentence-loss", sentenceLoss);

// %% name="sentence-loss-hidden" hidden="sentence-loss" points="1"
runExercise(exercises["03-softmax-as-a-bigram-net/sentence-loss"], sentenceLoss, {
  seed: 20_261_142,
});

// %% [markdown] name="softmax-rows-text" exercise="softmax-rows"
// ## 3 The softmax of each row (3 points)
//
// Write `softmaxRows`: from a table of scores the table of
//
// $$\hat y_{wj} = \frac{e^{z_{wj}}}{\sum_k e^{z_{wk}}}$$
//
// The sum runs over the words of row $w$. It must also work for rows with scores of 3000, of $-3000$, and of both. The
// table need not be square. Do not change the scores. (About 10 lines.)

// %% name="softmax-rows" exercise="softmax-rows"
/** The softmax of each row, a new table with the shape of the scores. */
function softmaxRows(scores: Table): Table {
  // BEGIN SOLUTION
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const largest = z.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY);
    const weights = z.map((x) => Math.exp(x - largest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / total));
  }
  return result;
  // END SOLUTION
}

// %% name="softmax-rows-check" check="softmax-rows"
await check("03-softmax-as-a-bigram-net/softmax-rows", softmaxRows);

// %% name="softmax-rows-hidden" hidden="softmax-rows" points="1"
runExercise(exercises["03-softmax-as-a-bigram-net/softmax-rows"], softmaxRows, {
  seed: 20_261_143,
});

// %% [markdown] name="bigram-gradient-text" exercise="bigram-gradient"
// ## 4 The gradient of the network (3 points)
//
// The network has one table of scores: row $w$ holds the scores of the words after $w$. Write `bigramGradient`: for a list
// of pairs $(w, c)$, where $c$ came after $w$, the table of
//
// $$\frac{\partial L}{\partial Z_{wj}} \qquad\text{with}\qquad L = \sum_{\text{pairs } (w, c)} -\log \hat y_{wc}$$
//
// A pair may stand in the list several times; then it counts several times. The list may be empty. Your softmax above
// helps. Do not change the scores. (About 8 lines.)

// %% name="bigram-gradient" exercise="bigram-gradient"
/** ∂L/∂Z, a new table with the shape of the scores, (V, V). */
function bigramGradient(
  scores: Table,
  pairs: readonly (readonly [w: number, c: number])[],
): Table {
  // BEGIN SOLUTION
  const predicted = softmaxRows(scores);
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    const errors = row(gradient, w);
    row(predicted, w).forEach((p, j) => {
      errors[j] += p;
    });
    errors[c] -= 1;
  }
  return gradient;
  // END SOLUTION
}

// %% name="bigram-gradient-check" check="bigram-gradient"
await check("03-softmax-as-a-bigram-net/bigram-gradient", bigramGradient);

// %% name="bigram-gradient-hidden" hidden="bigram-gradient" points="1"
runExercise(exercises["03-softmax-as-a-bigram-net/bigram-gradient"], bigramGradient, {
  seed: 20_261_144,
});

// %% [markdown] name="loss-parts-text" exercise="loss-parts"
// ## 5 Three parts of one number (2 points)
//
// Write `lossParts`: the words come with the shares $p$, and a model predicts $q$. Return an object with three numbers, in
// nats:
//
// - `crossEntropy`, $-\sum_c p_c \log q_c$;
// - `entropy`, $-\sum_c p_c \log p_c$;
// - `divergence`, $\mathrm{KL}(p\, \|\, q) = \sum_c p_c \log \frac{p_c}{q_c}$.
//
// A word with $p_c = 0$ adds 0 to each of them, whatever $q_c$ is. With $p_c > 0$ and $q_c = 0$, the cross-entropy and the
// divergence are `Infinity`. (About 10 lines.)

// %% name="loss-parts" exercise="loss-parts"
/** H(p, q), H(p) and KL(p || q), in nats. */
function lossParts(
  p: Float64Array,
  q: Float64Array,
): { crossEntropy: number; entropy: number; divergence: number } {
  // BEGIN SOLUTION
  let crossEntropy = 0;
  let entropy = 0;
  for (let c = 0; c < p.length; c++) {
    if (p[c] === 0) continue; // 0 log 0 = 0
    crossEntropy -= p[c] * Math.log(q[c]);
    entropy -= p[c] * Math.log(p[c]);
  }
  return { crossEntropy, entropy, divergence: crossEntropy - entropy };
  // END SOLUTION
}

// %% name="loss-parts-check" check="loss-parts"
await check("03-softmax-as-a-bigram-net/loss-parts", lossParts);

// %% name="loss-parts-hidden" hidden="loss-parts" points="1"
runExercise(exercises["03-softmax-as-a-bigram-net/loss-parts"], lossParts, {
  seed: 20_261_145,
});
