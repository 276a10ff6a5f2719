// %% [markdown] name="title"
// # 06 Hierarchical softmax: a path in place of a sum
//
// **60 minutes. You need:** [05 Skip-Gram](05-skip-gram.ipynb), sections 2 to 4, and logarithms.
//
// The softmax compares a word with all others, so it needs a sum over the whole vocabulary. *Hierarchical softmax*
// finds the word by a few yes-or-no questions instead (Morin and Bengio 2005; Mikolov et al. 2013b). After this
// notebook you can
//
// - build a Huffman tree by hand, and read the probability of a word from it;
// - prove that the words of any tree have probabilities that add up to 1, and derive the gradients;
// - say how long a path is on average, what a step costs, and what the tree takes away.

// %% name="imports" tags="imports"
import {
  addScaled,
  barChart,
  buildVocabulary,
  chainChart,
  type ChainStep,
  copyModel,
  corpusSentences,
  createModel,
  dot,
  encode,
  type Example,
  filledTable,
  gradientByNumbers,
  hierarchicalErrors,
  type HuffmanPath,
  huffmanTree,
  largestDifference,
  lineChart,
  lossChart,
  type Model,
  modelDifferences,
  negativeSampler,
  networkChart,
  outputErrors,
  quiz,
  row,
  seededRandom,
  show,
  showNumbers,
  showTable,
  sigmoid,
  skipGram,
  skipGramHierarchicalStep,
  skipGramPairs,
  skipGramSoftmaxStep,
  softmax,
  stepThrough,
  tokenSentences,
  trainStep,
  treeChart,
  wordId,
  withPath,
  zeroTable,
} from "kernel-helpers";

// %% [markdown] name="questions" answer="4"
// ## 1 The price of a sum
//
// Lesson 05 predicts the context word $o$ from the center $c$. With the softmax, one pair needs the scores
// $z_j = u_j \cdot v_c$ of *all* $V$ words, and its gradient moves all $V$ output vectors. With a vocabulary of 100,000
// words that is 100,000 dot products for one pair of words.
//
// Now think of a game: you choose a word, and I find it by questions that you answer with yes or no. Each question can
// rule out about half of the words that are left. Of ten words at most 5 are left after a good first question, then at
// most 3, 2 and 1.
//
// ### Predict
//
// How many questions do I need at most to find one word of ten, if I ask well?
//
// <details><summary>Answer</summary>
//
// Four: three questions have only $2^3 = 8$ different lists of answers, and four have $2^4 = 16$. In general the number is
// $\log_2 V$, rounded up.
//
// </details>

// %% name="questions-needed"
await showTable(
  [10, 1000, 100_000].map((words) => ({
    "words V": words,
    "scores of the softmax": words,
    "questions at most": Math.ceil(Math.log2(words)),
  })),
);

// %% [markdown] name="huffman"
// ## 2 Huffman's tree
//
// A list of questions, each of which depends on the answers before it, is a **binary tree**. At each **inner node**
// stands a question, with two branches, which we call 0 and 1; each **leaf** is a word. The way from the **root**,
// where the questions begin, to a word is its **path**. The branches along the path are the word's **code**, and their
// number is $\ell_w$, the length of the path.
//
// Not all words need paths of the same length. A frequent word should have a short one, as we ask for it often.
// Huffman 1952 found the tree with the shortest paths on average:
//
// 1. Give each word its count as its weight.
// 2. Join the two lightest to a new node. Its weight is the sum of the two.
// 3. Go on with the new node in place of the two, until one is left. This one is the root.
//
// Each join replaces two by one, so $V$ words need $V - 1$ joins, and the tree has $V - 1$ inner nodes. These are the ten
// words of our toy corpus:

// %% name="counts"
const sentences = await tokenSentences(corpusSentences("toy"));
const vocabulary = buildVocabulary(sentences.flat(), { minCount: 1 });
const V = vocabulary.words.length;
const counts = Array.from(vocabulary.counts);
const idOf = (word: string): number => wordId(vocabulary, word);
await showTable(vocabulary.words.map((word, w) => ({ word, count: counts[w] })));

// %% [markdown] name="by-hand" answer="1" asks="length of the path to the"
// ### Predict
//
// Take paper and make the nine joins. Nine words have the same count, so you will have to choose; any choice gives the
// same length on average. Which weights do the nine nodes have? And how long is the path to *the*?
//
// <details><summary>Answer</summary>
//
// Four joins of two words: 4, 4, 4, 4. The ninth word and one of these: 6. Two of the other three: 8. The last 4 and
// the 6: 10. Then 8 and 10: 18. Only now is *the*, with 12, one of the two lightest, and the last join makes 30. So
// *the* is a branch of the root, and its path has the length 1.
//
// </details>
//
// The function `huffmanTree` of the library makes the same joins, and gives for each word its path: `points` are the
// nodes from the root on, and `code` the branches. The cell lists what each join put together.

// %% name="joins"
const tree = huffmanTree(counts);
/** The words below branch `branch` of node `node`. */
const below = (node: number, branch: number): string[] =>
  vocabulary.words.filter((_, w) =>
    tree[w].points.some((n, j) => n === node && tree[w].code[j] === branch),
  );
const weightOf = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + counts[idOf(word)], 0);

// %% name="joins-shown"
const [branches, nodes] = [[0, 1], Array.from({ length: V - 1 }, (_, node) => node)];
await showTable(
  nodes.map((node) => {
    const [zero, one] = branches.map((branch) => below(node, branch));
    return {
      node,
      weight: weightOf([...zero, ...one]),
      "branch 0": zero.join(" "),
      "branch 1": one.join(" "),
    };
  }),
  { caption: "The joins in order: node 0 is the first, node 8 is the root" },
);

// %% [markdown] name="tree-drawn"
// The lighter of the two is branch 0. Where weights are equal, the library chooses as word2vec.c does. Here is the
// tree. The root is on the left, and each point has the number of its node. Follow the thick line to *queen*, and read
// its code.

// %% name="tree-chart"
await show(
  treeChart(tree, vocabulary.words, {
    title: "The Huffman tree of ten words",
    highlight: "queen",
  }),
);

// %% [markdown] name="average"
// ### Check: is it the shortest?
//
// With the share $f_w = n_w / n$ of a word in the text (its count over the count of all words), the mean length of a
// path is
//
// $$\bar\ell = \sum_w f_w\, \ell_w$$
//
// There is another way to compute it. Each join puts one more question before every word below the new node. So the sum of
// the nodes' weights counts every question of the whole text once, and $n \bar\ell$ is this sum.
//
// Is any other tree better? In a best tree no rare word has a shorter path than a more frequent one; otherwise we could
// exchange the two, and the mean would become smaller. Words and inner nodes at the same
// distance from the root can also change places, the nodes with all that is below them, and nothing is lost. So at each
// distance we can put the words first, by falling count, and the nodes after them. This gives a best tree with its
// leaves in the order of the counts: it cuts this row of words in two, then each part in two, and so on. Ten words are
// few enough to try out all cuts. For comparison, $\log_2 10$ is the number of questions in section 1 before rounding.

// %% name="all-cuts"
const total = counts.reduce((sum, n) => sum + n, 0); // n
const meanLength = (of: readonly HuffmanPath[], n: readonly number[]): number =>
  of.reduce((sum, { code }, w) => sum + n[w] * code.length, 0) /
  n.reduce((sum, x) => sum + x, 0);

// %% name="fewest-questions"
/** The fewest questions for all occurrences of the words `from` to `to` - 1. */
function fewest(from: number, to: number): number {
  if (to - from === 1) return 0;
  const cuts = Array.from({ length: to - from - 1 }, (_, i) => from + 1 + i);
  const here = counts.slice(from, to).reduce((sum, n) => sum + n, 0); // a question for each
  return here + Math.min(...cuts.map((cut) => fewest(from, cut) + fewest(cut, to)));
}

// %% name="average-compared"
const nodeWeights = nodes.map((node) =>
  weightOf(branches.flatMap((branch) => below(node, branch))),
);
await showNumbers({
  "mean length of a path": meanLength(tree, counts),
  "weights of the nodes / n": nodeWeights.reduce((sum, x) => sum + x, 0) / total,
  "the best of all cuts / n": fewest(0, V) / total,
  "log₂ 10": Math.log2(V),
});

// %% name="quiz-rows"
await quiz("06-hierarchical-softmax/rows");

// %% [markdown] name="probability"
// ## 3 From a path to a probability
//
// The model answers the questions with probabilities. From here on $n$ is the number of an inner node, and no longer a
// count. Each node has a vector $u_n$: row $n$ of the output table. So the rows of that table now belong to nodes and
// no longer to words. (The last of its $V$ rows is never used.) The input vectors stay as they were. The node's score
// is $z = u_n \cdot h$, where $h = v_c$ as in lesson 05, and its two branches get the probabilities
//
// $$P(0) = \sigma(z) \qquad P(1) = 1 - \sigma(z) = \sigma(-z)$$
//
// (The second follows from $1 - \frac{1}{1 + e^{-z}} = \frac{e^{-z}}{1 + e^{-z}} = \frac{1}{e^{z} + 1}$. Branch 0 has the
// plus sign because word2vec.c chose so; the other way round would do as well.)
//
// The probability of a word is the product along its path. Let its nodes be $n_1, \dots, n_\ell$, from the root on, its
// code $d_1, \dots, d_\ell$, and $z_j = u_{n_j} \cdot h$. The factor $1 - 2 d_j$ is $1$ for branch 0 and $-1$ for
// branch 1, so one formula holds for both (Mikolov et al. 2013b, eq. 3, which writes the sign in another way):
//
// $$p(w) = \prod_{j=1}^{\ell} \sigma\big((1 - 2 d_j)\, z_j\big)$$
//
// For the pair *loves*, *queen* of our sentence *the king loves the queen* and a random model:

// %% name="path-of-queen"
const random = seededRandom(6);
const model: Model = {
  input: filledTable(V, 3, () => 2 * random() - 1),
  output: filledTable(V, 3, () => 2 * random() - 1), // row n is u_n of node n
};
const pair = { center: idOf("loves"), context: idOf("queen") };
const h = row(model.input, pair.center);
const queen = tree[pair.context];
const scores = queen.points.map((node) => dot(row(model.output, node), h));
const factors = scores.map((z, j) => sigmoid((1 - 2 * queen.code[j]) * z));

// %% name="path-shown"
await showTable(
  queen.points.map((node, j) => ({
    node,
    "score z": scores[j],
    branch: queen.code[j],
    "probability of the branch": factors[j],
  })),
  { caption: "The path to queen" },
);

// %% name="queen-compared"
const { loss } = hierarchicalErrors(model.output, h, queen); // -log p(queen)
await showNumbers({
  "p(queen), the product": factors.reduce((product, factor) => product * factor, 1),
  "e^-loss of the library": Math.exp(-loss),
});

// %% [markdown] name="network-text"
// In the drawing the output table has a row for each node. Four of them are lit, the path to *queen* from the root on;
// $d$ is the branch, and the bar is the probability of that branch. Compare with lesson 05, where all ten rows had a
// score.

// %% name="network"
await show(
  networkChart(
    model,
    { inputs: [pair.center], target: pair.context, path: queen },
    {
      words: vocabulary.words,
      title: "Hierarchical softmax: loves, and the path to queen",
    },
  ),
);

// %% [markdown] name="untrained" answer="0.5" within="0.001" asks="probability of the"
// ### Predict
//
// A new model has output vectors of zero. What probability does it give to *the*, before it has learned anything? And what
// probability to *queen*?
//
// <details><summary>Answer</summary>
//
// Every score is 0 and every branch has the probability $\frac{1}{2}$, so $p(w) = 2^{-\ell_w}$. That is $\frac{1}{2}$ for
// *the* and $\frac{1}{16}$ for *queen*. The tree alone makes frequent words more probable.
//
// </details>

// %% name="untrained-run"
/** p(w) of every word w: e^-loss of its path. */
const chances = (output: Model["output"], from: Float64Array): number[] =>
  tree.map((path) => Math.exp(-hierarchicalErrors(output, from, path).loss));
const untrained = chances(zeroTable(V, 3), h);

// %% name="untrained-shown"
await showTable(
  vocabulary.words.map((word, w) => ({
    word,
    code: tree[w].code.join(""),
    "p, untrained": untrained[w],
    "share of the text": counts[w] / total,
  })),
);

// %% [markdown] name="sum-is-one" answer="1" within="0.000001"
// ### The sum over all words
//
// The softmax divides by a sum, so its probabilities add up to 1. Here nobody divides.
//
// ### Predict
//
// What do the probabilities of all ten words add up to, with random vectors?
//
// <details><summary>Answer</summary>
//
// To 1, whatever the scores are. Read on for the proof.
//
// </details>
//
// **Proof.** Begin with the root alone: we are there with probability 1. Now open it, that is, put its two branches in its
// place. If we arrive at a node with probability $r$, then its branches have the probabilities $r\,\sigma(z)$ and
// $r\,\sigma(-z)$, and
//
// $$r\,\sigma(z) + r\,\sigma(-z) = r\,\big(\sigma(z) + 1 - \sigma(z)\big) = r$$
//
// So opening a node does not change the sum over all ends. Open one node after the other until all ends are words: the sum
// is still 1. We have used nothing about Huffman, and so it is true for *every* binary tree. $\square$
//
// The cell adds up the leaves, also for scores that are a thousand times as large. Then it takes each node and asks
// what part of the probability below it lies below branch 0. That must be $\sigma(z)$. The chart shows the ten
// probabilities. How far are they from those of the untrained model?

// %% name="sum-run"
const p = chances(model.output, h);
const thousandfold = { ...model.output, data: model.output.data.map((x) => 1000 * x) };
const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, x) => sum + x, 0);
const massBelow = (node: number, branch: number): number =>
  sumOf(below(node, branch).map((word) => p[idOf(word)]));
const partOfZero = nodes.map(
  (node) => massBelow(node, 0) / (massBelow(node, 0) + massBelow(node, 1)),
);
const yes = nodes.map((node) => sigmoid(dot(row(model.output, node), h)));

// %% name="sum-shown"
await showNumbers({
  "sum of all p(w)": sumOf(p),
  "sum, scores a thousand times as large": sumOf(chances(thousandfold, h)),
  "largest difference of the parts and σ(z)": largestDifference(partOfZero, yes),
});

// %% name="probabilities-plot"
await show(
  barChart(
    vocabulary.words.map((label, w) => ({ label, value: p[w] })),
    { title: "Random vectors: the context of loves", y: "probability" },
  ),
);

// %% [markdown] name="path-loss"
// ## 4 Loss and gradients
//
// The loss is again the negative logarithm of the probability of the word that was seen. The logarithm turns the
// product into a sum along the path:
//
// $$L = -\log p(o) = -\sum_{j=1}^{\ell} \log \sigma\big((1 - 2 d_j)\, z_j\big)$$
//
// The drawing shows the chain for one node of the path, the one with the place $j$ and the number $n = n_j$. Its last
// link is the sum over all of them, and we derive its slope now.

// %% name="path-links"
const links: ChainStep[] = [
  { name: "v_c", value: h },
  {
    name: "z_j",
    formula: "u_n · v_c",
    derivative: "∂z_j/∂v_c = u_n",
    parameter: { name: "u_n", derivative: "∂z_j/∂u_n = v_c" },
  },
];

// %% name="path-chain"
const pathLoss: ChainStep = {
  name: "L",
  formula: "−Σ log σ((1 − 2d_j) z_j)",
  value: loss,
  derivative: "∂L/∂z_j = σ(z_j) − (1 − d_j)",
};
await show(
  chainChart([...links, pathLoss], {
    title: "From the vectors of the nodes to the loss of queen",
  }),
);

// %% [markdown] name="gradient" answer="4" asks="rows with the tree"
// **From the loss to a score.** Each $z_j$ stands in one term. We know from lesson 04, section 7, that
// $-\log \sigma(z)$ has the derivative $\sigma(z) - 1$, and $-\log \sigma(-z)$ the derivative $\sigma(z)$. The first
// belongs to branch 0, the second to branch 1. So with the label $t_j = 1 - d_j$, which is 1 for branch 0,
//
// $$e_j = \frac{\partial L}{\partial z_j} = \sigma(z_j) - t_j = \sigma(z_j) - (1 - d_j)$$
//
// This is the error of negative sampling again: what was predicted minus what was observed. There the label says *seen* or
// *noise*; here it says which branch the path takes. (Rong 2014, section 3.1, derives the same.)
//
// **From the scores to the vectors.** No node comes twice on a path, and every score contains $h = v_c$:
//
// $$\frac{\partial L}{\partial u_{n_j}} = e_j\, v_c \qquad\qquad \frac{\partial L}{\partial v_c} = \sum_{j=1}^{\ell} e_j\, u_{n_j}$$
//
// For CBOW $h$ is the mean of lesson 04, and each of its $C$ places gets $\frac{1}{C}$ of $\sum_j e_j\, u_{n_j}$, as in
// that lesson.
//
// ### Predict
//
// How many rows of the output table does one step for the pair *loves*, *queen* move? And how many with the softmax?
//
// <details><summary>Answer</summary>
//
// Four, the nodes on the path to *queen*. The softmax moves all ten, as each word has an error.
//
// </details>

// %% name="gradient-by-formula"
const gradient = {
  input: zeroTable(V, 3),
  output: zeroTable(V, 3),
};
queen.points.forEach((node, j) => {
  const error = sigmoid(scores[j]) - (1 - queen.code[j]); // predicted - observed
  addScaled(row(gradient.output, node), error, h);
  addScaled(row(gradient.input, pair.center), error, row(model.output, node));
});

// %% [markdown] name="gradient-check"
// ### Check
//
// Central differences know nothing of all this: they move each number of both tables a little and see what happens to
// $-\log p$, with $p$ written out as the product.

// %% name="gradient-judged"
function lossOf({ input, output }: Model): number {
  const v = row(input, pair.center);
  let product = 1;
  queen.points.forEach((node, j) => {
    const z = dot(row(output, node), v);
    product *= queen.code[j] === 0 ? sigmoid(z) : 1 - sigmoid(z);
  });
  return -Math.log(product);
}

// %% name="gradient-differences"
await showNumbers(modelDifferences(gradient, gradientByNumbers(model, lossOf)), {
  caption: "Largest differences of formula and central differences",
});

// %% name="gradient-library"
const byLibrary = copyModel(model);
const lossBefore = skipGramHierarchicalStep(byLibrary, pair, tree, 0.5);
const byFormula = copyModel(model);
addScaled(byFormula.input.data, -0.5, gradient.input.data);
addScaled(byFormula.output.data, -0.5, gradient.output.data);
const moved = nodes.filter(
  (node) => largestDifference(row(byLibrary.output, node), row(model.output, node)) > 0,
);

// %% name="gradient-compared"
await showNumbers({
  ...modelDifferences(byFormula, byLibrary),
  "difference of the losses": Math.abs(lossBefore - lossOf(model)),
  "nodes that moved": moved,
});

// %% name="quiz-branch-one"
await quiz("06-hierarchical-softmax/branch-one");

// %% [markdown] name="step-played"
// The step with its real numbers: its nodes are read from the root to the word, and the path lights up in the tree. Each
// error moves its node, and all errors together move the input vector.

// %% name="step-through"
await stepThrough(
  model,
  { inputs: [pair.center], target: pair.context, path: queen },
  {
    words: vocabulary.words,
    tree,
    title: "Skip-Gram with hierarchical softmax",
  },
);

// %% [markdown] name="cbow-step-played"
// CBOW makes the same step with the mean of its context for $h$, along the path to the center. Here the words around
// *loves* predict it:

// %% name="cbow-step-through"
const around = ["the", "king", "the", "queen"].map(idOf);
await stepThrough(
  model,
  { inputs: around, target: idOf("loves"), path: tree[idOf("loves")] },
  { words: vocabulary.words, tree, title: "CBOW with hierarchical softmax" },
);

// %% [markdown] name="length" choices="about 13|about 9|about 4" answer="about 9"
// ## 5 How long is a path?
//
// A step costs as much as the path is long. How short can $\bar\ell$ be? The untrained tree answers that. Its
// probabilities $q_w = 2^{-\ell_w}$ add up to 1, as we have just proved, so the length of a path is
// $\ell_w = -\log_2 q_w$. The numbers
//
// $$\bar\ell = -\sum_w f_w \log_2 q_w \qquad\text{and}\qquad H = -\sum_w f_w \log_2 f_w$$
//
// differ only in what stands behind the logarithm. $H$ is the **entropy** of the words (Shannon 1948), as in lesson 03,
// but with $\log_2$: it is counted in bits. Because $\log_2 x = \frac{\ln x}{\ln 2}$, and $\ln x \le x - 1$ with
// equality only at $x = 1$,
//
// $$H - \bar\ell = \sum_w f_w \log_2 \frac{q_w}{f_w} \le \frac{1}{\ln 2} \sum_w f_w \Big(\frac{q_w}{f_w} - 1\Big) = \frac{1}{\ln 2} \Big(\sum_w q_w - \sum_w f_w\Big) = 0$$
//
// So no tree has a mean length below the entropy. The two are equal only if $f_w = 2^{-\ell_w}$ for each word. Shares
// are seldom such powers, and then some paths are a little too long or too short.
//
// Still $\bar\ell < H + 1$. For there is also a tree with paths no longer than $-\log_2 f_w$, rounded up (Shannon 1948).
// To see this, take a large tree with all its ends equally far from the root, and give the words their places in it,
// those with short paths first. A word at the distance $\ell \ge -\log_2 f_w$ takes all that is below its place, the part
// $2^{-\ell} \le f_w$ of the ends. The $f_w$ add up to 1, so each word finds a place. If one branch of a node stays empty,
// drop the question. Rounding makes a path longer by less than one question, and Huffman's tree is at least as short on
// average.
//
// ### Predict
//
// The State of the Union addresses have about 11,000 different words, and $\log_2 11{,}000 \approx 13.4$. How long is the
// path to a word of this text, on average?
//
// <details><summary>Answer</summary>
//
// About 9, four questions fewer than with paths of equal length, because most words of a text are frequent ones.
//
// </details>

// %% name="sotu"
const addresses = await tokenSentences(corpusSentences("sotu"));
const large = buildVocabulary(addresses.flat());
const largeCounts = Array.from(large.counts);
const largeTree = huffmanTree(largeCounts);
/** -Σ f log₂ f, in bits. */
function entropy(n: readonly number[]): number {
  const all = n.reduce((sum, x) => sum + x, 0);
  return -n.reduce((sum, x) => sum + (x / all) * Math.log2(x / all), 0);
}

// %% name="lengths"
const corpora = [
  { text: "toy corpus", n: counts, of: tree },
  { text: "State of the Union", n: largeCounts, of: largeTree },
];
await showTable(
  corpora.map(({ text, n, of }) => ({
    text,
    V: n.length,
    "log₂ V": Math.log2(n.length),
    "mean length": meanLength(of, n),
    entropy: entropy(n),
  })),
);

// %% [markdown] name="lengths-note"
// Both rows keep the two bounds, $H \le \bar\ell < H + 1$. And how long is the path to one word? About as long as
// $-\log_2 f_w$:

// %% name="lengths-of-words"
const largeTotal = sumOf(largeCounts);
const ranks = [0, 10, 100, 1000, large.words.length - 1];
await showTable(
  ranks.map((w) => ({
    word: large.words[w],
    count: largeCounts[w],
    "-log₂ f": -Math.log2(largeCounts[w] / largeTotal),
    "length of the path": largeTree[w].code.length,
  })),
);

// %% [markdown] name="untrained-loss-note"
// The formula $\bar\ell = -\sum_w f_w \log_2 q_w$ says one thing more. An untrained model has the loss $\log 2$ for each
// question, so its mean loss over the words of the text is $\log 2 \cdot \bar\ell$:

// %% name="untrained-loss"
const firstLosses = tree.map(
  (path) => hierarchicalErrors(zeroTable(V, 3), h, path).loss,
);
await showNumbers({
  "mean loss, untrained, toy corpus": sumOf(
    firstLosses.map((x, w) => (counts[w] / total) * x),
  ),
  "log 2 · mean length": Math.log(2) * meanLength(tree, counts),
});

// %% [markdown] name="time" choices="about 2|about 30|about 1000" answer="about 2"
// ## 6 What a step costs
//
// We take vocabularies of 100 to 100,000 words, whose counts fall as $\frac{1}{\text{rank}}$, as they nearly do in a text,
// and draw the context words by these counts.
//
// ### Predict
//
// From 100 to 100,000 words a step with the softmax takes about 1000 times as long. How many times as long does a step
// with the tree take?
//
// <details><summary>Answer</summary>
//
// About 2: the mean length grows about as $\log V$, and $\log 100{,}000$ is 2.5 times $\log 100$. The time also has a
// part that does not depend on $V$, and words that lie far apart in memory take longer to read.
//
// </details>

// %% name="timing" tags="measured"
/** Milliseconds of one step: as many steps as fit in 0.2 s, after 0.1 s to warm up. */
function msPerStep(step: () => void): number {
  const repeated = (milliseconds: number): number => {
    const from = performance.now();
    let steps = 0;
    for (; steps === 0 || performance.now() - from < milliseconds; steps++) step();
    return (performance.now() - from) / steps;
  };
  repeated(100);
  return repeated(200);
}

// %% name="step-times" tags="measured"
const times: { V: number; softmax: number; tree: number; "mean length": number }[] = [];
for (const size of [100, 1000, 10_000, 100_000]) {
  const n = Array.from({ length: size }, (_, rank) => Math.ceil(1e7 / (rank + 1)));
  const [paths, tables] = [
    huffmanTree(n),
    createModel(size, { vectorSize: 20, seed: 1 }),
  ];
  const draw = negativeSampler(n, seededRandom(1), { power: 1 }); // by frequency
  const next = (): { center: number; context: number } => ({
    center: draw(),
    context: draw(),
  });
  times.push({
    V: size,
    softmax: msPerStep(() => skipGramSoftmaxStep(tables, next(), 0.01)),
    tree: msPerStep(() => skipGramHierarchicalStep(tables, next(), paths, 0.01)),
    "mean length": meanLength(paths, n),
  });
}

// %% name="step-times-shown" tags="measured"
await showTable(times, { caption: "Milliseconds of a step in float64, d = 20" });
await show(
  lineChart(
    times.flatMap((at) => [
      { x: at.V, y: at.softmax, series: "softmax" },
      { x: at.V, y: at.tree, series: "Huffman tree" },
    ]),
    { x: "words V", y: "milliseconds", log: "both", dots: true },
  ),
);

// %% [markdown] name="optimum"
// ## 7 Do both learn the same?
//
// Both losses are $-\log$ of a probability, and for each center both probabilities add up to 1. So these losses can be
// compared. (The loss of negative sampling cannot be compared with them.) Let $f(o \mid c)$ be the share of $o$ among the
// context words of $c$ in the text. By the same proof as in section 5, the mean loss is never below
//
// $$-\frac{1}{N} \sum_{(c, o)} \log f(o \mid c)$$
//
// where the sum goes over all $N$ pairs of the text. A model reaches this floor if it predicts exactly the shares.
//
// ### Predict

// %% name="quiz-same-floor"
await quiz("06-hierarchical-softmax/same-floor");

// %% name="floor"
const pairs = sentences.flatMap((tokens) => [
  ...skipGramPairs(encode(vocabulary, tokens), { window: 2 }),
]);
const seen = zeroTable(V, V); // row c: how often each word stands near c
for (const { center, context } of pairs) row(seen, center)[context]++;
const shareOf = (center: number): number[] => {
  const near = Array.from(row(seen, center));
  return near.map((x) => x / sumOf(near));
};

// %% name="floor-computed"
const floor = sumOf(
  pairs.map(
    ({ center, context }) => -Math.log(shareOf(center)[context]) / pairs.length,
  ),
);

// %% [markdown] name="training-note"
// The learning rate falls towards 0, as in word2vec.c. With a constant rate each pair would go on pulling the vectors
// away from where the pairs before it left them, and the mean loss would stay above the floor.
//
// `skipGram` turns a pair into the example that `trainStep` of lesson 04 takes, and `withPath` adds the path to its
// context word, so that the step goes along the tree. `outputErrors` gives the loss of an example and moves nothing.

// %% name="training"
type ToExample = (one: { center: number; context: number }) => Example;
const bySoftmax: ToExample = (one) => skipGram(one);
const byTree: ToExample = (one) => withPath(skipGram(one), tree);

// %% name="train-function"
/** Trains a model of d numbers a word, and notes the mean loss of every 10th epoch. */
function trained(d: number, toExample: ToExample, series: string, epochs = 400) {
  const of = createModel(V, { vectorSize: d, seed: 1 });
  const history: { epoch: number; loss: number; series: string }[] = [];
  for (let epoch = 0; epoch <= epochs; epoch++) {
    const losses = pairs.map((one) => outputErrors(of, toExample(one)).loss);
    if (epoch % 10 === 0)
      history.push({ epoch, loss: sumOf(losses) / pairs.length, series });
    for (const one of pairs) trainStep(of, toExample(one), 0.2 * (1 - epoch / epochs));
  }
  return { of, history, last: history[history.length - 1].loss };
}

// %% name="trained"
const wide = [trained(10, bySoftmax, "softmax"), trained(10, byTree, "Huffman tree")];

// %% name="training-plot"
await show(
  lossChart(
    wide.flatMap(({ history }) => history),
    { title: "Two output layers, ten words, ten numbers each" },
  ),
);

// %% name="training-losses"
await showNumbers({
  floor: floor,
  "softmax, last epoch": wide[0].last,
  "Huffman tree, last epoch": wide[1].last,
});

// %% [markdown] name="same-answers"
// The tree begins lower: before training it already makes *the* probable, while the softmax gives every word
// $\frac{1}{10}$. Both come close to the floor. To reach it they would need infinite scores, because many words never
// stand near one another. Do they also say the same? Here are the context words of *loves*:

// %% name="same-answers-shown"
const loves = idOf("loves");
const [softmaxModel, treeModel] = wide.map(({ of }) => of);
const lovesScores = vocabulary.words.map((_, w) =>
  dot(row(softmaxModel.output, w), row(softmaxModel.input, loves)),
);
const says = [
  softmax(lovesScores),
  chances(treeModel.output, row(treeModel.input, loves)),
];

// %% name="same-answers-compared"
await showTable(
  vocabulary.words.map((word, w) => ({
    word,
    "share in the text": shareOf(loves)[w],
    softmax: says[0][w],
    "Huffman tree": says[1][w],
  })),
  { caption: "Which words stand near loves?" },
);

// %% [markdown] name="narrow"
// The two models nearly agree in what they *predict*. But real word vectors have far fewer numbers than a vocabulary has
// words. With three numbers a word neither model can fit all shares, and each gives up something else:

// %% name="narrow-run"
const narrowLosses = {
  softmax: trained(3, bySoftmax, "softmax").last,
  "Huffman tree": trained(3, byTree, "Huffman tree").last,
};
await showTable([
  { "numbers a word": 10, softmax: wide[0].last, "Huffman tree": wide[1].last, floor },
  { "numbers a word": 3, ...narrowLosses, floor },
]);

// %% [markdown] name="lost"
// ## 8 What is lost
//
// With the softmax every word has an output vector of its own, and every example moves it. In the tree a word has only
// the nodes on its path, and it shares all of them. The root takes part in every example; a node far down only if the
// word that was seen lies below it. So its number of examples is its weight. The last node before a rare word decides
// between this word and one other, or a few, and learns from their few occurrences alone.

// %% name="examples-of-nodes"
const visits = new Array<number>(large.words.length - 1).fill(0);
largeTree.forEach(({ points }, w) => {
  for (const node of points) visits[node] += largeCounts[w];
});

// %% name="examples-shown"
const shareBelow = (limit: number): number =>
  (100 * visits.filter((times) => times < limit).length) / visits.length;
await showNumbers({
  "words in the text": largeTotal,
  "words that pass the root": visits[visits.length - 1],
  "% of the nodes that fewer than 100 words pass": shareBelow(100),
  "% of the nodes that fewer than 20 words pass": shareBelow(20),
});

// %% [markdown] name="strangers"
// And which words share a path? Huffman looks at counts alone. Two words with similar meanings can have nothing in
// common but the root, while two strangers share all nodes because they are equally rare. If two words share *all*
// nodes, we call them siblings: they are the two branches of their last node.

// %% name="shared-nodes"
const common = (one: number, other: number): number =>
  largeTree[one].points.filter((node, j) => node === largeTree[other].points[j]).length;
const known = [
  ["january", "february"],
  ["war", "peace"],
  ["france", "spain"],
].filter(
  (words) => words.every((word) => large.ids.has(word)), // a small text lacks some
);
await showTable(
  known.map(([one, other]) => {
    const [a, b] = [one, other].map((word) => wordId(large, word));
    return {
      words: `${one}, ${other}`,
      "lengths of the paths": `${largeTree[a].code.length}, ${largeTree[b].code.length}`,
      "nodes on both": common(a, b),
    };
  }),
);

// %% name="siblings"
const lastNode = (w: number): number =>
  largeTree[w].points[largeTree[w].points.length - 1];
const byLastNode = new Map<number, number[]>();
large.words.forEach((_, w) => {
  byLastNode.set(lastNode(w), [...(byLastNode.get(lastNode(w)) ?? []), w]);
});
const siblings = [...byLastNode.values()].filter(({ length }) => length === 2);

// %% name="siblings-shown"
await showTable(
  [0.02, 0.1, 0.3, 0.6, 0.9].map((part) => {
    const [one, other] = siblings[Math.floor(part * siblings.length)];
    return {
      siblings: `${large.words[one]}, ${large.words[other]}`,
      counts: `${largeCounts[one]}, ${largeCounts[other]}`,
    };
  }),
);

// %% [markdown] name="siblings-note"
// If the branches of a tree separated words by meaning, a rare word could learn from its relatives, because it would share
// most of its nodes with them. Morin and Bengio 2005 took such a tree from WordNet, a dictionary that orders words by
// meaning, and Mnih and Hinton 2009 made one from word vectors. Huffman's tree is the cheapest to run, and knows
// nothing of meaning. (The trainer of this course has it as the option `hs: true` of `startTraining`.)

// %% [markdown] name="break-it"
// ## 9 Break it
//
// Ask badly: *Is it the? If not, is it king? If not, …* That is a tree too, a **chain**: at each node one branch ends at a
// word.
//
// ### Predict

// %% name="quiz-chain"
await quiz("06-hierarchical-softmax/chain");

// %% name="chain"
/** The tree that asks for one word after the other, in the order of their ids. */
function chainTree(words: number): HuffmanPath[] {
  return Array.from({ length: words }, (_, w) => {
    const length = Math.min(w + 1, words - 1); // the last two words share the last question
    return {
      points: Array.from({ length }, (_, j) => words - 2 - j),
      code: Array.from({ length }, (_, j) => (j === w ? 0 : 1)),
    };
  });
}
const chain = chainTree(V);

// %% name="chain-drawn"
await show(treeChart(chain, vocabulary.words, { title: "A chain of ten words" }));

// %% name="chain-measured"
const byChain: ToExample = (one) => withPath(skipGram(one), chain);
const chainChances = chain.map((path) =>
  Math.exp(-hierarchicalErrors(model.output, h, path).loss),
);
await showNumbers({
  "sum of all p(w), chain": sumOf(chainChances),
  "mean length, chain": meanLength(chain, counts),
  "mean length, Huffman": meanLength(tree, counts),
  "loss with 10 numbers a word, chain": trained(10, byChain, "chain").last,
  "loss with 3 numbers a word, chain": trained(3, byChain, "chain").last,
});

// %% [markdown] name="chain-note"
// With ten numbers a word the chain comes as close to the floor as the other two: the optimum does not depend on the
// tree. With three numbers it does worse here than Huffman's tree. So if vectors are short, it matters which questions
// a tree asks.
//
// On a large vocabulary the chain is far too slow. The next table compares trees for 1000 words whose counts fall as
// $\frac{1}{\text{rank}}$. The tree of equal paths is Huffman's for equal counts:

// %% name="trees-compared" tags="measured"
const zipf = Array.from({ length: 1000 }, (_, rank) => Math.ceil(1e7 / (rank + 1)));
const drawZipf = negativeSampler(zipf, seededRandom(2), { power: 1 });
const zipfModel = createModel(1000, { vectorSize: 20, seed: 1 });
const trees = {
  Huffman: huffmanTree(zipf),
  "equal paths": huffmanTree(zipf.map(() => 1)),
  "chain, frequent words first": chainTree(1000),
  "chain, rare words first": chainTree(1000).reverse(),
};

// %% name="time-with-a-tree" tags="measured"
const timeWith = (paths: readonly HuffmanPath[]): number =>
  msPerStep(() => {
    const drawn = { center: drawZipf(), context: drawZipf() };
    skipGramHierarchicalStep(zipfModel, drawn, paths, 0.001);
  });

// %% name="trees-shown" tags="measured"
await showTable(
  Object.entries(trees).map(([kind, paths]) => ({
    tree: kind,
    "mean length": meanLength(paths, zipf),
    "ms a step": timeWith(paths),
  })),
  { caption: `1000 words, entropy ${entropy(zipf).toFixed(2)} bits` },
);

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. A word's probability is a product of yes-or-no answers along its path. The leaves of *any* binary tree add up to 1,
//    so nobody has to sum over all words.
// 2. The tree decides what a step costs and which words share vectors. Huffman's tree makes the mean path as short as it
//    can be, less than one question above the entropy. It looks at counts, not at meaning.
//
// **Now you:** the [exercises of this lesson](../exercises/06-hierarchical-softmax-exercises.ipynb). **Next:**
// [07 Negative sampling](07-negative-sampling.ipynb), the other way to avoid the sum over all words.
//
// **Sources.** Morin and Bengio 2005, who brought the tree to language models; Mikolov et al. 2013b, arXiv 1310.4546,
// section 2.1 and equation 3; Rong 2014, arXiv 1411.2738, section 3.1; Huffman 1952; Shannon 1948, for the entropy;
// Mnih and Hinton 2009.
//
// **To read on:** Rong 2014, section 3.1, draws a path and derives the step; Mnih and Hinton 2009 let the vectors make
// the tree.
