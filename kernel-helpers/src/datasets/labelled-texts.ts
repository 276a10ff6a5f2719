import type { Headline, WrittenMessage } from "./news-records.ts";
import type { LabelledReview, RatedSnippet, WrittenReview } from "./records.ts";

/** Texts with their classes, as classifiers need them. */
export interface LabelledTexts {
  /** In the order of the records. */
  readonly texts: readonly string[];
  /** Of two classes 0 is blame and 1 praise; of three 0 is blame, 1 is neither and 2 praise. */
  readonly labels: readonly number[];
  /** What must stay together in one part of a split: the review that a text was cut from, or the text itself. */
  readonly groups: readonly string[];
}

/** Options of `labelledTexts`. */
export interface LabelledOptions {
  /** Two leaves out the texts between praise and blame. Default: 2. */
  readonly classes?: 2 | 3;
  /** A mean rating farther from 0 than this is praise or blame. Default: 0.5. */
  readonly boundary?: number;
}

/** A record that is a text with an opinion. */
export type Opinion = RatedSnippet | LabelledReview | WrittenReview | WrittenMessage | Headline;

/**
 * The texts of a data set of opinions, from -1 to 1 in two classes or three. Rated snippets are divided by their mean rating. Throws RangeError for other
 * numbers of classes.
 */
export function labelledTexts(
  { records }: { readonly records: readonly Opinion[] },
  { classes = 2, boundary = 0.5 }: LabelledOptions = {},
): LabelledTexts {
  if (classes !== 2 && classes !== 3) {
    throw new RangeError(
      `Cannot label the texts as there must be 2 or 3 classes: current value is ${String(classes)}`,
    );
  }
  const kept = records
    .map((record) => ({ record, sign: signOf(record, boundary) }))
    .filter(({ sign }) => classes === 3 || sign !== 0);
  return {
    texts: kept.map(({ record }) => record.text),
    labels: kept.map(({ sign }) => (classes === 3 ? sign + 1 : (sign + 1) / 2)),
    groups: kept.map(({ record }) => ("group" in record ? record.group : record.text)),
  };
}

function signOf(record: Opinion, boundary: number): number {
  if (!("score" in record)) return record.label;
  return Math.abs(record.score) > boundary ? Math.sign(record.score) : 0;
}
