// %% [markdown] name="title"
// # 14 Customer service: exercises
//
// Back to the lesson: [14 Customer service: intents, retrieval, and "I don't know"](../notebooks/14-customer-service.ipynb).
//
// Six functions, 15 points: the scores of BM25, a recall that is fair to ties, the mean vector of a text, the direction that
// is taken out of it, the threshold of the fallback, and a split by template. Write each where it says TODO, then run the
// check below it. A check here is practice, not a grade. Add cells and helper functions as you like.
//
// A table is an object with `rows`, `width` and `data`; `row(table, i)` is row $i$ as a view, and `addScaled(a, s, b)`
// adds $s$ times the vector $b$ to $a$.

// %% name="imports"
import {
  addScaled,
  check,
  copyTable,
  dot,
  row,
  type Table,
  truncatedSvd,
} from "kernel-helpers";

// %% [markdown] name="bm25-scores-text" exercise="bm25-scores"
// ## 1 The scores of BM25 (3 points)
//
// Write `bm25Scores`: the score of each document for a query,
//
// $$s_i = \sum_w \log\Big(1 + \frac{N - n_w + \frac{1}{2}}{n_w + \frac{1}{2}}\Big)\ \frac{t_{iw}\,(k + 1)}{t_{iw} + k\,\big(1 - b + b\,\frac{\ell_i}{m}\big)}$$
//
// The sum goes over the words of the query; one that stands there twice counts twice. $N$ is the number of documents, $n_w$
// of those that have the word $w$, $t_{iw}$ how often $w$ occurs in document $i$, $\ell_i$ the number of its words, and $m$
// the mean of these lengths. A word that a document does not have adds 0. $k$ is the argument `k1`, and above 0. Every
// document has a word. (About 14 lines.)

// %% name="bm25-scores" exercise="bm25-scores"
/** The score of each document for the words of a query. */
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  // BEGIN SOLUTION
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
  // END SOLUTION
}

// %% name="bm25-scores-check" check="bm25-scores"
await check("14-customer-service/bm25-scores", bm25Scores);

// %% name="bm25-scores-hidden" hidden="bm25-scores" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["14-customer-service/bm25-scores"], bm25Scores, {
  seed: 20_261_401,
});

// %% [markdown] name="expected-recall-text" exercise="expected-recall"
// ## 2 A recall that is fair to ties (2 points)
//
// A ranker that gives every document the same score finds nothing. But if each tie is counted as won, its recall is 1. Write
// `expectedRecall`: R@k with documents of equal scores in a random order, without drawing one. Row $q$ of `scores` has the
// scores of all documents for query $q$, and `right[q]` is the number of the right one. Let $g$ documents have a larger
// score than the right one, and $t$ the same score, itself among them. Then $k - g$ places are left for these $t$, and the
// right one is found with the probability
//
// $$\min\Big(1,\ \max\Big(0,\ \frac{k - g}{t}\Big)\Big)$$
//
// The result is the mean over the queries. (About 8 lines.)

// %% name="expected-recall" exercise="expected-recall"
/** R@k, where documents of equal scores stand in a random order. */
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  // BEGIN SOLUTION
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    const t = own.filter((score) => score === own[document]).length;
    found += Math.min(1, Math.max(0, (k - g) / t));
  });
  return found / right.length;
  // END SOLUTION
}

// %% name="expected-recall-check" check="expected-recall"
await check("14-customer-service/expected-recall", expectedRecall);

// %% name="expected-recall-hidden" hidden="expected-recall" points="1"
runExercise(exercises["14-customer-service/expected-recall"], expectedRecall, {
  seed: 20_261_402,
});

// %% [markdown] name="mean-of-known-text" exercise="mean-of-known"
// ## 3 The mean vector of a text (2 points)
//
// Write `meanOfKnown`: the mean of the vectors of a text's words. `ids` gives the number of a word's row in `table`; a word
// that it does not have has no vector, and is left out of the sum *and* of the number by which you divide. A word that stands
// there twice counts twice. A text without any known word gets zeros. (About 6 lines.)

// %% name="mean-of-known" exercise="mean-of-known"
/** Mean of the vectors of the tokens that have one, shape (d). */
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  // BEGIN SOLUTION
  const known = tokens.flatMap((token) => ids.get(token) ?? []);
  const mean = new Float64Array(table.width);
  for (const id of known) addScaled(mean, 1 / known.length, row(table, id));
  return mean;
  // END SOLUTION
}

// %% name="mean-of-known-check" check="mean-of-known"
await check("14-customer-service/mean-of-known", meanOfKnown);

// %% name="mean-of-known-hidden" hidden="mean-of-known" points="1"
runExercise(exercises["14-customer-service/mean-of-known"], meanOfKnown, {
  seed: 20_261_403,
});

// %% [markdown] name="without-common-text" exercise="without-common"
// ## 4 The common direction (3 points)
//
// Write `withoutCommon`. Let $u$ be the direction, of length 1, along which the rows of the *training* table lie most: the
// table's first right singular vector, row 0 of `truncatedSvd(train, { components: 1 }).right`. From each row $x$ of both
// tables take away what it has of this direction (Arora et al. 2017):
//
// $$x - (x \cdot u)\, u$$
//
// The test table must not have a say in $u$, as it is to judge. Return two new tables and leave the given ones as they
// are. (About 8 lines.)

// %% name="without-common" exercise="without-common"
/** Both tables without the direction that the rows of the training table share. */
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  // BEGIN SOLUTION
  const u = row(truncatedSvd(train, { components: 1 }).right, 0);
  const left = (table: Table): Table => {
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -dot(row(table, i), u), u);
    return copy;
  };
  return { train: left(train), test: left(test) };
  // END SOLUTION
}

// %% name="without-common-check" check="without-common"
await check("14-customer-service/without-common", withoutCommon);

// %% name="without-common-hidden" hidden="without-common" points="1"
runExercise(exercises["14-customer-service/without-common"], withoutCommon, {
  seed: 20_261_404,
});

// %% [markdown] name="fallback-text" exercise="fallback"
// ## 5 "I don't know" (3 points)
//
// A question whose best score is *at least* the threshold is answered, the others go to a person. `known` are the best
// scores of questions that have an answer, `foreign` those of questions that have none. Write `fallback`:
//
// - The threshold is chosen on `validation`: the lowest of all its scores, known and foreign, at which the share of
//   the foreign questions that are answered is at most `allowed`. If none is good enough, it is `Infinity`.
// - `falseAnswers` is the share of the foreign *test* questions that are answered all the same, `falseFallbacks` the share
//   of the known *test* questions that are not answered.
//
// (About 12 lines.)

// %% name="scores"
/** The best scores of questions that have an answer, and of foreign ones. */
interface Scores {
  known: readonly number[];
  foreign: readonly number[];
}

// %% name="fallback" exercise="fallback"
/** The threshold, chosen on validation questions, and both error rates on test questions. */
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  // BEGIN SOLUTION
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const tried = [...validation.known, ...validation.foreign].sort((a, b) => a - b);
  const threshold =
    tried.find((one) => answered(validation.foreign, one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseAnswers: answered(test.foreign, threshold),
    falseFallbacks: 1 - answered(test.known, threshold),
  };
  // END SOLUTION
}

// %% name="fallback-check" check="fallback"
await check("14-customer-service/fallback", fallback);

// %% name="fallback-hidden" hidden="fallback" points="1"
runExercise(exercises["14-customer-service/fallback"], fallback, { seed: 20_261_405 });

// %% [markdown] name="few-shot-text" exercise="few-shot"
// ## 6 A split by template (2 points)
//
// Sentence $i$ has the intent `intents[i]`, and it was drawn from the template `templates[i]`, which belongs to this intent
// alone. Write `fewShot`: the numbers of the sentences for training and for the test, each list in rising order.
//
// - For training: *all* sentences of the first `n` templates of each intent, in the order in which the templates first
//   occur. An intent with fewer templates gives all of them.
// - For the test: all other sentences, so that no template is in both parts.
//
// (About 10 lines.)

// %% name="few-shot" exercise="few-shot"
/** The sentences' numbers: n templates of each intent for training, the others for the test. */
function fewShot(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): { train: number[]; test: number[] } {
  // BEGIN SOLUTION
  const kept = new Map<string, Set<string>>();
  intents.forEach((intent, i) => {
    const own = kept.get(intent) ?? new Set<string>();
    if (own.size < n) own.add(templates[i]);
    kept.set(intent, own);
  });
  const parts: { train: number[]; test: number[] } = { train: [], test: [] };
  intents.forEach((intent, i) => {
    parts[kept.get(intent)?.has(templates[i]) ? "train" : "test"].push(i);
  });
  return parts;
  // END SOLUTION
}

// %% name="few-shot-check" check="few-shot"
await check("14-customer-service/few-shot", fewShot);

// %% name="few-shot-hidden" hidden="few-shot" points="1"
runExercise(exercises["14-customer-service/few-shot"], fewShot, { seed: 20_261_406 });
