import { host } from "#host";
import { type AnyFunction, CheckFailed, runExercise } from "../check/index.ts";
import { type AnswerTo, type ExerciseId, exerciseOf } from "../practice/index.ts";
import { checkSuccess } from "./check-success.ts";
import { show } from "./show.ts";

const failures = new Map<ExerciseId, number>();

/**
 * Checks the learner's function for the exercise `id` and says that it is right, or throws CheckFailed with what
 * was wanted and got, where, and a question. A known mistake or slip gets its own question; otherwise each failed
 * check shows the next of three. Practice, not a grade. Throws RangeError for an id that does not exist.
 */
export async function check<Id extends ExerciseId>(id: Id, answer: AnswerTo<Id>): Promise<void> {
  const exercise = exerciseOf(id);
  const result = runExercise(exercise, answer as AnyFunction);
  if (!result.passed) {
    const before = failures.get(id) ?? 0;
    if (result.hint === undefined) failures.set(id, before + 1); // a mistake's own hint does not use up one of the three
    throw new CheckFailed(result, exercise.hints[Math.min(before, 2)] as string);
  }
  failures.delete(id);
  await show(checkSuccess(id, result));
  await host.notePassed({ exercise: id, earned: result.points, points: result.points });
}
