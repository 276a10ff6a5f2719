export { type Dataset, type DatasetOptions, dataset, getDataset } from "./dataset.ts";
export { type LabelledOptions, type LabelledTexts, labelledTexts, type Opinion } from "./labelled-texts.ts";
export type { FinanceWord, Headline, NewsMessage, WrittenMessage } from "./news-records.ts";
export type {
  AskedQuestion,
  DatasetName,
  DatasetRecords,
  FaqSection,
  IntentSentence,
  LabelledReview,
  QuestionAndAnswer,
  RatedSnippet,
  WrittenReview,
} from "./records.ts";
