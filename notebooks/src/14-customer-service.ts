// %% [markdown] name="title"
// # 14 Customer service: intents, retrieval, and "I don't know"
//
// **75 minutes. You need:** [01 Reading vectors](01-reading-vectors.ipynb), and
// [05 Skip-Gram](05-skip-gram.ipynb), section 8, for what a training does.
//
// A help desk has a list of answers, and people who ask in their own words. A program is to find the answer, or to say that
// there is none and pass the question to a person. Here we build it, in English and Chinese, and measure how often it is wrong.
// After this notebook you can
//
// - rank answers by words, by vectors and by both, derive BM25, and measure a ranking with an interval;
// - make a program say "I don't know", choose its threshold on one half of the questions and judge it on the other;
// - test a classifier of intents on patterns that it has never seen, and say what the vectors bought.

// %% name="imports" tags="imports"
import {
  barChart,
  bm25Ranker,
  bootstrapInterval,
  chooseThreshold,
  classScores,
  dataset,
  dot,
  faqAnswerer,
  fallbackErrors,
  fitCommonComponent,
  fitLogisticRegression,
  fitTerms,
  type Interval,
  likeliestClasses,
  lineChart,
  meanInterval,
  meanReciprocalRank,
  meanVectors,
  mixedRanker,
  norm,
  openSimd,
  type Part,
  quiz,
  rankedDocuments,
  rankOf,
  recallAt,
  rocArea,
  rocCurve,
  row,
  seededRandom,
  show,
  showNumbers,
  showTable,
  shuffled,
  sifWeights,
  startTraining,
  type Table,
  termCounts,
  type TextRanker,
  tfIdf,
  tfIdfRanker,
  tokenizer,
  tokenSentences,
  corpusSentences,
  type TrainOptions,
  vectorRanker,
  type Vocabulary,
} from "kernel-helpers";

// %% [markdown] name="task"
// ## 1 The task and its data
//
// Our list of answers is the FAQ of Debian, a free operating system: sections with a heading and a text, in English and in
// Chinese. Beside it is a set of questions written for this course, three in each language for 60 of the sections, in the words
// of people who do not know its headings; and questions that the FAQ does not answer: about other systems, about banks and
// parcels, about anything. Both sets have a card, `datasets/debian-faq/README.md` and `datasets/faq-questions/README.md`. The
// questions were written by a language model that had read the FAQ. Real people ask with more words and more mistakes,
// so take our numbers as too good.

// %% name="load"
const faq = await dataset("debian-faq");
const asked = await dataset("faq-questions");
console.log(`${faq.records.length} sections, ${asked.records.length} questions`);
console.log(`licence of the FAQ: ${faq.licence}`);

// %% name="one-section"
const sample = faq.records.find(({ id }) => id === "choosing/s3.1.4");
if (sample === undefined) throw new Error("The FAQ has other sections than it had");
await showTable([
  { what: "heading", text: sample.en.question },
  { what: "text begins", text: `${sample.en.answer.slice(0, 90)} …` },
  ...asked.records
    .filter(({ section, language }) => section === sample.id && language === "en")
    .map(({ question }) => ({ what: "asked", text: question })),
]);

// %% [markdown] name="tokens-text"
// English has spaces between its words. Chinese text is divided by the tokenizer `chinese`. A document is a section,
// heading and text; `right` is the number of the section that answers a question, and -1 if none does.

// %% name="documents"
type Language = "en" | "zh";
const divide = { en: tokenizer("words"), zh: tokenizer("chinese") };
const textsOf = (language: Language): string[][] =>
  faq.records.map((section) => {
    const { question, answer } = section[language];
    return divide[language](`${question}\n${answer}`);
  });
const documents = { en: textsOf("en"), zh: textsOf("zh") };

// %% name="questions"
interface Question {
  tokens: string[];
  right: number;
  group: string; // the section, or the kind of a foreign question
}
const place = new Map(faq.records.map(({ id }, i) => [id, i]));
const questionsOf = (language: Language): Question[] =>
  asked.records
    .filter((one) => one.language === language)
    .map(({ question, section = "", kind = "" }) => ({
      tokens: divide[language](question),
      right: place.get(section) ?? -1,
      group: section || kind,
    }));
const questions = { en: questionsOf("en"), zh: questionsOf("zh") };
const known = (language: Language) => questions[language].filter(({ right }) => right >= 0);
const foreign = (language: Language) => questions[language].filter(({ right }) => right < 0);

// %% [markdown] name="gap-text" choices="more|fewer" answer="fewer" asks="words that a section has"
// ### Predict
//
// Take the heading of a section and a question that somebody asked for it. Of the words of the question, does the text of the
// section have more, or fewer, than of the words of its own heading?
//
// <details><summary>Answer</summary>
//
// Fewer: who wrote the heading also wrote the text. This *lexical gap* is the problem of this lesson.
//
// </details>

// %% name="gap"
const shareFound = (tokens: string[], text: string[]): number =>
  tokens.filter((token) => text.includes(token)).length / tokens.length;
const mean = (numbers: number[]): number => numbers.reduce((sum, x) => sum + x, 0) / numbers.length;
await showTable(
  (["en", "zh"] as const).map((language) => {
    const answers = faq.records.map((section) => divide[language](section[language].answer));
    const headings = faq.records.map((section) => divide[language](section[language].question));
    return {
      language,
      "of the heading's words, in the text": mean(headings.map((h, i) => shareFound(h, answers[i]))),
      "of a question's words, in the text": mean(
        known(language).map(({ tokens, right }) => shareFound(tokens, answers[right])),
      ),
    };
  }),
);

// %% [markdown] name="tfidf-text"
// ## 2 Finding by words
//
// **TF-IDF** counts a word of a document by how often it occurs there, $t_{iw}$, and by how few of the $N$ documents have it, $n_w$
// of them (Salton and Buckley 1988; in the form of scikit-learn):
//
// $$x_{iw} = t_{iw} \Big(\log \frac{1 + N}{1 + n_w} + 1\Big)$$
//
// A question gets a row of the same kind, and the score of a document is the cosine of both rows: lesson 01 with as many
// coordinates as there are words. Three small documents show it:

// %% name="tfidf-by-hand"
const small = [["disk", "full"], ["disk", "disk", "new", "font"], ["new", "key"]];
const query = ["new", "disk"];
const N = small.length;
const words = [...new Set(small.flat())];
const have = (word: string): number => small.filter((text) => text.includes(word)).length; // n_w
const often = (text: string[], word: string): number => text.filter((w) => w === word).length;
const tfIdfRow = (text: string[]): number[] =>
  words.map((word) => often(text, word) * (Math.log((1 + N) / (1 + have(word))) + 1));
const cosine = (x: number[], y: number[]): number => {
  const [a, b] = [Float64Array.from(x), Float64Array.from(y)];
  return dot(a, b) / (norm(a) * norm(b));
};
await showNumbers({
  "by hand": small.map((text) => cosine(tfIdfRow(text), tfIdfRow(query))),
  "tfIdfRanker()": tfIdfRanker(small).scores(query),
});

// %% [markdown] name="saturation-text"
// ### BM25
//
// **BM25** (Robertson and Zaragoza 2009) mends three things, one after the other.
//
// *Saturation.* A document that has a word ten times is not ten times as good as one that has it once. So $t$ is replaced by
//
// $$\frac{t\,(k + 1)}{t + k}$$
//
// which is 1 for $t = 1$ and never reaches $k + 1$. With a small $k$ it is soon full; with a large one it is nearly $t$.

// %% name="saturation"
await show(
  lineChart(
    [0.5, 1.2, 5].flatMap((k) =>
      Array.from({ length: 11 }, (_, t) => ({
        x: t,
        y: (t * (k + 1)) / (t + k),
        series: `k = ${k}`,
      })),
    ),
    { title: "What occurrences of a word count", x: "occurrences t", y: "weight", dots: true },
  ),
);

// %% [markdown] name="length-text"
// *Length.* A long document has every word more easily by chance. If it is twice as long as the mean, an occurrence says half as
// much, or a little more than half, as a long text may also say more. So $k$ is multiplied by a mean of 1 and of
// the length $\ell_i$ over the mean length $m$:
//
// $$k \Big(1 - b + b\, \frac{\ell_i}{m}\Big)$$
//
// With $b = 0$ the length does not count, with $b = 1$ it counts in full.
//
// *Weight of a word.* In place of TF-IDF's logarithm stands $\log\frac{N - n_w + 1/2}{n_w + 1/2}$, which comes from the odds that
// a document has the word; the 1 below, as Lucene has it, keeps it above 0. Together:
//
// $$s_i = \sum_w \log\Big(1 + \frac{N - n_w + \frac{1}{2}}{n_w + \frac{1}{2}}\Big)\ \frac{t_{iw}\,(k + 1)}{t_{iw} + k\,\big(1 - b + b\,\frac{\ell_i}{m}\big)}$$
//
// ### Predict

// %% name="quiz-length"
await quiz("14-customer-service/long-answer");

// %% name="bm25-by-hand"
const [k, b] = [1.2, 0.75]; // the usual values
const m = mean(small.map(({ length }) => length));
const byHand = small.map((text) =>
  query.reduce((score, word) => {
    const t = often(text, word);
    const weight = Math.log(1 + (N - have(word) + 0.5) / (have(word) + 0.5));
    return score + (weight * t * (k + 1)) / (t + k * (1 - b + (b * text.length) / m));
  }, 0),
);
await showNumbers({ "by hand": byHand, "bm25Ranker()": bm25Ranker(small).scores(query) });

// %% [markdown] name="measure-text"
// ## 3 Measuring a ranking
//
// A ranker puts all sections in order. Let $r_q$ be the place of the right one for question $q$. Two measures are usual: the
// *recall at k*, R@k, the share of the $Q$ questions whose right section is among the first $k$, and the *mean reciprocal rank*
//
// $$\mathrm{MRR} = \frac{1}{Q} \sum_q \frac{1}{r_q}$$
//
// which gives 1 for the first place, 1/2 for the second, and little for a place that nobody looks at. Whoever guesses has an R@1 of
// $1/N$. That is our majority baseline.
//
// **The interval.** We draw again as many questions as there are, with replacement, a thousand times, and look at where the
// middle 95 % of the measures lie: the *bootstrap* (Efron 1979). The three questions of one section are alike, so we draw
// *sections*, with all their questions. Drawing questions would make the interval too narrow.

// %% name="ranks"
const ranksOf = (ranker: TextRanker, some: Question[]): number[] =>
  some.map(({ tokens, right }) => rankOf(ranker.scores(tokens), right));

/** A measure of the ranks with its interval; whole sections are drawn. */
function measured(some: Question[], ranks: number[], measure: (r: number[]) => number): Interval {
  const groups = [...new Set(some.map(({ group }) => group))];
  const own = groups.map((group) => ranks.filter((_, i) => some[i].group === group));
  return bootstrapInterval(groups.length, (drawn) =>
    measure([...drawn].flatMap((i) => own[i])),
  );
}
const text = ({ estimate, low, high }: Interval): string =>
  `${estimate.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;

// %% name="scores-of"
function scoresOf(ranker: TextRanker, some: Question[]) {
  const ranks = ranksOf(ranker, some);
  return {
    "R@1": text(measured(some, ranks, (r) => recallAt(r, 1))),
    "R@5": text(measured(some, ranks, (r) => recallAt(r, 5))),
    MRR: text(measured(some, ranks, meanReciprocalRank)),
  };
}

// %% [markdown] name="headings-text"
// First the easy case: the headings as questions, and the texts below them as documents. Only headings with a question
// mark count.

// %% name="headings"
const headingRows = (["en", "zh"] as const).flatMap((language) => {
  const answers = faq.records.map((section) => divide[language](section[language].answer));
  const headings = faq.records.flatMap(({ id, en, ...section }, i) => {
    const question = language === "en" ? en.question : section.zh.question;
    return en.question.includes("?")
      ? [{ tokens: divide[language](question), right: i, group: id }]
      : [];
  });
  return [
    { language, ranker: "TF-IDF", ...scoresOf(tfIdfRanker(answers), headings) },
    { language, ranker: "BM25", ...scoresOf(bm25Ranker(answers), headings) },
  ];
});
await showTable(headingRows, { caption: "Heading → its own text" });

// %% name="strangers"
const wordRankers = (language: Language) => ({
  "TF-IDF": tfIdfRanker(documents[language]),
  BM25: bm25Ranker(documents[language]),
});
const byWords = { en: wordRankers("en"), zh: wordRankers("zh") };
await showTable(
  (["en", "zh"] as const).flatMap((language) =>
    Object.entries(byWords[language]).map(([ranker, one]) => ({
      language,
      ranker,
      ...scoresOf(one, known(language)),
    })),
  ),
  { caption: "Question in other words → section (heading and text)" },
);

// %% [markdown] name="strangers-note"
// Most numbers are lower than those of the headings, and far from what one would like to put before customers: the first
// section is the right one for about four questions of ten. The ranker knows nothing of meaning. A question that shares no rare
// word with its section cannot be found by words, whatever the formula.
//
// Look at how wide the intervals are. Whether BM25 is better than TF-IDF here is asked in the right way by the interval of the
// *difference* on the same questions: does it contain 0?

// %% name="difference"
function difference(some: Question[], one: TextRanker, other: TextRanker): Interval {
  const [first, second] = [one, other].map((ranker) => ranksOf(ranker, some));
  const groups = [...new Set(some.map(({ group }) => group))];
  const own = groups.map((group) =>
    some.flatMap((question, i) => (question.group === group ? [i] : [])),
  );
  return bootstrapInterval(groups.length, (drawn) => {
    const at = [...drawn].flatMap((g) => own[g]);
    const found = (ranks: number[]) => recallAt(at.map((i) => ranks[i]), 1);
    return found(first) - found(second);
  });
}
await showTable(
  (["en", "zh"] as const).map((language) => {
    const { BM25, "TF-IDF": tf } = byWords[language];
    return { language, "R@1 of BM25 - TF-IDF": text(difference(known(language), BM25, tf)) };
  }),
);

// %% [markdown] name="vectors-text"
// ## 4 Finding by vectors
//
// Vectors promise to close the gap: *notebook* and *laptop* share no letter, but may have like vectors. A text gets the mean of
// the vectors of its words, and the score of a section is the cosine of two means:
//
// $$h = \frac{1}{n} \sum_{w} v_w \qquad s_i = \frac{h_q \cdot h_i}{|h_q|\,|h_i|}$$
//
// where the sum goes over the $n$ words of the text that *have* a vector. Two improvements are by Arora et al. 2017:
//
// - **SIF** (smooth inverse frequency): each word counts $\frac{a}{a + p_w}$, where $p_w$ is its share of all words and $a = 0.001$.
//   Frequent words count little.
// - **The common direction.** The means of all texts lean to one side, since all have *the* and *of*. Let $u$ be the direction in
//   which they lie most, of length 1. Take it out: $x - (x \cdot u)\,u$.
//
// From which text shall the vectors learn? We try two: the two centuries of speeches that every lesson has, which are long
// but about other things; and the FAQ itself, which is about the right things but short.

// %% name="train"
const simd = openSimd({ threads: 1 });
const options: TrainOptions = { architecture: "skip-gram", vectorSize: 50 };
async function trainedOn(sentences: string[][], more: TrainOptions) {
  const training = startTraining(sentences, { ...options, ...more }, simd);
  await training.finish();
  const table = await training.inputTable();
  training.close();
  return { vocabulary: training.vocabulary, table };
}

// %% name="trained"
const speeches = await tokenSentences(corpusSentences("sotu"));
const vectors = {
  speeches: await trainedOn(speeches, { epochs: 1 }),
  en: await trainedOn(documents.en, { epochs: 40, minCount: 2 }),
  zh: await trainedOn(documents.zh, { epochs: 40, minCount: 2 }),
};

// %% name="known-words"
await showTable(
  [
    { vectors: "speeches", asked: "en" as const, ...vectors.speeches },
    { vectors: "FAQ", asked: "en" as const, ...vectors.en },
    { vectors: "FAQ", asked: "zh" as const, ...vectors.zh },
  ].map(({ vectors: of, asked: language, vocabulary }) => ({
    "trained on": of,
    questions: language,
    "words with a vector": vocabulary.words.length,
    "of a question's words, with a vector": mean(
      known(language).map(
        ({ tokens }) => tokens.filter((word) => vocabulary.ids.has(word)).length / tokens.length,
      ),
    ),
  })),
);

// %% name="quiz-unknown"
await quiz("14-customer-service/unknown-words");

// %% [markdown] name="sif-text"
// The cells write both improvements out for one section, and compare with the library.

// %% name="sif-by-hand"
const { vocabulary: V, table: E } = vectors.en;
const all = V.counts.reduce((sum, count) => sum + count, 0);
const sif = Float64Array.from(V.counts, (count) => 0.001 / (0.001 + count / all)); // a / (a + p_w)
const idsOf = (tokens: string[], { ids }: Vocabulary): number[] =>
  tokens.flatMap((token) => ids.get(token) ?? []);
const first = idsOf(documents.en[0], V);
const h = new Float64Array(50);
for (const id of first)
  row(E, id).forEach((x, j) => {
    h[j] += (sif[id] * x) / first.length;
  });

// %% name="sif-compared"
const means = meanVectors(documents.en.map((tokens) => idsOf(tokens, V)), E, sif);
const u = fitCommonComponent(means, {
  name: "train",
  examples: documents.en.map((_, i) => i),
});
const left = h.map((x, j) => x - dot(h, u) * u[j]);
await showNumbers({
  "largest difference from sifWeights()": Math.max(
    ...sifWeights(V.counts).map((weight, id) => Math.abs(weight - sif[id])),
  ),
  "from meanVectors()": Math.max(...h.map((x, j) => Math.abs(x - row(means, 0)[j]))),
  "length of u": norm(u),
  "cosine of the first section's mean and u": dot(h, u) / norm(h),
  "what is left of it, times u": dot(left, u),
});

// %% [markdown] name="component-text"
// The direction is fitted on the *sections*, which are there before anybody asks. If the questions that judge had a say in it, we
// would learn from the test. (That is one of the exercises.)

// %% name="vector-rankers"
type Trained = typeof vectors.en;
function vectorRankers(language: Language, { vocabulary, table }: Trained) {
  const some = documents[language];
  const weights = sifWeights(vocabulary.counts);
  const ids = some.map((tokens) => idsOf(tokens, vocabulary));
  const component = fitCommonComponent(meanVectors(ids, table, weights), {
    name: "train",
    examples: some.map((_, i) => i),
  });
  return {
    mean: vectorRanker(some, vocabulary, table),
    SIF: vectorRanker(some, vocabulary, table, { weights }),
    "SIF without u": vectorRanker(some, vocabulary, table, { weights, component }),
  };
}

// %% name="vectors-measured"
const byVectors = {
  "en, speeches": vectorRankers("en", vectors.speeches),
  "en, FAQ": vectorRankers("en", vectors.en),
  "zh, FAQ": vectorRankers("zh", vectors.zh),
};
await showTable(
  Object.entries(byVectors).flatMap(([name, rankers]) =>
    Object.entries(rankers).map(([ranker, one]) => ({
      vectors: name,
      ranker,
      ...scoresOf(one, known(name.startsWith("en") ? "en" : "zh")),
    })),
  ),
  { caption: "By vectors alone" },
);

// %% [markdown] name="mix-text"
// ### The mix
//
// Words and vectors may fail at different questions. Their scores have different units, so each is first brought to mean 0 and
// standard deviation 1 over the sections of *one* question, and then $\text{words} + w \cdot \text{vectors}$ decides. The weight
// $w$ is a choice, so it must not be made on the questions that judge. Half of the sections, drawn by a seed, are for choices, with
// all their questions: the *validation* half. The other half is the *test*.

// %% name="halves"
/** Two halves of the groups, with all their questions. */
function halves(some: Question[], seed: number): [Question[], Question[]] {
  const groups = shuffled([...new Set(some.map(({ group }) => group))], seededRandom(seed));
  const first = new Set(groups.slice(0, groups.length / 2));
  return [
    some.filter(({ group }) => first.has(group)),
    some.filter(({ group }) => !first.has(group)),
  ];
}
const mixOf = (language: Language, weight: number): TextRanker =>
  mixedRanker(
    [byWords[language].BM25, byVectors[`${language}, FAQ`].SIF],
    [1, weight],
  );

// %% name="weights"
const weightsTried = [0, 0.1, 0.25, 0.5, 1, 2];
const mrr = (ranker: TextRanker, some: Question[]): number =>
  meanReciprocalRank(ranksOf(ranker, some));
const curves = (["en", "zh"] as const).flatMap((language) => {
  const [validation] = halves(known(language), 1);
  return weightsTried.map((x) => ({
    x,
    y: mrr(mixOf(language, x), validation),
    series: language,
  }));
});
await show(
  lineChart(curves, {
    title: "MRR on the validation half",
    x: "weight w of the vectors",
    y: "MRR",
    dots: true,
  }),
);

// %% name="mix-gain"
/** For one draw of halves: the weight that is best on the first, and what it gains on the second. */
function gain(language: Language, seed: number) {
  const [validation, test] = halves(known(language), seed);
  const tried = weightsTried.map((w) => mrr(mixOf(language, w), validation));
  const weight = weightsTried[tried.indexOf(Math.max(...tried))];
  return {
    weight,
    gained: mrr(mixOf(language, weight), test) - mrr(mixOf(language, 0), test),
  };
}
const draws = Array.from({ length: 10 }, (_, seed) => seed);
await showTable(
  (["en", "zh"] as const).map((language) => {
    const gains = draws.map((seed) => gain(language, seed));
    return {
      language,
      "weights chosen": gains.map(({ weight }) => weight).join(" "),
      "MRR gained on the test": text(meanInterval(gains.map(({ gained }) => gained))),
    };
  }),
  { caption: "Ten draws of the two halves" },
);

// %% [markdown] name="mix-note"
// PLACEHOLDER mix

// %% [markdown] name="fallback-text"
// ## 5 "I don't know"
//
// So far somebody always gets an answer, also one who asks this service for a parcel. We need a number that says how sure the
// program is, and a threshold $\tau$: what scores at least $\tau$ is answered, the rest goes to a person. The number is the
// *best score* of BM25: if no section has much of what the question says, it is low. (The mix of section 4 cannot serve here:
// it makes every question's scores equal in mean and spread, so its best score says nothing about the question.)
//
// Two errors are possible:
//
// - a **false answer**: a foreign question is answered;
// - a **false fallback**: a question that the FAQ answers goes to a person.
//
// A low threshold makes the first frequent, a high one the second. The curve of both over all thresholds is the *receiver operating
// characteristic*, ROC (Fawcett 2006). The area below it, AUC, is the probability that a question which has an answer
// scores more than one which has none: 0.5 for a number that knows nothing.

// %% name="best-scores"
const best = (ranker: TextRanker, some: Question[]): number[] =>
  some.map(({ tokens }) => Math.max(...ranker.scores(tokens)));
const auc = (yes: number[], no: number[]): number =>
  rocArea([...yes.map(() => 1), ...no.map(() => 0)], [...yes, ...no]);
await showTable(
  (["en", "zh"] as const).flatMap((language) =>
    Object.entries({
      ...byWords[language],
      "vectors, SIF": byVectors[`${language}, FAQ`].SIF,
    }).map(([ranker, one]) => {
      const [yes, no] = [best(one, known(language)), best(one, foreign(language))];
      return { language, "best score of": ranker, AUC: auc(yes, no) };
    }),
  ),
);

// %% name="auc-by-hand"
const [yes, no] = [known("zh"), foreign("zh")].map((some) => best(byWords.zh.BM25, some));
const pairs = yes.flatMap((x) => no.map((y) => (x > y ? 1 : x === y ? 0.5 : 0)));
await showNumbers({ "pairs in the right order": mean(pairs), "rocArea()": auc(yes, no) });

// %% name="roc"
await show(
  lineChart(
    (["en", "zh"] as const).flatMap((language) => {
      const scores = [known(language), foreign(language)].map((some) =>
        best(byWords[language].BM25, some),
      );
      const labels = scores.flatMap((list, i) => list.map(() => 1 - i));
      return rocCurve(labels, scores.flat()).map((point) => ({
        x: point.falsePositiveRate,
        y: point.truePositiveRate,
        series: language,
      }));
    }),
    {
      title: "Best score of BM25, all thresholds",
      x: "share of foreign questions answered",
      y: "share of known questions answered",
    },
  ),
);

// %% name="quiz-threshold"
await quiz("14-customer-service/higher-threshold");

// %% [markdown] name="threshold-text"
// ### Choosing the threshold
//
// How many false answers one can bear is no question of statistics. Say, one foreign question of ten. Then the threshold is the
// lowest one at which at most a tenth of the foreign *validation* questions is answered; then as many known ones as possible
// are. What it does is measured on the *test*. The table has means over ten draws of the halves.

// %% name="threshold-draw"
function fallbackOf(language: Language, seed: number) {
  const scored = (some: Question[]): number[] => best(byWords[language].BM25, some);
  const mine = halves(known(language), seed).map(scored);
  // foreign questions have no section: each is a group of its own
  const others = halves(
    foreign(language).map((one, i) => ({ ...one, group: `${i}` })),
    seed,
  ).map(scored);
  const threshold = chooseThreshold(mine[0], others[0], { falseAnswers: 0.1 });
  return {
    threshold,
    seen: fallbackErrors(mine[0], others[0], threshold),
    fresh: fallbackErrors(mine[1], others[1], threshold),
  };
}

// %% name="thresholds"
const fallbacks = (["en", "zh"] as const).map((language) => ({
  language,
  drawn: draws.map((seed) => fallbackOf(language, seed)),
}));
await showTable(
  fallbacks.flatMap(({ language, drawn }) =>
    (["seen", "fresh"] as const).map((part) => ({
      language,
      judged: part === "seen" ? "validation, where it was chosen" : "test",
      "false answers": text(meanInterval(drawn.map((one) => one[part].falseAnswers))),
      "false fallbacks": text(meanInterval(drawn.map((one) => one[part].falseFallbacks))),
    })),
  ),
);

// %% [markdown] name="threshold-note"
// PLACEHOLDER threshold

// %% name="kinds"
await showTable(
  (["en", "zh"] as const).map((language) => {
    const threshold = mean(draws.map((seed) => fallbackOf(language, seed).threshold));
    const answered = (some: Question[]): number =>
      mean(best(byWords[language].BM25, some).map((score) => (score >= threshold ? 1 : 0)));
    const ofKind = (kind: string) =>
      answered(foreign(language).filter(({ group }) => group === kind));
    return {
      language,
      threshold,
      known: answered(known(language)),
      "near: other systems": ofKind("near"),
      "service: parcels, banks": ofKind("service"),
      "far: anything": ofKind("far"),
    };
  }),
  { caption: "Share of questions that are answered, at the mean threshold" },
);

// %% [markdown] name="learning-text" choices="more|less" answer="more" asks="what two questions bring"
// ## 6 Learning from those who asked
//
// Questions that go to a person are not lost. The person finds the right section and writes the question down *beside it*: from
// then on the section is found by these words, too. No vector and no label is needed. What does that bring? We take one
// of the three questions of each section as new, and put none, one or both of the others into its document.
//
// ### Predict
//
// Will two questions beside each section raise R@1 by more than the vectors did, or by less?
//
// <details><summary>Answer</summary>
//
// By more, as the table shows: people who ask the same thing use words like each other's, more than those of the FAQ.
//
// </details>

// %% name="learning"
/** The questions of each section: the one that is left out, and the first `count` of the others. */
function leaveOut(language: Language, out: number, count: number) {
  const groups = [...new Set(known(language).map(({ group }) => group))];
  const own = groups.map((group) => known(language).filter((one) => one.group === group));
  const grown = documents[language].map((tokens) => [...tokens]);
  for (const three of own)
    for (const one of three.filter((_, i) => i !== out).slice(0, count))
      grown[one.right].push(...one.tokens);
  return { ranker: bm25Ranker(grown), fresh: own.map((three) => three[out]) };
}

// %% name="learned"
await showTable(
  (["en", "zh"] as const).flatMap((language) =>
    [0, 1, 2].map((count) => {
      const tries = [0, 1, 2].map((out) => leaveOut(language, out, count));
      const ranks = tries.flatMap(({ ranker, fresh }) => ranksOf(ranker, fresh));
      const fresh = tries.flatMap((one) => one.fresh);
      const areas = tries.map((one) =>
        auc(best(one.ranker, one.fresh), best(one.ranker, foreign(language))),
      );
      return {
        language,
        "questions kept": count,
        "R@1": text(measured(fresh, ranks, (r) => recallAt(r, 1))),
        "R@5": text(measured(fresh, ranks, (r) => recallAt(r, 5))),
        AUC: mean(areas),
      };
    }),
  ),
  { caption: "A new question, with none, one or two earlier ones kept beside each section" },
);

// %% [markdown] name="learning-note"
// PLACEHOLDER learning

// %% [markdown] name="intents-text"
// ## 7 Intents
//
// Often nobody looks for a text, but for what is to be *done*: turn on a lamp, stop a timer. Such a wish is an **intent**, and
// finding it is classification. Our sentences are from the voice assistant Home Assistant. It describes them by **templates**:
//
// > turn on [the] {area} (light | lamp)
//
// Each template gives many sentences; the set `home-intents` has three of each, for 15 intents in both languages.

// %% name="intents"
const home = await dataset("home-intents");
const spoken = {
  en: home.records.filter(({ language }) => language === "en"),
  zh: home.records.filter(({ language }) => language === "zh"),
};
const intents = [...new Set(home.records.map(({ intent }) => intent))].sort();
await showTable(
  (["en", "zh"] as const).map((language) => ({
    language,
    sentences: spoken[language].length,
    templates: new Set(spoken[language].map(({ template }) => template)).size,
    intents: intents.length,
    "share of the largest intent": Math.max(
      ...intents.map((one) => mean(spoken[language].map(({ intent }) => (intent === one ? 1 : 0)))),
    ),
  })),
);
await showTable(spoken.en.slice(120, 126));

// %% name="quiz-split"
await quiz("14-customer-service/split-by-sentence");

// %% [markdown] name="split-text"
// A quarter of the templates of each intent is for the test, with all their sentences. Of the others a classifier gets **one**,
// **three** or **all** of each intent: this is called *few-shot*. It must then know patterns that it has never seen. The
// classifier is the softmax of lesson 03 with one row of weights for each intent and a penalty on large weights, the *logistic
// regression*; what it reads are single words and pairs of words, with TF-IDF.

// %% name="split-templates"
interface Spoken {
  tokens: string[];
  intent: number;
  template: string;
}
const sentencesOf = (language: Language): Spoken[] =>
  spoken[language].map(({ text: sentence, intent, template }) => ({
    tokens: divide[language](sentence),
    intent: intents.indexOf(intent),
    template,
  }));
const sentences = { en: sentencesOf("en"), zh: sentencesOf("zh") };

/** For each intent its templates in a random order: a quarter for the test, `count` of the others for training. */
function fewShot(some: Spoken[], count: number, seed: number) {
  const random = seededRandom(seed);
  const [train, test] = [new Set<string>(), new Set<string>()];
  for (const intent of intents.keys()) {
    const own = some.filter((one) => one.intent === intent).map(({ template }) => template);
    const drawn = shuffled([...new Set(own)], random);
    const quarter = Math.ceil(drawn.length / 4);
    for (const template of drawn.slice(0, quarter)) test.add(template);
    for (const template of drawn.slice(quarter, quarter + count)) train.add(template);
  }
  const chosen = (names: Set<string>): number[] =>
    some.flatMap(({ template }, i) => (names.has(template) ? [i] : []));
  return { train: chosen(train), test: chosen(test) };
}

// %% name="classify"
/** Accuracy on the test of a logistic regression with some features of all sentences. */
function accuracyOf(some: Spoken[], x: Parameters<typeof fitLogisticRegression>[0], train: number[], test: number[]) {
  const labels = some.map(({ intent }) => intent);
  const classifier = fitLogisticRegression(x, labels, { name: "train", examples: train }, { penalty: 0.1 });
  const part: Part = { name: "test", examples: test };
  const found = likeliestClasses(classScores(classifier, x, part));
  return mean(test.map((example, at) => (found[at] === labels[example] ? 1 : 0)));
}
const wordFeatures = (some: Spoken[], train: number[]) => {
  const texts = some.map(({ tokens }) => tokens);
  const terms = fitTerms(
    texts,
    { name: "train", examples: train },
    { longest: 2, minDocuments: 1 },
  );
  return tfIdf(termCounts(texts, terms), terms);
};

// %% [markdown] name="intent-vectors-text"
// Beside it: mean vectors. The speeches know little of lamps, so the vectors are trained on the sentences that are not in the
// test, *without their labels*, as a service has them in its log. They know from thousands of words that *lamp* and *heater* stand
// in like places, even if only one of them has a label. Scaled to length 1, the means go into the same classifier; and the last
// row gives it words and vectors side by side.

// %% name="intent-vectors"
async function vectorFeatures(some: Spoken[], test: number[]): Promise<Table> {
  const isTest = new Set(test);
  const log = some.filter((_, i) => !isTest.has(i)).map(({ tokens }) => tokens);
  const { vocabulary, table } = await trainedOn(log, { epochs: 60, minCount: 1, window: 3 });
  const x = meanVectors(some.map(({ tokens }) => idsOf(tokens, vocabulary)), table);
  for (let i = 0; i < x.rows; i++) {
    const h = row(x, i);
    const length = norm(h);
    if (length > 0) h.forEach((value, j) => (h[j] = (5 * value) / length));
  }
  return x;
}

// %% name="few-shot-runs"
const shots = [1, 3, 99];
const accuracies: { language: string; features: string; shots: number; value: number }[] = [];
for (const language of ["en", "zh"] as const)
  for (const seed of draws.slice(0, 5))
    for (const count of shots) {
      const some = sentences[language];
      const { train, test } = fewShot(some, count, seed);
      const add = (features: string, value: number) =>
        accuracies.push({ language, features, shots: count, value });
      add("words", accuracyOf(some, wordFeatures(some, train), train, test));
      add("vectors", accuracyOf(some, await vectorFeatures(some, test), train, test));
    }

// %% name="few-shot-table"
await showTable(
  ["en", "zh"].flatMap((language) =>
    ["words", "vectors"].map((features) => {
      const of = (count: number): string =>
        text(
          meanInterval(
            accuracies
              .filter((one) => one.language === language && one.features === features && one.shots === count)
              .map(({ value }) => value),
          ),
        );
      return { language, features, "1 template": of(1), "3 templates": of(3), all: of(99) };
    }),
  ),
  { caption: "Accuracy on templates that were never seen, by templates of each intent" },
);

// %% [markdown] name="few-shot-note"
// PLACEHOLDER intents

// %% name="leak"
const shuffledSentences = shuffled([...sentences.en.keys()], seededRandom(1));
const quarterOf = Math.floor(shuffledSentences.length / 4);
const leaky = {
  test: shuffledSentences.slice(0, quarterOf).sort((x, y) => x - y),
  train: shuffledSentences.slice(quarterOf).sort((x, y) => x - y),
};
const features = wordFeatures(sentences.en, leaky.train);
await showNumbers({
  "split by sentence": accuracyOf(sentences.en, features, leaky.train, leaky.test),
  "split by template": mean(
    accuracies
      .filter((one) => one.language === "en" && one.features === "words" && one.shots === 99)
      .map(({ value }) => value),
  ),
});

// %% [markdown] name="thing"
// ## 8 The thing itself
//
// `faqAnswerer` of the library puts sections 2 to 6 together: it chooses the language by the question, ranks, and says "I don't know"
// below the threshold. Ask it something. In a terminal
//
// ```
// npx --no-install w2v serve-faq debian-faq --validation faq-questions
// ```
//
// serves the same as a chat page and as JSON, for an FAQ of your own too, and with `--collect FILE` keeps what is passed to a person:
// the question without links, e-mail addresses and long numbers, nothing else, and only if the person who asks wants it. The course's site has the
// chat without a server, *Ask the FAQ*.

// %% name="answerer"
const entries = faq.records.flatMap(({ id, ...section }) =>
  (["en", "zh"] as const).map((language) => ({ id, language, ...section[language], asked: [] })),
);
const service = faqAnswerer(entries, { threshold: 14 });
const mine = [
  "How do I find out which package a file belongs to?",
  "Where is my parcel?",
  "怎样升级到新的版本？",
];
await showTable(
  mine.map((question) => {
    const { language, answered, score, answers } = service.reply(question);
    return { question, language, answered, score, "best section": answers[0]?.question };
  }),
);

// %% [markdown] name="takeaways"
// ## Two things to keep
//
// 1. A threshold, a weight or a direction that is chosen on the questions that judge makes the judgement too good. Choose on one half,
//    whole sections or templates at a time, and judge on the other.
// 2. PLACEHOLDER
//
// **Now you:** the [exercises of this lesson](../exercises/14-customer-service-exercises.ipynb). **Next:**
// [17 Performance](17-performance.ipynb). (Lessons 15, 16 and 18 are still to come.)
//
// **Sources.** Salton and Buckley 1988, on TF-IDF; Robertson and Zaragoza 2009, section 3.4, on BM25; Voorhees 1999, on the mean
// reciprocal rank; Efron 1979, on the bootstrap; Arora et al. 2017, on SIF and the common direction; Fawcett 2006, section 3, on
// ROC curves; McSherry and Najork 2008, on measures with ties.
//
// **To read on:** Manning, Raghavan and Schütze 2008, chapters 6, 8 and 11, on ranking by words and how it is measured; Larson et al.
// 2019, who test intents with questions that have none.
