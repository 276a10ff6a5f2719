// %% [markdown] name="title"
// # 10 Batches and GPUs: the same step, many pairs at once
//
// **75 minutes. You need:** [05 Skip-Gram](05-skip-gram.ipynb), sections 4 and 5. A GPU is not needed.
//
// One pair of words moves only a few rows. That is too little work for a machine that can add thousands of numbers at
// once, so pairs are trained in *batches*. The mathematics stays the same. But gradients of equal rows must be added,
// scores may overflow, and learning rates mean something else for a mean than for a sum. Each of these can go wrong
// without any message. After this notebook you can
//
// - write Skip-Gram with negative sampling for a batch, with the shape of everything in it;
// - add gradients to rows that repeat, without losing any, and say what a dense gradient costs;
// - write a log-sigmoid that does not overflow, and say what batch size, backend and engine change, and what they do not.

// %% name="imports" tags="imports"
import {
  addScaled,
  type BackendName,
  backendNames,
  type Batch,
  buildVocabulary,
  chainChart,
  type ChainStep,
  copyModel,
  copyTable,
  corpusSentences,
  createModel,
  dot,
  drawNegatives,
  encode,
  filledTable,
  gradientByNumbers,
  largestDifference,
  lineChart,
  liveChart,
  lossChart,
  type LossPoint,
  type Model,
  modelDifferences,
  negativeSampler,
  negativeSamplingErrors,
  norm,
  type Numbers,
  openBackend,
  openSimd,
  optimizerDefaults,
  packBatch,
  quiz,
  readScalar,
  readTable,
  row,
  rowScale,
  scatterRows,
  seededRandom,
  show,
  showNeighbours,
  showNumbers,
  showTable,
  showTraining,
  skipGram,
  skipGramNegativeStep,
  skipGramPairs,
  softplus,
  startTraining,
  tensorGradients,
  type TensorModel,
  tensorModel,
  tensorOptimizer,
  tensorStep,
  tokenSentences,
  type Training,
  type TrainOptions,
  wordVectors,
  zeroTable,
} from "kernel-helpers";
import type { Scalar, Tensor } from "@tensorflow/tfjs";

// %% [markdown] name="gather"
// ## 1 From a word to rows of a table
//
// A batch of three words with the ids $3, 0, 3$ asks for three rows of the table $E$ of shape $[V, d]$. On paper that is a
// product with a matrix $X$ of *one-hot* rows, each with a single 1:
//
// $$X E = \begin{pmatrix} 0&0&0&1\\ 1&0&0&0\\ 0&0&0&1 \end{pmatrix} E \qquad [B, V]\,[V, d] \to [B, d]$$
//
// Nobody multiplies. `tf.gather(E, ids)` copies the rows. An "embedding layer" does nothing else. (`tf.tidy` runs a
// function and frees the memory of all tensors made in it, except those that it returns; section 9 shows why.)

// %% name="one-hot" tags="measured"
const backend = await openBackend();
const { tf } = backend;
console.log(backend.report);

// %% name="product-and-gather"
const [product, gathered] = tf.tidy(() => {
  const table = tf.tensor2d([1, 2, 3, 4, 5, 6, 7, 8], [4, 2]);
  const ids = tf.tensor1d([3, 0, 3], "int32");
  const oneHot = tf.oneHot(ids, 4).toFloat();
  return [tf.matMul(oneHot, table), tf.gather(table, ids)];
});
console.log("product with one-hot rows", JSON.stringify(await product.array()));
console.log("gather                   ", JSON.stringify(await gathered.array()));
tf.dispose([product, gathered]);

// %% [markdown] name="gather-cost" answer="12800" asks="numbers that gather copies"
// ### Predict
//
// Take $V = 5{,}000$ words, $d = 50$ and $B = 256$. How many numbers does `gather` copy, and how many multiplications
// does the product take? By which factor will `gather` be faster?
//
// <details><summary>Answer</summary>
//
// `gather` copies $256 \cdot 50 = 12{,}800$ numbers, the product takes $256 \cdot 5{,}000 \cdot 50 = 64$ million
// multiplications: 5,000 times as many. The factor in time is much smaller; the cells measure it.
//
// </details>

// %% name="gather-clock"
/** Median milliseconds of `work`, its result read each time: only then is the work done. */
async function milliseconds(work: () => Tensor, runs = 7): Promise<number> {
  const warmUps = 3;
  const times: number[] = [];
  for (let run = 0; run < warmUps + runs; run++) {
    const start = performance.now();
    const result = tf.tidy(work);
    await result.data();
    times.push(performance.now() - start);
    result.dispose();
  }
  const measured = times.slice(warmUps).sort((a, b) => a - b);
  return measured[Math.floor(measured.length / 2)];
}

// %% name="gather-time" tags="measured"
const random = seededRandom(10);
const someTable = tf.randomNormal([5000, 50], 0, 1, "float32", 10);
const ids = Int32Array.from({ length: 256 }, () => Math.floor(5000 * random()));
const [someIds, oneId] = [tf.tensor1d(ids, "int32"), tf.tensor1d([7], "int32")];
const byProduct = await milliseconds(() =>
  tf.matMul(tf.oneHot(someIds, 5000).toFloat(), someTable),
);
const byGather = await milliseconds(() => tf.gather(someTable, someIds));
const byOne = await milliseconds(() => tf.gather(someTable, oneId));
tf.dispose([someTable, someIds, oneId]);

// %% name="gather-compared" tags="measured"
await showTable([
  {
    way: "one-hot product",
    "multiplied or copied": 256 * 5000 * 50,
    milliseconds: byProduct,
  },
  { way: "gather", "multiplied or copied": 256 * 50, milliseconds: byGather },
  { way: "gather of one row", "multiplied or copied": 50, milliseconds: byOne },
]);

// %% name="gather-factors" tags="measured"
await showNumbers(
  {
    "one-hot product / gather, numbers": 5000,
    "one-hot product / gather, time": byProduct / byGather,
    "256 rows / 1 row, numbers": 256,
    "256 rows / 1 row, time": byGather / byOne,
  },
  { digits: 1 },
);

// %% [markdown] name="gather-note"
// Why does a factor of 5000 in numbers not give a factor of 5000 in time? First, these machines are best at matrix
// products. Second, *every* operation has a fixed cost, however small its work is: 256 rows do not take 256 times as
// long as one. That fixed cost is the reason for batches.

// %% [markdown] name="scores"
// ## 2 Scores and loss of a batch
//
// A batch has $B$ pairs, and $c_b$ is the center of pair $b$. Row $b$ of the matrix $W$ holds the context word of the pair
// and then its $K$ noise words, $w_{b0}$ to $w_{bK}$; $T$ holds the labels $t_{bj}$, 1 in the first column and 0 in all
// others.
//
// | what | how | shape |
// |---|---|---|
// | centers $v$ | rows $c_b$ of the input table | $[B, 1, d]$ |
// | outputs $u$ | rows $w_{bj}$ of the output table | $[B, 1 + K, d]$ |
// | scores $z_{bj} = u_{w_{bj}} \cdot v_{c_b}$ | multiply, sum over the last axis | $[B, 1 + K]$ |
// | loss $L_b = \sum_j \big(\mathrm{softplus}(z_{bj}) - t_{bj} z_{bj}\big)$ | sum over $j$ | $[B]$ |
//
// The last line holds because $-\log \sigma(-z) = \mathrm{softplus}(z) = \log(1 + e^z)$, and
// $-\log \sigma(z) = \mathrm{softplus}(-z) = \mathrm{softplus}(z) - z$.
//
// ### Check
//
// We begin with the last line of the table. The cell writes out all forms of softplus for some scores.

// %% name="softplus-forms"
const sigma = (z: number): number => 1 / (1 + Math.exp(-z));
await showTable(
  [-3, -0.5, 0, 2].map((z) => ({
    z,
    "softplus(z)": softplus(z),
    "log(1 + e^z)": Math.log(1 + Math.exp(z)),
    "-log σ(-z)": -Math.log(sigma(-z)),
    "-log σ(z)": -Math.log(sigma(z)),
    "softplus(-z)": softplus(-z),
    "softplus(z) - z": softplus(z) - z,
  })),
);

// %% [markdown] name="toy-batch-text"
// Then we compare the batch with the loss of lesson 05, pair by pair in float64. All pairs of the toy corpus are one
// batch. `skipGram(pair, negatives)` puts a pair and its noise words into one example with the fields `inputs` (here
// the center alone), `target` (the context word) and `negatives`. `packBatch` puts examples into flat arrays of ids,
// and `tensorModel` copies both tables to the device:

// %% name="toy-batch"
const toySentences = await tokenSentences(corpusSentences("toy"));
const toyVocabulary = buildVocabulary(toySentences.flat(), { minCount: 1 });
const toyWords = toyVocabulary.words.length;
const toyNoise = negativeSampler(toyVocabulary.counts, seededRandom(2));
const toyExamples = toySentences
  .flatMap((tokens) => [...skipGramPairs(encode(toyVocabulary, tokens), { window: 2 })])
  .map((pair) => skipGram(pair, drawNegatives(toyNoise, 3, pair.context)));
const toyModel: Model = {
  input: filledTable(toyWords, 8, () => 2 * random() - 1),
  output: filledTable(toyWords, 8, () => 2 * random() - 1),
};

// %% name="toy-batch-losses"
const toyBatch = packBatch(toyExamples); // inputs are the centers, outputs are W
const onDevice = tensorModel(tf, toyModel);
const [u, v, scores, losses] = tf.tidy(() => {
  const words = tf.tensor1d(toyBatch.outputs, "int32");
  const centers = tf.tensor1d(toyBatch.inputs, "int32");
  // 1 + K = 4 words for each pair, d = 8
  const u = tf.gather(onDevice.output, words).reshape([toyBatch.size, 4, 8]);
  const v = tf.gather(onDevice.input, centers).expandDims(1);
  const z = tf.sum(tf.mul(u, v), 2);
  const t = tf.tensor2d([1, 0, 0, 0], [1, 4]); // the same for every pair
  return [u, v, z, tf.sum(tf.sub(tf.softplus(z), tf.mul(z, t)), 1)];
});

// %% name="toy-batch-shapes"
const shapes = { u: u.shape, v: v.shape, z: scores.shape, L: losses.shape };
await showNumbers(shapes, { caption: "Shapes" });

// %% name="toy-batch-judged"
const byPairs = toyExamples.map(({ inputs, target, negatives = [] }) => {
  const center = row(toyModel.input, inputs[0]);
  return negativeSamplingErrors(toyModel.output, center, target, negatives).loss;
});
await showNumbers({
  "number of losses": byPairs.length,
  "largest difference from float64, pair by pair": largestDifference(
    byPairs,
    await losses.data(),
  ),
});
tf.dispose([u, v, scores, losses]);

// %% [markdown] name="float32"
// The difference is larger than the $10^{-16}$ between two ways in float64, because tensors are float32, with seven
// digits.

// %% [markdown] name="log-sigmoid" answer="-88.7" within="1.5" asks="x"
// ## 3 A log-sigmoid that does not overflow
//
// $\log \sigma(x) = \log \dfrac{1}{1 + e^{-x}}$ is right on paper. We call it the *naive* form. A program that computes
// it as it stands has to work with float32, whose largest number is about $3.4 \cdot 10^{38}$.
//
// ### Predict
//
// At which $x < 0$ does the naive form stop giving a finite number? And what goes wrong for large $x$, where
// $1 + e^{-x}$ is nearly 1?
//
// <details><summary>Answer</summary>
//
// Where $e^{-x}$ exceeds the largest number: at $x = -\log(3.4 \cdot 10^{38}) \approx -88.7$. (Some devices give up a
// little earlier, because they take 0 for the very small number $1 / (1 + e^{-x})$.) For large $x$ the sum $1 + e^{-x}$
// is rounded to 1, since float32 has only seven digits, and its logarithm is exactly 0.
//
// </details>

// %% [markdown] name="three-forms"
// The cells compute three forms: the naive one, a stable one, and `exactLogSigmoid` in float64, by a formula that we
// derive below. First we check that `exactLogSigmoid` agrees with the formula on paper wherever that can be computed.

// %% name="naive-log-sigmoid"
const naiveLogSigmoid = <T extends Tensor>(x: T): T =>
  tf.log(tf.div(1, tf.add(1, tf.exp(tf.neg(x)))));
const stableLogSigmoid = <T extends Tensor>(x: T): T => tf.neg(tf.softplus(tf.neg(x)));

// %% name="exact-log-sigmoid"
// in float64; Math.log1p(y) is log(1 + y), exact for small y
const exactLogSigmoid = (x: number): number =>
  x > 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));

// %% name="exact-log-sigmoid-checked"
const asOnPaper = (x: number): number => Math.log(1 / (1 + Math.exp(-x)));
const moderate = Array.from({ length: 41 }, (_, i) => i - 30);
const ratios = moderate.map((x) => exactLogSigmoid(x) / asOnPaper(x));
await showNumbers({
  "exactLogSigmoid(x) / log(1 / (1 + e^-x)), largest distance from 1":
    largestDifference(
      ratios,
      moderate.map(() => 1),
    ),
});

// %% name="log-sigmoid-table"
const xs = Float32Array.from({ length: 241 }, (_, i) => i / 2 - 100); // -100, -99.5 … 20
const [naive, stable] = [naiveLogSigmoid, stableLogSigmoid].map((form) =>
  tf.tidy(() => form(tf.tensor1d(xs)).dataSync()),
);

// %% name="log-sigmoid-compared"
const digits = (x: number): string => x.toPrecision(3);
await showTable(
  [-100, -89, -88, -20, 0, 10, 15, 17, 20].map((x) => ({
    x,
    exact: digits(exactLogSigmoid(x)),
    naive: digits(naive[xs.indexOf(x)]),
    "-softplus(-x)": digits(stable[xs.indexOf(x)]),
  })),
);

// %% name="log-sigmoid-limits"
const lost = xs.filter((_, i) => !Number.isFinite(naive[i]));
const zeros = xs.filter((_, i) => naive[i] === 0);
await showNumbers({
  "largest x at which the naive form is not finite":
    lost.length > 0 ? Math.max(...lost) : "none",
  "smallest x at which it is exactly 0": zeros.length > 0 ? zeros[0] : "none",
  "log σ at that x": zeros.length > 0 ? exactLogSigmoid(zeros[0]) : "not needed",
});

// %% [markdown] name="log-sigmoid-stable"
// The stable form is $-\mathrm{softplus}(-x)$ with
//
// $$\mathrm{softplus}(x) = \max(x, 0) + \log\big(1 + e^{-|x|}\big)$$
//
// The exponent is never positive, so nothing overflows. For $x \le 0$ this is $\log(1 + e^x)$ as it stands, and for
// $x > 0$ it is the same, because $\log(1 + e^x) = x + \log(1 + e^{-x})$. `exactLogSigmoid` above is
// $-\mathrm{softplus}(-x)$ by this formula, in float64. The library has computed its losses this way since lesson 04.
//
// ### What one bad score costs
//
// A score of $-100$ is rare, but one is enough. By lesson 04 the slope of $\log \sigma(x)$ is $1 - \sigma(x)$. *Autodiff*
// computes the gradient of a function from its code. For a batch of four scores it gives, with each form:

// %% name="bad-gradient"
const someScores = tf.tensor1d([0.5, -1, -100, 2]);
const slopes = (f: (x: Tensor) => Tensor): Tensor =>
  tf.grad((x: Tensor) => tf.sum(f(x)))(someScores);
const bySlopes = { naive: slopes(naiveLogSigmoid), stable: slopes(stableLogSigmoid) };
await showNumbers({
  "score x": await someScores.data(),
  "slope by hand, 1 - σ(x)": [0.5, -1, -100, 2].map((x) => 1 - 1 / (1 + Math.exp(-x))),
  "slope of -softplus(-x)": await bySlopes.stable.data(),
  "slope of log(1/(1+e^-x))": await bySlopes.naive.data(),
});
tf.dispose([someScores, bySlopes.naive, bySlopes.stable]);

// %% [markdown] name="bad-gradient-note"
// A gradient that is not a number goes into the row of its word, from there into every score of that word, and soon
// into all words. If the loss is NaN an hour later, nothing tells you which score was the first.

// %% [markdown] name="batch-chain-text"
// ## 4 The gradient by rows
//
// This is the chain of a batch, with the shape of each tensor. It begins one link earlier than in lesson 05, with the
// table, because a `gather` takes the rows out. ($u$ comes from the output table in the same way.)

// %% name="batch-links"
const shapeOf = (shape: readonly number[]): string => `[${shape.join(", ")}]`;
const links: ChainStep[] = [
  { name: "input table", value: shapeOf(onDevice.input.shape) },
  {
    name: "v",
    formula: "gather",
    value: shapeOf(shapes.v),
    derivative: "scatter, add",
  },
  {
    name: "z",
    formula: "Σ u v",
    value: shapeOf(shapes.z),
    derivative: "∂z/∂v = u",
    parameter: { name: "u", derivative: "∂z/∂u = v" },
  },
];

// %% name="batch-chain"
const batchLoss: ChainStep = {
  name: "L",
  formula: "Σ softplus(z) − t z",
  derivative: "∂L/∂z = σ(z) − t",
};
await show(
  chainChart([...links, batchLoss], {
    title: "From the input table to the loss of a batch",
  }),
);

// %% [markdown] name="rows"
// Lesson 05 gives the gradients of one pair. With $e_{bj} = \sigma(z_{bj}) - t_{bj}$, those of the *sum* of the batch's
// losses, $L = \sum_b L_b$, are:
//
// $$\frac{\partial L}{\partial v_i} = \sum_{b:\, c_b = i}\ \sum_j e_{bj}\, u_{w_{bj}} \qquad\qquad \frac{\partial L}{\partial u_i} = \sum_{(b, j):\, w_{bj} = i} e_{bj}\, v_{c_b}$$
//
// Read the sums: a word that stands at several places of the batch collects a gradient from each. `gather` takes rows
// *out*; its counterpart, *scatter*, brings one gradient for each place back. Where several places use one row, their
// gradients must be **added**.
//
// ### Check
//
// The loss is now a sum of 84 losses. It is larger than one loss, so it is rounded more coarsely: expect differences of
// about $10^{-8}$. The next cells write out both sums, place by place in float64, and compare them with central
// differences of the loss of the batch:

// %% name="rows-by-hand"
const byHand = { input: zeroTable(toyWords, 8), output: zeroTable(toyWords, 8) };
/** Calls `work` with center, word and label of each place (b, j). */
function eachPlace(work: (center: number, word: number, label: number) => void): void {
  for (const { inputs, target, negatives = [] } of toyExamples)
    [target, ...negatives].forEach((word, j) => {
      work(inputs[0], word, j === 0 ? 1 : 0);
    });
}

// %% name="rows-by-formula"
eachPlace((center, word, label) => {
  const [v, u] = [row(toyModel.input, center), row(toyModel.output, word)];
  const error = sigma(dot(u, v)) - label;
  addScaled(row(byHand.input, center), error, u);
  addScaled(row(byHand.output, word), error, v);
});
// %% name="rows-judged"
function lossOfBatch({ input, output }: Model): number {
  let sum = 0;
  eachPlace((center, word, label) => {
    const z = dot(row(output, word), row(input, center));
    sum += softplus(z) - label * z;
  });
  return sum;
}
await showNumbers(modelDifferences(byHand, gradientByNumbers(toyModel, lossOfBatch)), {
  caption: "Largest differences of formula and central differences",
});

// %% [markdown] name="naive-way" answer="1"
// The obvious way reads the rows, moves the copies, and writes them back.
//
// ### Predict
//
// A word stands at five places of a batch. How many of its five gradients are in the table after that?
//
// <details><summary>Answer</summary>
//
// One. Each place writes back the old row moved by its own gradient, and the last one to write wins.
//
// </details>

// %% [markdown] name="scatter-plan"
// First we compute the gradients of all places, one row for each. Then we bring them back in three ways: written back
// in the obvious way, added in float64 pair by pair, which is right, and added on the device.

// %% name="naive-scatter"
const alpha = 0.1;
const gradients = tf.tidy(() => {
  const { input, output } = tensorGradients(tf, onDevice, toyBatch);
  // one row for each place; `keep` saves a tensor from `tidy`
  return { centers: tf.keep(input.rows), words: tf.keep(output.rows) };
});

// %% name="written-back"
/** row = row - alpha * g at every place, each from the row as it was: the last write wins. */
async function writtenBack(side: "input" | "output", ids: Int32Array, g: Tensor) {
  const before = toyModel[side];
  const after = copyTable(before);
  const rows = await g.data();
  ids.forEach((id, place) => {
    row(after, id).set(
      row(before, id).map((x, i) => x - alpha * rows[place * before.width + i]),
    );
  });
  return after;
}

// %% name="moves-added"
/** The same pairs by the step of lesson 05, each at the tables as they were, moves added. */
function movesAdded(rate: number): Model {
  const sum = copyModel(toyModel);
  for (const { inputs, target, negatives = [] } of toyExamples) {
    const one = copyModel(toyModel);
    skipGramNegativeStep(one, { center: inputs[0], context: target }, negatives, rate);
    for (const side of ["input", "output"] as const) {
      addScaled(sum[side].data, 1, one[side].data);
      addScaled(sum[side].data, -1, toyModel[side].data);
    }
  }
  return sum;
}

// %% name="scatter-judged"
const overwritten = {
  input: await writtenBack("input", toyBatch.inputs, gradients.centers),
  output: await writtenBack("output", toyBatch.outputs, gradients.words),
};

// %% name="scattered"
tf.tidy(() => {
  const ids = (list: Int32Array) => tf.tensor1d(list, "int32");
  scatterRows(tf, onDevice.input, ids(toyBatch.inputs), gradients.centers, -alpha);
  scatterRows(tf, onDevice.output, ids(toyBatch.outputs), gradients.words, -alpha);
});
const scattered = {
  input: await readTable(onDevice.input),
  output: await readTable(onDevice.output),
};
tf.dispose([gradients.centers, gradients.words, onDevice.input, onDevice.output]);

// %% name="scatter-compared"
const judge = movesAdded(alpha);
const errorOf = (side: "input" | "output", { data }: { data: Numbers }): string =>
  largestDifference(judge[side].data, data).toExponential(1);
await showTable(
  (["input", "output"] as const).map((side) => {
    const places = side === "input" ? toyBatch.inputs : toyBatch.outputs;
    return {
      table: side,
      places: places.length,
      "gradients lost by writing back": places.length - new Set(places).size,
      "largest error of writing back": errorOf(side, overwritten[side]),
      "largest error of scatterRows": errorOf(side, scattered[side]),
    };
  }),
  { caption: "One batch of all toy pairs, against float64 pair by pair" },
);

// %% [markdown] name="scatter-note"
// Writing back gives no error and no warning, and it passes a test with a handful of ids that are all different. So
// make sure that ids repeat in your own tests.
//
// ### On real text
//
// How many gradients would be lost there? Words are not equally frequent, so a large batch repeats some of them often.
// *% lost by writing back* is the share of the places whose gradient would be lost:

// %% name="real-pairs"
const addresses = await tokenSentences(corpusSentences("sotu"));
const vocabulary = buildVocabulary(addresses.flat());
const V = vocabulary.words.length;
const noise = negativeSampler(vocabulary.counts, seededRandom(3));
// some thousand sentences, spread over the text
const every = Math.max(1, Math.floor(addresses.length / 1000));
const examples = addresses
  .filter((_, i) => i % every === 0)
  .flatMap((tokens) => [...skipGramPairs(encode(vocabulary, tokens), { window: 2 })])
  .slice(0, 16_384)
  .map((pair) => skipGram(pair, drawNegatives(noise, 5, pair.context)));

// %% name="shuffled"
for (let i = examples.length - 1; i > 0; i--) {
  const j = Math.floor((i + 1) * random());
  [examples[i], examples[j]] = [examples[j], examples[i]]; // neighbours of a sentence go apart
}

// %% name="real-batch"
await showTable(
  [64, 256, 1024, 4096, 16_384].map((B) => {
    const { inputs, outputs } = packBatch(examples.slice(0, B));
    const places = inputs.length + outputs.length;
    const rows = new Set(inputs).size + new Set(outputs).size;
    const times = new Uint32Array(V); // how often each word is a center
    for (const id of inputs) times[id]++;
    return {
      pairs: B,
      places,
      "rows that move": rows,
      "% lost by writing back": 100 * (1 - rows / places),
      "pairs with the most frequent center": Math.max(...times),
    };
  }),
);

// %% name="quiz-mean-loss"
await quiz("10-batches-and-gpu/mean-loss");

// %% [markdown] name="sum-or-mean"
// ## 5 Sum or mean, and what a large batch means
//
// Libraries minimise the *mean* loss of a batch. Its gradient is that of the sum divided by $B$, so
//
// $$\alpha_{\text{mean}} = B \cdot \alpha_{\text{sum}}$$
//
// gives the same step. With the mean and the $\alpha$ of a single pair, every pair pulls $B$ times too weakly.
// `tensorStep` adds, so that $\alpha$ means the same as in lesson 05. We check both ways, autodiff on the mean against
// `tensorStep`:

// %% name="mean-loss"
/** The mean loss of a batch, written so that autodiff can follow: gather, multiply, sum. */
function meanLoss(model: TensorModel, { size, inputs, outputs }: Batch): Scalar {
  const width = model.input.shape[1];
  const v = tf.gather(model.input, tf.tensor1d(inputs, "int32")).expandDims(1);
  const rows = tf.gather(model.output, tf.tensor1d(outputs, "int32"));
  const z = tf.sum(tf.mul(v, rows.reshape([size, -1, width])), 2);
  const ofSeen = z.slice([0, 0], [size, 1]).reshape([size]); // z of the words with label 1
  return tf.mean(tf.sub(tf.sum(tf.softplus(z), 1), ofSeen));
}

// %% name="mean-against-sum"
const [byMean, bySum] = [tensorModel(tf, toyModel), tensorModel(tf, toyModel)];
const sgd = tf.train.sgd(alpha * toyBatch.size);
sgd.minimize(() => tf.tidy(() => meanLoss(byMean, toyBatch)), false, [
  byMean.input,
  byMean.output,
]);
const lossBefore = await readScalar(tensorStep(tf, bySum, toyBatch, alpha));

// %% name="mean-against-sum-compared"
const tablesOf = async ({ input, output }: TensorModel) =>
  [(await readTable(input)).data, (await readTable(output)).data] as const;
const [meanTables, sumTables] = [await tablesOf(byMean), await tablesOf(bySum)];
await showNumbers({
  "mean loss before the step": lossBefore,
  "input table, largest difference": largestDifference(meanTables[0], sumTables[0]),
  "output table, largest difference": largestDifference(meanTables[1], sumTables[1]),
});
sgd.dispose();
tf.dispose([byMean.input, byMean.output, bySum.input, bySum.output]);

// %% [markdown] name="stale" choices="ten times as large|the same" answer="ten times as large"
// ### Stale tables
//
// A batch is not the same as its pairs one after the other. If pairs are trained one after the other, the second pair sees
// what the first has moved. In a batch every gradient is computed from the tables *as they were*. How far apart are the
// tables at the end?
//
// ### Predict
//
// Take ten times the learning rate. Is the difference, divided by the length of the move, ten times as large, or the same?
//
// <details><summary>Answer</summary>
//
// About ten times as large, while the moves are small. The error of a gradient at an old table grows with the distance to
// the new one, and that grows with the rate.
//
// </details>

// %% name="in-order"
/** The pairs one after the other, each at the tables that the pairs before it have moved. */
function stepsInOrder(rate: number): Model {
  const model = copyModel(toyModel);
  for (const { inputs, target, negatives = [] } of toyExamples) {
    const pair = { center: inputs[0], context: target };
    skipGramNegativeStep(model, pair, negatives, rate);
  }
  return model;
}

// %% name="distance-of-models"
/** The length of all differences of two models, as one vector. */
const away = (one: Model, other: Model): number => {
  const input = one.input.data.map((x, i) => x - other.input.data[i]);
  const output = one.output.data.map((x, i) => x - other.output.data[i]);
  return Math.hypot(norm(input), norm(output));
};

// %% name="batch-against-pairs"
await showTable(
  [0.001, 0.01, 0.1, 0.5].map((rate) => {
    const [inOrder, atOnce] = [stepsInOrder(rate), movesAdded(rate)];
    return {
      α: rate,
      "length of the move, pair by pair": away(inOrder, toyModel),
      "length of the move, one batch": away(atOnce, toyModel),
      "difference / move": away(inOrder, atOnce) / away(inOrder, toyModel),
    };
  }),
);

// %% [markdown] name="large-batch"
// So a batch is a good copy of its pairs as long as the moves are small. A frequent word stands $n$ times in a batch and
// moves $n$ times at once, all from one old value. So it moves too far, and the next batch answers with a larger error.
//
// Our trainer has a **limit on a row**, a number $\tau$ that you choose (the option `rowStep`). The gradient of a row
// that $n$ examples share is multiplied by
//
// $$s = \min\Big(1,\ \frac{\tau}{\alpha n}\Big)$$
//
// so that $s\,\alpha\,n \le \tau$: the row moves as if at most $\tau / \alpha$ of its $n$ examples had been there. How
// long can a move be then? It is $s\,\alpha$ times the sum of $n$ gradients, so it is at most $\tau$ times as long as
// the *longest* of these gradients. Every error lies between $-1$ and 1, so a gradient of $u_w$ is shorter than the
// longest $v$ in the batch. Long vectors still make long moves.
//
// ### Check
//
// We take one step with a batch of 16,384 pairs and $\alpha = 0.05$, once without the limit (`rowStep` 0) and once with
// $\tau = 1.6$:

// %% name="row-limit"
const [tau, rate] = [1.6, 0.05];
const oneBatch = packBatch(examples);
const start = createModel(V, { vectorSize: 50, seed: 1 });
/** How far one update moves each row of the output table. */
async function movesWith(rowStep: number): Promise<Float64Array> {
  const model = tensorModel(tf, start);
  const optimizer = tensorOptimizer(tf, model, { ...optimizerDefaults, rowStep });
  optimizer.step(oneBatch, rate, 1).dispose(); // update number 1
  const after = await readTable(model.output);
  optimizer.close();
  tf.dispose([model.input, model.output]);
  return Float64Array.from({ length: V }, (_, word) =>
    norm(row(after, word).map((x, i) => x - row(start.output, word)[i])),
  );
}
// %% name="row-limit-judged"
const [free, limited] = [await movesWith(0), await movesWith(tau)];
const places = new Uint32Array(V);
for (const id of oneBatch.outputs) places[id]++;
const lengths = Array.from(oneBatch.inputs, (id) => norm(row(start.input, id)));
const longest = Math.max(...lengths) / 2; // |e| |v|: at the start every error is 1/2

// %% name="row-limit-table"
await showTable(
  [0, 3, 30, 300, 1000].map((word) => ({
    word: vocabulary.words[word],
    n: places[word],
    "α n": rate * places[word],
    "min(1, τ / (α n))": Math.min(1, tau / (rate * places[word])),
    "rowScale()": rowScale(places[word], rate, tau),
    "move with limit / without": limited[word] / free[word],
    "move with limit": limited[word],
    "τ × longest gradient": tau * longest,
  })),
);

// %% [markdown] name="batch-sizes-text" choices="256|4096|16,384|16,384 with the limit" answer="256" asks="best run"
// ### Predict
//
// We train on the same pairs four times: in batches of 256, 4096 and 16,384, and of 16,384 with the limit. Which of the
// four runs does best for the same number of pairs? Which of them learn at all?
//
// <details><summary>Answer</summary>
//
// 256 does best, because it makes the most updates. The two large batches without the limit move too far and diverge.
// With the limit the largest batch learns, but its loss stays above that of the small one.
//
// </details>

// %% name="batch-sizes"
/** Up to twelve passes in batches of B, until it diverges; `report` gets their mean losses. */
async function passes(B: number, rowStep: number, report: (mean: number) => unknown) {
  const model = tensorModel(tf, createModel(V, { vectorSize: 50, seed: 1 }));
  const optimizer = tensorOptimizer(tf, model, { ...optimizerDefaults, rowStep });
  let [mean, updates] = [0, 0];
  do {
    let total = 0;
    for (let i = 0; i < examples.length; i += B) {
      const batch = packBatch(examples.slice(i, i + B));
      total += batch.size * (await readScalar(optimizer.step(batch, rate, ++updates)));
    }
    mean = total / examples.length;
    await report(mean);
    // untrained it is 6 log 2 = 4.16; written so that NaN ends the loop
  } while (updates * B < 12 * examples.length && mean < 6);
  optimizer.close();
  tf.dispose([model.input, model.output]);
  return { updates, last: mean };
}

// %% name="batch-sizes-run"
const runs: { batches: string; updates: number; last: number }[] = [];
const points: LossPoint[] = [];
const live = liveChart();
const title = "Loss by batch size, one point for each pass, cut at 6";
for (const [B, rowStep, batches] of [
  [256, 0, "256"],
  [4096, 0, "4096"],
  [16_384, 0, "16,384"],
  [16_384, tau, "16,384 with the limit"],
] as const) {
  let pairs = 0;
  const run = await passes(B, rowStep, (mean) => {
    pairs += examples.length;
    points.push({ pairs, loss: Math.min(mean, 6), series: batches });
    return live.update(() => lossChart(points, { title, width: 480 }));
  });
  runs.push({ batches, ...run });
}
await live.done(lossChart(points, { title, width: 480 }));

// %% name="batch-sizes-table"
await showTable(
  runs.map(({ batches, updates, last }) => ({
    batches,
    updates,
    "last loss": last < 6 ? last.toFixed(3) : `${last.toPrecision(3)}: diverged`,
  })),
);

// %% [markdown] name="batch-sizes-note"
// Read the table first: larger batches mean *fewer updates* for the same pairs. Then compare the last losses of the run
// with the limit and of the run with small batches. The limit makes a training stable, not good. The course's trainer
// takes small batches and has the limit on.

// %% name="quiz-gradient-shape"
await quiz("10-batches-and-gpu/gradient-shape");

// %% [markdown] name="dense"
// ## 6 What autodiff does with a gather
//
// Autodiff always gives a gradient for *each number* of the table: a tensor of the table's shape, with zeros for every
// word that is not in the batch. Then the optimiser multiplies and subtracts the whole table.
//
// The other way makes one row of gradient for each place in the batch that uses a row: $B$ centers, $B$ context words
// and $B K$ noise words. Exercise 3 asks how many bytes each way needs. Here is one case, $V = 1{,}000$, $d = 50$,
// $B = 256$ and $K = 5$:
//
// | | gradient of both tables | numbers |
// |---|---|---|
// | autodiff | two tables of 1,000 rows | 100,000 |
// | by rows | one row for each of 1,792 places | 89,600 |
//
// ### Predict
//
// $V$ grows from 1,000 to 50,000, and the batch stays the same. What happens to the time of each way?
//
// <details><summary>Answer</summary>
//
// The time of autodiff grows with the table, at the end about as $V$ does. The time by rows stays nearly as it is.
//
// </details>

// %% name="cost-trial"
/** A model of `size` words, and a batch of B pairs, K = 5, with many small ids. */
function costTrial(size: number, B: number): { model: TensorModel; batch: Batch } {
  const word = (): number => Math.floor(size * random() ** 3);
  const pairs = Array.from({ length: B }, () =>
    skipGram({ center: word(), context: word() }, Array.from({ length: 5 }, word)),
  );
  const model = tensorModel(tf, createModel(size, { vectorSize: 50, seed: 1 }));
  return { model, batch: packBatch(pairs) };
}

// %% name="step-times"
/** Milliseconds of one step, by autodiff and by rows. */
async function stepTimes(size: number, B: number) {
  const { model, batch } = costTrial(size, B);
  const variables = [model.input, model.output];
  // One row is enough to wait for the device; tf.slice would copy the whole table on wasm.
  const one = (table: Tensor): Tensor => tf.gather(table, tf.tensor1d([0], "int32"));
  const denseStep = tf.train.sgd(0.025 * batch.size);
  const autodiff = await milliseconds(() => {
    denseStep.minimize(() => meanLoss(model, batch), false, variables);
    return tf.add(one(model.input), one(model.output));
  }, 15);
  const rows = await milliseconds(() => {
    tensorStep(tf, model, batch, 0.025);
    return tf.add(one(model.input), one(model.output));
  }, 15);
  denseStep.dispose();
  tf.dispose(variables);
  return { autodiff, rows };
}

// %% name="gradient-bytes"
/** Bytes of both gradients, as the device counts them. */
function gradientBytes(size: number, B: number): { dense: number; rows: number } {
  const { model, batch } = costTrial(size, B);
  const variables = [model.input, model.output];
  const bytes = tf.tidy(() => {
    const before = tf.memory().numBytes;
    const { value } = tf.variableGrads(() => meanLoss(model, batch), variables);
    value.dispose(); // the loss is no gradient
    const dense = tf.memory().numBytes - before;
    const { input, output } = tensorGradients(tf, model, batch);
    return { dense, rows: 4 * (input.rows.size + output.rows.size) };
  });
  tf.dispose(variables);
  return bytes;
}

// %% name="dense-cost" tags="measured"
const costs: { V: number; way: string; numbers: number; ms: number }[] = [];
for (const size of [1000, 10_000, 50_000]) {
  const [bytes, ms] = [gradientBytes(size, 256), await stepTimes(size, 256)];
  costs.push(
    { V: size, way: "autodiff", numbers: bytes.dense / 4, ms: ms.autodiff },
    { V: size, way: "by rows", numbers: bytes.rows / 4, ms: ms.rows }, // 4 bytes a number
  );
}
await showTable(costs, {
  caption: `Numbers in the gradients and ms of a step: B = 256, K = 5, d = 50, ${backend.name}`,
});

// %% name="dense-plot" tags="measured"
await show(
  lineChart(
    costs.map(({ V, way, ms }) => ({ x: V, y: ms, series: way })),
    {
      title: `Time of a step on ${backend.name}, by the size of the table`,
      x: "words V",
      y: "milliseconds per step",
      log: "both",
      dots: true,
    },
  ),
);

// %% [markdown] name="dense-note"
// Both ways make the same step up to rounding, as section 5 showed, but at a different price. Autodiff, too, begins
// with one gradient for each place of the batch. Then it adds them up in two tables of zeros and moves every row of
// both. This work grows with $V$. The other way adds each gradient to its row and is done. So rows save most when the
// two tables have many more rows than the batch has places, that is, when this ratio is large:
//
// $$\frac{\text{rows of both tables}}{\text{places of the batch}}$$
//
// Where the ratio is below 1, the size of the tables hardly matters, and the result depends on how fast the machine adds
// row by row. Measure on both sides of 1:

// %% name="dense-or-rows" tags="measured"
const sides: { V: number; B: number; ratio: number; autodiff: number; rows: number }[] =
  [];
for (const [size, B] of [
  [100, 4096],
  [1000, 1024],
  [1000, 256],
  [50_000, 1024],
  [50_000, 64],
]) {
  const places = 7 * B; // a center, a context word and five noise words for each pair
  sides.push({ V: size, B, ratio: (2 * size) / places, ...(await stepTimes(size, B)) });
}

// %% name="dense-or-rows-table" tags="measured"
await showTable(
  sides.map((side) => ({ ...side, "autodiff / rows": side.autodiff / side.rows })),
  { caption: `Milliseconds of a step: K = 5, d = 50, backend ${backend.name}` },
);
const won = sides.filter(({ rows, autodiff }) => rows < autodiff).length;
console.log(`rows are faster in ${won} of ${sides.length}`);
const ratioHere = (2 * V) / (7 * 1024);
console.log(`the speeches, V = ${V}, with B = 1024: ratio ${ratioHere.toFixed(1)}`);

// %% [markdown] name="dense-use"
// Compare *ratio* with the last column. With the largest ratio rows win by far. With a small ratio the factor comes
// mostly from autodiff's additional operations, and differs from machine to machine. So use autodiff to *check* a
// gradient, whatever it costs, and rows to train when the vocabulary is large compared with the batch.

// %% [markdown] name="throughput" choices="without end|up to a point" answer="up to a point" asks="the pairs per second grow"
// ## 7 Batch size, backend, and a GPU if there is one
//
// The code above names no device. `openBackend(name)` chooses: `cuda` and `webgpu` compute on a GPU, `native` and `wasm`
// on the processor, `cpu` is plain JavaScript. Which of them does this machine have? The cell tries each and says why
// one does not open.
//
// ### Predict
//
// From $B = 64$ to $B = 16{,}384$: does the number of pairs per second grow without end, or up to a point? On which
// backend is a small batch *worst*?
//
// <details><summary>Answer</summary>
//
// Up to a point: once arithmetic and memory take most of the time, a larger batch gains nothing. A small batch is worst
// where starting an operation costs most, as on a GPU. See which of your backends it is.
//
// </details>

// %% name="speed-of"
/** Pairs per second of `tensorStep` wherever `tf` computes, and the seconds of a step. */
async function speedOf(B: number): Promise<{ speed: number; seconds: number }> {
  const model = tensorModel(tf, createModel(V, { vectorSize: 50, seed: 1 }));
  const batch = packBatch(examples.slice(0, B));
  const stepTime = async (): Promise<number> => {
    const start = performance.now();
    await readScalar(tensorStep(tf, model, batch, 1e-4));
    return (performance.now() - start) / 1000;
  };
  await stepTime(); // warms up: code is compiled, memory is taken
  const times: number[] = [];
  const begin = performance.now();
  do times.push(await stepTime());
  while (performance.now() - begin < 200);
  tf.dispose([model.input, model.output]);
  const seconds = Math.min(...times); // other programs can only make a step slower
  return { speed: batch.size / seconds, seconds };
}

// %% name="backends" tags="measured"
const speeds: { backend: BackendName; device: string; pairs: number; speed: number }[] =
  [];
async function measure(name: BackendName): Promise<void> {
  const other = await openBackend(name);
  for (const pairs of [64, 256, 1024, 4096, 16_384]) {
    const { speed, seconds } = await speedOf(pairs);
    speeds.push({ backend: name, device: other.device, pairs, speed });
    if (seconds > 0.25) break; // the next would take four times as long
  }
  if (name !== backend.name) other.close(); // a GPU is given back
}

// %% name="backends-tried" tags="measured"
const unusable: { backend: BackendName; "why not here": string }[] = [];
for (const name of backendNames)
  await measure(name).catch((error: Error) => {
    unusable.push({ backend: name, "why not here": error.message.split("\n")[0] });
  });
await openBackend(backend.name); // back to where the notebook computes

// %% name="backends-table" tags="measured"
const opened = [...new Map(speeds.map(({ backend, device }) => [backend, device]))];
await showTable(
  opened.map(([name, device]) => {
    const own = speeds.filter(({ backend }) => backend === name);
    const byBatch = own.map(({ pairs, speed }) => [`B = ${pairs}`, Math.round(speed)]);
    return { backend: name, ...Object.fromEntries(byBatch), device };
  }),
  { caption: "Pairs per second: K = 5, d = 50, loss read after each step" },
);
if (unusable.length > 0) await showTable(unusable);

// %% name="backends-plot" tags="measured"
await show(
  lineChart(
    speeds.map(({ pairs, speed, backend: series }) => ({ x: pairs, y: speed, series })),
    {
      title: "Pairs per second by batch size and backend",
      x: "batch size B",
      y: "pairs per second",
      log: "both",
      dots: true,
    },
  ),
);

// %% name="gpu-or-not" tags="measured"
const fastest = (names: readonly BackendName[]): (typeof speeds)[number] | undefined =>
  speeds
    .filter((one) => names.includes(one.backend) && !/software/.test(one.device))
    .sort((one, other) => other.speed - one.speed)[0];
const [onGpu, onProcessor] = [
  fastest(["cuda", "webgpu"]),
  fastest(["native", "wasm", "cpu"]),
];
if (onGpu === undefined || onProcessor === undefined)
  console.log("No GPU was measured here, so this cell says nothing about one.");
else
  console.log(
    `${onGpu.device}: ${(onGpu.speed / onProcessor.speed).toFixed(1)} times the fastest`,
    `processor backend, at B = ${onGpu.pairs}`,
  );

// %% name="quiz-small-batches"
await quiz("10-batches-and-gpu/small-batches");

// %% [markdown] name="throughput-note"
// *Read the plot.* Where a line still rises, most of the time goes into the fixed cost of each operation: starting it,
// and on a GPU also sending it there. Where the line is flat or falls, most of the time goes into arithmetic and
// memory, and a larger batch gains nothing. Is a GPU among the lines? Compare its line with those of the processor: how
// high does it start, and where does it become flat? A GPU needs batches of about the size at which its line becomes
// flat, and section 5 says what such batches need.
//
// **What a backend changes:** time, and the last digits, because sums are taken in another order. **What it does not
// change:** the formulas of loss and gradient, the rule that gradients of equal ids are added, and what the vectors
// mean. Is your model with your batches faster on another device? Only a measurement like this one can tell, not the
// price of the device.

// %% [markdown] name="engines"
// ## 8 Three engines, one formula
//
// `startTraining` reads sentences and makes the examples; an **engine** does the arithmetic. The course has three. They
// share the formulas and the options, and differ in what they compute at once:
//
// | engine | computes at once | is for |
// |---|---|---|
// | reference | one pair, in float64 | judging the other two |
// | tensor | a batch, as in this lesson, in float32 on any backend of section 7 | a GPU, the full softmax, other optimisers |
// | simd | the pairs of one window, in float32 in WebAssembly | long texts |
//
// Lessons 04 and 05 trained on the speeches with `simd`. The project's `docs/engines.md` compares the three in full.
//
// ### Predict
//
// A window has fewer pairs than a batch: ten at most, with five words to each side. Section 7 says that small batches are
// slow, because every operation has a fixed cost. So is `simd` slower than `tensor`?
//
// <details><summary>Answer</summary>
//
// No, the table below shows the contrary. The fixed cost is that of starting an operation, and `tensor` starts many for
// each batch. `simd` is one program, which goes from window to window by itself. So it needs no large batches, and no
// limit on a row.
//
// </details>
//
// First `reference` and `tensor`, on some hundred sentences:

// %% name="engine-speed"
const onePass: TrainOptions = { architecture: "skip-gram", vectorSize: 50, epochs: 1 };
/** Words of the text per second, over a whole training. */
async function wordsPerSecond(training: Training): Promise<number> {
  let speed = 0;
  for await (const { tokensPerSecond } of training) speed = tokensPerSecond;
  training.close();
  return speed;
}

// %% name="engines-few" tags="measured"
const few = addresses.slice(0, 400);
const byReference = await wordsPerSecond(startTraining(few, onePass));
const byTensor = await wordsPerSecond(startTraining(few, onePass, tf));

// %% [markdown] name="whole-text"
// And now `simd`, on the *whole* text, once from beginning to end. Watch the curve:

// %% name="whole-training"
const simd = openSimd({ threads: 1 });
console.log(simd.report);
const training = startTraining(addresses, onePass, simd);
const reports = await showTraining(training, {
  title: "One pass over the State of the Union, engine simd",
});

// %% name="whole-neighbours"
const table = await training.inputTable();
const vectors = wordVectors(training.vocabulary.words, table);
training.close();
await showNeighbours(vectors, ["january", "war", "tax", "mexico"]);

// %% name="engines-compared" tags="measured"
const textLength = addresses.reduce((sum, tokens) => sum + tokens.length, 0);
const bySimd = reports[reports.length - 1].tokensPerSecond;
await showTable(
  [
    { engine: "reference", "at once": "one pair", speed: byReference },
    {
      engine: `tensor, ${backend.name}`,
      "at once": `${training.settings.batchSize} pairs`,
      speed: byTensor,
    },
    { engine: "simd, 1 thread", "at once": "one window", speed: bySimd },
  ].map(({ speed, ...engine }) => ({
    ...engine,
    "words/s": Math.round(speed),
    "s for the whole text at this speed": textLength / speed,
  })),
);

// %% [markdown] name="engines-note"
// The last column is a projection for the first two engines, from some hundred sentences, and measured for the third. How
// long would you have waited for `tensor` here? A GPU may change its row, and so may another `batchSize`.
//
// We still need batches. `simd` knows only two losses, negative sampling and hierarchical softmax, and only plain gradient
// descent. With tensors you can try any other loss or optimiser in a few lines, and a GPU computes them in batches.
// Lesson 17 shows where the speed of `simd` comes from.

// %% [markdown] name="break-it" answer="700" asks="tensors left"
// ## 9 Break it
//
// JavaScript frees its own memory when nothing uses it any more, but not the memory of a device. Every `tf.mul` makes a
// tensor, and without `tf.tidy` or `dispose` the tensor stays.
//
// ### Predict
//
// How many tensors are left after 50 calls of `meanLoss` (section 5) without `tf.tidy`? First count the operations of one
// call that make a tensor, `tf.tensor1d` included.
//
// <details><summary>Answer</summary>
//
// Fourteen operations: `tensor1d` twice, `gather` twice, `expandDims`, `reshape` twice, `mul`, `sum` twice, `slice`,
// `softplus`, `sub` and `mean`. After 50 calls $50 \cdot 14 = 700$ tensors are left.
//
// </details>

// %% name="leak"
function countAfter(passes: number, pass: () => void): object {
  const before = tf.memory();
  for (let i = 0; i < passes; i++) pass();
  const after = tf.memory();
  return {
    "tensors left": after.numTensors - before.numTensors,
    MiB: (after.numBytes - before.numBytes) / 2 ** 20,
  };
}
const leakBatch = packBatch(examples.slice(0, 256));
const leakModel = tensorModel(tf, createModel(V, { vectorSize: 50, seed: 1 }));

// %% name="leak-run"
const tidied = countAfter(50, () => {
  tf.tidy(() => meanLoss(leakModel, leakBatch)).dispose();
});
tf.engine().startScope(); // so that this notebook can clean up after the mistake
const leaked = countAfter(50, () => {
  meanLoss(leakModel, leakBatch);
});
tf.engine().endScope();
tf.dispose([leakModel.input, leakModel.output]);

// %% name="leak-table"
await showTable([
  { way: "with tf.tidy", ...tidied },
  { way: "without", ...leaked },
]);

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. Gather takes rows out, scatter **adds** gradients back. A row that comes twice moves twice.
// 2. A batch changes how often the tables are read, a device changes how fast. Neither changes the formula, so check both
//    against the slow step that you trust.
//
// **Now you:** the [exercises of this lesson](../exercises/10-batches-and-gpu-exercises.ipynb). **Next:**
// [13 Sentiment](13-sentiment.ipynb) puts vectors to work; lessons 11 and 12 are still to come.
//
// **Sources.** Mikolov et al. 2013b, arXiv 1310.4546, equation 4, an expectation to be maximised, of which our loss is the
// negative with drawn noise words (lesson 05, section 4); Rong 2014, arXiv 1411.2738, equations 55 to 61. Where the limit
// on a row comes from is in the project's `docs/training.md`.
//
// **To read on:** Goyal et al. 2017, section 2.1, on how a learning rate must grow with the batch; Baydin et al. 2018, on
// automatic differentiation.
