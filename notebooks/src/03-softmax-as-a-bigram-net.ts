// %% [markdown] name="title"
// # 03 Softmax: counting by a network
//
// **60 minutes. You need:** [02 Counts and PMI](02-counting-and-pmi.ipynb), the derivatives of $e^x$, of $\log x$ and of a
// quotient.
//
// Which word comes next? A table of counts can answer that, and so can a small network that learns from its errors. In
// this lesson both arrive at the same answer. So you can see what the network does: it counts. Its last part is the
// *softmax*, which CBOW and Skip-Gram use too. After this notebook you can
//
// - turn counts into a model of the next word, and say with one number how good a model is;
// - compute the softmax without overflow, and derive its error $\hat y - y$ in two ways;
// - split a loss into what no model can avoid and what yours has still to learn.

// %% name="imports" tags="imports"
import {
  addScaled,
  barChart,
  buildVocabulary,
  chainChart,
  copyTable,
  corpusSentences,
  encode,
  filledTable,
  heatChart,
  largestDifference,
  lineChart,
  liveChart,
  logSumExp,
  networkChart,
  quiz,
  row,
  seededRandom,
  show,
  showNumbers,
  showTable,
  softmax,
  type Table,
  tokenSentences,
  wordId,
  zeroTable,
} from "kernel-helpers";

// %% [markdown] name="counting" answer="0.167" within="0.005"
// ## 1 A model by counting
//
// > the king rules the land · the queen rules the land · the king loves the queen
// > · the man walks the dog · the woman walks the dog · the man loves the woman
//
// A **bigram** is a pair of words that stand next to each other, such as *king rules*. Let $n(w, c)$ be the number of
// times that the word $c$ comes right after $w$, and $n(w) = \sum_c n(w, c)$. (In lesson 02 a window counted, on both
// sides. Here only the next word counts.) The **bigram model** says that what was frequent is probable:
//
// $$P(c \mid w) = \frac{n(w, c)}{n(w)}$$
//
// This is the share of $c$ among all words that came after $w$.
//
// ### Predict
//
// What is $P(\text{queen} \mid \text{the})$ in these six sentences?
//
// <details><summary>Answer</summary>
//
// *the* stands twice in each sentence, and each time a word comes after it. Two of these twelve words are *queen*:
// $\frac{2}{12} \approx 0.167$.
//
// </details>

// %% name="pairs"
const sentences = await tokenSentences(corpusSentences("toy"));
const vocabulary = buildVocabulary(sentences.flat(), { minCount: 1 });
const V = vocabulary.words.length;
const toyIds = sentences.map((tokens) => encode(vocabulary, tokens));
/** Each word of a sentence with the word after it. */
const pairsOf = (ids: readonly number[]): [number, number][] =>
  ids.slice(1).map((c, t) => [ids[t], c]);
const pairs = toyIds.flatMap(pairsOf);
console.log(`${V} words, ${pairs.length} pairs of a word and the next one`);

// %% name="counts"
const counts = zeroTable(V, V); // n(w, c)
for (const [w, c] of pairs) row(counts, w)[c]++;
const sum = (numbers: Iterable<number>): number =>
  [...numbers].reduce((total, x) => total + x, 0);

// %% name="counts-map"
const rowsOf = (table: Table): Float64Array[] =>
  vocabulary.words.map((_, w) => row(table, w));
const totals = rowsOf(counts).map(sum); // n(w)
await show(
  heatChart(rowsOf(counts), vocabulary.words, {
    title: "Which word (column) comes after which (row)",
    value: "count",
  }),
);

// %% name="counts-shown"
const id = (word: string): number => wordId(vocabulary, word);
const share = (w: number, c: number): number => row(counts, w)[c] / totals[w]; // P(c | w)
const wordsAfter = (w: number): number[] => vocabulary.words.map((_, c) => share(w, c));
await showNumbers({
  "P(queen | the)": share(id("the"), id("queen")),
  "P(loves | king)": share(id("king"), id("loves")),
  "P(the | rules)": share(id("rules"), id("the")),
  "P(the | dog)": share(id("dog"), id("the")),
  "sum over all c of P(c | the)": sum(wordsAfter(id("the"))),
});

// %% [markdown] name="empty-rows"
// Each row of shares adds up to 1, except two. No word ever comes after *dog* or *land*, so their shares are
// $\frac{0}{0}$, which is not a number. About these rows the counts say nothing.

// %% [markdown] name="nll"
// ## 2 How good is a model?
//
// A good model gives a high probability to what people really write. Take a sentence $w_1 \ldots w_T$. If its first
// word is given, the bigram model gives the rest a product of $T - 1$ probabilities:
//
// $$P(w_2 \ldots w_T \mid w_1) = \prod_{t=2}^{T} P(w_t \mid w_{t-1})$$
//
// A product of many small numbers is soon too small for the computer. So we take its logarithm, which turns the product
// into a sum, and put a minus before it, since the logarithm of a probability is not positive ($\log$ is the natural
// logarithm). This is the **negative log-likelihood**, and it is our **loss**: the smaller the better.
//
// $$L = -\sum_{t=2}^{T} \log P(w_t \mid w_{t-1})$$

// %% name="nll-of-a-sentence"
const kingLoves = pairsOf(toyIds[2]); // the king loves the queen
const factors = kingLoves.map(([w, c]) => share(w, c));
const product = factors.reduce((before, p) => before * p, 1);
await showNumbers({
  "the four probabilities": factors,
  "their product": product,
  "1 / 72": 1 / 72,
  "-log of the product": -Math.log(product),
  "sum of -log of each": -sum(factors.map(Math.log)),
});

// %% name="nll-underflow"
const longText = new Array(500).fill(1 / 6); // 500 words, each with probability 1/6
await showNumbers({
  "product of 500 probabilities": longText.reduce((before, p) => before * p, 1),
  "its true logarithm": -500 * Math.log(6),
  "sum of the logarithms": sum(longText.map(Math.log)),
});

// %% [markdown] name="mean-nll"
// To compare texts of different length we take the mean over all pairs. The mean is also easier to read as
// $e^{\text{mean}}$, the **perplexity**: a model with perplexity 6 is as unsure as one that chooses among six words with
// equal probabilities, since each word then costs $-\log \frac{1}{6} = \log 6$.
//
// ### Predict

// %% name="quiz-unseen-pair"
await quiz("03-softmax-as-a-bigram-net/unseen-pair");

// %% name="mean-nll-measured"
type Predictor = (w: number, c: number) => number; // gives P(c | w)
const meanLoss = (model: Predictor, text = pairs): number =>
  sum(text.map(([w, c]) => -Math.log(model(w, c)))) / text.length;

// %% name="mean-nll-shown"
const knowsNothing = meanLoss(() => 1 / V);
const counted = meanLoss(share);
const unseen = pairsOf(encode(vocabulary, ["the", "king", "walks", "the", "dog"]));
await showTable([
  {
    model: "knows nothing",
    "mean loss": knowsNothing,
    perplexity: Math.exp(knowsNothing),
  },
  { model: "counts", "mean loss": counted, perplexity: Math.exp(counted) },
]);
console.log("the king walks the dog:", meanLoss(share, unseen));

// %% [markdown] name="lookup"
// ## 3 The same as a network
//
// Now forget the counts. A network with a single table $Z$ of shape $(V, V)$ is to predict the next word: row $w$ holds
// the **scores** of all $V$ words that could come after $w$. A high score means a probable word.
//
// How does a word enter a network? As a **one-hot** row: $V$ numbers, a 1 at the place of the word, 0 everywhere else.
// The network multiplies this row $x$ by its table. In the sum only one term is not zero:
//
// $$(xZ)_c = \sum_{k=1}^{V} x_k\, Z_{kc} = Z_{wc} \qquad\text{since } x_k = [k = w]$$
//
// where $[k = w]$ is 1 if $k = w$ and 0 otherwise. (Brackets with a statement inside are called *Iverson brackets*.) So
// *a one-hot row times a table is a lookup of one row*. Nobody multiplies by all the zeros. The tables of Word2Vec are
// read in the same way.

// %% name="one-hot"
const random = seededRandom(3);
const Z = filledTable(V, V, () => 4 * random() - 2); // scores from -2 to 2
const king = id("king");
const oneHot = vocabulary.words.map((_, k) => (k === king ? 1 : 0));
const multiplied = vocabulary.words.map((_, c) =>
  sum(oneHot.map((x, k) => x * row(Z, k)[c])),
);
const z = row(Z, king); // the scores of the words after king
await showNumbers({
  "one-hot row of king": oneHot,
  "multiplications in the product": V * V,
  "largest difference from row king": largestDifference(multiplied, z),
});

// %% [markdown] name="softmax"
// ## 4 From scores to probabilities
//
// A score is any number; probabilities are positive and add up to 1. How do we get from scores to probabilities? We
// give each word a weight, and ask for one thing: *when a score grows by $d$, its weight is multiplied by a factor that
// depends on $d$ alone*, not on the score. Powers do this: $a^{z+d} = a^d \cdot a^z$. No other continuous function
// does, except powers times a constant, which cancels in the end. We take $a = e$, because the derivative of $e^z$ is
// $e^z$ itself. Then we divide by the sum of the weights, so that they add up to 1. This is the **softmax** (the name
// is from Bridle 1990). $\hat y_j$ is the predicted probability of word $j$, and $z_j$ is its score:
//
// $$\hat y_j = \frac{e^{z_j}}{\sum_k e^{z_k}} \qquad\text{and so}\qquad \frac{\hat y_i}{\hat y_j} = e^{z_i - z_j}$$
//
// The second formula is what we asked for: only the *difference* of two scores decides how many times more probable one
// word is than the other.

// %% name="softmax-by-hand"
/** The softmax as its formula is written. */
function asWritten(numbers: Iterable<number>): number[] {
  const weights = Array.from(numbers, (x) => Math.exp(x));
  const weight = sum(weights);
  return weights.map((x) => x / weight);
}
const guess = asWritten(z);
await showNumbers({
  "sum of the probabilities": sum(guess),
  "largest difference from softmax()": largestDifference(guess, softmax(z)),
  "ŷ_1 / ŷ_0": guess[1] / guess[0],
  "e^(z_1 - z_0)": Math.exp(z[1] - z[0]),
});

// %% name="softmax-plot"
const bars = (values: Iterable<number>): { label: string; value: number }[] =>
  Array.from(values, (value, word) => ({ label: vocabulary.words[word], value }));
await show(
  barChart(bars(guess), {
    title: "An untrained network: which word comes after king?",
    y: "probability",
  }),
);

// %% [markdown] name="network-text"
// Here is the whole network at work on one pair of words, *king* and *loves*. Follow it from the left: row *king* of the
// table is lit, its numbers are the scores, and the softmax makes probabilities of them. The word that really came
// stands out in red, and the loss of the pair stands below.

// %% name="network"
await show(
  networkChart(
    { input: Z },
    { inputs: [king], target: id("loves") },
    { words: vocabulary.words, title: "The bigram network reads king, and loves came" },
  ),
);

// %% [markdown] name="shift"
// ### Predict

// %% name="quiz-shift"
await quiz("03-softmax-as-a-bigram-net/shift");

// %% [markdown] name="shift-derived"
// ### Derive
//
// Subtract the same number $m$ from every score ($m = -5$ adds 5). Then $e^{-m}$ is a factor of the numerator and of the
// denominator, and cancels:
//
// $$\frac{e^{z_j - m}}{\sum_k e^{z_k - m}} = \frac{e^{-m}\, e^{z_j}}{e^{-m} \sum_k e^{z_k}} = \hat y_j$$
//
// This is the **shift invariance** of the softmax. So only nine of the ten scores of a row mean anything: the tenth can be
// chosen freely, if the others move with it.

// %% name="shift-run"
const largestChange = (m: number): number =>
  largestDifference(asWritten(z.map((x) => x - m)), guess);
await showNumbers({ "m = -5": largestChange(-5), "m = 3": largestChange(3) });

// %% [markdown] name="overflow" answer="709.8" within="1"
// ### Overflow
//
// On paper that is all. But the largest number of float64, in which the computer works, is about $1.8 \cdot 10^{308}$.
//
// ### Predict
//
// From which score on is $e^z$ too large? Use $\log 10 \approx 2.3026$.
//
// <details><summary>Answer</summary>
//
// $\log(1.8 \cdot 10^{308}) = \log 1.8 + 308 \cdot 2.3026 \approx 0.59 + 709.20 = 709.8$. Scores above that have a
// power of $\infty$, and $\frac{\infty}{\infty}$ is not a number.
//
// </details>

// %% name="overflow-run"
await showNumbers({
  "log of the largest number": Math.log(Number.MAX_VALUE),
  "e^709": Math.exp(709),
  "e^710": Math.exp(710),
  "e^-746": Math.exp(-746),
  "scores 800, 799, 0": asWritten([800, 799, 0]),
  "scores -800, -799, -900": asWritten([-800, -799, -900]),
});

// %% [markdown] name="underflow"
// The last line fails at the other end: powers below about $10^{-324}$ become 0, and $\frac{0}{0}$ is not a number
// either. But we may shift! Which $m$ is safe for all scores? Try the smallest score, the mean and the largest:

// %% name="which-shift"
const smallest = (numbers: number[]): number => Math.min(...numbers);
const largest = (numbers: number[]): number => Math.max(...numbers);
const mean = (numbers: number[]): number => sum(numbers) / numbers.length;
const afterShift = (scores: number[], m: number): string =>
  asWritten(scores.map((x) => x - m))
    .map((p) => p.toFixed(3))
    .join("  ");
await showTable(
  [
    [800, 799, 0],
    [-800, -799, -900],
    [2000, 0, -1000, -2000],
  ].map((scores) => ({
    scores: scores.join(", "),
    "m = smallest": afterShift(scores, smallest(scores)),
    "m = mean": afterShift(scores, mean(scores)),
    "m = largest": afterShift(scores, largest(scores)),
  })),
);

// %% [markdown] name="largest-is-safe"
// The largest score is the choice that never fails. No exponent is above 0, so no power is above 1. One power is
// $e^0 = 1$, so the sum lies between 1 and the number of words, $V$. A power that is too small becomes 0, and that is
// the right probability to 300 decimal places.
//
// The loss of a word $j$ is $-\log \hat y_j = -z_j + \log \sum_k e^{z_k}$. Its last term is the **log-sum-exp**. The shift
// helps there, too: take the factor $e^m$ out of the sum.
//
// $$\log \sum_k e^{z_k} = \log\Big(e^m \sum_k e^{z_k - m}\Big) = m + \log \sum_k e^{z_k - m}$$
//
// If $m$ is the largest score, the last term lies between $\log 1 = 0$ and $\log V$. So log-sum-exp is the largest
// score, and a little more: a *soft* maximum. Blanchard, Higham and Higham 2021 show that the shifted formulas are
// about as accurate as the formulas without a shift.

// %% name="log-sum-exp"
const top = largest([...z]);
const shiftedWeights = z.map((x) => Math.exp(x - top));
await showNumbers({
  "log of the sum, as written": Math.log(sum(z.map(Math.exp))),
  "m + log of the shifted sum": top + Math.log(sum(shiftedWeights)),
  "logSumExp()": logSumExp(z),
  m: top,
  "m + log V": top + Math.log(V),
  "scores 800, 799, 0": logSumExp([800, 799, 0]),
});

// %% [markdown] name="error" answer="0"
// ## 5 The error: predicted minus observed
//
// The word that really came is $o$. Its one-hot row is $y$: $y_j = [j = o]$. How does the loss of this pair,
// $L = -\log \hat y_o$, change with each score? This is the most important derivative of the course, so we derive it
// twice. The result is the **error**
//
// $$e_j = \frac{\partial L}{\partial z_j} = \hat y_j - y_j$$
//
// (with an index, $e_j$ is an error; $e$ alone stays 2.718…).
//
// ### Predict
//
// What do the errors of all $V$ words add up to?
//
// <details><summary>Answer</summary>
//
// To 0: the predictions add up to 1, and so does the one-hot row. The shift invariance asks for it, too: if all scores
// grow by the same number, the loss does not change; and the sum of the errors says how fast it would change then.
//
// </details>

// %% [markdown] name="error-chain-text"
// This is the chain from the scores to the loss. The red arrow goes back past $\hat y$, because both derivations below
// take the last two links as one.

// %% name="error-chain"
await show(
  chainChart(
    [
      { name: "z", value: "row king of Z" },
      {
        name: "ŷ",
        formula: "softmax(z)",
        value: `ŷ_o = ${guess[id("loves")].toFixed(4)}`,
      },
      {
        name: "L",
        formula: "−log ŷ_o",
        value: -Math.log(guess[id("loves")]),
        derivative: "e_j = ∂L/∂z_j = ŷ_j − y_j",
        back: "z",
      },
    ],
    { title: "From the scores to the loss of king, loves" },
  ),
);

// %% [markdown] name="by-cases"
// ### Derive it by cases
//
// Write $S = \sum_k e^{z_k}$; its derivative with respect to $z_j$ is $e^{z_j}$. By the rule for quotients, for $j = o$
// and for $j \ne o$:
//
// $$\frac{\partial \hat y_o}{\partial z_o} = \frac{e^{z_o} S - e^{z_o} e^{z_o}}{S^2} = \hat y_o\,(1 - \hat y_o) \qquad\qquad \frac{\partial \hat y_o}{\partial z_j} = \frac{0 \cdot S - e^{z_o} e^{z_j}}{S^2} = -\hat y_o\, \hat y_j$$
//
// The derivative of $-\log \hat y_o$ is $-\frac{1}{\hat y_o}$ times these:
//
// $$e_o = -(1 - \hat y_o) = \hat y_o - 1 \qquad\qquad e_j = \hat y_j$$
//
// Both are $\hat y_j - y_j$: $y_o = 1$, and all other $y_j = 0$.
//
// ### Derive it by log-sum-exp
//
// Put the softmax in first: $L = -\log \frac{e^{z_o}}{S} = -z_o + \log S$. The first term gives $-1$ for $j = o$ and 0
// for the others, that is $-y_j$. The second gives
// $\frac{1}{S} \frac{\partial S}{\partial z_j} = \frac{e^{z_j}}{S} = \hat y_j$. Done: the derivative of log-sum-exp
// *is* the softmax.

// %% name="quiz-error-of-the-seen-word"
await quiz("03-softmax-as-a-bigram-net/error-of-the-seen-word");

// %% [markdown] name="central"
// ### Check
//
// A **central difference** knows nothing of our derivations: move one score up and down by a small $\varepsilon$, and see
// how much the loss changes,
//
// $$\frac{\partial L}{\partial z_j} \approx \frac{L(z_j + \varepsilon) - L(z_j - \varepsilon)}{2 \varepsilon}$$

// %% name="slopes"
const epsilon = 1e-5;
/** How fast `f` changes with each number of `x`, by central differences. */
function slopes(f: (x: Float64Array) => number, x: Float64Array): Float64Array {
  return x.map((_, j) => {
    const [up, down] = [x.slice(), x.slice()];
    up[j] += epsilon;
    down[j] -= epsilon;
    return (f(up) - f(down)) / (2 * epsilon);
  });
}

// %% name="error-judged"
const o = id("loves"); // the word that came after king
const byCases = guess.map((p, j) => (j === o ? -(1 - p) : p));
const minusLog = (scores: Float64Array): number => -Math.log(softmax(scores)[o]);
const byLogSumExp = (scores: Float64Array): number => -scores[o] + logSumExp(scores);
await showTable(
  vocabulary.words.map((word, j) => ({
    word,
    ŷ: guess[j],
    y: j === o ? 1 : 0,
    "ŷ - y": byCases[j],
    "slope of -log ŷ_o": slopes(minusLog, z)[j],
    "slope of -z_o + log S": slopes(byLogSumExp, z)[j],
  })),
);

// %% name="error-compared"
const chances = (scores: Float64Array): number => softmax(scores)[o]; // ŷ_o
const cases = guess.map((p, j) => (j === o ? p * (1 - p) : -guess[o] * p)); // ∂ŷ_o/∂z_j

// %% name="error-differences"
await showNumbers({
  "ŷ - y and the slopes of -log ŷ_o differ by": largestDifference(
    byCases,
    slopes(minusLog, z),
  ),
  "the cases of ∂ŷ_o/∂z_j and its slopes by": largestDifference(
    cases,
    slopes(chances, z),
  ),
  "ŷ and the slopes of log S by": largestDifference(guess, slopes(logSumExp, z)),
  "sum of the errors": sum(byCases),
});

// %% [markdown] name="gradient" choices="the|king|dog" answer="dog"
// ## 6 Learning
//
// The whole text has 24 pairs. Its loss is a sum over them, and the loss of a pair $(w, c)$ depends on row $w$ alone.
// Add up the errors of all pairs that begin with $w$: $\hat y$ is the same in each of them, and comes $n(w)$ times; the
// one-hot rows add up to the counts. So the **gradient**, all the derivatives together, has in row $w$
//
// $$\frac{\partial L}{\partial Z_{wj}} = \sum_{\text{pairs } (w, c)} \big(\hat y_j - [j = c]\big) = n(w)\, \hat y_j - n(w, j)$$
//
// **Gradient descent** moves every score a little against its gradient:
// $Z \leftarrow Z - \alpha \frac{\partial L}{\partial Z}$. The number $\alpha$ is the **learning rate**.
//
// ### Predict
//
// One of these three rows never moves: *the*, *king* or *dog*. Which?
//
// <details><summary>Answer</summary>
//
// *dog*: no pair begins with it, so $n(w)$ and all $n(w, j)$ are 0.
//
// </details>

// %% name="table-gradient"
/** ∂L/∂Z of a text that is given by its counts. */
function gradient(table: Table, n: Table): Table {
  const result = zeroTable(V, V);
  for (let w = 0; w < V; w++) {
    const times = sum(row(n, w)); // n(w)
    softmax(row(table, w)).forEach((p, j) => {
      row(result, w)[j] = times * p - row(n, w)[j];
    });
  }
  return result;
}

// %% name="table-gradient-judged"
const lossOf = (data: Float64Array): number =>
  sum(
    pairs.map(([w, c]) => {
      const scores = row({ ...Z, data }, w); // of Z with other numbers
      return -scores[c] + logSumExp(scores);
    }),
  );

// %% name="table-gradient-compared"
const exact = gradient(Z, counts);
await showNumbers({
  "largest of the 100 differences from the slopes": largestDifference(
    exact.data,
    slopes(lossOf, Z.data),
  ),
  "largest number in row dog": largest([...row(exact, id("dog"))].map(Math.abs)),
});

// %% [markdown] name="where-it-stops"
// Where does descent stop? Where the gradient is zero. In every row with counts that is where
//
// $$\hat y_j = \frac{n(w, j)}{n(w)}$$
//
// These are the counted shares. *The network can stop nowhere but at the counts.* Let us see it. All scores begin at 0,
// so all probabilities are $\frac{1}{10}$. One walk through the text is an **epoch**; here it is one step, with the
// gradient of all 24 pairs.

// %% name="train-start"
const alpha = 0.3;
const net = zeroTable(V, V);
const predicted =
  (table: Table): Predictor =>
  (w, c) =>
    softmax(row(table, w))[c];
const losses = [meanLoss(predicted(net))]; // the mean loss after each epoch
const lossCurves = (): ReturnType<typeof lineChart> =>
  lineChart(
    losses.flatMap((y, x) => [
      { x, y, series: "network" },
      { x, y: counted, series: "counts" },
    ]),
    { title: "Two ways to one model", x: "epoch", y: "mean loss" },
  );

// %% name="train"
const chart = liveChart(); // drawn again with each update
for (let epoch = 1; epoch <= 300; epoch++) {
  addScaled(net.data, -alpha, gradient(net, counts).data); // net - α · gradient, in place
  losses.push(meanLoss(predicted(net)));
  if (epoch % 10 === 0) await chart.update(lossCurves());
}
await chart.done();

// %% name="met"
const learned = rowsOf(net).map((scores) => softmax(scores));
const someOfThem = ["the queen", "king loves", "rules the", "king dog", "dog the"];
await showNumbers({
  "mean loss of the network": losses[300],
  "of the counts": counted,
});
await showTable(
  someOfThem.map((pair) => {
    const [w, c] = pair.split(" ").map(id);
    return { pair, network: learned[w][c], counts: share(w, c) };
  }),
  { caption: "The probability of the second word after the first" },
);

// %% name="met-map"
await show(
  heatChart(learned, vocabulary.words, {
    title: "What the network learned: P(column | row)",
    value: "probability",
  }),
);

// %% [markdown] name="met-note"
// Compare this map with the counts of section 1. Where the counts have a 2 or a 1, the network has very nearly their
// shares. The rows of *dog* and *land* are still at $\frac{1}{10}$: where there was nothing to learn, the network has
// what it began with. And where another row has a count of zero, the network has a small number, which is not zero.

// %% [markdown] name="log-shares" answer="1.099" within="0.01"
// ## 7 What the scores become
//
// The probabilities become shares. What do the scores become? $\hat y_j = \frac{e^{z_j}}{S}$, so
//
// $$z_j = \log \hat y_j + \log S = \log \frac{n(w, j)}{n(w)} + \text{a constant of the row}$$
//
// In our corpus all words that come after the same word are equally frequent. So let the third sentence, *the king
// loves the queen*, stand three times in the text instead of once. (More pairs make a larger gradient, so we take a
// smaller rate.)
//
// ### Predict
//
// Then *loves* comes after *king* three times, and *rules* once. By how much is the score of *loves* above that of
// *rules* at the end?
//
// <details><summary>Answer</summary>
//
// $\log \frac{3}{4} - \log \frac{1}{4} = \log 3 \approx 1.099$. The constant cancels.
//
// </details>

// %% name="log-shares-trained"
const more = copyTable(counts); // two more of the third sentence
for (const [w, c] of [...kingLoves, ...kingLoves]) row(more, w)[c]++;
/** A table that begins with zeros, after `epochs` steps on these counts. */
function trained(n: Table, epochs: number, rate = alpha): Table {
  const table = zeroTable(V, V);
  for (let epoch = 0; epoch < epochs; epoch++)
    addScaled(table.data, -rate, gradient(table, n).data);
  return table;
}
const longer = trained(more, 2000, 0.1);

// %% name="log-shares-shown"
const scoresAfter = (w: string): Float64Array => row(longer, id(w));
const theTotal = sum(row(more, id("the")));
const nouns = ["king", "queen", "land", "dog"].map(id);
await showNumbers({
  "z_loves - z_rules in row king":
    scoresAfter("king")[id("loves")] - scoresAfter("king")[id("rules")],
  "log 3": Math.log(3),
  "row the: z of king, queen, land, dog": nouns.map((c) => scoresAfter("the")[c]),
  "log of their shares": nouns.map((c) => Math.log(row(more, id("the"))[c] / theTotal)),
  "the first minus the second": nouns.map(
    (c) => scoresAfter("the")[c] - Math.log(row(more, id("the"))[c] / theTotal),
  ),
  "sum of all scores of row the": sum(scoresAfter("the")),
});

// %% [markdown] name="constant"
// (The third decimal of the first line is not right yet: the words that never come still hold a little probability.)
//
// One number is left over in the whole row, the constant that the softmax does not see. The gradient does not see it
// either: its rows add up to 0, so the sum of a row's scores stays what it was at the start, here 0.
//
// ### A count of zero
//
// After *rules* only *the* occurs. The share of each other word is 0, and $\log 0 = -\infty$. No number is small
// enough, so these scores fall without end, but more and more slowly. We can say how. Let $g$ be the **gap** between
// the score of *the* and the nine others. The nine are equal, so each has $\hat y_j = \frac{1}{e^g + 9}$, which is about
// $e^{-g}$ when the gap is large. In one epoch each of their scores falls by $\alpha\, n(w)\, e^{-g}$, and that of *the*
// rises by nine times as much, since the errors add up to 0. So the gap grows by ten times as much, and $V = 10$:
//
// $$\Delta g \approx V \alpha\, n(w)\, e^{-g} \qquad\text{and so}\qquad \Delta (e^g) \approx e^g\, \Delta g \approx V \alpha\, n(w)$$
//
// (The derivative of $e^g$ is $e^g$.) So $e^g$ grows by the same number in each epoch. After $t$ epochs
// $g \approx \log\big(V \alpha\, n(w)\, t\big)$.

// %% name="falling"
const gapAfter = (epochs: number): number => {
  const scores = row(trained(counts, epochs), id("rules"));
  return scores[id("the")] - scores[id("dog")];
};

// %% name="falling-shown"
const moments = [10, 100, 1000, 5000];
const gaps = moments.map(gapAfter);
await showTable(
  moments.map((t, i) => ({
    epochs: t,
    "gap in row rules": gaps[i],
    "log(V α n t)": Math.log(V * alpha * totals[id("rules")] * t),
    "probability of dog": 1 / (V - 1 + Math.exp(gaps[i])),
  })),
);

// %% name="falling-plot"
await show(
  lineChart(
    moments.map((x, i) => ({ x, y: gaps[i] })),
    {
      title: "The gap grows like a logarithm",
      x: "epochs",
      y: "gap",
      log: "x",
      dots: true,
    },
  ),
);

// %% [markdown] name="falling-note"
// On a logarithmic axis this is nearly a straight line, and it has no end. A network does not reach a probability of 0.
// How near it comes depends on when you stop.

// %% [markdown] name="parts" answer="0.693" within="0.005"
// ## 8 Three parts of one number
//
// The loss of the network came down to that of the counts, but not to 0. Why not? Look at one row. Let $p_c$ be the
// counted shares and $q_c$ the predictions of a model. A share $p_c$ of the pairs that begin with $w$ ends with $c$,
// and each of these costs $-\log q_c$. So the mean loss of the row is the **cross-entropy**
//
// $$H(p, q) = -\sum_c p_c \log q_c$$
//
// With $q = p$, the best predictions that we know so far, it is the **entropy** (Shannon 1948, section 6). It says how
// unsure we must be even if we know the shares.
//
// $$H(p) = -\sum_c p_c \log p_c$$
//
// A word with $p_c = 0$ never comes and never costs anything: in these sums $0 \cdot \log 0$ counts as 0, which is where
// $x \log x$ goes when $x$ goes to 0. (The computer says `NaN`.)
//
// ### Predict
//
// After *king* come *rules* and *loves*, each with $p_c = \frac{1}{2}$. What is the entropy?
//
// <details><summary>Answer</summary>
//
// $-\frac{1}{2} \log \frac{1}{2} - \frac{1}{2} \log \frac{1}{2} = \log 2 \approx 0.693$.
//
// </details>

// %% [markdown] name="kl"
// ### Derive
//
// The difference of the two is the **Kullback-Leibler divergence** (Kullback and Leibler 1951), KL for short:
//
// $$\underbrace{-\sum_c p_c \log q_c}_{\text{cross-entropy}} = \underbrace{-\sum_c p_c \log p_c}_{\text{entropy}} + \underbrace{\sum_c p_c \log \frac{p_c}{q_c}}_{\text{KL}(p\, \|\, q)}$$
//
// since $\log \frac{p_c}{q_c} = \log p_c - \log q_c$. *It is never negative.* As in lesson 02, $-\log x \ge 1 - x$, now
// with $x = \frac{q_c}{p_c}$, and the sums go over the words with $p_c > 0$:
//
// $$\mathrm{KL}(p\, \|\, q) = \sum_c p_c \Big(-\log \frac{q_c}{p_c}\Big) \ge \sum_c p_c \Big(1 - \frac{q_c}{p_c}\Big) = \sum_c p_c - \sum_c q_c \ge 1 - 1 = 0$$
//
// So no $q$ has a smaller loss on this text than the counted shares. The entropy belongs to the text, and only the KL
// belongs to the model.

// %% name="kl-of-king"
const q = guess; // the untrained network of section 4, row king
const [rules, loves] = [id("rules"), id("loves")];
const cross = -(1 / 2) * Math.log(q[rules]) - (1 / 2) * Math.log(q[loves]);
const entropy = -(1 / 2) * Math.log(1 / 2) - (1 / 2) * Math.log(1 / 2);
const kl = (1 / 2) * Math.log(1 / 2 / q[rules]) + (1 / 2) * Math.log(1 / 2 / q[loves]);
const afterKing = pairs.filter(([w]) => w === king);
await showNumbers({
  "cross-entropy": cross,
  "mean loss of the pairs that begin with king": meanLoss(predicted(Z), afterKing),
  entropy,
  KL: kl,
  "entropy + KL": entropy + kl,
  "0 · log 0": 0 * Math.log(0),
  "x log x for x = 0.01, 0.0001, 0.000001": [1e-2, 1e-4, 1e-6].map(
    (x) => x * Math.log(x),
  ),
});

// %% [markdown] name="whole-text"
// For the whole text take the mean over all pairs: of $-\log q$ for the cross-entropy, of $-\log p$ for the entropy, of
// $\log \frac{p}{q}$ for the KL. Here are the three while the network learns:

// %% name="whole-text-run"
const klOf = (model: Predictor): number =>
  sum(pairs.map(([w, c]) => Math.log(share(w, c) / model(w, c)))) / pairs.length;
const shares = [1, 3, 10, 30, 100, 300].map((epochs) => {
  const model = predicted(trained(counts, epochs));
  return {
    epochs,
    "cross-entropy": meanLoss(model),
    entropy: counted,
    KL: klOf(model),
  };
});
await showTable(shares, { caption: "The mean loss of the network, and its two parts" });

// %% name="whole-text-plot"
const curves = (["cross-entropy", "entropy", "KL"] as const).flatMap((series) =>
  shares.map((one) => ({ x: one.epochs, y: one[series], series })),
);
await show(
  lineChart(curves, {
    title: "Three parts of one number",
    x: "epochs",
    y: "nats",
    log: "x",
  }),
);
// %% name="whole-text-checked"
const sums = shares.map((one) => one.entropy + one.KL);
const whole = shares.map((one) => one["cross-entropy"]);
await showNumbers({
  "largest difference from entropy + KL": largestDifference(whole, sums),
});

// %% [markdown] name="not-a-distance"
// The entropy is a flat line; the KL falls towards 0. (The unit of all three is the *nat*, because the logarithm is the
// natural one.) The KL is not a distance: it changes when $p$ and $q$ change places. Take
// $p = (\frac{1}{2}, \frac{1}{2}, 0)$ and $q = (\frac{1}{3}, \frac{1}{3}, \frac{1}{3})$:

// %% name="not-a-distance-run"
await showNumbers({
  "KL(p || q)": 2 * (1 / 2) * Math.log(1 / 2 / (1 / 3)), // the third word adds 0
  "KL(q || p)": 2 * (1 / 3) * Math.log(1 / 3 / (1 / 2)) + (1 / 3) * Math.log(1 / 3 / 0),
});

// %% [markdown] name="not-a-distance-note"
// A model that expects a word which never comes pays a little. A model that calls a word impossible which then comes pays
// without limit.

// %% [markdown] name="break-it"
// ## 9 Break it
//
// Leave out the observed word: take $\hat y_j$ for the error in place of $\hat y_j - y_j$. This is a common slip. All
// scores begin at 0 again.
//
// ### Predict

// %% name="quiz-no-target"
await quiz("03-softmax-as-a-bigram-net/no-target");

// %% name="no-target"
const broken = zeroTable(V, V);
for (let epoch = 0; epoch < 300; epoch++)
  for (let w = 0; w < V; w++) {
    const wrong = softmax(row(broken, w)); // ŷ, and - y is missing
    addScaled(row(broken, w), -alpha * totals[w], wrong);
  }
await showNumbers({
  "mean loss after 300 epochs": meanLoss(predicted(broken)),
  "log 10": Math.log(10),
  "scores of row the, smallest and largest": [smallest, largest].map((of) =>
    of([...row(broken, id("the"))]),
  ),
  "sum of one pair's wrong errors": sum(softmax(row(broken, 0))),
});

// %% [markdown] name="sum-rule"
// The sum shows the slip: errors must add up to 0, and these add up to 1. Keep this test for your own code.
//
// ### What a table of pairs cannot learn
//
// *the king loves the queen* is in the corpus. What do the models think of *the queen loves the king*?

// %% name="unseen"
const queenLoves = pairsOf(
  encode(vocabulary, ["the", "queen", "loves", "the", "king"]),
);
await showTable([
  { model: "counts", "mean loss": meanLoss(share, queenLoves) },
  ...[10, 100, 1000].map((epochs) => ({
    model: `network, ${epochs} epochs`,
    "mean loss": meanLoss(predicted(trained(counts, epochs)), queenLoves),
  })),
  { model: "knows nothing", "mean loss": meanLoss(() => 1 / V, queenLoves) },
]);

// %% [markdown] name="unseen-note"
// For the counts this sentence is impossible, and the longer the network learns, the more it agrees with them. Each row
// learns alone: what the network learns about *king* does not help it with *queen*, although the two are used alike. In
// a table of $V \times V$ numbers words share nothing. The next lesson replaces the large table by two narrow ones.
// Then each score is a product of two vectors, and words that are used alike can have vectors that are alike.

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. The error of a softmax is $\hat y - y$, predicted minus observed. The errors of all words add up to 0 for each pair.
//    Learning stops at the counted shares: there the errors of each word over all pairs of a row add up to 0, too.
// 2. Cross-entropy = entropy + KL. The entropy belongs to the text; only the KL can be learned away.
//
// **Now you:** the [exercises of this lesson](../exercises/03-softmax-as-a-bigram-net-exercises.ipynb). **Next:**
// [04 CBOW](04-cbow.ipynb), where the same softmax stands on word vectors.
//
// **Sources.** Bridle 1990, on the name softmax; Blanchard, Higham and Higham 2021, on the shift and its rounding errors;
// Shannon 1948, section 6, on entropy; Kullback and Leibler 1951, on the divergence; Rong 2014, eq. 8, for $\hat y - y$ in
// Word2Vec.
//
// **To read on:** Bengio et al. 2003, the network that predicts the next word from word vectors; Goodfellow, Bengio and
// Courville 2016, sections 4.1 and 6.2.2.3, on overflow and on softmax units; Cover and Thomas 2006, chapter 2, on entropy
// and divergence.
