/** The part of an `Exercise` that the gate needs: its data. */
export interface PracticeExercise {
  /** Notebook and exercise: "04-cbow/hidden-layer". */
  readonly id: string;
  readonly points: number;
  readonly hints: readonly string[];
  readonly knownMistakes: readonly { readonly name: string; readonly hint: string }[];
}

/** The verdict of an answer that is wrong in no way that the check knows: it gets one of the exercise's own hints. */
export const UNNAMED = "unnamed";

/** Exercises by id. */
export type Practice = ReadonlyMap<string, PracticeExercise>;

/** kernel-helpers' `exercises` by their ids. */
export function practiceOf(exercises: Readonly<Record<string, PracticeExercise>>): Practice {
  return new Map(Object.values(exercises).map((exercise) => [exercise.id, exercise]));
}
