/** One of the answers that a question offers. */
export interface Choice {
  /** What the learner chooses. */
  readonly text: string;
  /** Why it is right or, for a belief that learners hold, what is wrong with it and how to see that. */
  readonly why: string;
  /** Set at the one right choice. */
  readonly right?: true;
}

/** A question of a lesson. Formulas are plain text: "∂L/∂h". */
export interface Question {
  /** What is asked. */
  readonly question: string;
  /** Three or four, one of them right. */
  readonly choices: readonly Choice[];
}
