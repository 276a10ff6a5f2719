/** What the gate looks at in the public checks: the part of `Exercise` that is data. */
export interface PracticeExercise {
  /** Notebook and exercise: "04-cbow/hidden-layer". */
  readonly id: string;
  readonly points: number;
  readonly hints: readonly string[];
  readonly nearMisses: readonly { readonly name: string; readonly hint: string }[];
}

/** Public checks by id. */
export type Practice = ReadonlyMap<string, PracticeExercise>;
