// %% [markdown] name="title"
// # 13 Sentiment: exercises
//
// Back to the lesson: [13 Sentiment: pre-train, freeze, tune](../notebooks/13-sentiment.ipynb).
//
// Six functions and a pipeline, 22 points. The functions: the masked mean, the gradient of a word's vector, a vector
// with a low-rank change, the epoch that is kept, the macro F1 and the share of texts that leaked. The pipeline has eight
// planted faults, of kinds that tutorials really have, and you mend it. Write each where it says TODO, then run the check
// below it. A check here is practice, not a grade. Add cells and helper functions as you like.
//
// A table is an object with `rows`, `width` and `data`; `row(table, i)` is row $i$ as a view, and
// `addScaled(x, a, y)` adds $a\, y$ to $x$ in place.

// %% name="imports"
import {
  addScaled,
  check,
  checkCase,
  dot,
  likeliestClasses,
  meanVectors,
  row,
  sigmoid,
  type Study,
  type StudyReport,
  type Table,
  zeroTable,
} from "kernel-helpers";

// %% [markdown] name="masked-mean-text" exercise="masked-mean"
// ## 1 The masked mean (2 points)
//
// Write `maskedMean`: the mean of those rows of `vectors` where the mask is 1,
//
// $$h = \frac{\sum_t m_t\, x_t}{\sum_t m_t}$$
//
// `vectors` has a row for each place of one text, and row $t$ is $x_t$. Padding may stand behind the words, before them,
// or between them. A text without words has $h = 0$. Do not change the vectors. (About 6 lines.)

// %% name="masked-mean" exercise="masked-mean"
/** The mean of the rows that the mask names, shape (d). */
function maskedMean(vectors: Table, mask: readonly number[]): Float64Array {
  // BEGIN SOLUTION
  const h = new Float64Array(vectors.width);
  const n = mask.reduce((sum, m) => sum + m, 0);
  mask.forEach((m, t) => {
    if (m === 1) addScaled(h, 1 / n, row(vectors, t));
  });
  return h;
  // END SOLUTION
}

// %% name="masked-mean-check" check="masked-mean"
await check("13-sentiment/masked-mean", maskedMean);

// %% name="masked-mean-hidden" hidden="masked-mean" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["13-sentiment/masked-mean"], maskedMean, { seed: 20_261_301 });

// %% [markdown] name="word-gradient-text" exercise="word-gradient"
// ## 2 The gradient of a word's vector (3 points)
//
// Write `wordGradient`: the gradient of the loss of one text with respect to $E_w$, the vector of word $w$,
//
// $$\frac{\partial L}{\partial E_w} = \frac{n_w}{n}\, W^\top e = \frac{n_w}{n} \sum_k e_k\, W_k$$
//
// where $W_k$ is row $k$ of $W$. The word stands `times` times ($n_w$) among the `length` words of
// the text ($n$). `weights` is $W$, with a row for each class, and `errors` is $e = \hat y - y$. (About 5 lines.)

// %% name="word-gradient" exercise="word-gradient"
/** ∂L/∂E_w of a word that stands `times` times in a text of `length` words, shape (d). */
function wordGradient(
  weights: Table,
  errors: Float64Array,
  times: number,
  length: number,
): Float64Array {
  // BEGIN SOLUTION
  const gradient = new Float64Array(weights.width);
  for (let k = 0; k < errors.length; k++)
    addScaled(gradient, (errors[k] * times) / length, row(weights, k));
  return gradient;
  // END SOLUTION
}

// %% name="word-gradient-check" check="word-gradient"
await check("13-sentiment/word-gradient", wordGradient);

// %% name="word-gradient-hidden" hidden="word-gradient" points="1"
runExercise(exercises["13-sentiment/word-gradient"], wordGradient, {
  seed: 20_261_302,
});

// %% [markdown] name="tuned-vector-text" exercise="tuned-vector"
// ## 3 A vector with a low-rank change (2 points)
//
// With the tuning *low-rank* the table $E$ stays as it is, and training moves two thin tables, $A$ and $B$. The vectors in
// use are the rows of $E + A B$. Write `tunedVector`: the row of one word,
//
// $$E_w + \sum_{k=1}^{r} A_{wk}\, B_k$$
//
// `vector` is $E_w$, `shares` is the word's row of $A$, and row $k$ of `directions` is $B_k$. Do not change the vector
// that you are given. (About 4 lines.)

// %% name="tuned-vector" exercise="tuned-vector"
/** The word's vector with its change, a new one. */
function tunedVector(
  vector: Float64Array,
  shares: Float64Array,
  directions: Table,
): Float64Array {
  // BEGIN SOLUTION
  const tuned = vector.slice();
  for (let k = 0; k < shares.length; k++)
    addScaled(tuned, shares[k], row(directions, k));
  return tuned;
  // END SOLUTION
}

// %% name="tuned-vector-check" check="tuned-vector"
await check("13-sentiment/tuned-vector", tunedVector);

// %% name="tuned-vector-hidden" hidden="tuned-vector" points="1"
runExercise(exercises["13-sentiment/tuned-vector"], tunedVector, { seed: 20_261_303 });

// %% [markdown] name="best-epoch-text" exercise="best-epoch"
// ## 4 The epoch that is kept (2 points)
//
// Early stopping ends a training after `patience` epochs in a row without a validation loss that is lower than the
// lowest so far, and keeps the numbers of the epoch with the lowest one. Write `bestEpoch`: the number of that epoch,
// from 1. `losses` has the losses that the training would have if nobody stopped it; what lies behind the stop is never
// seen. If a loss only equals the lowest one, it is not lower. (About 10 lines.)

// %% name="best-epoch" exercise="best-epoch"
/** The epoch, from 1, whose numbers early stopping keeps. */
function bestEpoch(losses: readonly number[], patience: number): number {
  // BEGIN SOLUTION
  let best = 0;
  for (const [i, loss] of losses.entries()) {
    if (loss < losses[best]) best = i;
    else if (i - best >= patience) break;
  }
  return best + 1;
  // END SOLUTION
}

// %% name="best-epoch-check" check="best-epoch"
await check("13-sentiment/best-epoch", bestEpoch);

// %% name="best-epoch-hidden" hidden="best-epoch" points="1"
runExercise(exercises["13-sentiment/best-epoch"], bestEpoch, { seed: 20_261_304 });

// %% [markdown] name="macro-f1-text" exercise="macro-f1"
// ## 5 The macro F1 (3 points)
//
// A class has $n_k$ texts; $p_k$ texts are taken for it, $c_k$ of them rightly. Its *F1* is
//
// $$F_k = \frac{2\, c_k}{n_k + p_k}$$
//
// the harmonic mean of the *precision* $c_k / p_k$ and the *recall* $c_k / n_k$. It is 0 for a class that no text has and
// none is taken for. The *macro* F1 is the plain mean of the $F_k$ over all classes: a rare class counts as much as a
// frequent one. Write `macroF1`; `labels` and `predicted` are classes from 0 to `classes` − 1. (About 8 lines.)

// %% name="macro-f1" exercise="macro-f1"
/** The mean over the classes of 2 c / (n + p). */
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  // BEGIN SOLUTION
  const scores = Array.from({ length: classes }, (_, k) => {
    const n = labels.filter((label) => label === k).length;
    const p = predicted.filter((label) => label === k).length;
    const c = labels.filter((label, i) => label === k && predicted[i] === k).length;
    return c === 0 ? 0 : (2 * c) / (n + p);
  });
  return scores.reduce((sum, f) => sum + f, 0) / classes;
  // END SOLUTION
}

// %% name="macro-f1-check" check="macro-f1"
await check("13-sentiment/macro-f1", macroF1);

// %% name="macro-f1-hidden" hidden="macro-f1" points="1"
runExercise(exercises["13-sentiment/macro-f1"], macroF1, { seed: 20_261_305 });

// %% [markdown] name="leak-share-text" exercise="leak-share"
// ## 6 The share that leaked (2 points)
//
// Half of the lines in the package with the Chinese reviews repeat an earlier line. Whoever splits the lines at random
// tests on texts that training has already seen. Write `leakShare`: the share of the test's texts that the training part
// has too, exactly alike. A text that stands in the test several times counts each time. (About 4 lines.)

// %% name="leak-share" exercise="leak-share"
/** The share of the test's texts that training has too. */
function leakShare(train: readonly string[], test: readonly string[]): number {
  // BEGIN SOLUTION
  const seen = new Set(train);
  let leaked = 0;
  for (const text of test) if (seen.has(text)) leaked += 1;
  return leaked / test.length;
  // END SOLUTION
}

// %% name="leak-share-check" check="leak-share"
await check("13-sentiment/leak-share", leakShare);

// %% name="leak-share-hidden" hidden="leak-share" points="1"
runExercise(exercises["13-sentiment/leak-share"], leakShare, { seed: 20_261_306 });

// %% [markdown] name="pipeline-text" exercise="pipeline"
// ## 7 A wrong pipeline (8 points)
//
// The function `wrongPipeline` below goes from files to one number, in the steps of the lesson, and it runs. It has
// **eight faults**, each in one line or two, and each of a kind that published tutorials have.
//
// A `study` has
//
// - `corpora`: files with `name`, `texts` (lists of word ids, from 1) and `labels`. One of them has a class for each text,
//   which is one of `classes`: negative, neutral or positive;
// - `table`: $E$, whose row 0 belongs to the padding and is not zero;
// - `heads`: $W$ as a training left it after each epoch. There is no bias;
// - `train`, `validation` and `test`: the numbers of the texts of each part.
//
// The report has `corpus`, the name of the file; `labels`, the class of each text, from 0; `words`, the ids of the
// vocabulary, in rising order; `h`, the mean vector of each text, $h = 0$ for one whose words are all unknown; `epoch`,
// the first one with the highest accuracy, from 1; `scores`, $z = W h$ of each text with the $W$ of that epoch;
// `predicted`, the class of each text; and `accuracy`, the number for the headline: that of texts which had no part in
// anything before.
//
// Copy the body of `wrongPipeline` into `pipeline`, and mend it. The check names the first fault that is left, and says
// what the report has and what it should have. It makes studies of its own.

// %% name="products"
/** X Wᵀ: the scores of each row of x. */
function products(x: Table, W: Table): Table {
  const z = zeroTable(x.rows, W.rows);
  for (let i = 0; i < x.rows; i++)
    for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
  return z;
}

// %% name="wrong-pipeline"
function wrongPipeline(study: Study): StudyReport {
  const { corpora, table, heads, validation, test } = study;
  const corpus = corpora[0];
  const labels = corpus.labels.map((label) => (label[0] === "positive" ? 1 : 0));
  const words = [...new Set(corpus.texts.flat())].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(padded, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  for (const [at, id] of padded.flat().entries()) row(unpooled, at).set(row(table, id));
  const scoresOf = (W: Table): Table => products(unpooled, W);
  const classesOf = (z: Table): number[] =>
    labels.map((_, i) => (sigmoid(row(z, i)[0]) > 0.5 ? 1 : 0));
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, test));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], validation),
  };
}

// %% name="wrong-pipeline-run"
const [study] = checkCase("13-sentiment/pipeline", 1); // one of the check's own
const { corpus, words, scores, predicted, accuracy } = wrongPipeline(study);
console.log({ corpus, words, rows: scores.rows, predicted, accuracy });

// %% name="pipeline" exercise="pipeline"
/** From files to one number that can be believed. */
function pipeline(study: Study): StudyReport {
  // BEGIN SOLUTION
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) =>
    labels.every((label) => typeof label === "string"),
  )[0];
  const labels = corpus.labels.map((label) => classes.indexOf(label as string));
  const words = [...new Set(train.flatMap((i) => corpus.texts[i]))].sort(
    (a, b) => a - b,
  );
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const h = meanVectors(texts, table);
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(h.rows, W.rows);
    for (let i = 0; i < h.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(h, i), row(W, k));
    return z;
  };
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = likeliestClasses(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, validation));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: [...likeliestClasses(scores)],
    accuracy: accuracy(heads[best], test),
  };
  // END SOLUTION
}

// %% name="pipeline-check" check="pipeline"
await check("13-sentiment/pipeline", pipeline);

// %% name="pipeline-hidden" hidden="pipeline" points="1"
runExercise(exercises["13-sentiment/pipeline"], pipeline, { seed: 20_261_307 });
