/** The part of the public checks that the gate looks at: the data of `Exercise`. */
export interface PracticeExercise {
  /** Notebook and exercise: "04-cbow/hidden-layer". */
  readonly id: string;
  readonly points: number;
  readonly hints: readonly string[];
  readonly knownMistakes: readonly { readonly name: string; readonly hint: string }[];
}

/** Public checks by id. */
export type Practice = ReadonlyMap<string, PracticeExercise>;
