export { type AlarmScores, alarmScores } from "./alarm-scores.ts";
export type { Alert, MovingWord, StreamItem } from "./alert.ts";
export { averageRunLength, type RunLengthOptions } from "./average-run-length.ts";
export {
  type Baseline,
  baselineOf,
  type CusumChart,
  type CusumOptions,
  type CusumState,
  cusumChart,
} from "./cusum.ts";
export { chooseThreshold, type FallbackErrors, fallbackErrors, type ThresholdOptions } from "./fallback.ts";
export {
  type FaqAnswerer,
  type FaqOptions,
  type FaqVectors,
  faqAnswerer,
  type ReplyOptions,
} from "./faq-answerer.ts";
export { type FaqEntry, type FaqExample, readFaq, readFaqExamples } from "./faq-entries.ts";
export type { FaqFound, FaqReply } from "./faq-reply.ts";
export { type FaqThreshold, faqThreshold } from "./faq-threshold.ts";
export { type FaqVectorOptions, trainFaqVectors } from "./faq-vectors.ts";
export { type Lexicon, type LexiconScore, lexiconScore, type WidenOptions, widenLexicon } from "./lexicon.ts";
export { longestWords, type WordList } from "./longest-words.ts";
export { mixedRanker } from "./mixed-ranker.ts";
export { type MonitorEvent, type MonitorOptions, monitorStream } from "./monitor.ts";
export { meanReciprocalRank, rankOf, recallAt } from "./ranks.ts";
export { type ReplayOptions, replayed } from "./replayed.ts";
export { type ShockOptions, shockedStream } from "./shocked-stream.ts";
export { sureness } from "./sureness.ts";
export { rankedDocuments, type TextRanker } from "./text-ranker.ts";
export { type VectorRankerOptions, vectorRanker } from "./vector-ranker.ts";
export { type Bm25Options, type Bm25Ranker, bm25Ranker, tfIdfRanker } from "./word-rankers.ts";
