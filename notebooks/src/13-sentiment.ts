// %% [markdown] name="title"
// # 13 Sentiment: pre-train, freeze, tune
//
// **90 minutes. You need:** [04 CBOW](04-cbow.ipynb), sections 2 and 3, and
// [05 Skip-Gram](05-skip-gram.ipynb), section 5.
//
// Is a review praise or blame? Word vectors are said to help with that. Here we find out how much, when, and how easily
// one deceives oneself about it. After this notebook you can
//
// - build a text classifier on word vectors, and derive its gradient down to the vectors;
// - say what pre-training bought: at how many labelled texts it wins over counting words, and where it loses;
// - find the mistakes by which a wrong pipeline looks good.

// %% name="imports" tags="imports"
import {
  barChart,
  bootstrapInterval,
  buildVocabulary,
  classificationScores,
  classProbabilities,
  classScores,
  confusionMatrix,
  dataset,
  encode,
  findTuningRate,
  fitLogisticRegression,
  fitNaiveBayes,
  fitTerms,
  heatChart,
  interrupted,
  labelBudget,
  labelledTexts,
  largestDifference,
  learningRateChart,
  likeliestClasses,
  lineChart,
  type LinePoint,
  liveChart,
  meanInterval,
  meanVectors,
  networkGradients,
  networkScores,
  openSimd,
  type Part,
  paddedIds,
  partScores,
  prototypeScores,
  type RangePoint,
  raterCeiling,
  row,
  seededRandom,
  show,
  showNumbers,
  showTable,
  softmax,
  splitExamples,
  startTraining,
  suggestLearningRate,
  type Table,
  termCounts,
  textNetwork,
  tfIdf,
  tokenize,
  trainedVectors,
  tuneNetwork,
  tunedNumbers,
  type Tuning,
  type TuningProgress,
  zeroTable,
} from "kernel-helpers";

// %% [markdown] name="data-text"
// ## 1 The texts
//
// Our texts are sentences of film reviews. Twenty people rated each from −4 to 4 (Hutto and Gilbert 2014); the mean of
// their ratings tells whether it is praise or blame. These texts may be used but not passed on, so your machine fetches
// them once from their package, and they are no part of this course. A page in a browser cannot do that: there the lesson
// goes on with reviews that were written for it, fewer and harder ones. *Every number below then is another one; the
// questions are the same.*

// %% name="data"
const reviews = await dataset("film-snippets", { otherwise: "written-reviews" });
const { texts, labels, groups } = labelledTexts(reviews); // 1 is praise, 0 is blame
const tokens = texts.map((text) => tokenize(text));
await showNumbers({
  texts: texts.length,
  "share of praise": labels.reduce((sum, label) => sum + label, 0) / labels.length,
  "words in a text": tokens.reduce((sum, list) => sum + list.length, 0) / texts.length,
});
