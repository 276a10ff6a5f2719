import { host } from "#host";
import { type AnyFunction, CheckFailed, type CheckResult, runExercise } from "../check/index.ts";
import { type AnswerTo, type ExerciseId, exerciseOf } from "../practice/index.ts";
import { type Displayable, escapeHtml, html } from "./displayable.ts";
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
  await show(successOf(id, result));
  await host.notePassed({ exercise: id, earned: result.points, points: result.points });
}

/** What a passed check shows: text for the learner, and data for a front end that keeps a list of passed exercises. */
function successOf(id: ExerciseId, { points, tried }: CheckResult): Displayable {
  const worth = `${points} ${points === 1 ? "point" : "points"}`;
  const text = `✓ ${id} is right: ${tried} cases tried, ${worth} (practice, not a grade)`;
  // The theme's green: a fixed one that is dark enough for a light page is unreadable on a dark one.
  const green = "color: var(--jp-success-color0, #00695c)";
  const { mimeBundle } = html(`<p style="${green}"><strong>${escapeHtml(text)}</strong></p>`, text);
  const verdict = { exercise: id, passed: true, earned: points, points };
  return { mimeBundle: { ...mimeBundle, "application/vnd.word2vec-lab.check+json": verdict } };
}
