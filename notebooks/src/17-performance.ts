// %% [markdown] name="title"
// # 17 Performance: from the naive loop to the blocked kernel
//
// **75 minutes. You need:** [05 Skip-Gram](05-skip-gram.ipynb), section 4, and
// [07 Negative sampling](07-negative-sampling.ipynb), section 1. Several threads and a GPU are not needed.
//
// The formulas of Skip-Gram fit on a postcard. Yet one program trains them many times faster than another, on the same
// machine and with vectors that are just as good. Here we find out where the time goes: we count, measure, change the
// order of the work, and measure again. After this notebook you can
//
// - count the operations and bytes of a training step, and place it under the roofline of your own machine;
// - say why sharing noise words turns vectors into matrices, and show by numbers what that changes and what it does not;
// - say what threads without locks cost, what they cannot speed up, and measure both.
//
// Nearly every number here depends on your machine and on what else it is doing. Where a cell measures a time, run it
// twice before you believe it.

// %% name="imports" tags="imports"
import {
  addScaled,
  aliasTable,
  barChart,
  buildVocabulary,
  corpusSentences,
  createModel,
  dot,
  drawNegatives,
  encode,
  filledTable,
  heatChart,
  largestDifference,
  lineChart,
  type LinePoint,
  lossChart,
  type LossPoint,
  type Model,
  negativeSampler,
  neighbours,
  norm,
  openBackend,
  openSimd,
  pause,
  quiz,
  randomBelow,
  row,
  seededRandom,
  settingsOf,
  show,
  showNumbers,
  showTable,
  sigmoid,
  type Simd,
  SimdModel,
  simdTask,
  softplus,
  startTraining,
  type TableRow,
  type Training,
  type TrainOptions,
  tokenSentences,
  type WordVectors,
  wordVectors,
} from "kernel-helpers";

// %% [markdown] name="count" choices="doubles|stays the same" answer="stays the same"
// ## 1 Counting operations and bytes
//
// A *window* has $M$ context words, with the input rows $v_1, \ldots, v_M$, and $N = K + 1$ output rows $u_1, \ldots,
// u_N$: the center and $K$ noise words. (As in gensim, each context word predicts the center; over a text these are the
// same pairs as the other way round.) For each of the $M N$ places
//
// $$z_{ij} = v_i \cdot u_j \qquad e_{ij} = \sigma(z_{ij}) - t_j \qquad u_j \leftarrow u_j - \alpha\, e_{ij}\, v_i \qquad v_i \leftarrow v_i - \alpha\, e_{ij}\, u_j$$
//
// **Operations.** The score takes $d$ multiplications and $d$ additions, and each of the two moves as many: $6 d$ for each
// place, $6 M N d$ in all. We do not count the $M N$ values of $\sigma$.
//
// **Bytes.** Each row that takes part comes from memory and goes back: $2 \cdot 4 d$ bytes in float32. If every pair
// fetches its own rows, a pair has $1 + N$ of them. If all pairs of the window use the same rows, the window has $M + N$.
//
// The ratio of the two is the **arithmetic intensity** $I$, in operations per byte. (Williams et al. 2009 call it
// operational intensity, and count only the bytes that no cache has.)
//
// $$I_{\text{pair}} = \frac{6 N d}{8 (1 + N) d} = \frac{3 N}{4 (1 + N)} \qquad\qquad I_{\text{window}} = \frac{6 M N d}{8 (M + N) d} = \frac{3 M N}{4 (M + N)}$$
//
// ### Predict
//
// We take vectors that are twice as long. What happens to the intensity?
//
// <details><summary>Answer</summary>
//
// It stays the same: $d$ stands above and below the line. Longer vectors are more work, but not another kind of work.
//
// </details>

// %% [markdown] name="count-check"
// ### Check
//
// We do not trust the formula, but count: the cell goes through a step as a program would, and adds up each operation and
// each different row.

// %% name="counted"
/** Operations and bytes of a window, counted one by one. */
function counted(
  M: number,
  N: number,
  d: number,
): { operations: number; bytes: number } {
  let operations = 0;
  const rows = new Set<string>();
  for (let i = 0; i < M; i++)
    for (let j = 0; j < N; j++)
      for (let k = 0; k < d; k++) {
        rows.add(`v${i}`).add(`u${j}`);
        operations += 2; // z += v[k] * u[k]
        operations += 2; // u[k] -= g * v[k], where g is α e
        operations += 2; // v[k] -= g * u[k]
      }
  return { operations, bytes: rows.size * 2 * 4 * d };
}

// %% name="intensities"
const byFormula = (M: number, N: number): number => (3 * M * N) / (4 * (M + N));
const shapes = [
  { M: 1, N: 6, d: 100 },
  { M: 1, N: 6, d: 200 },
  { M: 6, N: 6, d: 100 },
  { M: 10, N: 6, d: 100 },
  { M: 10, N: 16, d: 100 },
];
await showTable(
  shapes.map(({ M, N, d }) => {
    const { operations, bytes } = counted(M, N, d);
    const I = operations / bytes;
    return { M, N, d, operations, bytes, I, formula: byFormula(M, N) };
  }),
);

// %% name="intensity-plot"
const sizes = [1, 2, 4, 6, 8, 10, 15, 20];
const intensityLines = [6, 16].flatMap((N) => [
  ...sizes.map((x) => ({ x, y: byFormula(x, N), series: `window, N = ${N}` })),
  ...sizes.map((x) => ({ x, y: byFormula(1, N), series: `pair, N = ${N}` })),
]);
await show(
  lineChart(intensityLines, {
    title: "Operations per byte",
    x: "context words M",
    y: "intensity I",
    width: 480,
  }),
);

// %% [markdown] name="naive-text"
// ## 2 The naive loop
//
// Here is the step as it stands on paper, pair by pair, each with noise words of its own. The text is that of the
// speeches of lesson 05, from which we take windows of five words to each side, without thinning and shrinking, so that
// each window has the same size. What counts is the *throughput*: how many words, which here are windows, are done in a
// second.

// %% name="text" tags="measured"
const startOfReading = performance.now();
const sentences = await tokenSentences(corpusSentences("sotu"));
const vocabulary = buildVocabulary(sentences.flat());
const secondsOfReading = (performance.now() - startOfReading) / 1000;
const V = vocabulary.words.length;
console.log(`${V} words, read and counted in ${secondsOfReading.toFixed(1)} s`);

// %% name="windows"
const [M, K, d] = [10, 5, 100];
const N = K + 1;
const noise = negativeSampler(vocabulary.counts, seededRandom(17));
interface Window {
  inputs: number[];
  center: number;
}
const windows: Window[] = sentences.slice(0, 3000).flatMap((tokens) => {
  const ids = encode(vocabulary, tokens);
  return Array.from(ids, (center, at) => ({
    inputs: [...ids.slice(Math.max(0, at - 5), at), ...ids.slice(at + 1, at + 6)],
    center,
  })).filter(({ inputs }) => inputs.length === M);
});

// %% name="naive-step"
type Floats = Float64Array | Float32Array;
const moves = new Float64Array(d); // the moves of v, until all of its outputs are done
/** A pair, number by number: the row of v begins at `at`, those of the outputs at `to`. */
function naivePair(input: Floats, output: Floats, at: number, to: ArrayLike<number>) {
  moves.fill(0);
  for (let j = 0; j < to.length; j++) {
    const from = to[j];
    let z = 0;
    for (let k = 0; k < d; k++) z += input[at + k] * output[from + k];
    const g = 0.025 * ((j === 0 ? 1 : 0) - 1 / (1 + Math.exp(-z)));
    for (let k = 0; k < d; k++) {
      moves[k] += g * output[from + k];
      output[from + k] += g * input[at + k];
    }
  }
  for (let k = 0; k < d; k++) input[at + k] += moves[k];
}

// %% name="naive-window"
const rows = new Int32Array(N);
/** All pairs of a window, with noise words for each of them. */
function naiveWindow(input: Floats, output: Floats, { inputs, center }: Window): void {
  for (const word of inputs) {
    rows[0] = center * d;
    for (let j = 1; j < N; j++) rows[j] = noise() * d;
    naivePair(input, output, word * d, rows);
  }
}

// %% name="per-second"
/** How much of `work` is done in a second, of which `work` returns how much it did: in the
 * best of some short turns, since other programs can only make a turn slower. */
async function perSecond(work: () => number, turns = 8): Promise<number> {
  let best = 0;
  for (let turn = 0; turn <= turns; turn++) {
    const start = performance.now();
    let [done, time] = [0, 0];
    for (; time < 20; time = performance.now() - start) done += work();
    if (turn > 0) best = Math.max(best, (1000 * done) / time); // the first one warms up
    await pause(0); // so that the page or the kernel can answer
  }
  return best;
}

// %% name="naive-measured" tags="measured"
let next = 0;
const wordsPerSecond = async (input: Floats, output: Floats): Promise<number> =>
  perSecond(() => {
    for (let i = 0; i < 50; i++)
      naiveWindow(input, output, windows[next++ % windows.length]);
    return 50;
  });

// %% name="naive-both" tags="measured"
const start = createModel(V, { vectorSize: d, seed: 1 });
const singleOf = (numbers: Floats): Float32Array => Float32Array.from(numbers);
const flat = { input: start.input.data, output: start.output.data };
naiveWindow(flat.input.slice(), flat.output.slice(), windows[0]);
naiveWindow(singleOf(flat.input), singleOf(flat.output), windows[0]); // one code for both kinds
const naive64 = await wordsPerSecond(flat.input.slice(), flat.output.slice());
const naive32 = await wordsPerSecond(singleOf(flat.input), singleOf(flat.output));

// %% name="naive-shown" tags="measured"
const perWord = 6 * M * N * d; // operations
await showTable(
  [
    { numbers: "float64", rate: naive64, bytes: 2 * V * d * 8 },
    { numbers: "float32", rate: naive32, bytes: 2 * V * d * 4 },
  ].map(({ numbers, rate, bytes }) => ({
    numbers,
    "words/s": Math.round(rate),
    "10⁹ operations/s": (rate * perWord) / 1e9,
    "MB of both tables": bytes / 1e6,
  })),
  { caption: `The naive loop, ${M} context words, K = ${K}, d = ${d}` },
);

// %% [markdown] name="naive-note"
// A processor makes several thousand million steps a second, and can start several operations in each. So why are there
// so few? Float32 halves the bytes, not the operations: if it makes little difference, bytes are not what this loop
// waits for. Guessing does not help. We measure what the machine *could* do.
//
// ## 3 The roofline of your machine
//
// A program can be held up by two things: by arithmetic, at $\pi$ operations per second, or by memory, at $\beta$ bytes
// per second. With $I$ operations per byte it can at best make (Williams et al. 2009)
//
// $$R(I) = \min(\pi,\ \beta I) \qquad \text{operations per second}$$
//
// This is the **roofline**: a slope, where programs wait for memory, and a flat part, where they wait for arithmetic.
//
// ### Bandwidth
//
// We copy an array and count what is read and written. A short array stays in the processor's caches. A long one
// comes from memory.

// %% name="bandwidth" tags="measured"
const bandwidths: LinePoint[] = [];
for (const kilobytes of [16, 128, 1024, 8192, 32_768, 131_072]) {
  const [from, to] = [0, 1].map(() => new Float64Array((kilobytes * 1024) / 16));
  from.fill(1);
  const times = Math.max(1, Math.floor(2 ** 16 / kilobytes / 8)); // long enough for the clock
  const rate = await perSecond(() => {
    for (let i = 0; i < times; i++) to.set(from);
    return times * 2 * from.byteLength;
  }, 5);
  bandwidths.push({ x: kilobytes, y: rate / 1e9 });
}

// %% name="bandwidth-plot" tags="measured"
await show(
  lineChart(bandwidths, {
    title: "Bytes copied, read and written, by the size of both arrays",
    x: "kB",
    y: "10⁹ bytes per second",
    log: "x",
    dots: true,
    width: 480,
  }),
);
const memoryBandwidth = 1e9 * bandwidths[bandwidths.length - 1].y; // β

// %% [markdown] name="peak-text"
// ### Arithmetic
//
// A loop that only multiplies and adds, on numbers that never leave the processor. One sum would not do: each addition would
// have to wait for the one before it. Eight sums are independent of each other.
//
// ### Predict
//
// How many times as fast are eight sums as one?
//
// <details><summary>Answer</summary>
//
// That depends on how long an addition takes and how many can be under way at once. Typical are a latency of four
// steps and two units, so up to eight times. The cell measures it.
//
// </details>

// %% name="one-sum"
const [factor, shift] = [1 - 1e-9, 1e-9]; // so that the sums stay near 1
function oneSum(turns: number): number {
  const [f, h] = [factor, shift]; // local, so that the loop does not look them up
  let a = 1;
  for (let i = 0; i < 8 * turns; i++) a = a * f + h;
  return a;
}

// %% name="eight-sums"
function eightSums(turns: number): number {
  const [f, h] = [factor, shift];
  let [a, b, c, e] = [1, 1, 1, 1];
  let [p, q, r, s] = [1, 1, 1, 1];
  for (let i = 0; i < turns; i++) {
    a = a * f + h;
    b = b * f + h;
    c = c * f + h;
    e = e * f + h;
    p = p * f + h;
    q = q * f + h;
    r = r * f + h;
    s = s * f + h;
  }
  return a + b + c + e + p + q + r + s;
}

// %% name="peak" tags="measured"
let kept = 0; // a result that nobody uses may not be computed at all
const operationsPerSecond = (loop: (turns: number) => number): Promise<number> =>
  perSecond(() => {
    kept += loop(100_000);
    return 100_000 * 8 * 2;
  }, 24);
const withOne = await operationsPerSecond(oneSum);
const scalarPeak = await operationsPerSecond(eightSums); // π
await showNumbers(
  {
    "one sum, 10⁹ operations/s": withOne / 1e9,
    "eight sums, 10⁹ operations/s": scalarPeak / 1e9,
    "how many times as fast": scalarPeak / withOne,
    "π / β, operations per byte": scalarPeak / memoryBandwidth,
  },
  { digits: 2 },
);

// %% [markdown] name="simd-text"
// One instruction can also multiply *four* float32 numbers with four others. This is called **SIMD**, single instruction,
// multiple data. JavaScript cannot say it, but WebAssembly can, a compact machine language that runs in Node and in
// every browser. We do not measure its peak; we draw four times the scalar peak, as an estimate.
//
// The course's engine `simd` makes the step of section 1 in WebAssembly, with rows that the whole window shares. Its rate
// in operations follows from its pairs per second, $6 N d$ for each. (It shrinks windows at random, so $M$ is 6 on
// average.)

// %% name="train-for"
/** Trains to the end and returns the last event; the training stays open. */
async function trained(training: Training) {
  let last: { examples: number; seconds: number; tokensPerSecond: number } | undefined;
  for await (const event of training) last = event;
  if (last === undefined) throw new Error("The training had no event");
  return last;
}

// %% name="blocked-measured" tags="measured"
const one = openSimd({ threads: 1 });
console.log(one.report);
const some = sentences.slice(0, 5000);
const skipGram: TrainOptions = { architecture: "skip-gram", vectorSize: d, epochs: 1 };
const blockedTraining = startTraining(some, { ...skipGram, sample: 0 }, one);
const blocked = await trained(blockedTraining);
blockedTraining.close();
const blockedRate = (6 * N * d * blocked.examples) / blocked.seconds;
const meanM = blocked.examples / some.flat().length;

// %% name="roof-points" tags="measured"
const roof = (peak: number, series: string): LinePoint[] =>
  [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16, peak / memoryBandwidth]
    .sort((a, b) => a - b)
    .map((x) => ({ x, y: Math.min(peak, memoryBandwidth * x) / 1e9, series }));

// %% name="measured-points" tags="measured"
const points = [
  { name: "naive, float32", I: byFormula(1, N), rate: naive32 * perWord },
  { name: "blocked (simd)", I: byFormula(6, N), rate: blockedRate },
];

// %% name="roofline" tags="measured"
await show(
  lineChart(
    [
      ...roof(scalarPeak, "roof, one at a time"),
      ...roof(4 * scalarPeak, "roof, four lanes"),
      ...points.map(({ name, I, rate }) => ({ x: I, y: rate / 1e9, series: name })),
    ],
    {
      title: "The roofline of this machine, one thread",
      x: "operations per byte",
      y: "10⁹ operations per second",
      log: "both",
      dots: true,
      width: 480,
      height: 280,
    },
  ),
);

// %% name="roof-shares" tags="measured"
await showTable(
  points.map(({ name, I, rate }) => ({
    step: name,
    I,
    "10⁹ operations/s": rate / 1e9,
    "under the memory's slope, β I": (memoryBandwidth * I) / 1e9,
    "rate / π": rate / scalarPeak,
  })),
);

// %% [markdown] name="roof-note"
// *What this can show.* Whether a step is near a roof at all. If it is far below both, neither memory nor arithmetic holds it
// up, but something else. In the naive loop that may be the additions of one score, each of which waits for the one before,
// the conversion of float32 to float64 and back (JavaScript computes in float64), or the check of every index.
//
// *What it cannot show.* We counted bytes as if every row came from memory. Frequent words stay in a cache, so a point
// may lie *above* the slope. The processor's own counters would tell, but JavaScript cannot read them. The compiler
// decides which instructions run, and may change its mind. In a page the clock is coarse on purpose. And if other programs
// work while you measure the roof, it is too low, and a point may lie above it. So take factors of two seriously, and
// tenths not.

// %% name="quiz-roof"
await quiz("17-performance/under-the-roof");

// %% [markdown] name="shared" choices="larger|the same|smaller" answer="the same" asks="the variance of one context word's gradient"
// ## 4 Sharing noise words
//
// To reach a higher intensity, the $M$ context words of a window share one draw of $K$ noise words. Then all scores of
// the window are *one product of matrices*. With the rows $v_i$ in $A$, of shape $[M, d]$, and the rows $u_j$ in $B$, of
// shape $[N, d]$,
//
// $$Z = A B^\top \quad [M, N] \qquad B \leftarrow B - \alpha\, E^\top A \qquad A \leftarrow A - \alpha\, E B$$
//
// where $E$ holds the errors $e_{ij} = \sigma(z_{ij}) - t_j$, and the rows on the right are those before the step. (Ji et al.
// 2016 share noise words in this way.) Does this change what is learned? The gradient of $v_i$ is
//
// $$g_i = \big(\sigma(z_{io}) - 1\big) u_o + \sum_{k=1}^{K} \sigma(v_i \cdot u_{n_k})\, u_{n_k} \qquad \mathrm{E}[g_i] = \big(\sigma(z_{io}) - 1\big) u_o + K \sum_{c} P_n(c)\, \sigma(v_i \cdot u_c)\, u_c$$
//
// with the center $o$ and noise words $n_k$ that are drawn from $P_n$. The expectation asks only how *each* noise word is
// distributed, not whether another pair sees the same one.
//
// ### Predict
//
// So the expectation is the same. And the variance of $g_i$, of *one* context word: is it larger, the same, or smaller
// with shared noise? What about the sum $\sum_i g_i$?
//
// <details><summary>Answer</summary>
//
// The same: a single context word sees $K$ noise words from $P_n$ in both cases. But the sum varies more, because all its
// terms meet the same noise words and go wrong in the same direction.
//
// </details>

// %% name="small-model"
const words = 12;
const numbers = seededRandom(3);
const small: Model = {
  input: filledTable(words, 4, () => 2 * numbers() - 1),
  output: filledTable(words, 4, () => 2 * numbers() - 1),
};
const [context, center] = [[0, 1, 2, 3, 4, 5], 6];

// %% name="small-noise"
const smallCounts = Array.from({ length: words }, (_, w) => 60 / (w + 1));
const weights = smallCounts.map((n) => n ** 0.75);
const Pn = weights.map((w) => w / weights.reduce((sum, x) => sum + x, 0));
const smallNoise = negativeSampler(smallCounts, seededRandom(4));
const drawn = (): number[] => Array.from({ length: K }, smallNoise);

// %% name="gradient-of"
/** g_i for a context word, with these noise words or, weighted, with all words. */
function gradientOf(
  i: number,
  noiseWords: readonly number[],
  weight = (_: number) => 1,
) {
  const v = row(small.input, i);
  const g = new Float64Array(4);
  const seen = row(small.output, center);
  addScaled(g, sigmoid(dot(v, seen)) - 1, seen);
  for (const c of noiseWords) {
    const u = row(small.output, c);
    addScaled(g, weight(c) * sigmoid(dot(v, u)), u);
  }
  return g;
}

// %% name="expected-gradients"
const all = Array.from({ length: words }, (_, c) => c);
const expected = context.map((i) => gradientOf(i, all, (c) => K * Pn[c]));

// %% name="vectors"
const total = (rowsOf: readonly Float64Array[]): Float64Array => {
  const sum = new Float64Array(4);
  for (const g of rowsOf) addScaled(sum, 1, g);
  return sum;
};
const square = (x: Float64Array): number => dot(x, x);
const apart = (x: Float64Array, y: Float64Array): Float64Array =>
  x.map((value, k) => value - y[k]);

// %% name="drawn-gradients"
const DRAWS = 20_000;
/** Mean of g_0 and the variances of g_0 and of the sum, over many windows. */
function statistics(window: () => Float64Array[]) {
  const mean = new Float64Array(4);
  let [ofOne, ofSum] = [0, 0];
  for (let draw = 0; draw < DRAWS; draw++) {
    const g = window();
    addScaled(mean, 1 / DRAWS, g[0]);
    ofOne += square(apart(g[0], expected[0])) / DRAWS;
    ofSum += square(apart(total(g), total(expected))) / DRAWS;
  }
  return { mean, ofOne, ofSum };
}

// %% name="drawn-both-ways"
const ownNoise = statistics(() => context.map((i) => gradientOf(i, drawn())));
const sharedNoise = statistics(() => {
  const noiseWords = drawn();
  return context.map((i) => gradientOf(i, noiseWords));
});

// %% name="drawn-compared"
await showTable(
  [
    { noise: "for each pair", ...ownNoise },
    { noise: "shared by the window", ...sharedNoise },
  ].map(({ noise, mean, ofOne, ofSum }) => ({
    noise,
    "|mean g − E[g]|": norm(apart(mean, expected[0])),
    "its standard error": Math.sqrt(ofOne / DRAWS),
    "variance of one g": ofOne,
    "variance of Σ g": ofSum,
  })),
);
console.log("E[g]", [...expected[0]].map((x) => x.toFixed(4)).join("  "));

// %% [markdown] name="matrix-text"
// The means agree with the formula within about their standard error, for both. The variance of one is the same, that of
// the sum is not.
//
// ### From loops to products
//
// Now the step itself, as products. The cells make one step on a window of the text, once pair by pair with gradients
// from the rows as they were, and once with `E` as a matrix; then they look at the difference.

// %% name="matrix-step"
/** One step by products, in place; outputs[0] is the center. Returns the errors. */
function matrixStep({ input, output }: Model, inputs: number[], outputs: number[]) {
  const A = inputs.map((word) => row(input, word).slice());
  const B = outputs.map((word) => row(output, word).slice());
  const E = A.map((v) => B.map((u, j) => sigmoid(dot(v, u)) - (j === 0 ? 1 : 0)));
  outputs.forEach((word, j) => {
    for (const [i, v] of A.entries()) addScaled(row(output, word), -0.1 * E[i][j], v); // Eᵀ A
  });
  inputs.forEach((word, i) => {
    for (const [j, u] of B.entries()) addScaled(row(input, word), -0.1 * E[i][j], u); // E B
  });
  return E;
}

// %% name="pairs-step"
/** The same, pair by pair in any order: each pair reads the rows as they were. */
function pairsStep(model: Model, inputs: number[], outputs: number[]): void {
  const before = structuredClone(model);
  for (const j of outputs.keys())
    for (const i of inputs.keys()) {
      const [v, u] = [row(before.input, inputs[i]), row(before.output, outputs[j])];
      const error = sigmoid(dot(u, v)) - (j === 0 ? 1 : 0);
      addScaled(row(model.input, inputs[i]), -0.1 * error, u);
      addScaled(row(model.output, outputs[j]), -0.1 * error, v);
    }
}

// %% name="steps-compared"
const outputs = [center, 7, 8, 7, 11, 0]; // a noise word comes twice
const [byMatrix, byPairs] = [structuredClone(small), structuredClone(small)];
const errors = matrixStep(byMatrix, context, outputs);
pairsStep(byPairs, context, outputs);
await showNumbers({
  "input table, largest difference": largestDifference(
    byMatrix.input.data,
    byPairs.input.data,
  ),
  "output table, largest difference": largestDifference(
    byMatrix.output.data,
    byPairs.output.data,
  ),
});

// %% name="errors-plot"
await show(
  heatChart(
    errors,
    context.map((word) => `v${word}`),
    {
      title: "E, the errors of one window",
      columns: outputs.map((word, j) =>
        j === 0 ? `u${word}, center` : `u${word}, ${j}`,
      ),
    },
  ),
);

// %% [markdown] name="loss-text"
// ### Does it learn as well?
//
// Two things are different in the product: the noise is shared, and all scores come from the rows before the step. (A later
// pair of a naive window already sees what the earlier ones have moved, which also makes the loss that it reports smaller.)
// To tell the two apart we train on the same windows in three ways: pair by pair; at once, with noise for each pair; and
// at once, with shared noise.

// %% name="windows-trained"
type Way = "pair by pair" | "at once, own noise" | "at once, shared noise";
/** The pairs of a window: an input and its outputs, the center first. */
function pairsOf({ inputs, center }: Window, way: Way, draw: () => number) {
  const same = drawNegatives(draw, K, center);
  const own = (): number[] => drawNegatives(draw, K, center);
  return inputs.map((input) => ({
    input,
    outputs: [center, ...(way === "at once, shared noise" ? same : own())],
  }));
}

// %% name="rows-of-pair"
type Pair = ReturnType<typeof pairsOf>[number];
/** Copies of the rows of a pair, as they are now. */
const rowsOf = ({ input, output }: Model, pair: Pair) => ({
  v: row(input, pair.input).slice(),
  us: pair.outputs.map((word) => row(output, word).slice()),
});

// %% name="window-loss"
/** One step on a window, in place; returns the loss of its pairs, each before its own move. */
function trainWindow(model: Model, pairs: Pair[], atOnce: boolean, rate: number) {
  const early = atOnce ? pairs.map((pair) => rowsOf(model, pair)) : [];
  return pairs.reduce((loss, pair, i) => {
    const { v, us } = atOnce ? early[i] : rowsOf(model, pair);
    return us.reduce((sum, u, j) => {
      const z = dot(u, v);
      const g = rate * (sigmoid(z) - (j === 0 ? 1 : 0));
      addScaled(row(model.output, pair.outputs[j]), -g, v);
      addScaled(row(model.input, pair.input), -g, u);
      return sum + softplus(j === 0 ? -z : z);
    }, loss);
  }, 0);
}

// %% name="mean-of-windows"
/** The mean loss of a pair over some windows, trained at this rate; with 0 nothing moves. */
function meanOf(
  some: readonly Window[],
  model: Model,
  way: Way,
  draw: () => number,
  rate = 0.05,
): number {
  const losses = some.map((one) =>
    trainWindow(model, pairsOf(one, way, draw), way !== "pair by pair", rate),
  );
  return losses.reduce((sum, loss) => sum + loss / (M * losses.length), 0);
}

// %% name="loss-curves"
const curves: LossPoint[] = [];
const size = 400; // windows between two points
/** Trains on ten times `size` windows; returns the mean loss on 500 others. d = 50 will do. */
function curve(way: Way, seed: number): number {
  const model = createModel(V, { vectorSize: 50, seed });
  const draw = negativeSampler(vocabulary.counts, seededRandom(seed));
  for (let turn = 0; turn < 10; turn++) {
    const some = windows.slice(turn * size, (turn + 1) * size);
    const loss = meanOf(some, model, way, draw);
    if (seed === 1) curves.push({ pairs: (turn + 1) * size * M, loss, series: way });
  }
  const others = windows.slice(-500);
  const sameDraw = negativeSampler(vocabulary.counts, seededRandom(99));
  return meanOf(others, model, "at once, own noise", sameDraw, 0);
}

// %% name="loss-curves-run"
const finals: TableRow[] = [];
const threeWays: Way[] = [
  "pair by pair",
  "at once, own noise",
  "at once, shared noise",
];
for (const way of threeWays) {
  const [first, second] = [curve(way, 1), curve(way, 2)];
  await pause(0);
  finals.push({ way, "seed 1": first, "seed 2": second });
}

// %% name="loss-plot"
await show(
  lossChart(curves, { title: "Mean loss of a pair, in three ways", width: 480 }),
);
await showTable(finals, {
  caption: "Mean loss of a pair on windows that were not trained",
});

// %% [markdown] name="loss-note"
// The lines are what each training reports, and *pair by pair* looks better than it is: before it reports the loss of a pair,
// the center's row has already moved towards the other words of the window. The table is fair, since all three ways are
// judged on the same windows and noise, and none is trained on them. Its first two rows differ in when the rows of the model
// move, its last two in the noise alone, its columns only in chance. A few thousand windows are the beginning of a training.
// The project's `docs/bench.md` tells how vectors were judged at the end, with word pairs and analogies.

// %% name="quiz-shared"
await quiz("17-performance/shared-noise");

// %% [markdown] name="tables-text"
// ## 5 Drawing noise words
//
// Each window draws $K$ words with probability $P_n(c) = n_c^{3/4} / \sum_w n_w^{3/4}$. One could add up these shares until
// they exceed a random number, but that takes up to $V$ additions for each draw. There are two faster ways.
//
// - `word2vec.c` fills **a table of 100 million entries** with word numbers, each word as often as $P_n$ asks for. A draw
//   reads one entry at random.
// - The **alias table** (Walker 1977; Vose 1991) has $V$ cells of the same size. A cell belongs to its own word up to its
//   *share*, and above that to one other word, its *alias*. A draw takes a cell and a place in it.
//
// Here is the alias table of four words:

// %% name="alias-small"
const four = aliasTable([8, 4, 2, 2], 1); // P = 1/2, 1/4, 1/8, 1/8
await showTable(
  [0, 1, 2, 3].map((cell) => ({
    cell,
    "own word, up to": four.share[cell],
    "other word above": four.share[cell] < 1 ? four.alias[cell] : "none",
  })),
);

// %% [markdown] name="alias-why" answer="0.5" asks="the probability of word 0"
// ### Derive
//
// Word $w$ comes from its own cell with probability $s_w$, and from each cell $i$ whose alias $a_i$ is $w$ with
// probability $1 - s_i$. All cells are equally probable:
//
// $$P(w) = \frac{1}{V} \Big( s_w + \sum_{i:\ a_i = w} (1 - s_i) \Big)$$
//
// ### Predict
//
// Compute $P(0)$ from the table above. What does it have to be?
//
// <details><summary>Answer</summary>
//
// $\frac{8}{16} = 0.5$. Its own cell has the share 1, and it is the other word of cells 1 and 2, which leave 0.5 each:
// $\frac14 (1 + 0.5 + 0.5)$.
//
// </details>

// %% name="alias-probabilities"
/** P(w) of each word, from the cells. */
function aliasProbabilities(share: ArrayLike<number>, alias: ArrayLike<number>) {
  const P = Float64Array.from(share);
  for (let i = 0; i < alias.length; i++) P[alias[i]] += 1 - share[i];
  return P.map((x) => x / share.length);
}

// %% name="exact-noise"
const real = aliasTable(vocabulary.counts, 0.75);
const powers = Float64Array.from(vocabulary.counts, (n) => n ** 0.75);
const sumOfPowers = powers.reduce((sum, x) => sum + x, 0);
const exact = powers.map((x) => x / sumOfPowers);

// %% [markdown] name="c-table-text"
// The table of `word2vec.c` is filled by one loop. It writes the current word into an entry. If that entry lies behind the sum
// of the shares so far, it goes on to the next word, never by more than one. So we can compute the last entry of a word from
// the sum of the shares up to it, without filling the table. The cells do both and compare.

// %% name="c-table"
/** As in word2vec.c: each word as often as its share of the table. */
function filledByC(size: number): Int32Array {
  const table = new Int32Array(size);
  let [word, sum] = [0, exact[0]];
  for (let a = 0; a < size; a++) {
    table[a] = word;
    if (a / size > sum) sum += exact[++word] ?? 0;
    if (word >= V) word = V - 1;
  }
  return table;
}

// %% name="c-counts"
/** How many entries each word has, from the sums of the shares. */
function entriesByC(size: number): Float64Array {
  let [sum, end] = [0, 0];
  return exact.map((share) => {
    sum += share;
    const last = Math.min(size, Math.max(end, Math.floor(sum * size) + 1) + 1);
    const entries = Math.max(0, last - end);
    end = Math.max(end, last);
    return entries;
  });
}

// %% name="c-table-checked"
const trial = 1_000_000;
const entries = new Float64Array(V);
for (const word of filledByC(trial)) entries[word]++;
const predicted = entriesByC(trial);
const off = entries.map((n, w) => Math.abs(n - predicted[w]));
await showNumbers({
  "words whose number of entries differs": off.filter((n) => n > 0).length,
  "largest difference": Math.max(...off),
});

// %% name="table-errors"
// as the engine keeps it
const bits32 = real.share.map((s) => Math.round(s * 2 ** 32) / 2 ** 32);
const worst = (P: Float64Array): number =>
  P.reduce((most, p, w) => Math.max(most, Math.abs(p / exact[w] - 1)), 0);

// %% name="tables-compared"
const ways = [
  ...[1e6, 1e7, 1e8].map((size) => ({
    way: `word2vec.c, ${size.toLocaleString("en")} entries`,
    MB: (4 * size) / 1e6,
    "largest relative error of P": worst(entriesByC(size).map((n) => n / size)),
  })),
  {
    way: "alias table, shares in 32 bits",
    MB: (8 * V) / 1e6,
    "largest relative error of P": worst(aliasProbabilities(bits32, real.alias)),
  },
  {
    way: "alias table, float64",
    MB: (12 * V) / 1e6,
    "largest relative error of P": worst(aliasProbabilities(real.share, real.alias)),
  },
];

// %% name="table-errors-shown"
await showTable(
  ways.map((way) => ({
    ...way,
    MB: way.MB.toPrecision(3),
    "largest relative error of P": way["largest relative error of P"].toExponential(0),
  })),
);

// %% [markdown] name="draw-cost-text"
// A hundred million entries are exact enough. Their price is memory: a random entry of a large table is hardly ever in a
// cache. The alias table has a price, too: whether a draw takes the cell's own word is a branch that no processor can
// foresee.

// %% name="draw-times" tags="measured"
const random = seededRandom(5);
const drawTimes: LinePoint[] = [];
let drawnSum = 0;
for (const size of [3e4, 3e5, 3e6, 3e7]) {
  const entriesOfWords = filledByC(size);
  const rate = await perSecond(() => {
    for (let i = 0; i < 100_000; i++)
      drawnSum += entriesOfWords[Math.floor(random() * size)];
    return 100_000;
  });
  drawTimes.push({ x: (4 * size) / 1e6, y: 1e9 / rate, series: "one table" });
}

// %% name="alias-times" tags="measured"
const aliasRate = await perSecond(() => {
  for (let i = 0; i < 100_000; i++) {
    const at = random() * V;
    const cell = Math.floor(at);
    drawnSum += at - cell < real.share[cell] ? cell : real.alias[cell];
  }
  return 100_000;
});

// %% name="generator-time" tags="measured"
const generatorRate = await perSecond(() => {
  for (let i = 0; i < 100_000; i++) drawnSum += random();
  return 100_000;
});

// %% name="draw-plot" tags="measured"
const level = (y: number, series: string): LinePoint[] =>
  drawTimes.map(({ x }) => ({ x, y, series }));
await show(
  lineChart(
    [
      ...drawTimes,
      ...level(1e9 / aliasRate, `alias table, ${((12 * V) / 1e6).toFixed(2)} MB`),
      ...level(1e9 / generatorRate, "the random number alone"),
    ],
    {
      title: "Time of a draw by the size of the table",
      x: "MB of the table",
      y: "10⁻⁹ s per draw",
      log: "x",
      dots: true,
      width: 480,
    },
  ),
);

// %% [markdown] name="small-table"
// ### Break it
//
// How small may the table be? The loop never skips a word, so a rare word gets an entry even where it should have less than
// one. The words at the end, which are the rarest, get what is left, and that may be nothing. The cell makes tables with 1,
// 2, 4, 16 and 64 entries for each word on average.

// %% name="small-table-shown"
await showTable(
  [1, 2, 4, 16, 64].map((entriesPerWord) => {
    const size = entriesPerWord * V;
    const P = entriesByC(size).map((n) => n / size);
    const factors = P.map((p, w) => p / exact[w]);
    return {
      "entries per word": entriesPerWord,
      "words never drawn": P.filter((p) => p === 0).length,
      "drawn too often, at most by": factors.reduce((a, b) => Math.max(a, b), 0),
    };
  }),
);

// %% [markdown] name="tiles-text"
// ## 6 Four lanes and tiles
//
// Back to the product $Z = A B^\top$. Two things make it fast.
//
// - **Lanes.** An instruction multiplies four numbers of $v_i$ with four of $u_j$. At the end the four sums are added up.
// - **Tiles.** A value that is loaded into a register should be used more than once. The step computes a *tile* of
//   $a \times b$ scores together: for each place in the rows it loads $a + b$ values for $a b$ multiplications with
//   addition. So there are
//
// $$\frac{a + b}{a\, b} \quad \text{loads per multiplication}$$
//
// This is the intensity of section 1 once more, between the registers and the nearest cache in place of the memory. The
// engine uses tiles of up to $3 \times 3$: nine sums and six rows fill 15 of the 16 registers of a common processor.

// %% name="loads-counted"
/** Loads and multiplications of a tile of a × b scores over d numbers, four at a time. */
function loadsOf(a: number, b: number): number {
  let [loads, products] = [0, 0];
  for (let k = 0; k < d; k += 4) {
    loads += a + b; // four numbers of each row
    products += a * b; // each of one with each of the other
  }
  return loads / products;
}

// %% name="loads-plot"
await show(
  barChart(
    [1, 2, 3, 4].map((side) => ({
      label: `${side} × ${side}`,
      value: loadsOf(side, side),
    })),
    { title: "Loads per multiplication", x: "tile", y: "loads", height: 160 },
  ),
);
console.log("(a + b) / (a b):", [1, 2, 3, 4].map((a) => (2 / a).toFixed(3)).join("  "));

// %% [markdown] name="scalar-twin"
// ### Check
//
// `SimdModel.step` is the engine's step on one window. It has a *scalar twin*, which computes number by number. We give the
// same window to both, and to the formula in float64.

// %% name="simd-model"
const settings = settingsOf(skipGram);
const newSimdModel = (by: Simd): SimdModel => {
  const model = new SimdModel(by, simdTask(vocabulary.counts, settings, 1e6));
  const start = seededRandom(6);
  for (const table of [model.tables.input, model.tables.output])
    table.forEach((_, at) => {
      if (at % model.stride < d) table[at] = (2 * start() - 1) / 4;
    });
  return model;
};

// %% name="one-window"
const { inputs: someInputs, center: someCenter } = windows[100];
const oneDraw = negativeSampler(vocabulary.counts, seededRandom(8));
const noiseOfWindow = Array.from({ length: K }, oneDraw);
const plan = {
  inputs: someInputs,
  outputs: [someCenter, ...noiseOfWindow],
  labels: [1, ...noiseOfWindow.map(() => 0)] as (0 | 1)[],
};

// %% name="stepped"
const stepped = (by: Simd, scalar: boolean): SimdModel => {
  const model = newSimdModel(by);
  model.step({ ...plan, scalar }, 0.1); // α as in matrixStep
  return model;
};

// %% name="in-float64"
/** Both tables of the engine in float64; numbers behind the d of a row are 0. */
function copyOf({ tables, stride: width }: SimdModel): Model {
  const side = (numbers: Float32Array) => ({
    rows: V,
    width,
    data: Float64Array.from(numbers),
  });
  return { input: side(tables.input), output: side(tables.output) };
}

// %% name="steps-judged"
const before = copyOf(newSimdModel(one));
const judge = structuredClone(before);
matrixStep(judge, plan.inputs, plan.outputs);
const [lanes, scalar] = [copyOf(stepped(one, false)), copyOf(stepped(one, true))];

// %% name="steps-in-numbers"
const furthest = (x: Model, y: Model): number =>
  Math.max(
    largestDifference(x.input.data, y.input.data),
    largestDifference(x.output.data, y.output.data),
  );
await showNumbers({
  "largest move": furthest(before, judge),
  "four lanes and tiles, largest difference from float64": furthest(lanes, judge),
  "scalar twin, largest difference from float64": furthest(scalar, judge),
  "four lanes, largest difference from the scalar twin": furthest(lanes, scalar),
});

// %% [markdown] name="twin-note"
// They differ in the last digits of float32 only, because they add up in another order. Now the time of a step. Each call
// from JavaScript has a price of its own, so we also time the smallest step there is, one row with one row, and subtract
// it.

// %% name="twin-times" tags="measured"
const timed = newSimdModel(one);
const nanoseconds = async (M: number, N: number, scalar: boolean): Promise<number> => {
  const small = {
    inputs: plan.inputs.slice(0, M),
    outputs: plan.outputs.slice(0, N),
    labels: plan.labels.slice(0, N),
    scalar,
  };
  const rate = await perSecond(() => {
    for (let i = 0; i < 100; i++) timed.step(small, 1e-6);
    return 100;
  });
  return 1e9 / rate;
};

// %% name="twin-table" tags="measured"
const call = await nanoseconds(1, 1, false);
const twinTimes: { step: string; time: number }[] = [];
for (const scalar of [true, false])
  twinTimes.push({
    step: scalar ? "scalar twin" : "four lanes and tiles",
    time: (await nanoseconds(M, N, scalar)) - call,
  });
await showTable(
  twinTimes.map(({ step, time }) => ({
    step,
    "10⁻⁶ s, the call subtracted": time / 1000,
    "times as fast as the twin": twinTimes[0].time / time,
    "10⁹ operations/s": perWord / time,
  })),
);

// %% [markdown] name="relaxed-text"
// ### One instruction for $a b + c$
//
// Many processors compute $a b + c$ in one instruction and round once. Whether they do changes the last digit, so plain
// WebAssembly does not allow it: it rounds alike everywhere. *Relaxed* SIMD does allow it. The course's engine has both,
// and plain is the default of `openSimd`. Is relaxed there on your machine, and what does it bring?

// %% name="relaxed" tags="measured"
const fast = openSimd({ threads: 1, binary: "auto" });
const few = sentences.slice(0, 2500);
const best = [0, 0]; // of three trainings each, in turns
for (let turn = 0; turn < 3; turn++)
  for (const [i, by] of [one, fast].entries()) {
    const training = startTraining(few, skipGram, by);
    best[i] = Math.max(best[i], (await trained(training)).tokensPerSecond);
    training.close();
  }

// %% name="relaxed-shown" tags="measured"
const binaryRows = [one, fast].map((by, i) => {
  const off = furthest(copyOf(stepped(by, false)), lanes);
  return {
    binary: by.binary,
    "words/s": Math.round(best[i]),
    "difference from plain after a step": off === 0 ? "0" : off.toExponential(0),
  };
});
console.log(
  fast.binary === "plain" ? "No relaxed SIMD: both rows are plain." : fast.report,
);
await showTable(binaryRows);

// %% [markdown] name="threads-text" answer="2" asks="orders in which both moves arrive"
// ## 7 Threads without locks
//
// A second thread can train other sentences at the same time, on the *same* tables. Nobody waits for anybody: no locks.
// Recht et al. 2011 call this **Hogwild**. What can go wrong?
//
// To add to a number, a thread reads it, adds, and writes it back. If another thread writes in between, its addition is
// overwritten.
//
// ### Predict
//
// Two threads add to one number: the one $+0.1$, the other $-0.3$. Their four actions, read and write each, can come in six
// orders. In how many of them are both additions in the number at the end?
//
// <details><summary>Answer</summary>
//
// In 2: if one thread has written before the other one reads.
//
// </details>

// %% name="interleavings"
const orders = ["aabb", "abab", "abba", "baab", "baba", "bbaa"]; // each: read, then write
function played(order: string): number {
  let number = 1;
  const read = new Map<string, number>();
  for (const who of order) {
    const own = read.get(who);
    if (own === undefined) read.set(who, number);
    else number = own + (who === "a" ? 0.1 : -0.3);
  }
  return number;
}
await showTable(
  orders.map((order) => {
    const end = played(order);
    return { order, end, "both arrived": Math.abs(end - 0.8) < 1e-9 };
  }),
);

// %% [markdown] name="collision-text"
// How often do two windows touch the same row at all? If $f_w$ is the share of word $w$ in the windows, two random places
// hold the same word with probability $\sum_w f_w^2$, so two windows of $M$ context words share
//
// $$M^2 \sum_w f_w^2 \quad \text{pairs of equal places, on average.}$$
//
// The engine leaves out occurrences of frequent words at random (subsampling). The cell computes the formula with and
// without it, and counts in pairs of windows that it draws.

// %% name="collisions-counted"
function collisions(windowsOf: readonly (readonly number[])[]) {
  const f = new Float64Array(V);
  const places = windowsOf.reduce((sum, { length }) => sum + length, 0);
  for (const word of windowsOf.flat()) f[word] += 1 / places;
  const meanLength = places / windowsOf.length;
  const draws = seededRandom(9);
  let equal = 0;
  for (let i = 0; i < 50_000; i++) {
    const [x, y] = [0, 0].map(() => windowsOf[randomBelow(windowsOf.length, draws)]);
    for (const word of x) for (const other of y) equal += word === other ? 1 : 0;
  }
  return { counted: equal / 50_000, formula: meanLength ** 2 * dot(f, f) };
}

// %% name="collisions-shown"
const keep = simdTask(vocabulary.counts, settings, 1e6).keep;
const coin = seededRandom(10);
const thinned = windows
  .map(({ inputs }) => inputs.filter((word) => coin() < keep[word]))
  .filter(({ length }) => length > 0);
await showTable([
  { text: "all words", ...collisions(windows.map(({ inputs }) => inputs)) },
  { text: "frequent words thinned", ...collisions(thinned) },
]);

// %% [markdown] name="collision-note"
// An equal place is not yet a loss. The threads must also reach it within the same few nanoseconds, and then only the moves
// of a few numbers are lost, in a row that gets thousands of moves. Hogwild rests on this: where updates are *sparse*,
// collisions are rare and do little. Recht et al. 2011, section 4, prove it for convex losses and for additions that
// nothing can interrupt. Neither holds here, so we measure.
//
// ### Copies of the rows of frequent words
//
// A collision costs time, too. A row that two processors write again and again must travel from one cache to the other each
// time, which takes longer than the arithmetic. So each thread of the engine has a copy of every row that is used most,
// and works on it. It remembers the row as it was when the copy was made, the *base*. From time to time it exchanges:
//
// $$\text{table} \leftarrow \text{table} + (\text{own} - \text{base}), \qquad \text{own}, \text{base} \leftarrow \text{table}$$
//
// The moves of all threads still add up, only later. The rows of other words stay as above.

// %% name="copies"
let table = 1;
const copies = [table, table].map((row) => ({ own: row, base: row }));
function exchange(copy: { own: number; base: number }): void {
  table += copy.own - copy.base;
  copy.own = copy.base = table;
}
const moments: { moment: string; table: number; a: number; b: number }[] = [];
const note = (moment: string): void => {
  moments.push({ moment, table, a: copies[0].own, b: copies[1].own });
};
copies[0].own += 0.1;
copies[1].own -= 0.3;
note("each has moved its copy");
exchange(copies[0]);
note("a has exchanged");
exchange(copies[1]);
note("b has exchanged");
await showTable(moments);

// %% name="threads"
const two = openSimd({ threads: 2 });

// %% name="threads-report" tags="measured"
const onlyOne =
  "\nSo what stands for two threads below is for one: no collisions, nothing shared.";
console.log(two.report + (two.threads === 1 ? onlyOne : ""));

// %% name="hogwild-runs" tags="measured"
interface Run {
  name: string;
  loss: number;
  seconds: number;
  vectors: WordVectors;
}

// %% name="hogwild-run" tags="measured"
async function run(name: string, by: Simd, seed: number): Promise<Run> {
  const options = { ...skipGram, vectorSize: 32, epochs: 1, reports: 20, seed };
  const training = startTraining(sentences, options, by);
  const losses: number[] = [];
  let seconds = 0;
  for await (const event of training) {
    losses.push(event.loss);
    seconds = event.seconds;
  }
  const vectors = wordVectors(training.vocabulary.words, await training.inputTable());
  training.close();
  const loss = losses.slice(-5).reduce((sum, x) => sum + x / 5, 0); // the last quarter
  return { name, loss, seconds, vectors };
}

// %% name="hogwild-trained" tags="measured"
const several = two.threads === 1 ? "1 thread" : `${two.threads} threads`;
const runs = [
  await run("1 thread, seed 1", one, 1),
  await run("1 thread, seed 1 again", one, 1),
  await run("1 thread, seed 2", one, 2),
  await run(`${several}, seed 1, first`, two, 1),
  await run(`${several}, seed 1, second`, two, 1),
];

// %% name="overlap" tags="measured"
const asked = vocabulary.words.slice(100, 125);
const listsOf = ({ vectors }: Run): Set<string>[] =>
  asked.map((word) => new Set(neighbours(vectors, word).map((near) => near.word)));
const lists = runs.map(listsOf);

// %% name="in-common" tags="measured"
/** Mean share of the ten nearest words that two runs have in common. */
const common = (x: Set<string>[], y: Set<string>[]): number =>
  x.reduce(
    (sum, own, i) => sum + [...own].filter((w) => y[i].has(w)).length / 10 / x.length,
    0,
  );

// %% name="hogwild-shown" tags="measured"
await showTable(
  runs.map(({ name, loss, seconds }, i) => ({
    run: name,
    "loss, last quarter": loss,
    seconds,
    "neighbours shared with the first run": common(lists[0], lists[i]),
  })),
);
console.log(`both runs of ${several}: ${common(lists[3], lists[4]).toFixed(3)} shared`);

// %% [markdown] name="hogwild-note"
// One thread repeats itself exactly. Several do not, because they meet differently each time. Compare the two runs of
// several threads with the row of *seed 2*: that is how much vectors differ when nothing but chance differs. And compare the
// losses: is what the collisions cost larger than the difference between seeds?
//
// ### Amdahl's law
//
// Not everything is shared. Somebody reads the text and counts the words, alone, in $a$ seconds; $n$ threads share the
// training, $b$ seconds on one. The whole is faster by
//
// $$S(n) = \frac{a + b}{a + b / n} \ <\ \frac{a + b}{a}$$
//
// This is named after Amdahl 1967. The cell takes $a$ and $b$ from this notebook.

// %% name="amdahl" tags="measured"
const [alone, shared] = [secondsOfReading, runs[0].seconds];
const amdahl = (n: number): number => (alone + shared) / (alone + shared / n);
const measured =
  (alone + shared) / (alone + Math.min(runs[3].seconds, runs[4].seconds));
await showNumbers(
  {
    "alone, a, s": alone,
    "shared, b, s": shared,
    "S by the formula": amdahl(two.threads),
    "S measured": measured,
    "S with a million threads": amdahl(1e6),
    "(a + b) / a": (alone + shared) / alone,
  },
  { digits: 2 },
);

// %% name="amdahl-plot" tags="measured"
const threadCounts = [1, 2, 4, 8, 16, 32, 64];
await show(
  lineChart(
    [
      ...threadCounts.map((x) => ({ x, y: amdahl(x), series: "this notebook" })),
      ...threadCounts.map((x) => ({ x, y: x, series: "everything shared" })),
      { x: two.threads, y: measured, series: "measured" },
    ],
    {
      title: "Amdahl's law",
      x: "threads n",
      y: "times as fast",
      log: "both",
      dots: true,
      width: 480,
    },
  ),
);

// %% [markdown] name="amdahl-note"
// Where the measured speed-up lies below the formula, the threads share more than the tables: caches, the way to the
// memory, and the processor with other programs. Two threads also have to be started, which counts in a training as short
// as this one.

// %% name="quiz-threads"
await quiz("17-performance/more-threads");

// %% [markdown] name="table-text"
// ## 8 Your own table
//
// At last all engines on the same sentences, with the same options: Skip-Gram, $d = 100$, window 5, $K = 5$, frequent
// words thinned. A word counts each time that it is read. The fast engines make several passes, so that they take long
// enough to be timed.
//
// ### Predict
//
// By which factor is the engine `simd` faster than `reference`, which computes in float64, one pair at a time? Write down
// your guess before you run the cell.
//
// <details><summary>Answer</summary>
//
// That is what the table is for. If your guess was far off, ask where: lanes, tiles, shared rows, or the time that the slow
// engine spends outside its arithmetic?
//
// </details>

// %% name="engines" tags="measured"
const part = sentences.slice(0, 500);
const speeds: { engine: string; rate: number }[] = [];
async function measure(engine: string, training: Training): Promise<void> {
  const { tokensPerSecond } = await trained(training);
  training.close();
  speeds.push({ engine, rate: tokensPerSecond });
}

// %% name="engines-run" tags="measured"
await measure("reference", startTraining(part, skipGram));
const backend = await openBackend();
await measure(`tensor, ${backend.name}`, startTraining(part, skipGram, backend.tf));
const passes = { ...skipGram, epochs: 40 };
await measure("simd, 1 thread", startTraining(part, passes, one));
if (two.threads > 1)
  await measure(`simd, ${several}`, startTraining(part, passes, two));

// %% name="engines-table" tags="measured"
await showTable(
  speeds.map(({ engine, rate }) => ({
    engine,
    "words/s": Math.round(rate),
    "times reference": rate / speeds[0].rate,
  })),
  { caption: "This machine, today" },
);

// %% name="engines-plot" tags="measured"
await show(
  barChart(
    speeds.map(({ engine, rate }, i) => ({ label: `${i + 1} ${engine}`, value: rate })),
    { title: "Words per second", x: "engine", y: "words/s", width: 420 },
  ),
);

// %% [markdown] name="table-note"
// Such a table holds for one machine, one text and one moment. `npm run bench:train` makes a larger one: medians of five
// turns against other programs, and beside every speed the quality of the vectors, without which a speed says nothing.
// On a short text several threads may be no faster than one, since they must be started first.

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. Count operations and bytes and measure both roofs before you optimise: they say what a change can bring at all. What
//    shares rows, or a register's numbers, does more with each byte.
// 2. Every trick here changes something: noise that is shared, the order of sums, moves that are overwritten. For each of
//    them measure what it changes beside the time.
//
// **Now you:** the [exercises of this lesson](../exercises/17-performance-exercises.ipynb). **Next:** this is the last
// one so far; the list of lessons says which are still to come.
//
// **Sources.** Williams et al. 2009, the roofline, on which section 3 is built; Ji et al. 2016, arXiv 1604.04661, for noise
// words that a window shares; Mikolov et al. 2013b, arXiv 1310.4546, equation 4 and section 2.2, for the loss and the
// noise; Walker 1977 and Vose 1991 for the alias table; Recht et al. 2011, arXiv 1106.5730, section 4, for updates without
// locks; Amdahl 1967.
//
// **To read on:** Lam et al. 1991, on products of matrices in blocks that fit a cache; McCalpin 1995, on how
// memory bandwidth is measured; Gupta and Khare 2017, on Word2Vec on GPUs.
