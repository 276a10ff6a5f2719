import type { AnyFunction, Exercise } from "../../kernel-helpers/src/check/index.ts";
import { exercises } from "../../kernel-helpers/src/practice/index.ts";

/** What a teacher wants to know of an exercise. */
export interface ExerciseFacts {
  /** The function's place in its lesson: "hidden-layer". */
  readonly name: string;
  readonly points: number;
  /** Each mistake that the check recognises, with the question that it asks. */
  readonly mistakes: readonly { readonly name: string; readonly hint: string }[];
}

/** The exercises of the lesson `id`, in the order in which the notebook has them. */
export function lessonExercises(id: string): ExerciseFacts[] {
  const all = Object.values(exercises) as unknown as readonly Exercise<AnyFunction>[];
  return all
    .filter((exercise) => exercise.id.startsWith(`${id}/`))
    .map((exercise) => ({
      name: exercise.id.slice(id.length + 1),
      points: exercise.points,
      mistakes: [...exercise.knownMistakes, ...(exercise.manners ?? [])].map(({ name, hint }) => ({
        name,
        hint,
      })),
    }));
}
