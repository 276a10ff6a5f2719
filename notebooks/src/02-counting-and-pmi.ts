// %% [markdown] name="title"
// # 02 Counts and PMI: meaning from counting
//
// **60 minutes. You need:** [01 Reading vectors](01-reading-vectors.ipynb), logarithms, what a probability is.
//
// Lesson 01 made word vectors by counting, and words of grammar decided who was near whom. Here we make better numbers out
// of the same counts, without any training. After this notebook you can
//
// - count which words stand near which, and turn the counts into pointwise mutual information;
// - say why rare words get large numbers, and what shifting and smoothing do about it;
// - shorten the vectors by a singular value decomposition, and say what is lost.

// %% name="imports" tags="imports"
import {
  addScaled,
  analogy,
  buildVocabulary,
  cooccurrences,
  corpusSentences,
  dot,
  encode,
  heatChart,
  largestDifference,
  lineChart,
  neighbours,
  norm,
  pmiTable,
  projectionFigure,
  quiz,
  row,
  show,
  showNeighbours,
  showNumbers,
  showTable,
  svdVectors,
  type Table,
  tokenSentences,
  truncatedSvd,
  wordGroups,
  wordId,
  wordVectors,
  type WordVectors,
  zeroTable,
} from "kernel-helpers";

// %% [markdown] name="counting" answer="84"
// ## 1 Counting
//
// > the king rules the land · the queen rules the land · the king loves the queen
// > · the man walks the dog · the woman walks the dog · the man loves the woman
//
// These six sentences are our toy corpus. We look at each word in turn. The words at most $m$ places away are its
// *context*; $m$ is the size of the *window*. Let $\#(w, c)$ be the number of times that the word $c$ stands in the
// context of $w$. Each time is a *co-occurrence* of the two. Then
//
// $$\#(w) = \sum_c \#(w, c) \qquad\qquad |D| = \sum_w \#(w)$$
//
// So $|D|$ is the number of all pairs of a word and a word of its context. The cell below counts. In it $V$ is the
// number of different words, and `zeroTable(V, V)` is a table of zeros with a row and a column for each of them. `row`
// gives no copy: to write into a row is to write into the table.
//
// ### Predict
//
// Each sentence has five words, and $m = 2$. What is $|D|$? (The first word of a sentence has two words in its context,
// the third has four.)
//
// <details><summary>Answer</summary>
//
// A sentence has $2 + 3 + 4 + 3 + 2 = 14$ pairs, so six sentences have $84$.
//
// </details>

// %% name="count"
const toySentences = await tokenSentences(corpusSentences("toy"));
const toy = buildVocabulary(toySentences.flat(), { minCount: 1 });
const toyIds = toySentences.map((tokens) => encode(toy, tokens));
const [V, m] = [toy.words.length, 2];
const toyCounts = zeroTable(V, V);
for (const ids of toyIds)
  ids.forEach((w, t) => {
    for (let s = Math.max(0, t - m); s <= t + m && s < ids.length; s++)
      if (s !== t) row(toyCounts, w)[ids[s]]++;
  });

// %% name="counts-shown"
const rowsOf = (table: Table): Float64Array[] => toy.words.map((_, w) => row(table, w));
const sum = (numbers: Float64Array): number =>
  numbers.reduce((total, x) => total + x, 0);
const totals = Float64Array.from(rowsOf(toyCounts), sum); // #(w)
const D = sum(totals);
console.log("|D| =", D);
await show(
  heatChart(rowsOf(toyCounts), toy.words, { title: "Words together", value: "count" }),
);

// %% [markdown] name="counts-check"
// The table is symmetric: if $c$ stands near $w$, then $w$ stands near $c$. So $\#(w)$ is also the sum of a column. A
// window ends with its sentence. The function of the library counts all this too:

// %% name="counts-library"
const toyPairs = cooccurrences(toyIds, { vocabularySize: V, window: m });
// number i of the data stands in row ⌊i / V⌋, column i % V: here the two change places
const mirrored = toyCounts.data.map((_, i) => row(toyCounts, i % V)[Math.floor(i / V)]);
await showNumbers({
  "largest difference from the mirror image": largestDifference(
    toyCounts.data,
    mirrored,
  ),
  "from cooccurrences()": largestDifference(toyCounts.data, toyPairs.counts.data),
  "totals from cooccurrences()": largestDifference(totals, toyPairs.totals),
});

// %% [markdown] name="raw" choices="about 3 %|about 30 %|about 90 %" answer="about 30 %"
// ## 2 Why raw counts fail
//
// Now we count in the State of the Union addresses, as in lesson 01. We take the words that occur 20 times or more, and
// two words on each side. Each word gets 500 numbers: how often each of the 500 most frequent words stands near it.
// (The `totals` of `cooccurrences` are the $\#(w)$ over all contexts, also those without a column.)
//
// ### Predict
//
// Take the ten most frequent of the 5,543 words. What share of all pairs has one of these ten as its context?
//
// <details><summary>Answer</summary>
//
// About 30 %. The ten are words of grammar, *the*, *of*, *and* and so on.
//
// </details>

// %% name="read-corpus"
const sentences = await tokenSentences(corpusSentences("sotu"));
const vocabulary = buildVocabulary(sentences.flat(), { minCount: 20 });
const pairs = cooccurrences(
  sentences.map((tokens) => encode(vocabulary, tokens)),
  { vocabularySize: vocabulary.words.length, columns: 500, window: 2 },
);
console.log(`${vocabulary.words.length} words, ${sum(pairs.totals)} pairs`);

// %% name="frequent-contexts"
console.log("most frequent:", vocabulary.words.slice(0, 10).join(" "));
const share = (100 * sum(pairs.totals.slice(0, 10))) / sum(pairs.totals);
await showNumbers(
  { "% of all pairs have one of them as context": share },
  { digits: 1 },
);

// %% name="contexts-of-words"
// a small text lacks some
const known = (words: string[]): string[] => words.filter((w) => vocabulary.ids.has(w));
function frequentContexts(word: string): string {
  const counts = Array.from(row(pairs.counts, wordId(vocabulary, word)));
  const order = counts.map((_, c) => c).sort((c, e) => counts[e] - counts[c]);
  return order
    .slice(0, 6)
    .map((c) => `${vocabulary.words[c]} ${counts[c]}`)
    .join("  ");
}
await showTable(
  known(["january", "war", "tax"]).map((word) => ({
    word,
    contexts: frequentContexts(word),
  })),
  { caption: "The most frequent contexts of three words" },
);

// %% [markdown] name="raw-note"
// *the* stands near every word because *the* is frequent, not because it has something to do with the word. A number
// that tells something would compare the count with the count that we would *expect*.

// %% [markdown] name="pmi"
// ## 3 Pointwise mutual information
//
// ### Derive
//
// Draw one of the $|D|$ pairs at random. It is the pair $(w, c)$ with probability
//
// $$P(w, c) = \frac{\#(w, c)}{|D|}$$
//
// Its word is $w$ with probability $P(w) = \frac{\#(w)}{|D|}$, and its context is $c$ with probability
// $P(c) = \frac{\#(c)}{|D|}$. If the two had nothing to do with each other, the pair would have the probability
// $P(w)\,P(c)$. So the question is how many times more frequent than that the pair really is. The logarithm of this
// ratio is the **pointwise mutual information**, PMI (Church and Hanks 1990, who take the logarithm to base 2; here and
// in all lessons $\log$ is the *natural logarithm*):
//
// $$\mathrm{PMI}(w, c) = \log \frac{P(w, c)}{P(w)\,P(c)} = \log \frac{\#(w, c)\, |D|}{\#(w)\, \#(c)}$$
//
// It is 0 if the pair is as frequent as chance makes it, positive if it is more frequent, and negative if it is less
// frequent. A pair that never occurs has $\log 0 = -\infty$.
//
// ### Predict

// %% name="quiz-larger-pmi"
await quiz("02-counting-and-pmi/larger-pmi");

// %% name="pmi-by-formula"
const pmi = zeroTable(V, V);
for (let w = 0; w < V; w++)
  for (let c = 0; c < V; c++)
    row(pmi, w)[c] = Math.log((row(toyCounts, w)[c] * D) / (totals[w] * totals[c]));

// %% name="pmi-of-pairs"
const pmiOf = (w: string, c: string): number =>
  row(pmi, wordId(toy, w))[wordId(toy, c)];
await showNumbers({
  "PMI(king, the)": pmiOf("king", "the"),
  "PMI(rules, land)": pmiOf("rules", "land"),
  "PMI(king, dog)": pmiOf("king", "dog"),
});

// %% [markdown] name="pmi-check"
// ### Check
//
// By the rule for conditional probabilities, $P(w, c) = P(w)\, P(c \mid w)$, PMI can be written in another way:
//
// $$\mathrm{PMI}(w, c) = \log \frac{P(c \mid w)}{P(c)} \qquad\text{with}\qquad P(c \mid w) = \frac{\#(w, c)}{\#(w)}$$
//
// So the question is: *by what factor does the word $w$ make the context $c$ more probable?*
//
// One thing more. The mean of PMI over all pairs, each as often as it occurs, is the *mutual information*
// $\sum_{w,c} P(w, c)\, \mathrm{PMI}(w, c)$. It is never negative. Proof: $-\log x \ge 1 - x$ for every $x > 0$, since the
// line $x - 1$ touches the curve of $\log x$ at $x = 1$ and lies above it everywhere else. Put in
// $x = \frac{P(w) P(c)}{P(w, c)}$, so that PMI is $-\log x$, and take the mean over the pairs that occur:
//
// $$\sum P(w, c)\, \mathrm{PMI}(w, c) \ge \sum P(w, c) \Big(1 - \frac{P(w)\,P(c)}{P(w, c)}\Big) = 1 - \sum P(w)\,P(c) \ge 0$$
//
// The last sum is at most 1: over *all* pairs it would be 1, and those that never occur are missing.

// %% name="pmi-other-way"
const otherWay = zeroTable(V, V);
for (let w = 0; w < V; w++)
  for (let c = 0; c < V; c++)
    row(otherWay, w)[c] = Math.log(row(toyCounts, w)[c] / totals[w] / (totals[c] / D));
const seen = (x: Float64Array): Float64Array =>
  x.filter((_, i) => toyCounts.data[i] > 0);
const times = seen(toyCounts.data); // how often each pair occurs
await showNumbers({
  "difference of the two ways": largestDifference(seen(pmi.data), seen(otherWay.data)),
  "from pmiTable()": largestDifference(seen(pmi.data), seen(pmiTable(toyPairs).data)),
  "mutual information": dot(times, seen(pmi.data)) / D,
});

// %% [markdown] name="positive"
// ### Positive PMI
//
// $-\infty$ cannot stand in a vector. It also claims more than we know: a pair that does not occur in six sentences is not
// impossible. **Positive PMI** puts 0, "nothing known", in the place of all negative values (Bullinaria and Levy 2007):
//
// $$\mathrm{PPMI}(w, c) = \max\big(0,\ \mathrm{PMI}(w, c)\big)$$

// %% name="ppmi"
const ppmi = { ...pmi, data: pmi.data.map((x) => Math.max(0, x)) };
await show(
  heatChart(rowsOf(ppmi), toy.words, {
    title: "Positive PMI of the toy corpus",
    value: "PPMI",
  }),
);

// %% [markdown] name="ppmi-note"
// Compare with the counts: the row and the column of *the* have lost their weight, and *rules, land* and *walks, dog*
// stand out.

// %% name="quiz-rare-words"
await quiz("02-counting-and-pmi/rare-words");

// %% [markdown] name="rare"
// ## 4 Rare words
//
// $P(c \mid w)$ is a probability, so it is at most 1, and
//
// $$\mathrm{PMI}(w, c) = \log \frac{P(c \mid w)}{P(c)} \le \log \frac{1}{P(c)}$$
//
// The rarer a context, the larger its PMI can be. (The same holds for the word, since PMI does not change if $w$ and $c$
// change places.) And if we have seen only a few pairs of a word, a share $P(c \mid w)$ is easily large by chance. So the
// largest values belong to rare words, about which we know least. Here are the means of PMI over the pairs that occur,
// for words of different frequency:

// %% name="rare-words"
const pmiHere = pmiTable(pairs);
function pmiOfWords(least: number, most: number): object {
  const inBand = (count: number): boolean => count >= least && count <= most;
  const band = [...vocabulary.counts.keys()].filter((w) =>
    inBand(vocabulary.counts[w]),
  );
  const values = band.flatMap((w) => [...row(pmiHere, w)].filter(Number.isFinite));
  const mean = values.reduce((total, x) => total + x, 0) / values.length;
  return { words: band.length, "mean PMI": mean };
}
await showTable([
  { "the word occurs": "20 to 49 times", ...pmiOfWords(20, 49) },
  { "the word occurs": "50 to 199 times", ...pmiOfWords(50, 199) },
  { "the word occurs": "200 to 999 times", ...pmiOfWords(200, 999) },
  { "the word occurs": "1000 times or more", ...pmiOfWords(1000, Infinity) },
]);

// %% [markdown] name="remedies" answer="0.693" within="0.005" asks="log k for k = 2"
// Two remedies, both from Levy, Goldberg and Dagan 2015, section 3.2:
//
// **Shift.** Choose a $k > 1$ and subtract $\log k$ from every PMI before the negative values become 0. Then a pair
// that is only a little more frequent than by chance becomes 0 too. ([Lesson 07](07-negative-sampling.ipynb), section
// 5, finds this $k$ again: there it is the number of noise words.)
//
// $$\mathrm{SPPMI}_k(w, c) = \max\big(0,\ \mathrm{PMI}(w, c) - \log k\big)$$
//
// **Smoothing.** Make rare contexts a little more probable: raise the counts to a power $\alpha < 1$, usually 0.75, and
// divide by their new sum, so that the probabilities add up to 1 again:
//
// $$P_\alpha(c) = \frac{\#(c)^\alpha}{\sum_{c'} \#(c')^\alpha}$$
//
// With $P_\alpha(c)$ in the place of $P(c)$ the PMI changes by $\log \frac{P(c)}{P_\alpha(c)}$.
//
// ### Predict
//
// With $k = 2$: how large must the PMI of a pair be so that it does not become 0?
//
// <details><summary>Answer</summary>
//
// Larger than $\log 2 \approx 0.693$: more than twice as frequent as by chance.
//
// </details>

// %% name="smoothing"
const all = sum(pairs.totals);
const powers = pairs.totals.map((count) => count ** 0.75);
const sumOfPowers = sum(powers);
const last = vocabulary.words.length - 1;
await showTable(
  [0, 10, 100, Math.min(1000, last), last].map((c) => ({
    context: vocabulary.words[c],
    "P(c)": pairs.totals[c] / all,
    "with α = 0.75": powers[c] / sumOfPowers,
    "change of its PMI": Math.log(pairs.totals[c] / all / (powers[c] / sumOfPowers)),
  })),
  { caption: "Smoothing lowers the PMI of rare contexts" },
);

// %% name="smoothed-library"
const k = 5;
const byHand = pairs.counts.data.map((count, i) => {
  const [w, c] = [Math.floor(i / pairs.counts.width), i % pairs.counts.width];
  const ratio = count / pairs.totals[w] / (powers[c] / sumOfPowers); // P(c | w) / P_α(c)
  return Math.max(0, Math.log(ratio) - Math.log(k)); // log 0 = -Infinity
});
// `negative` is k, after the negative examples, or noise words, of lesson 07
const shifted = pmiTable(pairs, { positive: true, negative: k, power: 0.75 });
console.log("difference from pmiTable():", largestDifference(byHand, shifted.data));

// %% [markdown] name="svd"
// ## 5 Shorter vectors
//
// A row of 500 numbers, most of them 0, is a long vector that says little. Can we describe the rows with fewer numbers?
// Look for the best table of **rank one**, in which all rows are multiples of one vector. Write it as
// $\sigma\, a\, b^T$ with $|a| = |b| = 1$. The small $T$ is the *transpose*: it exchanges rows and columns, so $b^T$ is
// $b$ written as a row. The number in row $w$ and column $c$ is then $\sigma\, a_w\, b_c$. How far is it from the table
// $M$?
//
// ### Derive
//
// $$\sum_{w,c} (M_{wc} - \sigma\, a_w\, b_c)^2 = |M|^2 - 2\sigma \sum_{w,c} a_w M_{wc}\, b_c + \sigma^2 \qquad\text{with}\quad |M|^2 = \sum_{w,c} M_{wc}^2$$
//
// because $\sum_{w,c} a_w^2\, b_c^2 = |a|^2 |b|^2 = 1$. The sum in the middle is written $a^T M b$ for short. The
// derivative with respect to $\sigma$, $-2\, a^T M b + 2 \sigma$, is zero at $\sigma = a^T M b$, and then
//
// $$\text{error} = |M|^2 - (a^T M b)^2$$
//
// So the best $a$ and $b$ are those that make $a^T M b$ as large as possible. Let $Mb$ be the vector of the dot products of
// the rows with $b$. Then $a^T M b$ is the dot product of $a$ and $Mb$, and with $|a| = 1$ it is largest if both point the
// same way. So for a fixed $b$ the best is $a = Mb / |Mb|$, and for a fixed $a$ it is $b = M^T a / |M^T a|$. Take turns
// until nothing changes; no turn makes $a^T M b$ smaller:

// %% name="rank-one"
/** M b: one dot product for each row. */
const product = (table: Table, b: Float64Array): Float64Array =>
  Float64Array.from(rowsOf(table), (numbers) => dot(numbers, b));
const transposed = (table: Table): Table => ({
  ...table,
  data: table.data.map((_, i) => row(table, i % V)[Math.floor(i / V)]),
});
const toLengthOne = (x: Float64Array): Float64Array =>
  x.map((number) => number / norm(x));

// %% name="rank-one-found"
let a: Float64Array = new Float64Array(V);
let b: Float64Array = new Float64Array(V).fill(1);
for (let turn = 0; turn < 200; turn++) {
  a = toLengthOne(product(ppmi, b));
  b = toLengthOne(product(transposed(ppmi), a));
}
const sigma = dot(a, product(ppmi, b)); // aᵀ M b

// %% [markdown] name="svd-all" choices="the largest|the smallest|any" answer="the largest"
// Subtract $\sigma_1 a_1 b_1^T$ from $M$ and do the same with what is left, again and again. The $\sigma_i$ are the
// **singular values** of $M$, from the largest to the smallest, and
//
// $$M = \sum_i \sigma_i\, a_i\, b_i^T$$
//
// is its **singular value decomposition**, SVD. A table has **rank** $k$ if it is a sum of $k$ tables of rank one and of no
// fewer. (This $k$ has nothing to do with that of the shift.) The first $k$ terms above make $M_k$, the best table of rank
// $k$, and what it misses is what the other terms have (Eckart and Young 1936):
//
// $$\sum_{w,c} \big(M - M_k\big)_{wc}^2 = \sum_{i > k} \sigma_i^2$$
//
// A library does the work. We check its first singular value by ours, and its error by the sum.
//
// ### Predict
//
// We keep only three terms and want a small error. Which singular values should these three terms have?
//
// <details><summary>Answer</summary>
//
// The largest: each term that is left out adds its $\sigma_i^2$ to the error.
//
// </details>

// %% name="svd-check"
const toySvd = truncatedSvd(ppmi, { components: V });
const { left, singularValues, right } = toySvd; // a_i: column i of left; b_i: row i of right
/** M_k: the first k terms of the sum. */
function rankTable(terms: number): Table {
  const table = zeroTable(V, V);
  for (let i = 0; i < terms; i++)
    for (let w = 0; w < V; w++)
      // row w grows by σ_i a_iw · b_i
      addScaled(row(table, w), singularValues[i] * row(left, w)[i], row(right, i));
  return table;
}
const squared = (x: Float64Array): number => dot(x, x);
const errorOf = (terms: number): number =>
  squared(ppmi.data.map((x, i) => x - rankTable(terms).data[i]));

// %% name="svd-errors"
await showTable(
  [0, 1, 3, 6, V].map((terms) => ({
    k: terms,
    "error of M_k": errorOf(terms),
    "sum of the other σ²": squared(singularValues.slice(terms)),
  })),
);
// %% name="svd-first"
await showNumbers({
  "our first σ": sigma,
  "that of truncatedSvd()": singularValues[0],
});

// %% [markdown] name="vectors-from-svd"
// The row $w$ of $M_k$ is a sum of $k$ vectors, $\sum_i (\sigma_i\, a_{iw})\, b_i$, where $a_{iw}$ is the number of $a_i$
// at the place $w$. The $b_i$ are at right angles to each other and have the length 1. So in the dot product of two rows
// only the products of equal $b_i$ remain, each with the factor $b_i \cdot b_i = 1$: lengths, dot products and cosines of
// the rows of $M_k$ are those of the short vectors
//
// $$x_w = (\sigma_1\, a_{1w},\ \ldots,\ \sigma_k\, a_{kw})$$
//
// with $k$ numbers in place of one for each column. (Levy, Goldberg and Dagan 2015 take $\sqrt{\sigma_i}$, or leave
// $\sigma_i$ out: then the first directions count less. Which is best differs from task to task.)
//
// The second cell below compares all dot products. The third draws the ten words: *principal component analysis* turns
// their vectors so that the first two axes show as much of their differences as two axes can. Which words lie together,
// and what have their contexts in common?

// %% name="short-vectors"
const shortOf = (w: number): Float64Array =>
  Float64Array.from([0, 1, 2], (i) => singularValues[i] * row(left, w)[i]);
const short = [...toy.words.keys()].map(shortOf);
const products = (vectors: readonly Float64Array[]): Float64Array =>
  Float64Array.from(vectors.flatMap((x) => vectors.map((y) => dot(x, y))));

// %% name="short-vectors-checked"
const three = svdVectors(toySvd, { components: 3 });
await showNumbers({
  "from the dot products of M_3": largestDifference(
    products(short),
    products(rowsOf(rankTable(3))),
  ),
  "from svdVectors()": largestDifference(products(short), products(rowsOf(three))),
});
// %% name="short-vectors-map" tags="measured"
const four = svdVectors(toySvd, { components: 4 }); // σ_3 and σ_4 are equal: keep both
await show(projectionFigure(four, toy.words, { title: "Ten words by counting" }));

// %% [markdown] name="real"
// ## 6 Real text
//
// Now the addresses: PPMI with smoothing, 5,543 words and 500 contexts, and from it vectors of 50 numbers. How fast do
// the singular values fall?

// %% name="real-svd"
const smoothed = pmiTable(pairs, { positive: true, power: 0.75 });
const svd = truncatedSvd(smoothed, { components: 200 });
await show(
  lineChart(
    Array.from(svd.singularValues, (y, i) => ({ x: i + 1, y })),
    {
      title: "Singular values of the PPMI table",
      x: "number i",
      y: "σ_i",
      log: "both",
    },
  ),
);
// %% name="kept-share"
const keptShare = (count: number): number =>
  (100 * squared(svd.singularValues.slice(0, count))) / squared(smoothed.data);
await showNumbers(
  { "% of |M|² in 50 terms": keptShare(50), "in 200": keptShare(200) },
  { digits: 1 },
);

// %% [markdown] name="spectrum-note"
// The first value is large: no number of the table is negative, so all rows have something in common. After it the
// values fall slowly, so no number of terms stands out as the one at which to stop. The squares of all $\sigma_i$ add up
// to $|M|^2$ (with $k = 0$ the sum above says so), and 50 terms keep only 38 % of it. Is this part the meaning or the
// noise? The table cannot say. We must try the vectors on a task.

// %% name="real-vectors"
const vectorsOf = (table: Table): WordVectors => wordVectors(vocabulary.words, table);
const byCounts = vectorsOf(pairs.counts); // those of lesson 01, with more columns
const byPmi = vectorsOf(smoothed);
const bySvd = vectorsOf(svdVectors(svd, { components: 50 }));

// %% name="real-neighbours"
console.log("counts, as in lesson 01");
const someWords = known(["january", "war", "increase", "mexico"]);
await showNeighbours(byCounts, someWords);
console.log("PPMI, 50 numbers");
await showNeighbours(bySvd, someWords);

// %% [markdown] name="measure"
// Now most neighbours are words about the same thing: *war* has *strife* and *conflict*, *increase* has *excess*,
// *expenditure* and *surplus*. But four words prove nothing, so we measure. Take a group of $n$ words that belong
// together, such as the months. What share of the $n - 1$ nearest neighbours of each of its words belongs to the group?

// %% name="found"
/** The share of the nearest words that belong to the word's own group, mean over the group. */
function found(vectors: WordVectors, group: readonly string[]): number {
  const members = known([...group]);
  const count = Math.max(1, members.length - 1);
  const hits = members.flatMap((word) =>
    neighbours(vectors, word, { count }).filter((near) => members.includes(near.word)),
  );
  return hits.length / (members.length * count);
}
const groupsFound = (vectors: WordVectors): object => ({
  months: found(vectors, wordGroups.months),
  countries: found(vectors, wordGroups.countries),
  money: found(vectors, wordGroups.money),
});

// %% name="measured"
const plain = pmiTable(pairs, { positive: true });
const shiftedOnly = pmiTable(pairs, { positive: true, negative: 5 });
await showTable(
  [
    { vectors: "counts", ...groupsFound(byCounts) },
    { vectors: "PPMI", ...groupsFound(vectorsOf(plain)) },
    { vectors: "PPMI, shifted by log 5", ...groupsFound(vectorsOf(shiftedOnly)) },
    { vectors: "PPMI, smoothed", ...groupsFound(byPmi) },
    { vectors: "smoothed, 50 numbers", ...groupsFound(bySvd) },
    { vectors: "smoothed, 200 numbers", ...groupsFound(vectorsOf(svdVectors(svd))) },
  ],
  { caption: "Share of the nearest words that belong to the same group" },
);

// %% [markdown] name="measured-note"
// Read the rows. PPMI finds more than the counts in every group. A shift by $\log 5$ hardly changes the months, and
// costs more than half of what was found for the countries. Smoothing helps the countries a little. With 50 or 200
// numbers months and countries are found about as well as with 500. *money* stays bad with all of them. Perhaps words
// such as *tax* and *gold* have few contexts in common; the table does not say.
//
// And the analogy that failed in lesson 01? France is to French as Spain is to …

// %% name="analogy"
function answers(vectors: WordVectors): string {
  if (known(["french", "spain", "france"]).length < 3) return "too little text";
  return analogy(vectors, {
    positive: ["french", "spain"],
    negative: ["france"],
    count: 4,
  })
    .map(({ word }) => word)
    .join(", ");
}
await showTable([
  { vectors: "counts", answers: answers(byCounts) },
  { vectors: "PPMI", answers: answers(byPmi) },
  { vectors: "PPMI, 50 numbers", answers: answers(bySvd) },
]);

// %% [markdown] name="real-plot-text"
// PPMI answers *spanish*, with 500 numbers and with 50. Here are the three groups as a picture. Why does one of the months
// lie apart from the others? (It is mostly a verb.)

// %% name="real-plot"
await show(
  projectionFigure(bySvd, wordGroups, { title: "Counting: months, countries, money" }),
);

// %% [markdown] name="break-it"
// ## 7 Break it
//
// Most cells of the table belong to pairs that never occur, and we wrote 0 there. Is that right? These pairs are *less*
// frequent than by chance, so a negative number seems more honest. Let us write $-5$ in the place of $-\infty$ and keep
// the other negative values.
//
// ### Predict

// %% name="quiz-never-seen"
await quiz("02-counting-and-pmi/never-seen");

// %% name="negative"
const withNegatives = pmiTable(pairs, { power: 0.75 });
let never = 0;
withNegatives.data.forEach((x, i) => {
  if (x !== -Infinity) return;
  withNegatives.data[i] = -5;
  never++;
});
const brokenSvd = truncatedSvd(withNegatives, { components: 50 });
const broken = vectorsOf(svdVectors(brokenSvd));

// %% name="negative-measured"
await showTable([
  { "never seen": "0", ...groupsFound(bySvd) },
  { "never seen": "-5", ...groupsFound(broken) },
]);
await showNumbers(
  {
    "% of the pairs that never occur": (100 * never) / withNegatives.data.length,
    "% of |M|² in the first term, with 0": keptShare(1),
    "% of |M|² in the first term, with -5":
      (100 * brokenSvd.singularValues[0] ** 2) / squared(withNegatives.data),
  },
  { digits: 1 },
);
// %% name="negative-neighbours"
await showNeighbours(broken, known(["war", "mexico"]));
// %% name="negative-first"
await showTable(
  [0, 10, 100, Math.min(1000, last), last].map((w) => ({
    word: vocabulary.words[w],
    occurs: vocabulary.counts[w],
    "first of its 50 numbers": row(broken.table, w)[0],
  })),
  { caption: "With -5 the first number follows the frequency" },
);

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. $\mathrm{PMI}(w, c) = \log \frac{P(w, c)}{P(w) P(c)}$ says not how often two words stand together, but how many
//    times more often than by chance.
// 2. The singular value decomposition gives the best short vectors for a table. Whether they are good vectors depends on
//    the table.
//
// **Now you:** the [exercises of this lesson](../exercises/02-counting-and-pmi-exercises.ipynb). **Next:**
// [03 Softmax](03-softmax-as-a-bigram-net.ipynb), where a network learns counts.
//
// **Sources.** Church and Hanks 1990, on PMI; Bullinaria and Levy 2007, on positive PMI; Levy, Goldberg and Dagan 2015,
// sections 3.1 to 3.3, on shift, smoothing and the power of $\sigma$; Eckart and Young 1936, on the best table of rank
// $k$.
//
// **To read on:** Turney and Pantel 2010, a survey of vectors from counts; Deerwester et al. 1990, who took the singular
// value decomposition of the counts of words in documents, in order to search.
