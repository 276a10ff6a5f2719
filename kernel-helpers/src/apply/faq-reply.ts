/** A section of an FAQ that was found for a question. */
export interface FaqFound {
  /** Its name in the FAQ. */
  readonly id: string;
  /** Its heading. */
  readonly question: string;
  /** Its text. */
  readonly answer: string;
  /** How well it fits, by which sections are ordered: comparable within one reply only. */
  readonly score: number;
}

/** What an FAQ says to a question. */
export interface FaqReply {
  /** The language in which it was looked for. */
  readonly language: string;
  /** Whether the score reaches the threshold: if not, the sections are guesses, and a person should answer. */
  readonly answered: boolean;
  /** How sure the best section is: comparable between questions. */
  readonly score: number;
  /** From which score on a question is answered; null or Infinity for never. */
  readonly threshold: number | null;
  /** The best sections, the best one first; none for a question without a word that the FAQ knows. */
  readonly answers: readonly FaqFound[];
}
