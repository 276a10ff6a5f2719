// %% [markdown] name="title"
// # 04 CBOW: the word in the gap
//
// **80 minutes. You need:** [01 Reading vectors](01-reading-vectors.ipynb),
// [03 Softmax](03-softmax-as-a-bigram-net.ipynb), the chain rule.
//
// Cover a word in a sentence and let a model guess it from the words around it. A model that guesses well must have
// vectors that say what the words are like. That is the whole idea of the *continuous bag of words*, CBOW (Mikolov et
// al. 2013a). After this notebook you can
//
// - write down the CBOW model and its loss, and derive every gradient without looking;
// - check a gradient of yours by numbers, and say where $\frac{1}{C}$ comes from;
// - train it on ten words and on 1.8 million, and read what it learned.

// %% name="imports" tags="imports"
import {
  addScaled,
  barChart,
  buildVocabulary,
  cbowExamples,
  cbowSoftmaxStep,
  chainChart,
  type ChainStep,
  copyModel,
  corpusSentences,
  cosineSimilarity,
  createModel,
  dot,
  encode,
  filledTable,
  gradientByNumbers,
  hiddenLayer,
  keepProbabilities,
  largestDifference,
  lineChart,
  liveChart,
  logSumExp,
  lossChart,
  type Model,
  modelDifferences,
  negativeSamplingErrors,
  networkChart,
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
  softmax,
  softmaxErrors,
  softplus,
  startTraining,
  stepThrough,
  type Table,
  tokenSentences,
  trainingPlayer,
  trainStep,
  vectorOf,
  wordGroups,
  wordId,
  type WordVectors,
  wordVectors,
  zeroTable,
} from "kernel-helpers";

// %% [markdown] name="task" answer="5" asks="number of examples"
// ## 1 The task
//
// Our toy corpus has six sentences of five words each. Its ten different words are its *vocabulary*, and a word's place in
// the vocabulary is its *id*. We use the third sentence in this lesson and the next:
//
// > the king loves the queen
//
// The word we look at is the **center**, the words around it are its **context**. CBOW predicts the
// center from the context.
//
// ### Predict
//
// With a window of two words on each side: how many examples does a sentence of five words give? And how many context
// words has its first word, how many its third?
//
// <details><summary>Answer</summary>
//
// Five: each word is the center once. The first word has two context words, both on its right, and the third has four.
//
// </details>

// %% name="examples"
const sentences = await tokenSentences(corpusSentences("toy"));
const vocabulary = buildVocabulary(sentences.flat(), { minCount: 1 });
const toyIds = sentences.map((tokens) => encode(vocabulary, tokens));
const name = (id: number): string => vocabulary.words[id];
console.log(sentences.map((tokens) => tokens.join(" ")).join("\n"));

// %% name="examples-shown"
const sentence = toyIds[2];
const examples = [...cbowExamples(sentence, { window: 2 })];
await showTable(
  examples.map(({ center, context }) => ({
    center: name(center),
    context: context.map(name).join(" "),
    C: context.length,
  })),
  { caption: "The examples of: the king loves the queen" },
);

// %% [markdown] name="example-note"
// The word *the* stands twice around *loves*, and both places count. Wrong gradients like to hide where a word repeats,
// so we keep this example:

// %% name="the-example"
const { center, context } = examples[2];
console.log(
  `center: ${name(center)}, context: ${context.map(name).join(" ")},`,
  `word ids ${context.join(" ")}`,
);

// %% [markdown] name="model"
// ## 2 The model: two tables
//
// Each of the $V$ words has two vectors of $d$ numbers ($d$ is the *dimension*):
//
// - its **input vector** $v_w$, used when $w$ stands in the context. These become the word vectors;
// - its **output vector** $u_w$, used when $w$ is a candidate for the gap.
//
// There is nothing else: no bias, no activation function. Here $V = 10$ and $d = 3$. Word2Vec starts with output
// vectors of zero. We start with random numbers in both tables. Zeros could make a wrong gradient look right, because a
// mistake that is multiplied by zero cannot be seen.

// %% name="make-model"
const random = seededRandom(15); // numbers from 0 to 1, the same in every run
const V = vocabulary.words.length;
const model: Model = {
  input: filledTable(V, 3, () => 2 * random() - 1),
  output: filledTable(V, 3, () => 2 * random() - 1),
};

// %% [markdown] name="network-text"
// The drawing shows what the model does with our example, number by number. In the input table the rows of the context
// words are lit; their mean is $h$. The dot product of $h$ and each row of the output table is a score $z$, and
// the softmax makes $\hat y$ of the scores. The word that stood in the gap is red. The next section computes all these
// numbers by hand; come back and compare.

// %% name="network"
await show(
  networkChart(
    model,
    { inputs: context, target: center },
    {
      words: vocabulary.words,
      title: "CBOW: the king … the queen, and loves is the center",
    },
  ),
);

// %% [markdown] name="forward-h"
// ## 3 From context to probability
//
// **The hidden layer** $h$ is the mean of the context's input vectors. The context has $C$ places, and the sum goes
// over all of them, so a word that stands there twice counts twice (Rong 2014, eq. 17 and 18):
//
// $$h = \frac{1}{C} \sum_{c} v_c \qquad \text{shape } (d)$$

// %% name="hidden-layer"
const C = context.length;
const h = new Float64Array(3);
for (const word of context) {
  const v = row(model.input, word);
  for (let i = 0; i < 3; i++) h[i] += v[i] / C;
}
await showNumbers({ "by hand": h, "hiddenLayer()": hiddenLayer(model.input, context) });

// %% [markdown] name="forward-scores"
// **The score** of word $j$ is a dot product: it is large if $u_j$ points in the direction of $h$ (Rong 2014, eq. 2):
//
// $$z_j = u_j \cdot h = \sum_i u_{ji}\, h_i$$
//
// **The softmax** turns the scores into probabilities, as [lesson 03](03-softmax-as-a-bigram-net.ipynb) derived (Rong
// 2014, eq. 3):
//
// $$\hat y_j = \frac{e^{z_j}}{\sum_k e^{z_k}} \qquad\text{and so}\qquad \frac{\hat y_i}{\hat y_j} = e^{z_i - z_j}$$
//
// The second formula says what a score means: a difference of 1 between two scores is a factor of $e \approx 2.72$
// between two probabilities, whatever the other scores are.

// %% name="softmax"
const scores = vocabulary.words.map((_, word) => dot(row(model.output, word), h));
const powers = scores.map((z) => Math.exp(z));
const sum = powers.reduce((subtotal, power) => subtotal + power, 0);
const predicted = powers.map((power) => power / sum);
await showNumbers(
  {
    "sum of the probabilities": predicted.reduce((subtotal, p) => subtotal + p, 0),
    "largest difference from softmax()": largestDifference(predicted, softmax(scores)),
    [`ŷ of "${name(1)}" / ŷ of "${name(0)}"`]: predicted[1] / predicted[0],
    [`e^(z of ${name(1)} - z of ${name(0)})`]: Math.exp(scores[1] - scores[0]),
  },
  { digits: 6 },
);

// %% name="softmax-plot"
const bars = (values: Iterable<number>): { label: string; value: number }[] =>
  Array.from(values, (value, word) => ({ label: name(word), value }));
await show(
  barChart(bars(predicted), {
    title: "What an untrained model puts into: the king … the queen",
    y: "probability",
  }),
);

// %% [markdown] name="max-shift"
// ### Large scores
//
// After a long training a score can be large. Lesson 03, section 4, shows how the formula then fails, and derives the
// remedy step by step. Here is the short form.
//
// ### Predict
//
// Three words have the scores 800, 799 and 0. What should their probabilities be? What does the formula give?
//
// <details><summary>Answer</summary>
//
// The first two scores differ by 1, so the first word is $e \approx 2.72$ times as probable as the second, and the
// third has no chance: about 0.73, 0.27 and 0. The formula divides infinity by infinity, which is not a number, and
// computes 0 for the third.
//
// </details>

// %% [markdown] name="max-shift-derived"
// ### Derive
//
// The same number $m$ may be subtracted from every score, because $e^{-m}$ cancels ($\log$ is the natural logarithm):
//
// $$\frac{e^{z_j - m}}{\sum_k e^{z_k - m}} = \frac{e^{-m}\, e^{z_j}}{e^{-m} \sum_k e^{z_k}} = \hat y_j \qquad\text{and}\qquad \log \sum_k e^{z_k} = m + \log \sum_k e^{z_k - m}$$
//
// The largest score is the safe choice for $m$: then no power is above 1, and the sum is at least 1.

// %% name="max-shift-run"
function asWritten(z: readonly number[]): number[] {
  const powersOfZ = z.map((x) => Math.exp(x));
  const sumOfPowers = powersOfZ.reduce((subtotal, power) => subtotal + power, 0);
  return powersOfZ.map((power) => power / sumOfPowers);
}
const shifted = (z: readonly number[]): number[] =>
  asWritten(z.map((x) => x - Math.max(...z)));
const large = [800, 799, 0];
const shiftedSum = large.reduce((subtotal, z) => subtotal + Math.exp(z - 800), 0);

// %% name="max-shift-compared"
await showNumbers({
  "e^800": Math.exp(800),
  "as written": asWritten(large),
  "with the largest score subtracted": shifted(large),
  "softmax()": softmax(large),
  "m + log of the sum": 800 + Math.log(shiftedSum),
  "logSumExp()": logSumExp(large),
  [`our ŷ of "${name(1)}", as written and shifted`]: [predicted[1], shifted(scores)[1]],
});

// %% [markdown] name="max-shift-note"
// `NaN` (not a number) comes from $\infty / \infty$, and it spoils every number that it meets. From here on the cells
// use `softmax` and `logSumExp`, which shift. In the exercises you write the shift yourself.

// %% [markdown] name="forward-loss" answer="2.303" within="0.005"
// **The loss** is small when the observed center $o$, the word that really stood in the gap, has a high probability (Rong
// 2014, eq. 7; eq. 20 for several context words):
//
// $$L = -\log \hat y_o = -z_o + \log \sum_k e^{z_k}$$
//
// The second form follows by putting the softmax in: with $S = \sum_k e^{z_k}$,
// $-\log \frac{e^{z_o}}{S} = -z_o + \log S$.
//
// ### Predict
//
// What is the loss of a model that knows nothing and gives every one of the ten words the same probability?
//
// <details><summary>Answer</summary>
//
// $-\log \frac{1}{10} = \log 10 \approx 2.303$, whichever word was observed.
//
// </details>

// %% name="loss"
const equalShares = vocabulary.words.map(() => 1 / V);
await showNumbers(
  {
    "-log of the probability": -Math.log(predicted[center]),
    "-z_o + log of the sum": -scores[center] + Math.log(sum),
    "softmaxErrors().loss": softmaxErrors(model.output, h, center).loss,
    "a model that knows nothing": -Math.log(equalShares[center]),
    "log 10": Math.log(V),
  },
  { digits: 6 },
);

// %% [markdown] name="gradient"
// ## 4 The gradient, link by link
//
// To make $L$ smaller we must know how it changes when any number in the two tables changes. The way from a table to
// the loss is a chain: $v_c \to h \to z \to L$, and $u_j \to z_j \to L$. We take one link at a time, the last one
// first.
//
// In the drawing, grey arrows compute and red arrows carry the derivatives back. For the gradient of a table, multiply the
// red ones on the way from $L$ to it. At $h$ the ways from all scores $z_j$ meet; there, add them up.

// %% name="chain-links"
const links: ChainStep[] = [
  { name: "v_c" },
  { name: "h", formula: "(1/C) Σ v_c", value: h, derivative: "∂h/∂v_c = 1/C" },
  {
    name: "z_j",
    formula: "u_j · h",
    derivative: "∂z_j/∂h = u_j",
    parameter: { name: "u_j", derivative: "∂z_j/∂u_j = h" },
  },
];

// %% name="chain"
const lossLink: ChainStep = {
  name: "L",
  formula: "−z_o + log Σ e^z_k",
  value: softmaxErrors(model.output, h, center).loss,
  derivative: "∂L/∂z_j = ŷ_j − [j = o]",
};
await show(
  chainChart([...links, lossLink], {
    title: "CBOW with the softmax, from the tables to the loss",
  }),
);

// %% [markdown] name="score-gradient"
// ### 4.1 From the loss to the scores
//
// Lesson 03, section 5, derives this link in two ways. The shorter way begins with $L = -z_o + \log S$, where
// $S = \sum_k e^{z_k}$. The first term changes only with $z_o$. For the second,
// $\frac{\partial}{\partial z_j} \log S = \frac{1}{S} \frac{\partial S}{\partial z_j} = \frac{e^{z_j}}{S} = \hat y_j$.
// Together (Rong 2014, eq. 8):
//
// $$e_j = \frac{\partial L}{\partial z_j} = \hat y_j - [j = o]$$
//
// where $[j = o]$ is 1 for the observed center and 0 for every other word. So the **error** is *what was predicted
// minus what was observed*. ($e_j$, with an index, is an error; $e$ alone stays 2.718….)

// %% name="score-errors"
const errors = predicted.map((p, j) => p - (j === center ? 1 : 0)); // ŷ_j - [j = o]

const epsilon = 1e-5;
/** How fast `f` changes with each number of `x`: each moved up and down a little. */
function slopes(f: (x: Float64Array) => number, x: ArrayLike<number>): Float64Array {
  return Float64Array.from(x, (_, j) => {
    const [up, down] = [Float64Array.from(x), Float64Array.from(x)];
    up[j] += epsilon;
    down[j] -= epsilon;
    return (f(up) - f(down)) / (2 * epsilon);
  });
}

// %% name="score-errors-judged"
const lossOfScores = (z: Float64Array): number => -z[center] + logSumExp(z);
const byMoving = slopes(lossOfScores, scores);
const byLibrary = softmaxErrors(model.output, h, center).errors;
await showTable(
  vocabulary.words.map((word, j) => ({
    word,
    "ŷ - [j = o]": errors[j],
    "by numbers": byMoving[j],
    "softmaxErrors()": byLibrary[j],
  })),
  { caption: "∂L/∂z: by the formula, by moving each score a little, by the library" },
);

// %% name="score-errors-compared"
await showNumbers({
  "largest difference of formula and central differences": largestDifference(
    errors,
    byMoving,
  ),
  "of formula and library": largestDifference(errors, byLibrary),
  "of ŷ and ∂ log S / ∂z": largestDifference(predicted, slopes(logSumExp, scores)),
  "sum of the errors": errors.reduce((subtotal, e) => subtotal + e, 0),
});

// %% [markdown] name="by-numbers"
// The column *by numbers* of the first table is a **central difference**, as in lesson 03:
// $\frac{L(x + \varepsilon) - L(x - \varepsilon)}{2\varepsilon}$. It knows nothing of our derivation, so it is a judge
// that we can trust. Here is a picture of the same check for one score. The slope of the straight line is our $e_o$.
// The line must touch the curve without crossing it.

// %% name="tangent"
const moves = Array.from({ length: 41 }, (_, i) => -4 + i * 0.2);
const lossAt = (move: number): number =>
  lossOfScores(Float64Array.from(scores, (z, k) => (k === center ? z + move : z)));
const curve = moves.map((x) => ({ x, y: lossAt(x), series: "loss" }));
const tangent = moves
  .filter((x) => Math.abs(x) <= 3)
  .map((x) => ({ x, y: lossAt(0) + errors[center] * x, series: "slope e_o" }));
await show(
  lineChart([...curve, ...tangent], {
    title: `The loss when only the score of "${name(center)}" moves`,
    x: "change of the score",
    y: "loss",
  }),
);

// %% name="quiz-output-rows"
await quiz("04-cbow/output-rows");

// %% [markdown] name="output-gradient"
// ### 4.2 From the scores to the output vectors
//
// $z_j = \sum_i u_{ji} h_i$, so $\frac{\partial z_j}{\partial u_{ji}} = h_i$. No other score contains $u_j$, so there
// is only this one link (Rong 2014, eq. 9):
//
// $$\frac{\partial L}{\partial u_j} = e_j\, h$$
//
// *Read it:* each output vector moves along $h$. Descent goes against the gradient, and the error of the observed
// center is negative, so its vector moves towards $h$. All other vectors move away from $h$. Those that the model
// thought probable move farthest.
//
// ### 4.3 From the scores to the hidden layer
//
// $h_i$ is in *every* score, so the contributions of all scores add up (Rong 2014, eq. 12):
//
// $$\frac{\partial L}{\partial h} = \sum_j e_j\, u_j$$
//
// ### Check
//
// We check both formulas by moving numbers: those of $h$ for 4.3, and those of one output vector for 4.2. The function
// `addScaled(x, s, y)` adds $s\,y$ to $x$ in place.

// %% name="hidden-gradient"
const toH = new Float64Array(3); // ∂L/∂h
for (let j = 0; j < V; j++) addScaled(toH, errors[j], row(model.output, j));
const lossOfHidden = (x: Float64Array): number =>
  lossOfScores(
    Float64Array.from({ length: V }, (_, j) => dot(row(model.output, j), x)),
  );
const dog = wordId(vocabulary, "dog");
const lossOfDog = (u: Float64Array): number =>
  lossOfScores(Float64Array.from(scores, (z, j) => (j === dog ? dot(u, h) : z)));
await showNumbers({
  "4.3 Σ e_j u_j": toH,
  "4.3 by numbers": slopes(lossOfHidden, h),
  "4.2 e_j h for dog": h.map((x) => errors[dog] * x),
  "4.2 by numbers": slopes(lossOfDog, row(model.output, dog)),
});

// %% [markdown] name="input-gradient" answer="2"
// ### 4.4 From the hidden layer to the input vectors
//
// $h = \frac{1}{C}\sum_c v_c$: when one number of one $v_c$ moves by $\delta$, the number of $h$ with the same index moves
// by $\frac{\delta}{C}$.
//
// ### Predict
//
// *the* stands twice in our context. By what factor is its gradient larger than that of *king*?
//
// <details><summary>Answer</summary>
//
// Twice: it is in the mean at two places, and each place brings the same share.
//
// </details>

// %% name="quiz-share-of-a-place"
await quiz("04-cbow/share-of-a-place");

// %% [markdown] name="input-gradient-derived"
// ### Derive
//
// A word $w$ that stands $n_w$ times in the context is in the sum $n_w$ times, and each time adds the same share of
// $\frac{\partial L}{\partial h}$ (Rong 2014, eq. 23, is the step that this leads to):
//
// $$\frac{\partial L}{\partial v_w} = \frac{n_w}{C}\, \frac{\partial L}{\partial h}$$

// %% name="full-gradient"
/** ∂L/∂(both tables) for one example, by sections 4.1 to 4.4. */
function gradient(model: Model, context: readonly number[], center: number): Model {
  const hidden = hiddenLayer(model.input, context);
  const z = vocabulary.words.map((_, j) => dot(row(model.output, j), hidden));
  const result = { input: zeroTable(V, 3), output: zeroTable(V, 3) };
  const toHidden = new Float64Array(3);
  softmax(z).forEach((p, j) => {
    const e = p - (j === center ? 1 : 0); // 4.1
    addScaled(row(result.output, j), e, hidden); // 4.2
    addScaled(toHidden, e, row(model.output, j)); // 4.3
  });
  for (const word of context)
    addScaled(row(result.input, word), 1 / context.length, toHidden); // 4.4
  return result;
}

// %% name="full-gradient-read"
const exact = gradient(model, context, center);
const [ofThe, ofKing] = ["the", "king"].map((word) =>
  row(exact.input, wordId(vocabulary, word)),
);
await showNumbers({
  "gradient of the": ofThe,
  "gradient of king": ofKing,
  "first divided by second": ofThe.map((x, i) => x / ofKing[i]),
});

// %% [markdown] name="check-gradient"
// ### Check all sixty numbers
//
// Each of the two tables has $10 \times 3$ numbers. We move each number up and down and compare. Central differences
// are exact to about $10^{-10}$ here; a wrong formula would differ in the first digits.

// %% name="gradient-by-numbers"
/** L of one example, straight from section 3. */
function lossOf(
  { input, output }: Model,
  context: readonly number[],
  center: number,
): number {
  const hidden = hiddenLayer(input, context);
  const z = Array.from({ length: output.rows }, (_, j) => dot(row(output, j), hidden));
  return -z[center] + logSumExp(z);
}

// %% name="gradient-judged"
function byNumbers(table: Table, loss: () => number): Float64Array {
  return table.data.map((before, i) => {
    table.data[i] = before + epsilon;
    const up = loss();
    table.data[i] = before - epsilon;
    const down = loss();
    table.data[i] = before;
    return (up - down) / (2 * epsilon);
  });
}

// %% name="gradient-compared"
const loss = (): number => lossOf(model, context, center);
const judgedInput = byNumbers(model.input, loss);
const judgedOutput = byNumbers(model.output, loss);
await showNumbers({
  "input table, largest difference": largestDifference(exact.input.data, judgedInput),
  "output table": largestDifference(exact.output.data, judgedOutput),
});

// %% [markdown] name="factor-c"
// ### A famous program does it differently
//
// word2vec.c averages the context, as we do, but then adds the *whole* $\partial L/\partial h$ to every context word,
// without the $\frac{1}{C}$. gensim and fastText follow it. What does the judge say of that rule?

// %% name="word2vec-c"
const king = wordId(vocabulary, "king");
const judge = judgedInput.subarray(3 * king, 3 * king + 3);
await showNumbers({
  C,
  "gradient of king by that rule, divided by the true one": toH.map(
    (x, i) => x / judge[i],
  ), // toH is the whole ∂L/∂h
});

// %% [markdown] name="factor-c-note"
// That rule gives $C$ times the gradient of the loss, as if the learning rate of the input vectors grew with the
// context. A model can train with this rule too, if the rate is chosen for it. So a rate from such a program is too
// small for the true gradient. Section 9 shows what such a rate does here.

// %% [markdown] name="step"
// ## 5 One step
//
// Gradient descent moves every number a little against its gradient, with the learning rate $\alpha$:
//
// $$v_c \leftarrow v_c - \alpha \frac{\partial L}{\partial v_c} \qquad u_j \leftarrow u_j - \alpha \frac{\partial L}{\partial u_j}$$
//
// `cbowSoftmaxStep` does that in place. It must land exactly where our own gradient leads:

// %% name="one-step"
/** Both tables after one step of gradient descent, as a new model. */
function descend(from: Model, gradient: Model, alpha: number): Model {
  const to = copyModel(from);
  addScaled(to.input.data, -alpha, gradient.input.data);
  addScaled(to.output.data, -alpha, gradient.output.data);
  return to;
}
const theirs = copyModel(model);
const before = cbowSoftmaxStep(theirs, { center, context }, 0.5);
await showNumbers(modelDifferences(descend(model, exact, 0.5), theirs), {
  caption: "Largest differences of our step and the library's",
});
await showNumbers({ "loss before": before, after: lossOf(theirs, context, center) });

// %% [markdown] name="step-played"
// Here is the whole step in slow motion, with its real numbers. Go through it with *Next* or *Play*. First see which rows
// are read, then which are written. Then pull the slider: how far down does one step bring the loss of this example? (Of
// the other examples it says nothing. That is why real learning rates are small.)

// %% name="step-through"
await stepThrough(
  model,
  { inputs: context, target: center },
  { words: vocabulary.words, title: "CBOW with the softmax" },
);

// %% [markdown] name="toy-training" answer="2.303" within="0.005" asks="first loss"
// ## 6 Training on the toy corpus
//
// We walk through all examples again and again; one walk through all of them is an *epoch*. Now we start as Word2Vec
// does, with small input vectors and output vectors of zero. The learning rate falls in a straight line towards zero,
// so that the last examples do not pull the model too far in their direction.
//
// ### Predict
//
// Where does the curve of the mean loss start? (You computed it.) Can it reach zero? Think of `the … rules the land`.
//
// <details><summary>Answer</summary>
//
// Output vectors of zero make every score zero, so the model knows nothing and starts near $\log 10 \approx 2.303$.
// (The first epoch is already learning, so its mean is a little lower.) It cannot reach zero; the text below the curve
// says why.
//
// </details>

// %% name="train-toy"
const toyModel = createModel(V, { vectorSize: 8, seed: 1 });
const toyExamples = toyIds.flatMap((ids) => [...cbowExamples(ids, { window: 2 })]);
const history: { epoch: number; loss: number }[] = [];
const chart = liveChart();
for (let epoch = 0; epoch < 300; epoch++) {
  const rate = 0.2 * (1 - epoch / 300);
  let total = 0;
  for (const example of toyExamples) total += cbowSoftmaxStep(toyModel, example, rate);
  history.push({ epoch, loss: total / toyExamples.length });
  await chart.update(lossChart(history, { title: "CBOW with softmax on ten words" }));
}
await chart.done();
await showNumbers({
  "mean loss of the first epoch": history[0].loss,
  "of the last epoch": history[history.length - 1].loss,
});

// %% [markdown] name="floor"
// The loss cannot reach zero, because the same context has different centers: the gap in *the \_ rules the land* is
// filled by *king* and by *queen*. A model that sees only the *bag* of context words does best if its $\hat y$ are the
// shares of the centers in that context, as in the rows of lesson 03. Then the errors $\hat y_j - [j = o]$ of all
// examples with this context add up to zero, and no score has a reason to move. We can count the shares. An example
// with the best predictions has the loss $-\log$ of its center's share, and the cell takes the mean of that over all
// examples. The cell after it shows what our trained model puts into that gap.

// %% name="count-floor"
const byContext = new Map<string, number[]>();
for (const example of toyExamples) {
  const key = [...example.context].sort().join(" ");
  byContext.set(key, [...(byContext.get(key) ?? []), example.center]);
}
let floor = 0;
for (const centers of byContext.values()) {
  for (const word of centers)
    floor -= Math.log(
      centers.filter((other) => other === word).length / centers.length,
    );
}
console.log("no model can be below", (floor / toyExamples.length).toFixed(3));

// %% name="toy-prediction"
const gap = ["the", "rules", "the"].map((word) => wordId(vocabulary, word));
const inGap = hiddenLayer(toyModel.input, gap);
const filled = softmax(
  vocabulary.words.map((_, word) => dot(row(toyModel.output, word), inGap)),
);
await show(barChart(bars(filled), { title: "the … rules the", y: "probability" }));

// %% [markdown] name="toy-projection"
// The ten input vectors have 8 numbers each. *Principal component analysis* turns them so that the first two axes show as
// much of their differences as two axes can. Which words lie together? In which sentences could you exchange them?

// %% name="toy-plot"
await show(
  projectionFigure(toyModel.input, vocabulary.words, {
    title: "Ten words after 300 epochs",
  }),
);

// %% [markdown] name="toy-played"
// Train it again by hand. Raise the learning rate: when does the loss begin to jump? Choose the gap *the king the
// land*: how long does the model need for it? (Here the rate stays where you put it. So the loss after 300 epochs is
// higher than that of the cell above, whose rate fell to zero.)

// %% name="toy-player"
await trainingPlayer(sentences, { title: "CBOW with the softmax on ten words" });

// %% [markdown] name="too-slow"
// ## 7 The softmax is too slow
//
// Every step computes a score for *every* word and moves *every* output vector. With ten words nobody cares.
//
// ### Predict
//
// A step with 100 words takes one unit of time. How many units does a step with 10,000 words take?
//
// <details><summary>Answer</summary>
//
// There are 100 times as many scores and vectors to move. The time need not grow by the same factor: a short step also
// pays for what does not depend on the number of words, and a table of 10,000 words no longer fits into the fastest
// memory. The cell measures it on this machine.
//
// </details>

// %% name="time-softmax" tags="measured"
function timePerStep(words: number): number {
  const timed = createModel(words, { vectorSize: 100 });
  const start = performance.now();
  for (let i = 0; i < 60; i++)
    cbowSoftmaxStep(timed, { center: i, context: [61, 62, 63, 64] }, 0.01);
  return (performance.now() - start) / 60;
}
timePerStep(100); // the first run is slow for other reasons
const first = timePerStep(100);
await showTable(
  [100, 1000, 10_000].map((words) => {
    const time = words === 100 ? first : timePerStep(words);
    return { words, "ms per step": time, "times the first": time / first };
  }),
);

// %% [markdown] name="negative-sampling"
// So ask an easier question. Instead of *which of all words stands in the gap?* ask *did this word stand in the gap, or
// is it noise?* We ask it about the word that was seen in the gap and about $K$ *noise words*, which are drawn at
// random. The *sigmoid* function $\sigma(z) = \frac{1}{1 + e^{-z}}$ turns a score into the probability of *yes*. From
// here on $k$ counts the noise words:
//
// $$L = -\log \sigma(u_o \cdot h) - \sum_{k=1}^{K} \log \sigma(-u_k \cdot h)$$
//
// since the probability of *no* is $1 - \sigma(z) = \frac{e^{-z}}{1 + e^{-z}} = \frac{1}{e^{z} + 1} = \sigma(-z)$.
//
// **What the paper says.** Mikolov et al. 2013b (eq. 4) write this for Skip-Gram, where the center's vector takes the
// place of $h$. They want the negative of $L$ to be as *large* as possible, and each of their $K$ terms is an
// *expectation*, a mean over all words that may be drawn as noise. In our $L$ one drawn word stands for it (as in Rong
// 2014, eq. 55). Lesson 05 writes the paper's expression out, and checks that the mean of $L$ over many draws is its
// negative.

// %% [markdown] name="negative-sampling-drawn"
// The same example with three noise words, *dog*, *land* and again *dog*: only four scores are computed, and the other
// rows of the output table stay untouched. $t$ is the label, 1 for the seen word, 0 for noise.

// %% name="negative-sampling-network"
const negatives = ["dog", "land", "dog"].map((word) => wordId(vocabulary, word));
const noisy = { inputs: context, target: center, negatives };
await show(
  networkChart(model, noisy, {
    words: vocabulary.words,
    title: "CBOW with negative sampling: three noise words for loves",
  }),
);

// %% name="negative-sampling-chain"
const noisyLoss: ChainStep = {
  name: "L",
  formula: "−log σ(z_o) − Σ log σ(−z_k)",
  value: negativeSamplingErrors(model.output, h, center, negatives).loss,
  derivative: "∂L/∂z_j = σ(z_j) − t_j",
};
await show(
  chainChart([...links, noisyLoss], {
    title: "CBOW with negative sampling: only the last link is new",
  }),
);

// %% [markdown] name="sigmoid-gradient"
// **Its gradient.** First $\sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2} = \sigma(z)\,(1 - \sigma(z))$. Then, for the seen
// word,
//
// $$\frac{d}{dz}\big(-\log \sigma(z)\big) = -\frac{\sigma(z)(1 - \sigma(z))}{\sigma(z)} = \sigma(z) - 1$$
//
// and for a noise word, with the inner derivative $-1$ and $1 - \sigma(-z) = \sigma(z)$,
//
// $$\frac{d}{dz}\big(-\log \sigma(-z)\big) = \frac{\sigma(-z)(1 - \sigma(-z))}{\sigma(-z)} = \sigma(z)$$
//
// In one line, with the label $t = 1$ for the seen word and $0$ for noise (Rong 2014, eq. 57):
//
// $$e_j = \sigma(z_j) - t_j$$
//
// *Predicted minus observed*, again.
//
// ### Check
//
// After $z$, the columns of this table come in pairs: the slope of a function by numbers, then the formula for it.

// %% name="sigmoid-slopes"
const sigma = (z: number): number => 1 / (1 + Math.exp(-z));
const slope = (f: (z: number) => number, z: number): number =>
  slopes(([x]) => f(x), [z])[0];
const someScores = [-3, -1, 0, 2];
await showTable(
  someScores.map((z) => ({
    z,
    "σ'": slope(sigma, z),
    "σ (1 - σ)": sigma(z) * (1 - sigma(z)),
    "(-log σ(z))'": slope((x) => -Math.log(sigma(x)), z),
    "σ(z) - 1": sigma(z) - 1,
    "(-log σ(-z))'": slope((x) => -Math.log(sigma(-x)), z),
    "σ(z)": sigma(z),
  })),
);

// %% name="sigmoid-compared"
const [yes, no] = [someScores.map(sigma), someScores.map((z) => sigma(-z))];
await showNumbers({
  "largest difference of 1 - σ(z) and σ(-z)": largestDifference(
    yes.map((p) => 1 - p),
    no,
  ),
  "of σ(z) and sigmoid(z)": largestDifference(yes, someScores.map(sigmoid)),
});

// %% [markdown] name="negative-gradient"
// The formulas of sections 4.2 to 4.4 stay as they are; only the list of output words is $1 + K$ long instead of $V$. A
// noise word that was drawn twice has two terms, and both count. Here *dog* is drawn twice. The next cell writes out
// the loss and its gradient. Then we compare them with central differences and with the library's step.
// (`gradientByNumbers` of the library does what our `byNumbers` does, for both tables.) The last cell also compares
// $-\log \sigma(z) = \log(1 + e^{-z})$ with the library's way to write it: `softplus(-z)`, where
// $\mathrm{softplus}(x) = \log(1 + e^x)$.

// %% name="check-negative-sampling"
const asked = [center, ...negatives]; // the first is true, the others are noise

/** L of one example with its noise words, term by term. */
function logisticLoss({ input, output }: Model): number {
  const hidden = hiddenLayer(input, context);
  return asked.reduce((terms, word, place) => {
    const z = dot(row(output, word), hidden);
    return terms - Math.log(sigma(place === 0 ? z : -z));
  }, 0);
}
const byFormula = { input: zeroTable(V, 3), output: zeroTable(V, 3) };
asked.forEach((word, place) => {
  const e = sigma(dot(row(model.output, word), h)) - (place === 0 ? 1 : 0); // σ(z) - t
  addScaled(row(byFormula.output, word), e, h);
  for (const c of context)
    addScaled(row(byFormula.input, c), e / C, row(model.output, word));
});

// %% name="negative-sampling-judged"
const numerical = gradientByNumbers(model, logisticLoss);
await showNumbers(modelDifferences(byFormula, numerical), {
  caption: "Largest differences of formula and central differences",
});
const moved = copyModel(model);
trainStep(moved, { inputs: context, target: center, negatives }, 0.5);
await showNumbers(modelDifferences(descend(model, byFormula, 0.5), moved), {
  caption: "Largest differences after a step by the formula and by trainStep()",
});

// %% name="negative-sampling-library"
const library = negativeSamplingErrors(model.output, h, center, negatives);
const untrained = { input: model.input, output: zeroTable(V, 3) };
const minusLog = someScores.map((z) => -Math.log(sigma(z)));
const softpluses = someScores.map((z) => softplus(-z));
await showNumbers(
  {
    "L written out": logisticLoss(model),
    "L of the library": library.loss,
    "L of a model that knows nothing": logisticLoss(untrained),
    "(1 + K) log 2": (1 + negatives.length) * Math.log(2),
    "-log σ(z) and softplus(-z) differ by": largestDifference(minusLog, softpluses),
  },
  { digits: 6 },
);

// %% [markdown] name="negative-sampling-note"
// This is another loss, with other numbers. A model that knows nothing, with output vectors of zero, starts at
// $(1 + K) \log 2$ here, and that cannot be compared with the $\log V$ of section 3. The library computes `softplus`,
// like `logSumExp`, so that it does not overflow. Lesson 10 derives how.

// %% [markdown] name="negative-sampling-played"
// Compare this step with the one of section 5. How many output rows does it read and write? One of them moves by
// twice its $\alpha\, e_j\, h$. Which one, and why?

// %% name="negative-sampling-step-through"
await stepThrough(
  model,
  { inputs: context, target: center, negatives },
  { words: vocabulary.words, title: "CBOW with negative sampling" },
);

// %% [markdown] name="real"
// ## 8 Two centuries of speeches
//
// Now we train on 1.8 million words: the State of the Union addresses from 1790 to 2021. `startTraining` does what we
// did, and two more things that belong to Word2Vec; this section explains them. Unless you say otherwise, it draws 5
// noise words, looks at most 5 words to each side, keeps the words that occur 5 times or more, and lets the learning
// rate of CBOW fall from 0.1. Its last argument is the *engine* that does the arithmetic: `simd`, which needs seconds for
// such a text on any machine. (Lesson 10 names all three engines.)

// %% name="read-corpus"
const simd = openSimd({ threads: 1 });
console.log(simd.report);
const addresses = await tokenSentences(corpusSentences("sotu"));
const training = startTraining(
  addresses,
  { architecture: "cbow", vectorSize: 50, epochs: 5 },
  simd,
);
console.log(`${addresses.length} sentences, ${training.vocabulary.words.length} words`);

// %% [markdown] name="thinning"
// **Frequent words are thinned** (*subsampling*). About one word in twelve of this text is *the*. It costs a step each
// time, and says little about the words around it. So each occurrence of a word $w$ is kept only with a certain
// probability, before windows are formed. With the share $f$ of $w$ in the text and $t = 0.001$ (here $t$ is a threshold,
// and not a label) this probability is
//
// $$P(\text{keep } w) = \min\Big(1,\ \sqrt{t / f} + t / f\Big)$$
//
// This is the rule of the program word2vec.c. The paper prints $\sqrt{t / f}$ alone (Mikolov et al. 2013b, eq. 5, as the
// probability $1 - \sqrt{t / f}$ of leaving a word out).

// %% name="thinned"
const { words: known, counts } = training.vocabulary;
const textLength = counts.reduce((tokens, count) => tokens + count, 0);
const kept = Array.from(counts, (count) => {
  const ratio = 0.001 / (count / textLength); // t / f
  return Math.min(1, Math.sqrt(ratio) + ratio);
});
const left = kept.reduce((tokens, share, id) => tokens + share * counts[id], 0);
await showNumbers({
  "% of the text that is left": (100 * left) / textLength,
  "words that are thinned": kept.filter((share) => share < 1).length,
  "words in all": known.length,
  "largest difference of formula and keepProbabilities()": largestDifference(
    kept,
    keepProbabilities(counts),
  ),
});

// %% name="thinned-words"
const someWords = ["the", "of", "government", "war", "january"];
await showTable(
  someWords.map((word) => {
    const id = wordId(training.vocabulary, word);
    return {
      word,
      "% of the text": (100 * counts[id]) / textLength,
      "% kept": 100 * kept[id],
    };
  }),
);

// %% [markdown] name="shrinking"
// **Each window shrinks at random.** A word next to the gap usually says more about it than a word five places away. So
// the reach of each window is drawn at random: 1, 2, … or $m$ places, each with the same probability. A word $j$ places
// away is inside if the reach is $j$ or more. This holds for $m - j + 1$ of the $m$ reaches:
//
// $$P(\text{distance } j \text{ is inside}) = \frac{m - j + 1}{m}$$
//
// (Lesson 08, which is still to come, tries out what each of these tricks is worth.)

// %% name="shrunk"
// each word has its place as its id, so two ids tell the distance
const positions = Array.from({ length: 100_000 }, (_, t) => t);
const inside = new Float64Array(6);
for (const { center: t, context: around } of cbowExamples(positions, {
  window: 5,
  random: seededRandom(8),
}))
  for (const other of around) inside[Math.abs(other - t)] += 1 / (2 * positions.length);
await showTable(
  [1, 2, 3, 4, 5].map((j) => ({
    distance: j,
    "share inside": inside[j],
    "(m - j + 1) / m": (5 - j + 1) / 5,
  })),
);

// %% [markdown] name="train"
// Now train. `showTraining` draws the loss after each report; one *example* is one gap with its context. Some of the
// tables on the way are kept for section 9. You may stop the training with **■**; the vectors keep what they learned
// until then.

// %% name="train-real"
const tables = [{ examples: 0, table: await training.inputTable() }];
let reported = 0;
const reports = await showTraining(training, {
  title: "CBOW with negative sampling, State of the Union",
  onReport: async ({ examples }) => {
    reported++;
    if (reported <= 5 || reported % 10 === 0)
      tables.push({ examples, table: await training.inputTable() });
  },
});

// %% name="real-passes"
const second = reports.findIndex(({ epoch }) => epoch === 2);
const meanLoss = (from: number, to: number): number =>
  reports.slice(from, to).reduce((sum, { loss }) => sum + loss / (to - from), 0);
await showNumbers({
  "mean loss of the five reports before the second pass": meanLoss(second - 5, second),
  "mean loss of the five after it": meanLoss(second, second + 5),
});

// %% [markdown] name="real-jump"
// Why does the curve jump up four times? The addresses stand in order of time, and there a new pass begins. After the
// speeches of 2021 the model meets those of 1790 again, which it read long ago. So a loss curve also tells you about the
// *text*.
//
// What do the vectors know now? Here are the nearest words of four:

// %% name="real-neighbours"
const vectors = wordVectors(training.vocabulary.words, await training.inputTable());
training.close();
await showNeighbours(vectors, ["january", "war", "tax", "mexico"]);

// %% [markdown] name="real-projection"
// And a picture: the vectors of three groups of words, turned by principal component analysis as in section 6. Nobody told
// the model about the groups; the colours are ours. One month stands apart: which meaning of *may* did the model learn?

// %% name="real-plot"
await show(
  projectionFigure(vectors, wordGroups, { title: "CBOW: months, countries, money" }),
);

// %% [markdown] name="break-it"
// ## 9 Break it
//
// Section 4 warned of a learning rate that is made for another gradient. So we take one: gensim's 0.025 for our true
// gradient. To see what it does, look at the mean cosine of words that have nothing to do with each other. At the start
// the vectors are random, and the mean cosine is near 0. In the first steps all vectors move the same way, and only
// later they move apart. So a *high* mean cosine says: this training stopped early. (The end of this section measures
// that.)
//
// ### Predict

// %% name="quiz-small-rate"
await quiz("04-cbow/small-rate");

// %% name="small-rate"
const timid = startTraining(
  addresses,
  { architecture: "cbow", vectorSize: 50, epochs: 5, alpha: 0.025 },
  simd,
);
await timid.finish();
const timidVectors = wordVectors(timid.vocabulary.words, await timid.inputTable());
timid.close();

// %% name="mean-cosines"
function meanCosine(of: WordVectors): number {
  // the 101st to the 140th most frequent word
  const some = of.words.slice(100, 140).map((word) => vectorOf(of, word));
  const cosines = some.flatMap((one, i) =>
    some.slice(i + 1).map((other) => cosineSimilarity(one, other)),
  );
  return cosines.reduce((subtotal, x) => subtotal + x, 0) / cosines.length;
}
await showNumbers({
  [`mean cosine of 40 words, rate ${training.settings.alpha}`]: meanCosine(vectors),
  [`rate ${timid.settings.alpha}`]: meanCosine(timidVectors),
});

// %% [markdown] name="early"
// Is a high mean cosine really a sign of an early stop? Look at the tables of section 8 while they learned, with the
// rate of 0.1:

// %% name="cosine-while-learning"
const whileLearning = tables.map(({ examples: x, table }) => ({
  x,
  y: meanCosine(wordVectors(training.vocabulary.words, table)),
}));
await show(
  lineChart(whileLearning, {
    title: "Mean cosine of 40 words while CBOW learns",
    x: "examples",
    y: "mean cosine",
    dots: true,
  }),
);

// %% name="cosine-highest"
const highest = whileLearning.reduce((most, point) =>
  point.y > most.y ? point : most,
);
const share = (100 * highest.x) / whileLearning[whileLearning.length - 1].x;
console.log(
  `highest, ${highest.y.toFixed(3)}, after ${share.toFixed(0)} % of the examples`,
);

// %% [markdown] name="early-note"
// The mean cosine first rises, nearly to 1, and then falls for the rest of the training. The training with the rate of
// 0.025 ended at an earlier stage, while its mean cosine was still higher.

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. Every error is *predicted minus observed*: $\hat y_j - [j = o]$ for the softmax, $\sigma(z_j) - t_j$ for negative
//    sampling. All later steps are the same for both losses.
// 2. $\frac{1}{C}$ in the mean gives $\frac{1}{C}$ in the gradient. Numbers, not authority, decide what a gradient is.
//
// **Now you:** the [exercises of this lesson](../exercises/04-cbow-exercises.ipynb). **Next:**
// [05 Skip-Gram](05-skip-gram.ipynb) turns the task around.
//
// **Sources.** Mikolov, Chen, Corrado and Dean 2013 ("2013a"), *Efficient Estimation of Word Representations in Vector
// Space*, arXiv 1301.3781, section 3.1. Mikolov et al. 2013 ("2013b"), *Distributed Representations of Words and
// Phrases and their Compositionality*, arXiv 1310.4546, equations 4 and 5. Rong 2014, *word2vec Parameter Learning
// Explained*, arXiv 1411.2738, equations 2 to 23 and 55 to 57. İrsoy, Benton and Stratos 2020, *Corrected CBOW Performs
// as well as Skip-gram*, arXiv 2012.15332, on the missing $\frac{1}{C}$.
//
// **To read on:** Zhang et al. 2023, chapter 15, derives the same models with other letters; Goodfellow, Bengio and
// Courville 2016, section 6.5, on gradients link by link; Baroni, Dinu and Kruszewski 2014 compare vectors by counting
// with vectors by CBOW.
