export { type Dataset, type DatasetOptions, dataset, getDataset } from "./dataset.ts";
export { type LabelledOptions, type LabelledTexts, labelledTexts, type Opinion } from "./labelled-texts.ts";
export type {
  AskedQuestion,
  DatasetName,
  DatasetRecords,
  FaqSection,
  FinanceWord,
  Headline,
  IntentSentence,
  LabelledReview,
  NewsMessage,
  QuestionAndAnswer,
  RatedSnippet,
  WrittenMessage,
  WrittenReview,
} from "./records.ts";
