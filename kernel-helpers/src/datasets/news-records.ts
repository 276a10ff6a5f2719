/** A headline of financial news, written for the course. */
export interface Headline {
  /** Its number. */
  readonly id: string;
  /** The headline. */
  readonly text: string;
  /** What its writer meant: 1 for good news to the holder of the shares, -1 for bad, 0 for neither. */
  readonly label: -1 | 0 | 1;
  /** What two readers took it for, who knew neither the label nor each other's. */
  readonly readings: readonly [-1 | 0 | 1, -1 | 0 | 1];
}

/** A message of a news agency. */
export interface NewsMessage {
  /** Its place in the source, from 0. */
  readonly place: number;
  /** One of eight, such as "earn". */
  readonly topic: string;
  /** In lower case, without numbers and punctuation. */
  readonly text: string;
}

/** A message in the manner of a news agency, written for the course. */
export interface WrittenMessage {
  /** Its number. */
  readonly id: string;
  /** "results" for one that says "loss … vs profit …" or the reverse. */
  readonly topic: "results" | "other";
  /** The message. */
  readonly text: string;
  /** What its writer meant: 1 for good news to the holder of the shares, -1 for bad, 0 for neither. */
  readonly label: -1 | 0 | 1;
}

/** A word of a lexicon of financial language. */
export interface FinanceWord {
  /** In lower case. */
  readonly word: string;
  /** 1 for good news, -1 for bad. */
  readonly label: -1 | 1;
}
