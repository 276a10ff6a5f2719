// %% [markdown] name="title"
// # 01 Reading vectors
//
// **40 minutes. You need:** [00 Start here](00-start-here.ipynb); what a dot product is.
//
// A word vector is a list of numbers for a word. Later you will learn such vectors from text. First you learn to
// *read* them: what it means that two are near, and what it does not mean. After this notebook you can
//
// - derive the cosine of two vectors and say why their lengths do not count;
// - find a word's neighbours and solve an analogy, and say which words must be left out;
// - find out which numbers make two words near, and say why "near" is not "means the same".

// %% name="imports" tags="imports"
import {
  analogy,
  arrowsChart,
  barChart,
  buildVocabulary,
  cbowExamples,
  corpusSentences,
  cosineSimilarity,
  dot,
  encode,
  heatChart,
  neighbours,
  norm,
  quiz,
  row,
  show,
  showNeighbours,
  showNumbers,
  showTable,
  type Table,
  tokenSentences,
  vectorOf,
  vectorsFromRows,
  wordId,
  type WordVectors,
  wordVectors,
} from "kernel-helpers";

// %% [markdown] name="by-hand"
// ## 1 Vectors made by hand
//
// Give each of six words three numbers: how *royal* it is, how *feminine* (negative: masculine), how *grown up*. We made
// these numbers up, and so you can see every one of them. Later a program learns them.
//
// `vectorsFromRows` gives an object with the `words` and their `table`, one row for each word. `row(table, i)` is row $i$,
// counted from 0, and `vectorOf(vectors, word)` is the row of a word.

// %% name="six-words"
const people = vectorsFromRows({
  king: [0.9, -0.5, 0.8],
  queen: [0.9, 0.5, 0.8],
  man: [0.1, -0.6, 0.8],
  woman: [0.1, 0.6, 0.8],
  prince: [0.9, -0.5, 0.1],
  princess: [0.9, 0.5, 0.1],
});
const features = ["royal", "feminine", "grown up"];
const numbers = people.words.map((_, word) => row(people.table, word));
await show(
  heatChart(numbers, people.words, {
    columns: features,
    value: "number",
    title: "Six words, three numbers each",
  }),
);

// %% [markdown] name="cosine"
// ## 2 How near are two arrows?
//
// ### Predict

// %% name="quiz-ten-times"
await quiz("01-reading-vectors/ten-times");

// %% [markdown] name="cosine-derived"
// ### Derive
//
// If only the direction counts, the *angle* $\theta$ between two vectors is what we want. Let $|a| = \sqrt{a \cdot a}$ be
// the length of $a$. The law of cosines says, for the triangle with the sides $a$, $b$ and $a - b$:
//
// $$|a - b|^2 = |a|^2 + |b|^2 - 2\,|a|\,|b| \cos\theta$$
//
// The left side can also be multiplied out, since $|x|^2 = x \cdot x$:
//
// $$|a - b|^2 = (a - b)\cdot(a - b) = |a|^2 + |b|^2 - 2\, a \cdot b$$
//
// Both right sides are equal to $|a - b|^2$. Set them equal and cancel $|a|^2$, $|b|^2$ and the factor $-2$:
//
// $$a \cdot b = |a|\,|b| \cos\theta \qquad\text{and so}\qquad \cos\theta = \frac{a \cdot b}{|a|\,|b|}$$
//
// ### Check
//
// In the plane we can measure an angle without any of this, from the x axis. The cell takes two vectors $p$ and $q$. Do
// the three ways to compute $|p - q|^2$ give the same number? And do we get the same cosine? (`dot(p, q)` is
// $p \cdot q$, `norm(p)` is $|p|$, and `cosineSimilarity` is the library's cosine.)

// %% name="law-of-cosines"
const p = Float64Array.of(3, 1);
const q = Float64Array.of(1, 2);
const measured = Math.atan2(q[1], q[0]) - Math.atan2(p[1], p[0]); // from the x axis
const [pp, qq] = [norm(p) ** 2, norm(q) ** 2];
await showNumbers({
  "|p - q|², from the coordinates": (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2,
  "by the law of cosines": pp + qq - 2 * norm(p) * norm(q) * Math.cos(measured),
  "multiplied out": pp + qq - 2 * dot(p, q),
  "cosine of the measured angle": Math.cos(measured),
  "p · q / (|p| |q|)": dot(p, q) / (norm(p) * norm(q)),
  "cosineSimilarity()": cosineSimilarity(p, q),
});

// %% [markdown] name="plane"
// However many numbers two vectors have, they lie in one plane. We can draw them there: *king* to the right, *queen* at
// the angle $\theta$ to it.

// %% name="angle"
const a = vectorOf(people, "king");
const b = vectorOf(people, "queen");
const theta = Math.acos(cosineSimilarity(a, b));
const drawn = [
  { word: "king", x: norm(a), y: 0 },
  { word: "queen", x: norm(b) * Math.cos(theta), y: norm(b) * Math.sin(theta) },
];
await show(arrowsChart(drawn, { title: "The angle between king and queen" }));

// %% [markdown] name="scale"
// And the prediction?

// %% name="scaled"
const longQueen = b.map((x) => 10 * x);
await showNumbers({
  "cosine: king, queen": cosineSimilarity(a, b),
  "cosine: king, 10 × queen": cosineSimilarity(a, longQueen),
  "dot product: king, queen": dot(a, b),
  "dot product: king, 10 × queen": dot(a, longQueen),
});

// %% [markdown] name="scale-note"
// Multiply a vector by $s > 0$: the dot product becomes $s$ times as large, and so does the length. In the cosine the two
// factors $s$ cancel.

// %% [markdown] name="heat"
// ### All pairs at once
//
// The cosine is 1 for the same direction, 0 for a right angle, −1 for opposite directions.

// %% name="all-cosines"
const cosines = people.words.map((one) =>
  people.words.map((other) =>
    cosineSimilarity(vectorOf(people, one), vectorOf(people, other)),
  ),
);
await show(
  heatChart(cosines, people.words, { value: "cosine", title: "Cosines of six words" }),
);

// %% [markdown] name="neighbours"
// ## 3 Neighbours
//
// A word's *neighbours* are the other words, the one with the largest cosine first. The word itself is left out: it has
// the cosine 1 with itself, so it would always come first, and that says nothing.

// %% name="find-neighbours"
await showTable(neighbours(people, "king"), { caption: "Neighbours of king" });

// %% [markdown] name="analogy" choices="king|queen|man|woman|prince|princess" answer="queen" asks="nearest with none left out"
// ## 4 Analogies
//
// *man* is to *king* as *woman* is to …? The step from *man* to *king* is the vector $v_{king} - v_{man}$. Take the
// same step from *woman* (Mikolov et al. 2013c):
//
// $$d = v_{king} - v_{man} + v_{woman}$$
//
// The answer is the word whose vector has the largest cosine with $d$. Each $v$ in this sum is first divided by its
// length; otherwise a long vector would count more than the others.
//
// ### Predict
//
// Which of the six words is nearest to $d$ if *none* is left out? And which one if *king*, *man* and *woman* are left out?
//
// <details><summary>Answer</summary>
//
// *queen* both times. Our made-up numbers fit the question so well that even the words of the question are farther away.
// Section 5 shows that this is an exception.
//
// </details>

// %% name="solve-analogy"
const unit = (word: string): Float32Array => {
  const v = vectorOf(people, word);
  return v.map((x) => x / norm(v));
};
const d = unit("king").map((x, i) => x - unit("man")[i] + unit("woman")[i]);
await showTable(neighbours(people, d), {
  caption: "Nearest to king - man + woman, nothing left out",
});
await showTable(analogy(people, { positive: ["king", "woman"], negative: ["man"] }), {
  caption: "The same without the three words of the question",
});

// %% [markdown] name="real"
// ## 5 Vectors from real text
//
// Three made-up numbers for each word are a toy. Now we let a text make the vectors. Take a word $i$, and for each of
// the 300 most frequent words $j$ count how often $j$ stands at most two places from $i$. These 300 counts are the
// vector of $i$. The text is all State of the Union addresses of United States presidents, from 1790 on. (Words that
// occur fewer than 20 times are left out before we count.) The library numbers words by falling frequency, and calls
// the number of a word its *id*. So the 300 most frequent words have the ids 0 to 299.

// %% name="read-corpus"
const sentences = await tokenSentences(corpusSentences("sotu"));
const vocabulary = buildVocabulary(sentences.flat(), { minCount: 20 });
console.log(
  `${sentences.length} sentences, ${vocabulary.words.length} words that occur 20 times or more`,
);

// %% name="count-vectors"
const columns = 300;
const counts: Table<Float32Array> = {
  rows: vocabulary.words.length,
  width: columns,
  data: new Float32Array(vocabulary.words.length * columns),
};
for (const tokens of sentences) {
  // `encode` turns words into ids; each word comes with the words around it,
  // at most two on each side
  for (const { center, context } of cbowExamples(encode(vocabulary, tokens), {
    window: 2,
  })) {
    const numbers = row(counts, center);
    for (const word of context) if (word < columns) numbers[word]++;
  }
}

// %% name="count-neighbours"
const counted = wordVectors(vocabulary.words, counts);
await showNeighbours(counted, ["january", "war", "increase"]);

// %% name="quiz-high-cosine"
await quiz("01-reading-vectors/high-cosine");

// %% [markdown] name="real-read" choices="words about war|words about states|others" answer="others"
// Nobody told the computer what a month is. Words are near when they *stand among the same words*, and that is all
// that "near" means here. But why is *state* the nearest word to *war*, and *price* the next?
//
// The cosine of two vectors $a$ and $b$ is a sum over the 300 columns, so we can ask each column for its share:
//
// $$\cos\theta = \sum_j \frac{a_j}{|a|}\, \frac{b_j}{|b|}$$
//
// ### Predict
//
// Which columns have the largest shares for *war* and *state*: words about war, words about states, or others?
//
// <details><summary>Answer</summary>
//
// Others: *the* and *of*, which are frequent beside both words and say nothing about either.
//
// </details>

// %% name="shares"
/** cos θ as a sum of the columns' shares, of which the `count` largest are named. */
function largestShares(from: WordVectors, pair: string[], count: number): string {
  const [a, b] = pair.map((word) => vectorOf(from, word));
  const shares = Array.from(a, (x, j) => (x / norm(a)) * (b[j] / norm(b)));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const named = shares
    .map((share, j) => ({ share, column: vocabulary.words[j] }))
    .sort((x, y) => y.share - x.share)
    .slice(0, count)
    .map(({ share, column }) => `${column} ${share.toFixed(2)}`);
  return `${named.join(" + ")} + … = ${all.toFixed(4)}`;
}

// %% name="shares-run"
await showTable(
  ["war", "increase", "january"].flatMap((word) =>
    neighbours(counted, word, { count: 2 }).map((near) => ({
      pair: `${word}, ${near.word}`,
      shares: largestShares(counted, [word, near.word], 4),
      cosine: near.cosine.toFixed(4),
    })),
  ),
);

// %% [markdown] name="shares-note"
// Most of each sum comes from *the* and *of*, two words of grammar. *war*, *state* and *price* are nouns that often
// stand with *the* and *of*, in about the same proportion. That says how a noun is used, not what it means. What do the
// other columns say? Set the columns of the words of grammar to zero and look again. We take the first 100 columns,
// which are the 100 most frequent words.
//
// And *increase*? Most of its neighbours begin with a vowel, and *an* has a share in both of its sums. So we set the
// column of *an* to zero, and keep all others:

// %% name="without-columns"
/** The count vectors with zeros in the columns for which `leftOut` is true. */
function without(leftOut: (column: number) => boolean): WordVectors {
  const data = counts.data.map((x, i) => (leftOut(i % columns) ? 0 : x));
  return wordVectors(vocabulary.words, { ...counts, data });
}
const rarer = without((column) => column < 100);
console.log("without the 100 most frequent words");
await showNeighbours(rarer, ["january", "war"]);
const [nearWar] = neighbours(rarer, "war");
console.log(`war, ${nearWar.word}: ${largestShares(rarer, ["war", nearWar.word], 3)}`);

// %% name="without-an"
const an = wordId(vocabulary, "an");
console.log("all columns, then without the column of an");
await showNeighbours(counted, ["increase"]);
await showNeighbours(
  without((column) => column === an),
  ["increase"],
);

// %% [markdown] name="without-columns-note"
// Most neighbours of *january* are still months, so these did not depend on the words of grammar. *price* is no longer
// near *war*, so that did depend on them. *state* is still the nearest word to *war*, now because of the columns
// *secretary* and *department*: presidents speak of the Secretary of War and of the Secretary of State. Hardly any
// neighbour of *increase* begins with a vowel now. Before you believe a neighbour, ask which columns made it.
//
// **Opposites are nearer to each other than most words are.** Opposites are used alike. A single cosine does not show
// this, since a word may have many neighbours with a high cosine. So ask which place the second word takes among all
// neighbours of the first:

// %% name="opposites"
const cosineOf = (one: string, other: string): number =>
  cosineSimilarity(vectorOf(counted, one), vectorOf(counted, other));

/** The place of `other` among all neighbours of `one`, from 1 for the nearest. */
function placeOf(other: string, one: string): number {
  const cosine = cosineOf(one, other);
  return counted.words.filter((w) => w !== one && cosineOf(one, w) > cosine).length + 1;
}
const pairsToCompare = [
  ["increase", "reduction"],
  ["foreign", "domestic"],
  ["first", "last"],
  ["war", "peace"],
  ["increase", "foreign"],
  ["war", "domestic"],
].filter((pair) => pair.every((word) => counted.ids.has(word)));

// %% name="opposites-places"
await showTable(
  pairsToCompare.map(([one, other]) => {
    const place = placeOf(other, one);
    return {
      pair: `${one}, ${other}`,
      cosine: cosineOf(one, other),
      place,
      "% of the words that are nearer": (100 * (place - 1)) / counted.words.length,
    };
  }),
  { caption: "Opposites, and pairs that have nothing to do with each other" },
);
const some = counted.words.filter((_, i) => i % 40 === 0);
const anyTwo = some.flatMap((x, i) => some.slice(i + 1).map((y) => cosineOf(x, y)));
const meanOfAny = anyTwo.reduce((sum, c) => sum + c, 0) / anyTwo.length;
await showNumbers(
  { "mean cosine of two words from a sample": meanOfAny },
  { digits: 2 },
);

// %% [markdown] name="opposites-note"
// Each of the two pairs at the end has a higher cosine than two words have on average, and yet many words are nearer. So
// compare places, or compare the cosines of one word with several others. Do not compare the cosines of different pairs.

// %% [markdown] name="real-analogy"
// **The nearest word is often a word of the question.** With our six made-up vectors it made no difference whether we left
// the words of the question out. With vectors from text it does. France is to French as Spain is to …?

// %% name="real-analogies"
const unitOf = (word: string): Float32Array => {
  const v = vectorOf(counted, word);
  return v.map((x) => x / norm(v));
};
const toSpain = unitOf("french").map(
  (x, i) => x - unitOf("france")[i] + unitOf("spain")[i],
);
const nearestToSpain = neighbours(counted, toSpain, { count: 4 });
await showTable(nearestToSpain, {
  caption: "french - france + spain, nothing left out",
});

// %% name="real-analogy-answer"
await showTable(
  analogy(counted, { positive: ["french", "spain"], negative: ["france"], count: 4 }),
  { caption: "The same without the three words of the question" },
);

// %% name="quiz-word-of-question"
await quiz("01-reading-vectors/word-of-question");

// %% [markdown] name="analogy-terms"
// Why *french* itself, and why is *spanish* not the first after it? With vectors of length 1 the cosine of a word $w$
// with $d$ is a sum of three cosines, divided by the length of $d$ (Levy and Goldberg 2014a, eq. 2 and 3):
//
// $$\cos(w, d) = \frac{\cos(w, \textit{french}) - \cos(w, \textit{france}) + \cos(w, \textit{spain})}{|d|}$$

// %% name="analogy-terms-run"
await showTable(
  nearestToSpain.map(({ word, cosine }) => {
    const [french, france, spain] = ["french", "france", "spain"].map((one) =>
      cosineOf(word, one),
    );
    return {
      word,
      french,
      "- france": -france,
      "+ spain": spain,
      "sum / |d|": (french - france + spain) / norm(toSpain),
      "by neighbours()": cosine,
    };
  }),
  { caption: "Three cosines for each word" },
);

// %% name="analogy-shares"
await showTable(
  [
    ["france", "spain"],
    ["french", "france"],
    ["french", nearestToSpain[1].word],
  ].map((pair) => ({ pair: pair.join(", "), shares: largestShares(counted, pair, 4) })),
);

// %% [markdown] name="analogy-terms-note"
// *france* and *spain* stand among the same words. So *spain* gives back what *france* takes away, and what is left of
// the sum is nearly the cosine with *french* alone. That cosine is 1 for *french*, and high for every word that stands
// in *the … government*, such as *mexican*. The largest columns say how a word is used in a sentence, and hardly which
// nation it belongs to. But the nation is what the analogy asks for. Do the learned vectors of lesson 05 find
// *spanish*?

// %% [markdown] name="frequent"
// **Frequent words drown the others.** That is one reason why words of grammar decided so much above. Look at the largest
// numbers in the vector of *january*. ([Lesson 02](02-counting-and-pmi.ipynb) makes better numbers out of the counts.)

// %% name="largest-counts"
const largest = Array.from(vectorOf(counted, "january"))
  .map((value, word) => ({ label: vocabulary.words[word], value }))
  .sort((x, y) => y.value - x.value);
await show(
  barChart(largest.slice(0, 12), { title: "What stands near january", y: "times" }),
);

// %% [markdown] name="break-it"
// ## 6 Break it
//
// What if we take the dot product instead of the cosine? A frequent word has a long vector, and a long vector has a large
// dot product with nearly everything:

// %% name="by-dot-product"
const target = vectorOf(counted, "january");
const byDot = counted.words
  .filter((word) => word !== "january")
  .map((word) => {
    const v = vectorOf(counted, word);
    return {
      word,
      product: dot(target, v),
      length: norm(v),
      cosine: cosineOf("january", word),
    };
  })
  .sort((x, y) => y.product - x.product);
await showTable(byDot.slice(0, 6), { caption: "Largest dot products with january" });

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. $\cos\theta = a \cdot b / (|a||b|)$: directions count, lengths do not. Leave the words of the question out.
// 2. "Near" means *used alike*. Opposites are often used alike.
//
// **Now you:** the [exercises of this lesson](../exercises/01-reading-vectors-exercises.ipynb). **Next:**
// [02 Counts and PMI](02-counting-and-pmi.ipynb), where the same counts become better vectors.
//
// **Sources.** Mikolov, Yih and Zweig 2013 ("2013c"), *Linguistic Regularities in Continuous Space Word
// Representations*, NAACL, on analogies as steps between vectors. Levy and Goldberg 2014a, *Linguistic Regularities in
// Sparse and Explicit Word Representations*, CoNLL, equations 2 and 3. Salton and McGill 1983, *Introduction to Modern
// Information Retrieval*, on the cosine. Text: State of the Union addresses, in the public domain; see
// `datasets/sotu/README.md`.
//
// **To read on:** Harris 1954, on meaning from the words around a word; Turney and Pantel 2010, section 4.4, on other
// measures than the cosine; Linzen 2016, on what analogies measure when the words of the question are left out.
