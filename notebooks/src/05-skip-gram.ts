// %% [markdown] name="title"
// # 05 Skip-Gram: the words around
//
// **70 minutes. You need:** [04 CBOW](04-cbow.ipynb), sections 2 to 4, 7 and 8.
//
// CBOW guesses the center from its context. *Skip-Gram* turns the task around: from the center it guesses each word of
// the context (Mikolov et al. 2013a, 2013b). It is the model most people mean when they say Word2Vec. After this
// notebook you can
//
// - write down Skip-Gram with softmax and with negative sampling, and derive both gradients;
// - say why a word has two vectors, and what each term of the gradient pulls at;
// - train it on real text, find neighbours and analogies, and say what the noise is good for.

// %% [markdown] name="task"
// ## 1 The task
//
// > the king loves the queen
//
// Each center $w_t$ gives one **pair** with each word at most $m$ places away (Mikolov et al. 2013b, eq. 1):
//
// $$(w_t,\, w_{t+j}) \qquad -m \le j \le m,\quad j \ne 0$$
//
// ### Predict
//
// How many pairs does a sentence of five words give with $m = 2$? (The first word has two neighbours, the third has four.)

// %% name="pairs"
import {
  buildVocabulary,
  corpusSentences,
  encode,
  showTable,
  skipGramPairs,
  tokenSentences,
  wordId,
} from "kernel-helpers";

const sentences = await tokenSentences(corpusSentences("toy"));
const vocabulary = buildVocabulary(sentences.flat(), { minCount: 1 });
const toyIds = sentences.map((tokens) => encode(vocabulary, tokens));
const name = (id: number): string => vocabulary.words[id];
const idOf = (word: string): number => wordId(vocabulary, word); // throws for an unknown word

const [sentence, m] = [toyIds[2], 2];
const byFormula: { center: number; context: number }[] = [];
for (let t = 0; t < sentence.length; t++)
  for (let j = -m; j <= m; j++)
    if (j !== 0 && t + j >= 0 && t + j < sentence.length)
      byFormula.push({ center: sentence[t], context: sentence[t + j] });

const pairs = [...skipGramPairs(sentence, { window: m })];
const same = JSON.stringify(pairs) === JSON.stringify(byFormula);
console.log(pairs.length, "pairs; skipGramPairs() gives those of the formula:", same);
await showTable(
  sentence.map((center, t) => ({
    position: t,
    center: name(center),
    "context words": sentence
      .filter((_, s) => s !== t && Math.abs(s - t) <= m)
      .map(name)
      .join(" "),
  })),
  { caption: "Each center with its context words, one pair for each" },
);

// %% [markdown] name="orientation"
// ### Which way round?
//
// The paper predicts the context from the center. Open a program and you may find it the other way round: word2vec.c
// walks over the context words and predicts the center from each. Does it matter? Within a sentence a window is
// symmetric: if $b$ stands near $a$, then $a$ stands near $b$. So both ways visit the same pairs, in another order. With
// windows that shrink at random (lesson 04, section 8) one pass may contain only one of the two, but on average both
// are as frequent:

// %% name="same-pairs"
import { seededRandom } from "kernel-helpers";

const written = (list: readonly (readonly [number, number])[]): string =>
  list
    .map(([one, other]) => `${one}>${other}`)
    .sort()
    .join(" ");
const paper = pairs.map(({ center, context }) => [center, context] as const);
const program = pairs.map(({ center, context }) => [context, center] as const);
console.log("the same pairs:", written(paper) === written(program));

// %% name="same-pairs-on-average"
const shrinking = seededRandom(3);
const [oneWay, otherWay] = [new Float64Array(25), new Float64Array(25)];
for (let pass = 0; pass < 20_000; pass++) {
  for (const drawnPair of skipGramPairs([0, 1, 2, 3, 4], {
    window: 2,
    random: shrinking,
  })) {
    oneWay[5 * drawnPair.center + drawnPair.context] += 1 / 20_000;
    otherWay[5 * drawnPair.context + drawnPair.center] += 1 / 20_000;
  }
}
const apart = Math.max(...oneWay.map((share, i) => Math.abs(share - otherWay[i])));
console.log(
  "shrinking windows: the shares of a pair, one way and the other, differ by at most",
  apart.toFixed(3),
);

// %% [markdown] name="model"
// ## 2 The model, and why a word has two vectors
//
// The tables are those of lesson 04: an input vector $v_w$ and an output vector $u_w$ for each word. The center $c$
// uses its input vector, the candidates for its context their output vectors. Mind the letters: from here on $c$ is the
// center, and $o$ the context word that was seen:
//
// $$z_j = u_j \cdot v_c \qquad \hat y_j = \frac{e^{z_j}}{\sum_k e^{z_k}} \qquad L = -\log \hat y_o = -z_o + \log \sum_k e^{z_k}$$
//
// So $h = v_c$. Compare with CBOW: the center plays the part of the context, and a context word that of the center.
//
// **Why two?** With one vector a word, the score of a word with itself would be $v_c \cdot v_c = |v_c|^2$, which is never
// negative and is large for a long vector. The model could hardly say of any word that it does not stand next to itself
// (Goldberg and Levy 2014). Would it have to?
//
// ### Predict
//
// Take a word and one of its neighbours, at most two places away. Are the two the same word *more* or *less* often than by
// chance? (By chance means: both are drawn by frequency alone. Then a share of $\sum_w f_w^2$ of the pairs are twice the
// same word, where $f_w$ is the share of $w$ in the text.)

// %% name="self-pairs"
const addresses = await tokenSentences(corpusSentences("sotu"));
const frequent = buildVocabulary(addresses.flat());
let [all, withItself] = [0, 0];
for (const tokens of addresses) {
  for (const { center, context } of skipGramPairs(encode(frequent, tokens), {
    window: 2,
  })) {
    all++;
    if (center === context) withItself++;
  }
}
const totalCount = frequent.counts.reduce((sum, count) => sum + count, 0);
const chance = frequent.counts.reduce(
  (sum, count) => sum + (count / totalCount) ** 2,
  0,
);
console.log(
  `${((100 * withItself) / all).toFixed(2)} % of the pairs are a word with itself; by chance ${(100 * chance).toFixed(2)} %`,
);

// %% [markdown] name="self-pairs-note"
// Much less often than by chance. A model with two vectors for each word can say that, because $u_w$ need not point in the
// direction of $v_w$.

// %% [markdown] name="softmax-gradient"
// ## 3 The gradient with the softmax
//
// Lesson 04 gives us the first link, $e_j = \hat y_j - [j = o]$, and the rest is shorter than there, because there is
// no mean:
//
// $$\frac{\partial L}{\partial u_j} = e_j\, v_c \qquad\qquad \frac{\partial L}{\partial v_c} = \sum_j e_j\, u_j = \underbrace{\sum_j \hat y_j\, u_j}_{\text{expected}} - \underbrace{u_o}_{\text{observed}}$$
//
// *Read the second one* (descent goes against it): the center moves towards the output vector of the word that was
// seen, and away from the *average* output vector that the model expected. It stands still when the two are equal.
//
// ### Check
//
// We check every number of both tables by central differences, which are exact to about $10^{-10}$ here; a wrong formula
// would differ in the first digits:

// %% name="check-softmax"
import {
  addScaled,
  dot,
  filledTable,
  logSumExp,
  type Model,
  row,
  softmax,
  type Table,
  zeroTable,
} from "kernel-helpers";

const random = seededRandom(5);
const V = vocabulary.words.length;
const model: Model = {
  input: filledTable(V, 3, () => 2 * random() - 1),
  output: filledTable(V, 3, () => 2 * random() - 1),
};
const pair = { center: idOf("loves"), context: idOf("queen") };

const scores = (v: Float64Array): Float64Array =>
  Float64Array.from({ length: V }, (_, j) => dot(row(model.output, j), v));
const softmaxLoss = (): number => {
  const z = scores(row(model.input, pair.center));
  return -z[pair.context] + logSumExp(z);
};

// %% name="softmax-by-formula"
const v = row(model.input, pair.center);
const powers = scores(v).map((z) => Math.exp(z));
const probabilities = powers.map(
  (power) => power / powers.reduce((sum, x) => sum + x, 0),
); // ŷ
const exact = { input: zeroTable(V, 3), output: zeroTable(V, 3) };
for (let j = 0; j < V; j++) {
  const error = probabilities[j] - (j === pair.context ? 1 : 0);
  addScaled(row(exact.output, j), error, v);
  addScaled(row(exact.input, pair.center), error, row(model.output, j));
}

// %% name="softmax-judged"
/** The central difference for every number of `table`, which is one of the model's two. */
function byNumbers(table: Table, loss: () => number): Float64Array {
  return table.data.map((before, i) => {
    table.data[i] = before + 1e-5;
    const up = loss();
    table.data[i] = before - 1e-5;
    const down = loss();
    table.data[i] = before;
    return (up - down) / 2e-5;
  });
}
const largest = (one: Float64Array, other: Float64Array): number =>
  one.reduce((most, x, i) => Math.max(most, Math.abs(x - other[i])), 0);
console.log(
  "input table:  largest difference",
  largest(exact.input.data, byNumbers(model.input, softmaxLoss)).toExponential(1),
);
console.log(
  "output table: largest difference",
  largest(exact.output.data, byNumbers(model.output, softmaxLoss)).toExponential(1),
);

// %% [markdown] name="expected-observed"
// Here is the same reading in numbers: expected minus observed is the gradient of the center. The cell after it compares
// with the softmax and the step of the library.

// %% name="expected-minus-observed"
import { copyTable, skipGramSoftmaxStep } from "kernel-helpers";

const digits = (numbers: Iterable<number>): string =>
  Array.from(numbers, (x) => x.toFixed(4)).join("  ");
const expected = new Float64Array(3);
for (let j = 0; j < V; j++) addScaled(expected, probabilities[j], row(model.output, j));
console.log(
  "expected - observed",
  digits(expected.map((x, i) => x - row(model.output, pair.context)[i])),
);
console.log("gradient of v_c    ", digits(row(exact.input, pair.center)));

// %% name="softmax-library"
const stepped = { input: copyTable(model.input), output: copyTable(model.output) };
// α = 1: the number before the step minus the number after it is the gradient
const libraryLoss = skipGramSoftmaxStep(stepped, pair, 1);
const moveOf = (side: "input" | "output", after: Model): Float64Array =>
  model[side].data.map((x, i) => x - after[side].data[i]);
const apartBy = {
  "ŷ           ": largest(probabilities, softmax(scores(v))),
  "loss        ": Math.abs(libraryLoss + Math.log(probabilities[pair.context])),
  "input table ": largest(exact.input.data, moveOf("input", stepped)),
  "output table": largest(exact.output.data, moveOf("output", stepped)),
};
console.log("largest differences from the library");
for (const [what, difference] of Object.entries(apartBy))
  console.log(" ", what, difference.toExponential(1));

// %% [markdown] name="negative-sampling"
// ## 4 Skip-Gram with negative sampling
//
// The sum over all words costs too much, as in lesson 04. We take $K$ noise words instead, which $k$ now counts (Rong 2014,
// eq. 55; the negative of Mikolov et al. 2013b, eq. 4, with drawn words for its expectations, see *What the paper
// maximises* below):
//
// $$L = -\log \sigma(u_o \cdot v_c) - \sum_{k=1}^{K} \log \sigma(-u_k \cdot v_c)$$
//
// Each of the $1 + K$ words has the label $t = 1$ (seen) or $0$ (noise) and the error
// $e_j = \sigma(u_j \cdot v_c) - t_j$ (Rong 2014, eq. 57), so (eq. 58 and 61)
//
// $$\frac{\partial L}{\partial u_j} = e_j\, v_c \qquad\qquad \frac{\partial L}{\partial v_c} = \sum_{j} e_j\, u_j = \big(\sigma(u_o \cdot v_c) - 1\big)\, u_o + \sum_{k=1}^{K} \sigma(u_k \cdot v_c)\, u_k$$
//
// A noise word that was drawn twice stands in the sum twice.
//
// ### Predict
//
// For which score $z$ does the seen word pull hardest? For which does a noise word push hardest? When does each do
// nothing?

// %% name="pulls"
import { lineChart, show, sigmoid } from "kernel-helpers";

const line = Array.from({ length: 61 }, (_, i) => -6 + i / 5);
await show(
  lineChart(
    line.flatMap((x) => [
      { x, y: sigmoid(x) - 1, series: "seen" },
      { x, y: sigmoid(x), series: "noise" },
    ]),
    { title: "The error of a score", x: "score z", y: "error e", height: 200 },
  ),
);

// %% [markdown] name="pulls-note"
// The seen word pulls hardest at a very negative score ($e \to -1$), noise pushes hardest at a very positive one
// ($e \to 1$). Each does nothing once the model is sure and right.

// %% [markdown] name="check-sgns"
// ### Check
//
// Here *dog* is drawn twice. The next cell writes out the loss and the gradients as above and compares them with central
// differences; the one after it compares them with the library. `skipGramNegativeStep` moves each number by $-\alpha$
// times its gradient, so with $\alpha = 1$ the number before the step minus the number after it *is* the gradient.

// %% name="check-negative-sampling"
const negatives = [idOf("dog"), idOf("land"), idOf("dog")];

const logisticLoss = (): number => {
  let sum = -Math.log(sigmoid(dot(row(model.output, pair.context), v)));
  for (const k of negatives) sum -= Math.log(sigmoid(-dot(row(model.output, k), v)));
  return sum;
};
const sgns = { input: zeroTable(V, 3), output: zeroTable(V, 3) };
const toCenter = row(sgns.input, pair.center); // ∂L/∂v_c
const seen = row(model.output, pair.context);
addScaled(toCenter, sigmoid(dot(seen, v)) - 1, seen);
addScaled(row(sgns.output, pair.context), sigmoid(dot(seen, v)) - 1, v);
for (const k of negatives) {
  const u = row(model.output, k);
  addScaled(toCenter, sigmoid(dot(u, v)), u);
  addScaled(row(sgns.output, k), sigmoid(dot(u, v)), v);
}
for (const side of ["input", "output"] as const) {
  const judged = byNumbers(model[side], logisticLoss);
  console.log(
    `${side} table: largest difference of formula and numbers`,
    largest(sgns[side].data, judged).toExponential(1),
  );
}

// %% name="negative-sampling-library"
import { negativeSamplingErrors, skipGramNegativeStep } from "kernel-helpers";

const moved = { input: copyTable(model.input), output: copyTable(model.output) };
skipGramNegativeStep(moved, pair, negatives, 1);
for (const side of ["input", "output"] as const) {
  const difference = largest(sgns[side].data, moveOf(side, moved));
  console.log(
    `${side} table: largest difference of formula and library`,
    difference.toExponential(1),
  );
}
const inLibrary = negativeSamplingErrors(model.output, v, pair.context, negatives).loss;
console.log("L written out and of the library", digits([logisticLoss(), inLibrary]));

// %% [markdown] name="noise"
// ### Which noise?
//
// Noise words are drawn by their frequency to the power $\frac{3}{4}$ (Mikolov et al. 2013b, section 2.2). So frequent
// words are drawn less often than they occur, and rare ones more often. With the count $n_w$ of a word,
//
// $$P_n(w) = \frac{n_w^{3/4}}{\sum_i n_i^{3/4}}$$
//
// The library draws again when it has drawn the word to predict, so this word is never its own noise.

// %% name="noise-distribution"
import { negativeSampler } from "kernel-helpers";

const sampler = negativeSampler(frequent.counts, seededRandom(1));
const drawn = new Float64Array(frequent.words.length);
for (let i = 0; i < 1_000_000; i++) drawn[sampler()]++;
const powerSum = frequent.counts.reduce((sum, count) => sum + count ** 0.75, 0);
await showTable(
  [0, 0.001, 0.01, 0.1, 0.5]
    .map((share) => Math.floor(share * frequent.words.length)) // frequent to rare
    .map((id) => ({
      word: frequent.words[id],
      "% of the text": (100 * frequent.counts[id]) / totalCount,
      "% by the power 3/4": (100 * frequent.counts[id] ** 0.75) / powerSum,
      "% of a million draws": drawn[id] / 10_000,
    })),
);

// %% [markdown] name="expectation"
// ### What the paper maximises
//
// Mikolov et al. 2013b (eq. 4) put this in the place of $\log \hat y_o$, and it is to be as *large* as possible:
//
// $$\log \sigma(u_o \cdot v_c) + \sum_{k=1}^{K} \mathbb{E}_{w_k \sim P_n}\big[\log \sigma(-u_{w_k} \cdot v_c)\big]$$
//
// The expectation $\mathbb{E}$ is the mean over all words, each weighted by its probability $P_n$. Nobody computes it,
// for that would be a sum over all words again. A program draws one word for each of the $K$ expectations, and what it
// makes small is the negative: our $L$. So the mean of $L$ over many draws must be the paper's expression with the other
// sign. (In the cell, neither of the two has the context word among its noise.)

// %% name="expectation-check"
import { drawNegatives } from "kernel-helpers";

const K = 3;
const weights = Array.from(vocabulary.counts, (n, w) =>
  w === pair.context ? 0 : n ** 0.75,
);
const allWeights = weights.reduce((sum, weight) => sum + weight, 0);
let paperValue = Math.log(sigmoid(dot(seen, v)));
weights.forEach((weight, w) => {
  const logNo = Math.log(sigmoid(-dot(row(model.output, w), v)));
  paperValue += K * (weight / allWeights) * logNo; // K equal expectations
});
const smallSampler = negativeSampler(vocabulary.counts, seededRandom(4));
const draws = 50_000;
let meanOfL = 0;
for (let i = 0; i < draws; i++) {
  const noise = drawNegatives(smallSampler, K, pair.context);
  meanOfL += negativeSamplingErrors(model.output, v, pair.context, noise).loss / draws;
}
console.log("the paper's expression    ", paperValue.toFixed(3));
console.log(`mean of L over ${draws} draws`, meanOfL.toFixed(3));

// %% [markdown] name="toy"
// ## 5 Training on the toy corpus
//
// ### Predict
//
// With $K = 3$ and output vectors of zero every $\sigma$ is $\frac{1}{2}$. What is the first loss?

// %% name="train-toy"
import { createModel, liveChart, lossChart } from "kernel-helpers";

const toyModel = createModel(V, { vectorSize: 8, seed: 1 });
const toyPairs = toyIds.flatMap((ids) => [...skipGramPairs(ids, { window: 2 })]);
const toySampler = negativeSampler(vocabulary.counts, seededRandom(2));
const history: { step: number; loss: number }[] = [];
const chart = liveChart();
for (let epoch = 0; epoch < 200; epoch++) {
  let total = 0;
  for (const toyPair of toyPairs) {
    total += skipGramNegativeStep(
      toyModel,
      toyPair,
      drawNegatives(toySampler, 3, toyPair.context),
      0.1,
    );
  }
  history.push({ step: epoch, loss: total / toyPairs.length });
  await chart.update(
    lossChart(history, { title: "Skip-Gram with negative sampling on ten words" }),
  );
}
await chart.done();
console.log(`mean loss of the first epoch ${history[0].loss.toFixed(3)}`);
console.log(`4 log 2 is ${(4 * Math.log(2)).toFixed(3)}`);
console.log(
  `mean loss of the last epoch ${history[history.length - 1].loss.toFixed(3)}`,
);

// %% [markdown] name="toy-note"
// The curve is not smooth, because other noise is drawn in every epoch, so that each epoch asks different questions. Now
// look at the vectors: which words lie together, and in which sentences do they take each other's place?

// %% name="toy-plot"
import { pca, projectionFigure } from "kernel-helpers";

const flat = pca(toyModel.input);
const points = vocabulary.words.map((word, id) => ({
  word,
  x: row(flat.points, id)[0],
  y: row(flat.points, id)[1],
}));
await show(
  projectionFigure(points, {
    title: "Ten words by Skip-Gram",
    width: 520,
    height: 420,
  }),
);

// %% [markdown] name="real"
// ## 6 Two centuries of speeches
//
// Now the same on the 1.8 million words of the State of the Union addresses. Frequent words are thinned and windows shrink
// at random, for the reasons of lesson 04, section 8. Skip-Gram has one example for each *pair*, several times as many as
// CBOW has, so one pass takes longer. A *step* in the chart is one pair.

// %% name="open"
import { openBackend, progressLine, startTraining, wordVectors } from "kernel-helpers";

const backend = await openBackend();
console.log(`backend: ${backend.name}, ${backend.device}`);
const training = startTraining(
  addresses,
  { architecture: "skip-gram", vectorSize: 50, window: 4, epochs: 2, alpha: 0.05 },
  backend.tf,
);

// %% name="train-real"
const losses: { step: number; loss: number }[] = [];
const lossCurve = liveChart();
for await (const progress of training) {
  losses.push({ step: progress.examples, loss: progress.loss });
  await lossCurve.update(lossChart(losses, { title: progressLine(progress) }));
}
await lossCurve.done(
  lossChart(losses, { title: "Skip-Gram with negative sampling, State of the Union" }),
);

// %% name="real-neighbours"
import { analogy, neighbours } from "kernel-helpers";

const vectors = wordVectors(training.vocabulary.words, await training.inputTable());
training.close();
const nearest = (of: typeof vectors, word: string): string =>
  neighbours(of, word, { count: 6 })
    .map((n) => `${n.word} ${n.similarity.toFixed(2)}`)
    .join("  ");
for (const word of ["january", "war", "tax", "mexico"])
  console.log(word.padEnd(8), nearest(vectors, word));

// %% [markdown] name="analogies"
// Analogies ask for more than neighbours, and a corpus of this size answers only some of them. Here are four, whatever
// comes out. The first is the one that the counts of lesson 01 did not answer: is *spanish* among the words now?

// %% name="real-analogies"
const questions: readonly (readonly [string, string, string])[] = [
  ["france", "french", "spain"],
  ["france", "paris", "britain"],
  ["million", "millions", "dollar"],
  ["he", "his", "they"],
];
const known = (words: readonly string[]): boolean =>
  words.every((word) => vectors.ids.has(word));
for (const question of questions.filter((words) => !known(words)))
  console.log(`left out, a word is too rare in this text: ${question.join(", ")}`);
await showTable(
  questions.filter(known).map(([a, b, c]) => ({
    question: `${a} is to ${b} as ${c} is to …`,
    answers: analogy(vectors, { positive: [b, c], negative: [a], count: 3 })
      .map((n) => n.word)
      .join(", "),
  })),
);

// %% [markdown] name="real-projection"
// And the picture of lesson 04, now of the vectors of Skip-Gram. Which groups lie apart, and which words lie with another
// group?

// %% name="real-plot"
import { tableFromRows, vectorOf } from "kernel-helpers";

const groups = {
  months: [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
  ],
  countries: [
    "mexico",
    "spain",
    "france",
    "britain",
    "china",
    "japan",
    "germany",
    "russia",
    "cuba",
    "chile",
  ],
  money: [
    "tax",
    "taxes",
    "revenue",
    "debt",
    "expenditures",
    "budget",
    "income",
    "tariff",
    "currency",
    "gold",
  ],
};
const wanted = Object.entries(groups).flatMap(([group, words]) =>
  words.map((word) => ({ word, group })),
);
const chosen = wanted.filter(({ word }) => vectors.ids.has(word));
const rare = wanted
  .filter(({ word }) => !vectors.ids.has(word))
  .map(({ word }) => word);
if (rare.length > 0) console.log(`left out, too rare in this text: ${rare.join(", ")}`);
const plane = pca(tableFromRows(chosen.map(({ word }) => vectorOf(vectors, word))));
const places = chosen.map((choice, i) => ({
  ...choice,
  x: row(plane.points, i)[0],
  y: row(plane.points, i)[1],
}));
await show(projectionFigure(places, { title: "Skip-Gram: months, countries, money" }));

// %% [markdown] name="break-it"
// ## 7 Break it
//
// What if we leave the noise out, $K = 0$? Then nothing pushes words apart, and the loss is
// $-\log \sigma(u_o \cdot v_c)$ alone.
//
// ### Predict
//
// Which vectors make this loss as small as you like? What happens then to the cosines between *all* words?

// %% name="no-noise"
import { cosineSimilarity, norm } from "kernel-helpers";

const withoutNoise = createModel(V, { vectorSize: 8, seed: 1 });
let lastLoss = 0;
for (let epoch = 0; epoch < 200; epoch++) {
  lastLoss = 0;
  for (const toyPair of toyPairs)
    lastLoss += skipGramNegativeStep(withoutNoise, toyPair, [], 0.1) / toyPairs.length;
}
const meanCosine = ({ input }: Model): number => {
  const cosines = vocabulary.words.flatMap((_, i) =>
    vocabulary.words
      .slice(i + 1)
      .map((_, k) => cosineSimilarity(row(input, i), row(input, i + 1 + k))),
  );
  return cosines.reduce((total, x) => total + x, 0) / cosines.length;
};
const meanLength = ({ input }: Model): number =>
  vocabulary.words.reduce((sum, _, i) => sum + norm(row(input, i)) / V, 0);
const untrained = createModel(V, { vectorSize: 8, seed: 1 });
await showTable([
  {
    noise: "before training",
    "mean cosine of all words": meanCosine(untrained),
    "mean length": meanLength(untrained),
  },
  {
    noise: "K = 3",
    "last loss": history[history.length - 1].loss,
    "mean cosine of all words": meanCosine(toyModel),
    "mean length": meanLength(toyModel),
  },
  {
    noise: "none",
    "last loss": lastLoss,
    "mean cosine of all words": meanCosine(withoutNoise),
    "mean length": meanLength(withoutNoise),
  },
]);

// %% [markdown] name="collapse"
// Without noise the loss is small and the vectors are worthless. The loss is never 0, but it falls as long as the dot
// products grow. So all vectors turn one way and get longer: that is all that this loss asks for. (The losses with and
// without noise answer different questions and cannot be compared.) A loss curve alone never tells whether vectors are
// good.

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. The center's gradient is *expected minus observed*. Descent goes against it: away from what the model expected, and
//    towards what was seen.
// 2. Noise is not a nuisance. It is the half of the loss that keeps words apart.
//
// **Now you:** the [exercises of this lesson](../exercises/05-skip-gram-exercises.ipynb). **Next:**
// [10 Batches and GPUs](10-batches-and-gpu.ipynb), the same step for many pairs at once. (Lessons 06 to 09 are still to come.)
//
// **Sources.** Mikolov et al. 2013a, arXiv 1301.3781; Mikolov et al. 2013b, arXiv 1310.4546, equations 1, 2 and 4 and
// section 2.2; Rong 2014, arXiv 1411.2738, equations 7 to 12 and 55 to 61; Goldberg and Levy 2014, *word2vec
// Explained*, arXiv 1402.3722, on why there are two vectors.
