// %% [markdown] name="title"
// # 05 Skip-Gram: the words around
//
// **70 minutes. You need:** [04 CBOW](04-cbow.ipynb), sections 2 to 4, 7 and 8.
//
// CBOW guesses the center from its context. *Skip-Gram* turns the task around: from the center it guesses each word of
// the context (Mikolov et al. 2013a, 2013b). After this notebook you can
//
// - write down Skip-Gram with softmax and with negative sampling, and derive both gradients;
// - say why a word has two vectors, and in which direction each term of the gradient pulls them;
// - train it on real text, find neighbours and analogies, and say what the noise is good for.

// %% name="imports" tags="imports"
import {
  addScaled,
  analogy,
  buildVocabulary,
  chainChart,
  type ChainStep,
  copyModel,
  corpusSentences,
  cosineSimilarity,
  createModel,
  dot,
  drawNegatives,
  encode,
  filledTable,
  gradientByNumbers,
  largestDifference,
  lineChart,
  liveChart,
  logSumExp,
  lossChart,
  type Model,
  modelDifferences,
  negativeSampler,
  negativeSamplingErrors,
  networkChart,
  norm,
  openSimd,
  projectionFigure,
  quiz,
  row,
  seededRandom,
  show,
  showNeighbours,
  showNumbers,
  showTable,
  showTraining,
  sigmoid,
  skipGramNegativeStep,
  skipGramPairs,
  skipGramSoftmaxStep,
  softmax,
  startTraining,
  stepThrough,
  tokenSentences,
  wordGroups,
  wordId,
  wordVectors,
  zeroTable,
} from "kernel-helpers";

// %% [markdown] name="task" answer="14"
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
// How many pairs does a sentence of five words give with $m = 2$? (The first word has two others near it, the third has
// four.)
//
// <details><summary>Answer</summary>
//
// $2 + 3 + 4 + 3 + 2 = 14$.
//
// </details>

// %% name="pairs"
const sentences = await tokenSentences(corpusSentences("toy"));
const vocabulary = buildVocabulary(sentences.flat(), { minCount: 1 });
const toyIds = sentences.map((tokens) => encode(vocabulary, tokens));
const name = (id: number): string => vocabulary.words[id];
const idOf = (word: string): number => wordId(vocabulary, word); // throws for an unknown word

const [sentence, m] = [toyIds[2], 2];
const pairs = [...skipGramPairs(sentence, { window: m })];
const near = (t: number): number[] => sentence.slice(Math.max(0, t - m), t + m + 1);
await showTable(
  sentence.map((center, t) => ({
    position: t,
    center: name(center),
    "center and context words": near(t).map(name).join(" "),
  })),
  { caption: "Each center with the words around it" },
);

// %% [markdown] name="pairs-of-positions"
// Are these all pairs of the definition, and no others? To find out, we give `skipGramPairs()` the positions 0 to 4 in
// place of words, and check three things: every pair has an offset $j \ne 0$ with $|j| \le m$, no pair comes twice, and
// the number of pairs is that of the definition. Then no pair can be missing. The number is
// $\sum_t \big(\min(t, m) + \min(n - 1 - t, m)\big)$, because a position $t$ of a sentence of $n$ words has $t$ words
// on its left and $n - 1 - t$ on its right.

// %% name="pairs-shown"
const positions = sentence.map((_, t) => t);
const found = [...skipGramPairs(positions, { window: m })];
const offsets = found.map(({ center, context }) => context - center); // j
const n = sentence.length;
await showNumbers({
  pairs: pairs.length,
  "pairs by the formula for their number": positions.reduce(
    (sum, t) => sum + Math.min(t, m) + Math.min(n - 1 - t, m),
    0,
  ),
  "pairs with an offset that is not allowed": offsets.filter(
    (j) => j === 0 || Math.abs(j) > m,
  ).length,
  "different pairs": new Set(found.map((one) => `${one.center} ${one.context}`)).size,
});

// %% [markdown] name="orientation"
// ### Which way round?
//
// The paper predicts the context from the center. Some programs do it the other way round: word2vec.c walks over the
// context words and predicts the center from each. Does it matter? Within a sentence a window is symmetric: if $b$
// stands near $a$, then $a$ stands near $b$. So both ways visit the same pairs, in another order. If windows shrink at
// random (lesson 04, section 8), one pass may contain the pair $(a, b)$ and not the pair $(b, a)$. But on average both
// are equally frequent. The first cell compares the pairs of our sentence, the second counts pairs of shrinking windows:

// %% name="same-pairs"
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

// %% [markdown] name="model" choices="more often|less often" answer="less often"
// ## 2 The model, and why a word has two vectors
//
// The tables are those of lesson 04: an input vector $v_w$ and an output vector $u_w$ for each word. The center $c$
// uses its input vector, the candidates for its context their output vectors. Mind the letters: from here on $c$ is the
// center, and $o$ the context word that was seen:
//
// $$z_j = u_j \cdot v_c \qquad \hat y_j = \frac{e^{z_j}}{\sum_k e^{z_k}} \qquad L = -\log \hat y_o = -z_o + \log \sum_k e^{z_k}$$
//
// So $h = v_c$. Compare this with CBOW: the center and the context have changed places.
//
// **Why two?** If each word had only one vector, the score of a word with itself would be $v_c \cdot v_c = |v_c|^2$.
// This is never negative, and it is large for a long vector. So the model could hardly say that a word does not stand
// near itself (Goldberg and Levy 2014). Does it need to say that?
//
// ### Predict
//
// Take a word and another one at most two places away. Are the two the same word *more* or *less* often than by chance?
// (By chance means that both are drawn by frequency alone. Then a share $\sum_w f_w^2$ of the pairs has the same word
// twice, where $f_w$ is the share of $w$ in the text.)
//
// <details><summary>Answer</summary>
//
// Less often: grammar hardly ever puts a word next to itself. The cell counts.
//
// </details>

// %% name="self-pairs"
const addresses = await tokenSentences(corpusSentences("sotu"));
const frequent = buildVocabulary(addresses.flat());
let [all, withItself] = [0, 0];
for (const tokens of addresses) {
  const ids = encode(frequent, tokens);
  for (const { center, context } of skipGramPairs(ids, { window: 2 })) {
    all++;
    if (center === context) withItself++;
  }
}
const totalCount = frequent.counts.reduce((sum, count) => sum + count, 0);
const shares = Array.from(frequent.counts, (count) => count / totalCount);
await showNumbers({
  "% of the pairs that are a word with itself": (100 * withItself) / all,
  "% by chance": 100 * shares.reduce((sum, f) => sum + f ** 2, 0),
});

// %% [markdown] name="self-pairs-note"
// A word stands near itself much less often than by chance. A model with two vectors for each word can say that, because
// $u_w$ need not point in the direction of $v_w$.

// %% name="quiz-two-tables"
await quiz("05-skip-gram/two-tables");

// %% name="make-model"
const random = seededRandom(5);
const V = vocabulary.words.length;
const model: Model = {
  input: filledTable(V, 3, () => 2 * random() - 1),
  output: filledTable(V, 3, () => 2 * random() - 1),
};
const pair = { center: idOf("loves"), context: idOf("queen") };

// %% [markdown] name="network-text"
// The drawing shows the model on one pair, *loves* and *queen*, with random numbers in both tables. One row is read, and
// it is $h$ as it stands. The rest is what you know from CBOW.

// %% name="network"
await show(
  networkChart(
    model,
    { inputs: [pair.center], target: pair.context },
    {
      words: vocabulary.words,
      title: "Skip-Gram: the center loves, and queen was seen",
    },
  ),
);

// %% [markdown] name="softmax-chain-text"
// ## 3 The gradient with the softmax
//
// Compare this chain with that of lesson 04: the link with the mean is gone.

// %% name="links"
const links: ChainStep[] = [
  { name: "v_c", value: row(model.input, pair.center) },
  {
    name: "z_j",
    formula: "u_j · v_c",
    derivative: "∂z_j/∂v_c = u_j",
    parameter: { name: "u_j", derivative: "∂z_j/∂u_j = v_c" },
  },
];

// %% name="softmax-chain"
const lossLink: ChainStep = {
  name: "L",
  formula: "−z_o + log Σ e^z_k",
  derivative: "∂L/∂z_j = ŷ_j − [j = o]",
};
await show(
  chainChart([...links, lossLink], {
    title: "Skip-Gram with the softmax, from the tables to the loss",
  }),
);

// %% [markdown] name="softmax-gradient"
// Lesson 04, section 4.1, gives us the link next to the loss, $e_j = \hat y_j - [j = o]$. The rest is shorter than there,
// because there is no mean:
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
/** z_j = u_j · v_c for every word j. */
const scores = ({ input, output }: Model): Float64Array =>
  Float64Array.from({ length: V }, (_, j) =>
    dot(row(output, j), row(input, pair.center)),
  );
function softmaxLoss(of: Model): number {
  const z = scores(of);
  return -z[pair.context] + logSumExp(z);
}

// %% name="softmax-by-formula"
const v = row(model.input, pair.center);
const powers = scores(model).map((z) => Math.exp(z));
const sumOfPowers = powers.reduce((sum, x) => sum + x, 0);
const probabilities = powers.map((power) => power / sumOfPowers); // ŷ
const exact = { input: zeroTable(V, 3), output: zeroTable(V, 3) };
for (let j = 0; j < V; j++) {
  const error = probabilities[j] - (j === pair.context ? 1 : 0);
  addScaled(row(exact.output, j), error, v);
  addScaled(row(exact.input, pair.center), error, row(model.output, j));
}

// %% name="softmax-judged"
const judged = gradientByNumbers(model, softmaxLoss); // lesson 04, section 4, writes it out
await showNumbers(modelDifferences(exact, judged), {
  caption: "Largest differences of formula and central differences",
});

// %% [markdown] name="expected-observed"
// Here is the same reading in numbers: expected minus observed is the gradient of the center. The cell after that compares
// with the softmax and the step of the library.

// %% name="expected-minus-observed"
const expected = new Float64Array(3);
for (let j = 0; j < V; j++) addScaled(expected, probabilities[j], row(model.output, j));
const observed = row(model.output, pair.context);
await showNumbers({
  "expected - observed": expected.map((x, i) => x - observed[i]),
  "gradient of v_c": row(exact.input, pair.center),
});

// %% name="softmax-library"
/** Both tables after one step of gradient descent, as a new model. */
function descend(from: Model, gradient: Model, alpha: number): Model {
  const to = copyModel(from);
  addScaled(to.input.data, -alpha, gradient.input.data);
  addScaled(to.output.data, -alpha, gradient.output.data);
  return to;
}
const stepped = copyModel(model);
const libraryLoss = skipGramSoftmaxStep(stepped, pair, 0.5);
const writtenLoss = -Math.log(probabilities[pair.context]);
await showNumbers(
  {
    ŷ: largestDifference(probabilities, softmax(scores(model))),
    loss: Math.abs(libraryLoss - writtenLoss),
    ...modelDifferences(descend(model, exact, 0.5), stepped),
  },
  { caption: "Largest differences from the library" },
);

// %% [markdown] name="step-played"
// The same step with its real numbers, to go through at your own speed. There is one input row here, and no mean: the row
// takes the whole gradient. Then pull the slider: from which $\alpha$ on does the step make the loss *larger*?

// %% name="step-through"
await stepThrough(
  model,
  { inputs: [pair.center], target: pair.context },
  { words: vocabulary.words, title: "Skip-Gram with the softmax" },
);

// %% [markdown] name="negative-sampling"
// ## 4 Skip-Gram with negative sampling
//
// The sum over all words costs too much, as in lesson 04. Instead we take $K$ noise words, and from here on $k$ counts
// them (Rong 2014, eq. 55):
//
// $$L = -\log \sigma(u_o \cdot v_c) - \sum_{k=1}^{K} \log \sigma(-u_k \cdot v_c)$$
//
// This is the negative of Mikolov et al. 2013b, eq. 4, with drawn words for its expectations; see *What the paper
// maximises* below. [Lesson 07](07-negative-sampling.ipynb) says how it comes from the softmax.
//
// The drawing shows our pair with three noise words, *dog*, *land* and again *dog*. Three rows of the output table get a
// score, and seven stay as they are.

// %% name="negative-sampling-network"
const negatives = ["dog", "land", "dog"].map(idOf);
await show(
  networkChart(
    model,
    { inputs: [pair.center], target: pair.context, negatives },
    {
      words: vocabulary.words,
      title: "Skip-Gram with negative sampling: loves, queen",
    },
  ),
);

// %% name="negative-sampling-chain"
const noisyLoss: ChainStep = {
  name: "L",
  formula: "−log σ(z_o) − Σ log σ(−z_k)",
  derivative: "∂L/∂z_j = σ(z_j) − t_j",
};
await show(
  chainChart([...links, noisyLoss], {
    title: "Skip-Gram with negative sampling: only the last link is new",
  }),
);

// %% [markdown] name="negative-sampling-gradient"
// Each of the $1 + K$ words has the label $t = 1$ (seen) or $0$ (noise) and the error
// $e_j = \sigma(u_j \cdot v_c) - t_j$, as lesson 04, section 7, derived (Rong 2014, eq. 57), so (eq. 58 and 61)
//
// $$\frac{\partial L}{\partial u_j} = e_j\, v_c \qquad\qquad \frac{\partial L}{\partial v_c} = \sum_{j} e_j\, u_j = \big(\sigma(u_o \cdot v_c) - 1\big)\, u_o + \sum_{k=1}^{K} \sigma(u_k \cdot v_c)\, u_k$$
//
// A noise word that was drawn twice stands in the sum twice.
//
// ### Predict

// %% name="quiz-hardest-pull"
await quiz("05-skip-gram/hardest-pull");

// %% name="pulls"
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

// %% [markdown] name="check-sgns"
// The error says how hard a word pulls the center ($e < 0$, seen) or pushes it away ($e > 0$, noise): hardest where the
// model is sure and wrong, and hardly at all where it is sure and right.
//
// ### Check
//
// The noise words are those of the drawing, and *dog* is there twice. The next cell writes out the loss and the gradients
// as above. The two after it compare them with central differences, and a step by the formula with a step of the library.

// %% name="check-negative-sampling"
const labelled = [pair.context, ...negatives].map((word, j) => ({
  word,
  t: j === 0 ? 1 : 0,
}));

function logisticLoss({ input, output }: Model): number {
  const center = row(input, pair.center);
  return labelled.reduce((sum, { word, t }) => {
    const z = dot(row(output, word), center);
    return sum - Math.log(sigmoid(t === 1 ? z : -z));
  }, 0);
}
const sgns = { input: zeroTable(V, 3), output: zeroTable(V, 3) };
for (const { word, t } of labelled) {
  const e = sigmoid(dot(row(model.output, word), v)) - t;
  addScaled(row(sgns.output, word), e, v);
  addScaled(row(sgns.input, pair.center), e, row(model.output, word));
}

// %% name="negative-sampling-judged"
await showNumbers(modelDifferences(sgns, gradientByNumbers(model, logisticLoss)), {
  caption: "Largest differences of formula and central differences",
});

// %% name="negative-sampling-library"
const moved = copyModel(model);
const stepLoss = skipGramNegativeStep(moved, pair, negatives, 0.5);
await showNumbers(modelDifferences(descend(model, sgns, 0.5), moved), {
  caption: "Largest differences after a step by the formula and by the library",
});
await showNumbers({
  "L written out": logisticLoss(model),
  "L of the library": stepLoss,
});

// %% [markdown] name="negative-sampling-played"
// In this step four rows of the output table are read, and two of the four are the same row, which gets both gradients:

// %% name="negative-sampling-step-through"
await stepThrough(
  model,
  { inputs: [pair.center], target: pair.context, negatives },
  { words: vocabulary.words, title: "Skip-Gram with negative sampling" },
);

// %% [markdown] name="noise"
// ### Which noise?
//
// Noise words are drawn by their frequency to the power $\frac{3}{4}$ (Mikolov et al. 2013b, section 2.2). So frequent
// words are drawn less often than they occur, and rare ones more often. The authors found this power by trying. With the
// count $n_w$ of a word,
//
// $$P_n(w) = \frac{n_w^{3/4}}{\sum_i n_i^{3/4}}$$
//
// If the library draws the context word itself, it draws again. So this word is never its own noise.

// %% name="noise-distribution"
const sampler = negativeSampler(frequent.counts, seededRandom(1));
const drawn = new Float64Array(frequent.words.length);
for (let i = 0; i < 1_000_000; i++) drawn[sampler()]++;
const powerSum = frequent.counts.reduce((sum, count) => sum + count ** 0.75, 0);
const fromFrequentToRare = [0, 0.001, 0.01, 0.1, 0.5].map((share) =>
  Math.floor(share * frequent.words.length),
);
await showTable(
  fromFrequentToRare.map((id) => ({
    word: frequent.words[id],
    "% of the text": 100 * shares[id],
    "% by the power 3/4": (100 * frequent.counts[id] ** 0.75) / powerSum,
    "% of a million draws": drawn[id] / 10_000,
  })),
);

// %% [markdown] name="expectation"
// ### What the paper maximises
//
// Mikolov et al. 2013b (eq. 4) take this in the place of $\log \hat y_o$, and want it as *large* as possible (they write
// $v'_{w_O}{}^{\top} v_{w_I}$ for $u_o \cdot v_c$):
//
// $$\log \sigma(u_o \cdot v_c) + \sum_{k=1}^{K} \mathbb{E}_{w_k \sim P_n}\big[\log \sigma(-u_{w_k} \cdot v_c)\big]$$
//
// The expectation $\mathbb{E}$ is the mean over all words, each weighted by its probability $P_n$. Nobody computes it,
// for that would be a sum over all words again. A program draws one word for each of the $K$ expectations, and makes
// the negative small: our $L$. So the mean of $L$ over many draws must be the paper's expression with the other sign,
// up to chance. 50,000 draws give about three digits. (In the cell the context word is never among the noise, neither
// in the paper's expression nor in the draws.)

// %% name="expectation-check"
const K = 3;
const weights = Array.from(vocabulary.counts, (n, w) =>
  w === pair.context ? 0 : n ** 0.75,
);
const allWeights = weights.reduce((sum, weight) => sum + weight, 0);
let paperValue = Math.log(sigmoid(dot(row(model.output, pair.context), v)));
weights.forEach((weight, w) => {
  const logNo = Math.log(sigmoid(-dot(row(model.output, w), v)));
  paperValue += K * (weight / allWeights) * logNo; // K equal expectations
});

// %% name="expectation-drawn"
const smallSampler = negativeSampler(vocabulary.counts, seededRandom(4));
const draws = 50_000;
let meanOfL = 0;
for (let i = 0; i < draws; i++) {
  const noise = drawNegatives(smallSampler, K, pair.context);
  meanOfL += negativeSamplingErrors(model.output, v, pair.context, noise).loss / draws;
}
await showNumbers({ "the paper's expression": paperValue, "mean of L": meanOfL });

// %% [markdown] name="toy" answer="2.77" within="0.01"
// ## 5 Training on the toy corpus
//
// ### Predict
//
// With $K = 3$ and output vectors of zero every $\sigma$ is $\frac{1}{2}$. What is the first loss?
//
// <details><summary>Answer</summary>
//
// One term for the seen word and three for the noise, each $-\log \frac{1}{2} = \log 2$: together $4 \log 2 \approx 2.77$.
//
// </details>

// %% name="train-toy"
const toyModel = createModel(V, { vectorSize: 8, seed: 1 });
const toyPairs = toyIds.flatMap((ids) => [...skipGramPairs(ids, { window: 2 })]);
const toySampler = negativeSampler(vocabulary.counts, seededRandom(2));
const history: { epoch: number; loss: number }[] = [];
const chart = liveChart();
for (let epoch = 0; epoch < 200; epoch++) {
  let total = 0;
  for (const toyPair of toyPairs) {
    const noise = drawNegatives(toySampler, 3, toyPair.context);
    total += skipGramNegativeStep(toyModel, toyPair, noise, 0.1);
  }
  history.push({ epoch, loss: total / toyPairs.length });
  await chart.update(lossChart(history, { title: "Skip-Gram on ten words" }));
}
await chart.done();

// %% name="toy-losses"
await showNumbers({
  "mean loss of the first epoch": history[0].loss,
  "4 log 2": 4 * Math.log(2),
  "mean loss of the last epoch": history[history.length - 1].loss,
});

// %% [markdown] name="toy-note"
// The curve is not smooth: other noise is drawn in every epoch, so each epoch asks different questions. Now look at the
// vectors. Which words lie together? In which sentences could you exchange them?

// %% name="toy-plot"
await show(
  projectionFigure(toyModel.input, vocabulary.words, {
    title: "Ten words by Skip-Gram",
  }),
);

// %% [markdown] name="real"
// ## 6 Two centuries of speeches
//
// Now we do the same with the 1.8 million words of the State of the Union addresses. Frequent words are thinned and
// windows shrink at random, for the reasons in lesson 04, section 8. Skip-Gram has one example for each *pair*. These
// are several times as many as CBOW has, so one pass takes longer.

// %% name="open"
const simd = openSimd({ threads: 1 });
console.log(simd.report);
const training = startTraining(
  addresses,
  { architecture: "skip-gram", vectorSize: 50, epochs: 5 },
  simd,
);

// %% name="train-real"
await showTraining(training, {
  title: "Skip-Gram with negative sampling, State of the Union",
});

// %% name="real-neighbours"
const vectors = wordVectors(training.vocabulary.words, await training.inputTable());
training.close();
await showNeighbours(vectors, ["january", "war", "tax", "mexico"]);

// %% [markdown] name="analogies"
// Analogies ask for more than neighbours do, and a corpus of this size answers only some of them. We show four, whether
// they come out right or not. The counts of lesson 01 did not answer the first one. Is *spanish* among the words now?

// %% name="real-analogies"
const questions = [
  ["france", "french", "spain"],
  ["france", "paris", "britain"],
  ["million", "millions", "dollar"],
  ["he", "his", "they"],
].filter((words) => words.every((word) => vectors.ids.has(word))); // a small text lacks some
const answersTo = ([a, b, c]: readonly string[]): string =>
  analogy(vectors, { positive: [b, c], negative: [a], count: 3 })
    .map(({ word }) => word)
    .join(", ");
await showTable(
  questions.map(([a, b, c]) => ({
    question: `${a} is to ${b} as ${c} is to …`,
    answers: answersTo([a, b, c]),
  })),
);

// %% [markdown] name="real-projection"
// And here is the picture of lesson 04, now with the vectors of Skip-Gram. Which groups lie apart? Which words lie with
// another group?

// %% name="real-plot"
await show(
  projectionFigure(vectors, wordGroups, {
    title: "Skip-Gram: months, countries, money",
  }),
);

// %% [markdown] name="break-it"
// ## 7 Break it
//
// What if we leave the noise out, $K = 0$? Then nothing pushes words apart, and the loss is
// $-\log \sigma(u_o \cdot v_c)$ alone.
//
// ### Predict

// %% name="quiz-no-noise"
await quiz("05-skip-gram/no-noise");

// %% name="no-noise"
const withoutNoise = createModel(V, { vectorSize: 8, seed: 1 });
let lastLoss = 0;
for (let epoch = 0; epoch < 200; epoch++) {
  lastLoss = 0;
  for (const toyPair of toyPairs)
    lastLoss += skipGramNegativeStep(withoutNoise, toyPair, [], 0.1) / toyPairs.length;
}

// %% name="no-noise-measured"
function meanCosine({ input }: Model): number {
  const vectorsOf = vocabulary.words.map((_, i) => row(input, i));
  const cosines = vectorsOf.flatMap((one, i) =>
    vectorsOf.slice(i + 1).map((other) => cosineSimilarity(one, other)),
  );
  return cosines.reduce((total, x) => total + x, 0) / cosines.length;
}
const meanLength = ({ input }: Model): number =>
  vocabulary.words.reduce((sum, _, i) => sum + norm(row(input, i)) / V, 0);
const measured = (of: Model): object => ({
  "mean cosine of all words": meanCosine(of),
  "mean length": meanLength(of),
});

// %% name="no-noise-table"
const start = createModel(V, { vectorSize: 8, seed: 1 });
const lastOfToy = history[history.length - 1].loss;
await showTable([
  { model: "untrained", ...measured(start) },
  { model: "K = 3", "loss of the last epoch": lastOfToy, ...measured(toyModel) },
  { model: "K = 0", "loss of the last epoch": lastLoss, ...measured(withoutNoise) },
]);

// %% [markdown] name="collapse"
// Without noise the loss is small and the vectors are worthless. The loss is never 0, but it falls as long as the dot
// products grow. So all vectors turn one way and get longer: this loss asks for nothing else. (The losses with and
// without noise belong to different questions and cannot be compared.) A loss curve alone never tells whether vectors
// are good.

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. The center's gradient is *expected minus observed*. Descent goes against it: away from what the model expected, and
//    towards what was seen.
// 2. Noise is not a nuisance. It is the half of the loss that keeps words apart.
//
// **Now you:** the [exercises of this lesson](../exercises/05-skip-gram-exercises.ipynb). **Next:**
// [06 Hierarchical softmax](06-hierarchical-softmax.ipynb), another way to avoid the sum over all words. After it,
// [07 Negative sampling](07-negative-sampling.ipynb) says where this loss comes from and what it finds.
//
// **Sources.** Mikolov et al. 2013a, arXiv 1301.3781; Mikolov et al. 2013b, arXiv 1310.4546, equations 1, 2 and 4 and
// section 2.2; Rong 2014, arXiv 1411.2738, equations 7 to 12 and 55 to 61; Goldberg and Levy 2014, *word2vec Explained*,
// arXiv 1402.3722, on why there are two vectors.
//
// **To read on:** Zhang et al. 2023, sections 15.1 and 15.2, on both models and both ways to avoid the sum; Levy,
// Goldberg and Dagan 2015, on what tuning does for vectors by counting and by Skip-Gram; Linzen 2016, on what analogies
// measure.
