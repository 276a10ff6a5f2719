/** The part of an `Exercise` that the gate needs: its data. */
export interface PracticeExercise {
  /** Notebook and exercise: "04-cbow/hidden-layer". */
  readonly id: string;
  readonly points: number;
  readonly hints: readonly string[];
  readonly knownMistakes: readonly { readonly name: string; readonly hint: string }[];
  readonly manners?: readonly { readonly name: string; readonly hint: string }[];
}

/** The verdict of an answer that is wrong in no way that the check knows: it gets one of the exercise's own hints. */
export const UNNAMED = "unnamed";

/** What an exercise can call an answer: its known mistakes and its manners. */
export function namesOf({
  knownMistakes,
  manners = [],
}: PracticeExercise): readonly { name: string; hint: string }[] {
  return [...knownMistakes, ...manners];
}

/** Exercises by id. */
export type Practice = ReadonlyMap<string, PracticeExercise>;

/** kernel-helpers' `exercises` by their ids. */
export function practiceOf(exercises: Readonly<Record<string, PracticeExercise>>): Practice {
  return new Map(Object.values(exercises).map((exercise) => [exercise.id, exercise]));
}
