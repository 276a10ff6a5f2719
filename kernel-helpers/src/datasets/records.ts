import type { FinanceWord, Headline, NewsMessage, WrittenMessage } from "./news-records.ts";

/** A piece of a review or an article that many people rated. */
export interface RatedSnippet {
  /** The review or article that it was cut from: what one has must not lie in two parts of a split. */
  readonly group: string;
  /** The sentence. */
  readonly text: string;
  /** Mean of the ratings, -4 to 4. */
  readonly score: number;
  /** What each rater said, -4 to 4. */
  readonly ratings: readonly number[];
}

/** A text with its class. */
export interface LabelledReview {
  /** The review, or a piece of one. */
  readonly text: string;
  /** 1 for praise, -1 for blame, 0 for neither or both. */
  readonly label: -1 | 0 | 1;
  /** How often the source has exactly this text. */
  readonly copies: number;
}

/** A review written for the course. */
export interface WrittenReview {
  /** Its domain and number. */
  readonly id: string;
  /** What it is about. */
  readonly domain: "film" | "shop";
  /** The review. */
  readonly text: string;
  /** What its writer meant: 1 for praise, -1 for blame, 0 for neither or both. */
  readonly label: -1 | 0 | 1;
  /** What a second reader took it for, who did not know the label. */
  readonly second: -1 | 0 | 1;
}

/** A question with its answer, in one language. */
export interface QuestionAndAnswer {
  /** The heading. */
  readonly question: string;
  /** The text below it, in one line. */
  readonly answer: string;
}

/** A section of an FAQ in two languages. */
export interface FaqSection {
  /** Its chapter and its name there. */
  readonly id: string;
  /** In English. */
  readonly en: QuestionAndAnswer;
  /** In Chinese. */
  readonly zh: QuestionAndAnswer;
}

/** A question in the words of somebody who does not know the FAQ. */
export interface AskedQuestion {
  /** The section that answers it; undefined for a question that the FAQ does not answer. */
  readonly section?: string;
  /** For a question that it does not answer: how far away it is. */
  readonly kind?: "near" | "service" | "far";
  /** English or Chinese. */
  readonly language: "en" | "zh";
  /** As it is asked. */
  readonly question: string;
}

/** A sentence that somebody says to a home, and what it asks for. */
export interface IntentSentence {
  /** What is asked for, such as "TurnOn". */
  readonly intent: string;
  /** The pattern that it was drawn from: sentences of one pattern must not lie in two parts of a split. */
  readonly template: string;
  /** English or Chinese. */
  readonly language: "en" | "zh";
  /** The sentence. */
  readonly text: string;
}

/** What the records of each data set are. */
export interface DatasetRecords {
  /** Fetched. */
  readonly "film-snippets": RatedSnippet;
  /** Fetched. */
  readonly "shop-snippets": RatedSnippet;
  /** Fetched. */
  readonly "editorial-snippets": RatedSnippet;
  /** Fetched. */
  readonly "chinese-reviews": LabelledReview;
  /** Fetched. */
  readonly "reuters-news": NewsMessage;
  /** Fetched. */
  readonly "finance-words": FinanceWord;
  /** Fetched. */
  readonly "chinese-finance-words": FinanceWord;
  /** Ships with the course. */
  readonly "written-reviews": WrittenReview;
  /** Ships with the course. */
  readonly "written-chinese-reviews": WrittenReview;
  /** Ships with the course. */
  readonly "debian-faq": FaqSection;
  /** Ships with the course. */
  readonly "faq-questions": AskedQuestion;
  /** Ships with the course. */
  readonly "written-messages": WrittenMessage;
  /** Ships with the course. */
  readonly "written-finance-words": FinanceWord;
  /** Ships with the course. */
  readonly "written-chinese-finance-words": FinanceWord;
  /** Ships with the course. */
  readonly "home-intents": IntentSentence;
  /** Ships with the course. */
  readonly headlines: Headline;
  /** Ships with the course. */
  readonly "chinese-headlines": Headline;
}

/** The name of a data set of records. */
export type DatasetName = keyof DatasetRecords;
