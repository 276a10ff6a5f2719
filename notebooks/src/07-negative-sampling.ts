// %% [markdown] name="title"
// # 07 Negative sampling: which objective replaced which
//
// **60 minutes. You need:** [05 Skip-Gram](05-skip-gram.ipynb), section 4, and
// [02 Counts and PMI](02-counting-and-pmi.ipynb), sections 3 and 4.
//
// Lesson 05 took negative sampling as given: a loss with a seen word and a few noise words. Here we ask where that loss
// comes from, and what the scores are when it is as small as it can be. After this notebook you can
//
// - turn the softmax into a yes-or-no question, and derive noise-contrastive estimation from it;
// - say what negative sampling leaves out of it, and show by numbers what that costs;
// - derive the best scores of negative sampling, $\mathrm{PMI} - \log K$, and reach them by descent.

// %% name="imports" tags="imports"
import {
  addScaled,
  analogy,
  type Bar,
  barChart,
  buildVocabulary,
  chainChart,
  type ChainStep,
  type Cooccurrences,
  cooccurrences,
  corpusSentences,
  createModel,
  dot,
  drawNegatives,
  encode,
  filledTable,
  gradientByNumbers,
  heatChart,
  largestDifference,
  lineChart,
  liveChart,
  type Model,
  modelDifferences,
  negativeSampler,
  negativeSamplingErrors,
  networkChart,
  plantedAnalogies,
  plantedSentences,
  pmiTable,
  quiz,
  row,
  seededRandom,
  show,
  showNumbers,
  showTable,
  sigmoid,
  skipGramNegativeStep,
  skipGramPairs,
  softmax,
  softplus,
  stepThrough,
  type Table,
  tokenSentences,
  wordId,
  wordVectors,
  zeroTable,
} from "kernel-helpers";

// %% [markdown] name="question"
// ## 1 From many words to yes or no
//
// > the king loves the queen
//
// The center *loves* has four words in its window: *the, king, the, queen*. Skip-Gram with the softmax asks which of
// all $V$ words stands there. To answer once, it computes $V$ scores, and to learn from the answer it moves $V$
// vectors.
//
// An easier question is this one. Somebody shows you a word and the center, and you say *yes, the word is from the
// text* or *no, it was drawn at random*. One score answers it. But can an answer to the easy question tell what the
// hard one asks for, the probability of each word?
//
// The letters are those of lesson 02: $w$ is the center, $c$ a word of its context. (Lesson 05 called them $c$ and
// $o$.) The text has the probabilities $p(c \mid w)$, the shares of the counts $\#(w, c)$. The noise words come from
// one distribution for all centers, $P_n(c)$.
//
// **The counts.** We use those of the toy corpus with one change: *each pair is counted once more than it occurs*. So
// no count is 0, and every number below is finite. Section 7 takes the change back. In the cells `p` is
// $p(c \mid \textit{loves})$, and `q` is $P_n(c)$, in proportion to $\#(c)^{0.75}$. (Lesson 05 took the count $n_c$ of
// the word in the text. Here we take $\#(c)$, in how many pairs the word is the context, so that all numbers of this
// lesson come from one table.)

// %% name="toy-counts"
const sentences = await tokenSentences(corpusSentences("toy"));
const vocabulary = buildVocabulary(sentences.flat(), { minCount: 1 });
const { words } = vocabulary;
const V = words.length;
const idOf = (word: string): number => wordId(vocabulary, word);

// %% name="pairs-counted"
const plainPairs = cooccurrences(
  sentences.map((tokens) => encode(vocabulary, tokens)),
  { vocabularySize: V, window: 2 },
);
const pairs: Cooccurrences = {
  counts: { ...plainPairs.counts, data: plainPairs.counts.data.map((n) => n + 1) },
  totals: plainPairs.totals.map((n) => n + V), // one more in each of V columns
};

// %% name="distributions"
const sum = (numbers: Iterable<number>): number =>
  [...numbers].reduce((s, x) => s + x, 0);
const shares = (numbers: Float64Array): Float64Array => {
  const total = sum(numbers);
  return numbers.map((x) => x / total);
};

// %% name="p-and-q"
const K = 3;
const loves = idOf("loves");
const p = shares(row(pairs.counts, loves)); // p(c | loves)
const q = shares(pairs.totals.map((n) => n ** 0.75)); // P_n(c)

// %% name="p-drawn"
await show(
  barChart(
    words.map((label, c) => ({ label, value: p[c] })),
    { title: "The words around loves", y: "p(c | loves)", height: 160 },
  ),
);

// %% [markdown] name="posterior" answer="0.25" within="0.001"
// ### Derive
//
// For each word from the text we draw $K$ noise words. Before you look at a word that is shown, it is from the text
// with probability $\frac{1}{1 + K}$, and noise with probability $\frac{K}{1 + K}$. Now you see that it is $c$. By
// Bayes' rule, the probability of *yes* is the share of *text and $c$* in all ways to see $c$:
//
// $$P(\text{yes} \mid c, w) = \frac{\frac{1}{1 + K}\, p(c \mid w)}{\frac{1}{1 + K}\, p(c \mid w) + \frac{K}{1 + K}\, P_n(c)} = \frac{p(c \mid w)}{p(c \mid w) + K P_n(c)}$$
//
// (Gutmann and Hyvärinen 2010, section 2, with $K = 1$; Mnih and Kavukcuoglu 2013, section 3.1.)
//
// ### Predict
//
// A word is as frequent near the center as it is among the noise words: $p(c \mid w) = P_n(c)$. With $K = 3$, what is the
// probability of *yes*?
//
// <details><summary>Answer</summary>
//
// $\frac{p}{p + 3p} = \frac{1}{4}$. The word itself tells nothing, and one in four of the words that are shown is from the
// text.
//
// </details>

// %% [markdown] name="posterior-check"
// ### Check
//
// We play the game 100,000 times for the center *loves* and count. The library's sampler draws the words; with the
// power 1 it draws them in proportion to the numbers that it gets.

// %% name="game"
const fromText = negativeSampler(p, seededRandom(1), { power: 1 });
const fromNoise = negativeSampler(q, seededRandom(2), { power: 1 });
const [timesText, timesNoise] = [new Float64Array(V), new Float64Array(V)];
for (let round = 0; round < 100_000; round++) {
  timesText[fromText()]++;
  for (let k = 0; k < K; k++) timesNoise[fromNoise()]++;
}

// %% name="game-counted"
await showTable(
  words.map((word, c) => ({
    word,
    "from the text": timesText[c],
    noise: timesNoise[c],
    "share of yes": timesText[c] / (timesText[c] + timesNoise[c]),
    "p / (p + K P_n)": p[c] / (p[c] + K * q[c]),
  })),
);

// %% [markdown] name="as-sigmoid"
// The two columns at the right agree up to chance.
//
// Divide the numerator and the denominator by $p(c \mid w)$, and the formula becomes a $\sigma$:
//
// $$\frac{p}{p + K P_n} = \frac{1}{1 + K P_n / p} = \frac{1}{1 + e^{-(\log p - \log (K P_n))}} = \sigma\big(\log p(c \mid w) - \log (K P_n(c))\big)$$
//
// So whoever knows the probability of *yes* and the constant $\log (K P_n(c))$ knows $p(c \mid w)$. That is the bridge
// from the easy question to the hard one:

// %% name="as-sigmoid-check"
const constants = q.map((share) => Math.log(K * share)); // log(K P_n(c))
await showNumbers({
  "largest difference of the two formulas": largestDifference(
    p.map((share, c) => sigmoid(Math.log(share) - constants[c])),
    p.map((share, c) => share / (share + K * q[c])),
  ),
});

// %% [markdown] name="nce-loss-text"
// ## 2 Noise-contrastive estimation
//
// ### Derive
//
// Now a model answers. Its score $z_c = u_c \cdot v_w$ shall become $\log p(c \mid w)$, so we put it in that place:
//
// $$P(\text{yes}) = \sigma\big(z_c - \log (K P_n(c))\big)$$
//
// The loss is minus the logarithm of the probability of each right answer: *yes* for the seen word $c$, *no* for each
// of the noise words $c_1, \ldots, c_K$. And $1 - \sigma(x) = \sigma(-x)$:
//
// $$L_{\mathrm{NCE}} = -\log \sigma\big(z_c - \log (K P_n(c))\big) - \sum_{k=1}^{K} \log \sigma\big({-z_{c_k}} + \log (K P_n(c_k))\big)$$
//
// This is **noise-contrastive estimation**, NCE (Gutmann and Hyvärinen 2010; for word vectors Mnih and Kavukcuoglu
// 2013). In the drawing $x_c$ is the score minus its constant, and $t_c$ is the label, 1 for the seen word and 0 for
// noise. The constant enters from above; nothing leads back to it, since it is no number that training moves.

// %% name="nce-links"
const links: ChainStep[] = [
  { name: "v_w" },
  {
    name: "z_c",
    formula: "u_c · v_w",
    derivative: "∂z_c/∂v_w = u_c",
    parameter: { name: "u_c", derivative: "∂z_c/∂u_c = v_w" },
  },
];

// %% name="nce-chain"
const moving: ChainStep = {
  name: "x_c",
  formula: "z_c − log(K P_n(c))",
  derivative: "∂x_c/∂z_c = 1",
  parameter: { name: "K P_n(c)" },
};
const nceLink = {
  name: "L",
  formula: "−Σ log σ(±x_c)",
  derivative: "∂L/∂x_c = σ(x_c) − t_c",
};
await show(
  chainChart([...links, moving, nceLink], {
    title: "NCE, from the tables to the loss",
  }),
);

// %% [markdown] name="nce" answer="1" within="0.01" asks="the sum of the ten powers"
// The constants do not depend on the model, so the derivative is that of lesson 05, at the score minus the constant:
//
// $$e_j = \frac{\partial L_{\mathrm{NCE}}}{\partial z_j} = \sigma\big(z_j - \log (K P_n(j))\big) - t_j$$
//
// *What about the denominator?* A softmax divides by the sum $\sum_c e^{z_c}$ so that its probabilities add up to 1.
// NCE divides by nothing. It takes $e^{z_c}$ itself for the probability. (Gutmann and Hyvärinen 2010 learn the
// denominator as one more number; Mnih and Teh 2012 set it to 1 and lost nothing.)
//
// ### Predict
//
// We make the mean of this loss as small as possible, over the ten scores of the center *loves*. What will
// $\sum_c e^{z_c}$ be then, though no line of the program asks for it?
//
// <details><summary>Answer</summary>
//
// 1. The mean loss is smallest if the model gives the true probability of *yes* for each word. Then
// $z_c = \log p(c \mid w)$, and the $p(c \mid w)$ add up to 1.
//
// </details>

// %% [markdown] name="nce-gradient"
// ### Check
//
// First the gradient, for the pair *loves, queen* and the noise words *dog, land, dog*, by central differences.

// %% name="model"
const random = seededRandom(5);
const model: Model = {
  input: filledTable(V, 3, () => 2 * random() - 1),
  output: filledTable(V, 3, () => 2 * random() - 1),
};

// %% name="nce-loss"
const asked = ["queen", "dog", "land", "dog"].map((word, j) => ({
  c: idOf(word),
  t: j === 0 ? 1 : 0,
}));
/** The argument of σ: the score without its constant. */
const moved = ({ input, output }: Model, c: number): number =>
  dot(row(output, c), row(input, loves)) - constants[c];
const nceLoss = (of: Model): number =>
  sum(asked.map(({ c, t }) => -Math.log(sigmoid((t === 1 ? 1 : -1) * moved(of, c)))));

// %% name="nce-gradient-check"
const nce = { input: zeroTable(V, 3), output: zeroTable(V, 3) };
for (const { c, t } of asked) {
  const e = sigmoid(moved(model, c)) - t;
  addScaled(row(nce.output, c), e, row(model.input, loves));
  addScaled(row(nce.input, loves), e, row(model.output, c));
}
await showNumbers(modelDifferences(nce, gradientByNumbers(model, nceLoss)), {
  caption: "Largest differences of formula and central differences",
});

// %% [markdown] name="mean-loss"
// Now the mean of the loss over all draws, for one center. The seen word is $c$ with probability $p(c \mid w)$, and
// each of $K$ noise words with probability $P_n(c)$. With $x_c$ for the argument of $\sigma$,
//
// $$J = -\sum_c p(c \mid w) \log \sigma(x_c) - K \sum_c P_n(c) \log \sigma(-x_c)$$
//
// Each score stands in two terms. With $1 - \sigma(x) = \sigma(-x)$ the slope is
//
// $$\frac{\partial J}{\partial z_c} = -p(c \mid w)\,\big(1 - \sigma(x_c)\big) + K P_n(c)\, \sigma(x_c) = \big(p(c \mid w) + K P_n(c)\big)\, \sigma(x_c) - p(c \mid w)$$
//
// It is zero where $\sigma(x_c) = \frac{p}{p + K P_n}$, the probability of *yes* of section 1. Let us go there by
// descent on the ten scores. The function takes the noise and the constants as arguments, because we shall want others.
// The cells after it compare the slope with central differences of $J$, at ten scores that are not the best ones.

// %% name="descent-on-scores"
/** The ten scores that make J smallest, by descent from 0. */
function descended(noise: Float64Array, subtracted: Float64Array): Float64Array {
  const z = new Float64Array(V);
  for (let step = 0; step < 3000; step++) {
    z.forEach((score, c) => {
      const yes = sigmoid(score - subtracted[c]);
      z[c] -= 2 * ((p[c] + K * noise[c]) * yes - p[c]); // the learning rate is 2
    });
  }
  return z;
}

// %% name="nce-optimum"
const byNce = descended(q, constants);
const powers = byNce.map((z) => Math.exp(z));
await showNumbers({
  "largest difference of e^z and p(c | loves)": largestDifference(powers, p),
  "sum of the ten e^z": sum(powers),
});

// %% name="mean-loss-written"
/** J written out; -log σ(x) = softplus(-x). */
const meanLoss = (z: Float64Array, subtracted: Float64Array): number =>
  sum(
    z.map(
      (s, c) =>
        p[c] * softplus(subtracted[c] - s) + K * q[c] * softplus(s - subtracted[c]),
    ),
  );

// %% name="slope-check"
const at = Float64Array.from(words, (_, c) => c / 5 - 1); // any ten scores
const slopeOf = (c: number, h = 1e-5): number => {
  const [up, down] = [at.slice(), at.slice()];
  up[c] += h;
  down[c] -= h;
  return (meanLoss(up, constants) - meanLoss(down, constants)) / (2 * h);
};

// %% name="slopes-compared"
/** The slopes by the formula, for `count` noise words. */
const slopesAt = (z: Float64Array, subtracted: Float64Array, count = K): Float64Array =>
  z.map((s, c) => (p[c] + count * q[c]) * sigmoid(s - subtracted[c]) - p[c]);
await showNumbers({
  "largest difference of slopes": largestDifference(
    at.map((_, c) => slopeOf(c)),
    slopesAt(at, constants),
  ),
});

// %% [markdown] name="nce-estimates"
// ### What NCE is an estimate of
//
// So NCE finds what the softmax finds, from yes-or-no questions. And on the way? Take scores whose powers already add up
// to 1, so that $e^{z_c} = \hat y_c$. Then $\sigma(x_c) = \frac{\hat y_c}{\hat y_c + K P_n(c)}$, and the slope of $J$ is
//
// $$\frac{\partial J}{\partial z_c} = \big(p(c \mid w) + K P_n(c)\big) \frac{\hat y_c}{\hat y_c + K P_n(c)} - p(c \mid w) = \frac{K P_n(c)}{\hat y_c + K P_n(c)}\,\big(\hat y_c - p(c \mid w)\big)$$
//
// (With the common denominator, the two products $p(c \mid w)\, \hat y_c$ cancel.) The bracket is the mean error of the
// softmax, $\hat y_c - [c = o]$ over all seen words $o$. The factor before it goes to 1 when $K$ grows (Mnih and Teh
// 2012). So with enough noise a step of NCE *is* a step of the softmax, on average. The cell measures how far apart the
// two are. It does the same for negative sampling, the loss that comes next.

// %% name="towards-softmax"
const guess = softmax(at); // ŷ
const normal = guess.map((y) => Math.log(y)); // scores with Σ e^z = 1
const softmaxSlopes = guess.map((y, c) => y - p[c]);
const byFactor = guess.map((y, c) => ((K * q[c]) / (y + K * q[c])) * (y - p[c]));
console.log(
  "difference of both forms of the slope:",
  largestDifference(byFactor, slopesAt(normal, constants)),
);

// %% name="towards-softmax-measured"
const apart = (count: number, subtracted: Float64Array): number =>
  largestDifference(slopesAt(normal, subtracted, count), softmaxSlopes);
const none = new Float64Array(V); // negative sampling subtracts nothing
const logOf = (count: number): Float64Array =>
  q.map((share) => Math.log(count * share));
const curve = [1, 3, 10, 30, 100, 300, 1000].flatMap((x) => [
  { x, y: apart(x, logOf(x)), series: "NCE" },
  { x, y: apart(x, none), series: "negative sampling" },
]);

// %% name="towards-softmax-chart"
await show(
  lineChart(curve, {
    title: "Distance from the gradient of the softmax",
    x: "noise words K",
    y: "largest difference",
    log: "both",
    dots: true,
  }),
);

// %% [markdown] name="towards-softmax-read"
// The distance of NCE falls, in the end in proportion to $\frac{1}{K}$. The distance of negative sampling is smallest
// near $K = 10$, the number of words. There $K P_n(c)$ is near 1, and the constants $\log (K P_n(c))$ are near 0. With
// more noise its gradient moves away from that of the softmax.

// %% [markdown] name="negative-sampling"
// ## 3 Negative sampling: without the constants
//
// NCE needs $P_n(c)$ as a number for each word it meets. Mikolov et al. 2013b (section 2.2) did not want probabilities,
// only good vectors, and left the constants $\log (K P_n)$ out. What remains is the loss of lesson 05:
//
// $$L = -\log \sigma(z_c) - \sum_{k=1}^{K} \log \sigma(-z_{c_k})$$
//
// It is simpler. What does it cost? Everything in section 2 holds with $x_c = z_c$. The mean loss is smallest where
//
// $$\sigma(z_c) = \frac{p(c \mid w)}{p(c \mid w) + K P_n(c)} \qquad\text{so}\qquad z_c = \log \frac{p(c \mid w)}{K P_n(c)}$$
//
// The score is no longer $\log p$. It is $\log p$ minus the constant that was left out, and this constant differs from
// word to word. So negative sampling does *not estimate the softmax*. Even with endless text and endless patience
// $e^{z_c}$ is not $p$, and with most kinds of noise it does not help to divide by the sum.
//
// ### Predict

// %% name="quiz-uniform-noise"
await quiz("07-negative-sampling/uniform-noise");

// %% [markdown] name="network-text"
// The drawing shows the network on the pair and the noise of the check in section 2. The bars are $\sigma(z)$ as it
// stands: nothing is subtracted from $z$, and this is all the difference.

// %% name="network"
await show(
  networkChart(
    model,
    {
      inputs: [loves],
      target: idOf("queen"),
      negatives: ["dog", "land", "dog"].map(idOf),
    },
    { words, title: "Negative sampling: the center loves, and queen was seen" },
  ),
);

// %% name="without-constants"
const byNegatives = descended(q, none);
const uniform = new Float64Array(V).fill(1 / V);
const byUniform = descended(uniform, none);
await showTable(
  words.map((word, c) => ({
    word,
    "p(c | loves)": p[c],
    "e^z of NCE": Math.exp(byNce[c]),
    "e^z of negative sampling": Math.exp(byNegatives[c]),
    "its softmax": softmax(byNegatives)[c],
    "softmax, uniform noise": softmax(byUniform)[c],
  })),
);

// %% name="cost"
const surplus = (estimate: Float64Array): number =>
  // KL(p || estimate) of lesson 03
  sum(p.map((share, c) => share * Math.log(share / estimate[c])));

// %% name="cost-measured"
await showNumbers({
  "largest difference from log p - log(K P_n)": largestDifference(
    byNegatives,
    p.map((share, c) => Math.log(share) - constants[c]),
  ),
  "sum of e^z": sum(byNegatives.map((z) => Math.exp(z))),
  "loss above the best, softmax of negative sampling": surplus(softmax(byNegatives)),
  "the same, softmax of NCE": surplus(softmax(byNce)),
  "the same, uniform noise": surplus(softmax(byUniform)),
});

// %% [markdown] name="cost-read"
// Read the row of *the*. It is by far the most frequent word near *loves*, but the softmax of negative sampling gives
// it hardly more than *queen* and *king*. Its score tells how many times more frequent it is near *loves* than *among
// the noise*, and among the noise it is frequent too. For probabilities that is a defect. For word vectors it is what
// we wanted in lesson 02, where *the* stood near every word and said nothing.
//
// Which objective replaced which:
//
// | objective | what is asked | scores per pair | best score |
// |---|---|---|---|
// | softmax | which of all words? | $V$ | $\log p(c \mid w)$ + any number for the center |
// | NCE | text or noise, knowing $K P_n$? | $1 + K$ | $\log p(c \mid w)$ |
// | negative sampling | text or noise? | $1 + K$ | $\log p(c \mid w) - \log (K P_n(c))$ |
//
// Hierarchical softmax, lesson 06, is a fourth one: it keeps the probabilities and asks along a tree.

// %% name="quiz-what-sigma-says"
await quiz("07-negative-sampling/what-sigma-says");

// %% [markdown] name="edges" answer="0" within="0.01" asks="the score"
// ## 4 Noise that repeats, noise that is the seen word
//
// ### Repeats
//
// Lesson 05 showed that a noise word which is drawn twice counts twice in the gradient. Is it a mistake to drop the
// second one? On average the loss has $K P_n(c)$ terms of the word $c$. A program that drops repeats has one term if
// $c$ is drawn at all, so it has on average
//
// $$1 - \big(1 - P_n(c)\big)^K \quad\text{in place of}\quad K P_n(c)$$
//
// The two are almost equal for rare words, and far apart for frequent ones. So yes, it is a mistake. The program then
// trains with another noise, in which frequent words come less often, and has other best scores.
//
// ### Noise that is the seen word
//
// A noise word can also be the very word that was seen. Then the loss has two terms with the same score,
// $-\log \sigma(z) - \log \sigma(-z)$: one says *yes*, the other *no*.
//
// ### Predict
//
// At which score $z$ is the sum of the two smallest?
//
// <details><summary>Answer</summary>
//
// At 0. The error of the sum is $(\sigma(z) - 1) + \sigma(z) = 2\sigma(z) - 1$, which is zero at
// $\sigma(z) = \frac{1}{2}$. There the two terms pull at the word with equal force in opposite directions. Such a pair
// of terms belongs to the loss of the paper, whose expectation runs over all words.
//
// </details>

// %% name="repeats"
const drawnOnce = new Float64Array(V);
const many = 15;
for (let round = 0; round < 20_000; round++) {
  const noise = Array.from({ length: many }, () => fromNoise());
  for (const c of new Set(noise)) drawnOnce[c] += 1 / 20_000;
}

// %% name="repeats-counted"
await showTable(
  words.map((word, c) => ({
    word,
    "K P_n": many * q[c],
    "1 - (1 - P_n)^K": 1 - (1 - q[c]) ** many,
    "without repeats, drawn": drawnOnce[c],
  })),
  { caption: "Terms of each word in the mean loss, K = 15" },
);

// %% name="seen-as-noise"
const queen = idOf("queen");
const vLoves = row(model.input, loves);
const { errors } = negativeSamplingErrors(model.output, vLoves, queen, [queen]);
const twoTerms = ({ input, output }: Model): number => {
  const z = dot(row(output, queen), row(input, loves));
  return -Math.log(sigmoid(z)) - Math.log(sigmoid(-z));
};

// %% name="seen-as-noise-judged"
const numeric = gradientByNumbers(model, twoTerms);
await showNumbers({
  "errors of the library": errors,
  "2 σ(z) - 1": 2 * sigmoid(dot(row(model.output, queen), vLoves)) - 1,
  "gradient of u_queen by numbers": row(numeric.output, queen),
  "(2 σ(z) - 1) v_loves": vLoves.map((x) => sum(errors) * x),
});

// %% [markdown] name="edges-played"
// Both cases in one step: the seen word *queen* is also drawn as noise, and *dog* is drawn twice. Look at the two rows of
// *queen*: where does the first error push it, and where the second?

// %% name="step-through"
await stepThrough(
  model,
  { inputs: [loves], target: queen, negatives: [queen, idOf("dog"), idOf("dog")] },
  { words, title: "Skip-Gram with negative sampling" },
);

// %% [markdown] name="drawn-again"
// Programs avoid this case: word2vec.c skips the noise word, and our library draws again. So they train with a slightly
// different noise. If the seen word is $o$, our library draws a word $c \ne o$ with probability
// $P_n(c) / (1 - P_n(o))$. On average over the seen words there are
//
// $$K P_n(c) \sum_{o \ne c} \frac{p(o \mid w)}{1 - P_n(o)}$$
//
// terms of the word $c$ as noise. The cell compares this with draws. On ten words the difference is large for *the*,
// which is often the seen word. In a large vocabulary nearly every $P_n(o)$ is small, and for a word that is rarely
// seen the sum is near 1. In section 5 noise may be the seen word, as in the paper.

// %% name="drawn-again-check"
const again = new Float64Array(V);
for (let round = 0; round < 50_000; round++)
  for (const c of drawNegatives(fromNoise, K, fromText())) again[c] += 1 / 50_000;

// %% name="drawn-again-formula"
const others = (c: number): number =>
  sum(p.map((share, o) => (o === c ? 0 : share / (1 - q[o]))));
await showTable(
  words.map((word, c) => ({
    word,
    "K P_n": K * q[c],
    "drawn again, by the formula": K * q[c] * others(c),
    "drawn again, counted": again[c],
  })),
);

// %% [markdown] name="optimum" answer="-1.609" within="0.01" asks="the change of a score"
// ## 5 The best scores: PMI − log K
//
// ### Derive
//
// So far we looked at one center. Now we add up the mean loss over all pairs of the text. The pair $(w, c)$ was seen
// $\#(w, c)$ times, and for each of the $\#(w)$ pairs of $w$ there are $K$ noise words. With the score
// $s = u_c \cdot v_w$ of the pair:
//
// $$L = -\sum_{w,c} \Big( \#(w, c) \log \sigma(s) + K\, \#(w)\, P_n(c) \log \sigma(-s) \Big)$$
//
// If each score can be chosen for itself, its slope is zero for
//
// $$\sigma(s) = \frac{\#(w, c)}{\#(w, c) + K\, \#(w)\, P_n(c)} \qquad\text{so}\qquad s = \log \frac{\#(w, c)}{K\, \#(w)\, P_n(c)}$$
//
// Now let the noise be the plain frequency of the contexts, $P_n(c) = \frac{\#(c)}{|D|}$. Then (Levy and Goldberg
// 2014b)
//
// $$u_c \cdot v_w = \log \frac{\#(w, c)\, |D|}{\#(w)\, \#(c)} - \log K = \mathrm{PMI}(w, c) - \log K$$
//
// *This is the table of lesson 02, shifted.* There it was counted; here it is learned. If the noise has the power 0.75,
// it is the smoothed PMI of lesson 02.
//
// ### Predict
//
// We train once with $K = 1$ and once with $K = 5$. By how much does the best score of each pair change?
//
// <details><summary>Answer</summary>
//
// By $-\log 5 \approx -1.609$, the same for all pairs. More noise makes every *yes* less probable.
//
// </details>

// %% name="best-by-formula"
const best = (noise: Float64Array): Float64Array =>
  pairs.counts.data.map((n, i) => {
    const [w, c] = [Math.floor(i / V), i % V];
    return Math.log(n / (5 * pairs.totals[w] * noise[c])); // K = 5
  });
const byLibrary = (power: number): Float64Array =>
  pmiTable(pairs, { power }).data.map((pmi) => pmi - Math.log(5));
await showNumbers({
  "difference from PMI - log 5, noise by frequency": largestDifference(
    best(shares(pairs.totals)),
    byLibrary(1),
  ),
  "from smoothed PMI - log 5, power 0.75": largestDifference(best(q), byLibrary(0.75)),
});

// %% [markdown] name="vectors-learn"
// These are the best scores by the formula. Does training find them? First we need the gradient: the slope of the loss for
// each score, and by the chain rule from each score to its two vectors.

// %% name="all-slopes"
/** Slope of the mean loss L / |D| by each score, shape (V, V). */
function slopes(of: Cooccurrences, s: Table, count: number): Table {
  const D = sum(of.totals);
  const data = s.data.map((score, i) => {
    const [w, c] = [Math.floor(i / V), i % V];
    const noise = (count * of.totals[w] * of.totals[c]) / D; // K #(w) P_n(c)
    const seen = of.counts.data[i];
    return ((seen + noise) * sigmoid(score) - seen) / D;
  });
  return { ...s, data };
}

// %% name="all-scores"
const scoresOf = ({ input, output }: Model): Table => {
  const s = zeroTable(V, V);
  for (let w = 0; w < V; w++)
    for (let c = 0; c < V; c++) row(s, w)[c] = dot(row(input, w), row(output, c));
  return s;
};

// %% name="descend-on-vectors"
/** Both gradients of L / |D|: by the chain rule each slope goes to two vectors. */
function gradientOf(of: Cooccurrences, from: Model, count: number): Model {
  const { data } = slopes(of, scoresOf(from), count);
  const gradient = {
    input: zeroTable(V, from.input.width),
    output: zeroTable(V, from.input.width),
  };
  data.forEach((slope, i) => {
    const [w, c] = [Math.floor(i / V), i % V];
    addScaled(row(gradient.input, w), slope, row(from.output, c));
    addScaled(row(gradient.output, c), slope, row(from.input, w));
  });
  return gradient;
}

// %% name="descend"
function descend(of: Cooccurrences, from: Model, count: number, alpha: number): void {
  const { input, output } = gradientOf(of, from, count);
  addScaled(from.input.data, -alpha, input.data);
  addScaled(from.output.data, -alpha, output.data);
}

// %% [markdown] name="all-slopes-judged"
// ### Check
//
// The gradient by central differences of the loss, written out with sums over all pairs:

// %% name="all-slopes-check"
function lossOfAll(of: Model): number {
  const D = sum(pairs.totals);
  const losses = scoresOf(of).data.map((s, i) => {
    const [w, c] = [Math.floor(i / V), i % V];
    const noise = (K * pairs.totals[w] * pairs.totals[c]) / D;
    return pairs.counts.data[i] * softplus(-s) + noise * softplus(s);
  });
  return sum(losses) / D;
}

// %% name="all-slopes-compared"
await showNumbers(
  modelDifferences(gradientOf(pairs, model, K), gradientByNumbers(model, lossOfAll)),
  { caption: "Largest differences of formula and central differences" },
);

// %% [markdown] name="reach-it"
// Now the descent, with all pairs in each step, so that nothing is left to chance. It moves vectors, not scores. Can
// the dot products of vectors be just the 100 numbers of the table? A table of $V$ rows is a product of two tables of
// width $V$, so $d \ge V$ numbers a vector suffice. For ten words 20 are more than enough, and make the way shorter.
// With $d = 3$ there are only 60 numbers for 100 scores.

// %% name="descent"
const tables = (d: number): Model => {
  const draw = seededRandom(1);
  const table = (): Table => filledTable(V, d, () => 2 * draw() - 1);
  return { input: table(), output: table() };
};
const target = byLibrary(1);
const trained = new Map<number, Model>();
const distances: { x: number; y: number; series: string }[] = [];

// %% name="descent-run"
for (const d of [20, 10, 3]) {
  const one = tables(d);
  for (let step = 0; step <= 1500; step++) {
    const y = largestDifference(scoresOf(one).data, target);
    if (step % 50 === 0) distances.push({ x: step, y, series: `d = ${d}` });
    descend(pairs, one, 5, 2);
  }
  trained.set(d, one);
}

// %% name="descent-drawn"
await show(
  lineChart(distances, {
    title: "Distance of u · v from PMI - log 5",
    x: "step",
    y: "largest difference",
    log: "y",
  }),
);

// %% name="descent-end"
const lastOf = (d: number): number =>
  distances.filter(({ series }) => series === `d = ${d}`).at(-1)?.y ?? Number.NaN;
await showNumbers({
  "at the end, d = 20": lastOf(20),
  "d = 10": lastOf(10),
  "d = 3": lastOf(3),
  "d = 20, below 1e-6": lastOf(20) < 1e-6 ? "yes" : "no",
});

// %% name="learned-pmi"
const learned = scoresOf(trained.get(20) as Model);
await show(
  heatChart(
    words.map((_, w) => row(learned, w).map((s) => s + Math.log(5))),
    words,
    { title: "Learned: u · v + log 5, the PMI", value: "PMI" },
  ),
);

// %% [markdown] name="optimum-read"
// With 20 numbers a vector the dot products are the shifted PMI to more than six digits. With 10 numbers they can
// become it, but the way is long. With 3 they cannot: the vectors find a compromise. Real models have a few hundred
// numbers for many thousands of words, so they are always in the third case. The compromise is weighted: a pair that is
// frequent, or whose two words are frequent, has a large weight in $L$. In the SVD of lesson 02 all cells have the same
// weight.
//
// And here is the change with $K$ that you predicted, again by descent on the vectors:

// %% name="change-of-k"
const withOne = tables(20);
for (let step = 0; step < 1500; step++) descend(pairs, withOne, 1, 2);
const changes = learned.data.map((s, i) => s - scoresOf(withOne).data[i]);
await showNumbers({
  "smallest and largest change": [Math.min(...changes), Math.max(...changes)],
  "-log 5": -Math.log(5),
});

// %% [markdown] name="measure" choices="from 1 to 5|from 5 to 15" answer="from 1 to 5"
// ## 6 How much noise, and which?
//
// The theory says what the best scores are. It does not say which noise gives good *vectors* after a short training, so
// we measure. A program made our text, with a structure that we know: sentences about eight concepts, each with a male
// and a female word, such as *king* and *queen*. There are 56 questions, such as *man is to woman as king is to what?*
// We count how many of them the vectors answer rightly.
//
// For each $K$ and each noise we train three times, each time with other random numbers. The bar is the mean; the line
// on it goes from the worst to the best of the three.
//
// ### Predict
//
// Where does more noise help more: from $K = 1$ to 5, or from 5 to 15?
//
// <details><summary>Answer</summary>
//
// From 1 to 5. With one noise word little keeps the words apart in a step. From 5 to 15 the differences are no larger than
// those between two trainings that differ only in their random numbers.
//
// </details>

// %% name="planted"
const plantedText = await tokenSentences(plantedSentences({ tokens: 4000 }));
const planted = buildVocabulary(plantedText.flat(), { minCount: 1 });
const plantedPairs = plantedText.flatMap((tokens) => [
  ...skipGramPairs(encode(planted, tokens), { window: 5 }),
]);
function solved({ input }: Model): number {
  const vectors = wordVectors(planted.words, input);
  const right = plantedAnalogies().filter(
    ([a, b, c, d]) =>
      analogy(vectors, { positive: [b, c], negative: [a], count: 1 })[0].word === d,
  );
  return right.length / plantedAnalogies().length;
}

// %% name="train-once"
function trainOnce(count: number, power: number, seed: number): number {
  const one = createModel(planted.words.length, { vectorSize: 16, seed });
  const sampler = negativeSampler(planted.counts, seededRandom(100 + seed), { power });
  for (const pair of [...plantedPairs, ...plantedPairs]) // two epochs
    skipGramNegativeStep(one, pair, drawNegatives(sampler, count, pair.context), 0.05);
  return solved(one);
}

// %% name="bars"
const barOf = (label: string, all: readonly number[]): Bar => ({
  label,
  value: sum(all) / all.length,
  low: Math.min(...all),
  high: Math.max(...all),
});
const bars: Bar[] = [];
const options = { title: "Planted analogies", x: "noise", y: "share solved" };

// %% name="bars-drawn"
const chart = liveChart();
for (const count of [1, 5, 15]) {
  for (const [noise, power] of [["uniform", 0] as const, ["f^0.75", 0.75] as const]) {
    const results: number[] = [];
    for (const seed of [1, 2, 3]) {
      results.push(trainOnce(count, power, seed));
      const bar = barOf(`K = ${count}, ${noise}`, results);
      await chart.update(barChart([...bars, bar], options));
    }
    bars.push(barOf(`K = ${count}, ${noise}`, results));
  }
}
await chart.done();

// %% [markdown] name="bars-read"
// Compare the difference between two bars with the lines on them. $K = 1$ is worse than the others: clearly with
// $f^{0.75}$, hardly by more than the spread with uniform noise, which is the better one at $K = 1$. Between 5 and 15
// noise words we see no difference that is larger than the spread, nor between the two kinds of noise at 5 or at 15:
// three seeds and a text of 4,000 words do not decide it. This text also has no very frequent and no very rare words,
// for which the kinds of noise differ most. Mikolov et al. 2013b (section 2.2) found 5 to 20 noise words good for small
// data sets and 2 to 5 for large ones, and the power $\frac{3}{4}$ better than 1 and 0. To measure such things well
// takes more seeds and more text; lesson 09 (still to come) does it.

// %% [markdown] name="break-it"
// ## 7 Break it
//
// Now take away what we added, and use the plain counts of the toy corpus. *king* and *dog* never stand near each
// other: their count is 0.
//
// ### Predict

// %% name="quiz-never-seen"
await quiz("07-negative-sampling/never-seen");

// %% name="never-seen"
const broken = tables(10);
const falling: { x: number; y: number; series: string }[] = [];
const meanWhere = (s: Table, wanted: (n: number) => boolean): number => {
  const chosen = s.data.filter((_, i) => wanted(plainPairs.counts.data[i]));
  return sum(chosen) / chosen.length;
};

// %% name="never-seen-descent"
for (let step = 1; step <= 4096; step++) {
  descend(plainPairs, broken, 5, 0.5);
  if (Math.log2(step) % 1 !== 0) continue; // 1, 2, 4, 8, …
  const s = scoresOf(broken);
  falling.push({ x: step, y: meanWhere(s, (n) => n === 0), series: "never seen" });
  falling.push({ x: step, y: meanWhere(s, (n) => n > 0), series: "seen" });
}

// %% name="never-seen-drawn"
await show(
  lineChart(falling, { title: "Mean score", x: "step", y: "u · v", log: "x" }),
);

// %% name="lengths"
await showTable(
  [
    ["rules", "land"],
    ["king", "the"],
    ["king", "dog"],
  ].map(([w, c]) => ({
    pair: `${w}, ${c}`,
    count: row(plainPairs.counts, idOf(w))[idOf(c)],
    "PMI - log 5": row(pmiTable(plainPairs), idOf(w))[idOf(c)] - Math.log(5),
    score: row(scoresOf(broken), idOf(w))[idOf(c)],
  })),
);

// %% [markdown] name="broken-read"
// The pairs that were seen settle near $\mathrm{PMI} - \log 5$. The others keep falling, more slowly with each step,
// because $\sigma(s)$ is nearly 0 there. Lesson 02 met the same $-\infty$ and wrote 0 in its place. Two things hold a
// real training back: it ends after a few epochs with a falling learning rate, and its vectors are short. With few
// numbers they cannot make one score fall without moving others.

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. NCE asks *text or noise?* and knows how frequent the noise is; its best scores are $\log p(c \mid w)$. Negative
//    sampling leaves that knowledge out, so its best scores are $\log p(c \mid w) - \log (K P_n(c))$: no probabilities,
//    but good for vectors.
// 2. With noise by frequency the best scores of negative sampling are $\mathrm{PMI} - \log K$: what lesson 02 counted.
//
// **Now you:** the [exercises of this lesson](../exercises/07-negative-sampling-exercises.ipynb). **Next:**
// [10 Batches and GPUs](10-batches-and-gpu.ipynb). (Lessons 08 and 09 are still to come.)
//
// **Sources.** Gutmann and Hyvärinen 2010, section 2, on noise-contrastive estimation; Mnih and Teh 2012 and Mnih and
// Kavukcuoglu 2013, section 3.1, on NCE for words; Mikolov et al. 2013b, section 2.2, on negative sampling; Levy and
// Goldberg 2014b, section 3.1, on its best scores.
//
// **To read on:** Dyer 2014, a short note on the two losses; Goldberg and Levy 2014, who derive negative sampling step by
// step; Levy, Goldberg and Dagan 2015, who compare it with shifted PMI in practice.
