import { type AnyFunction, casesOf, type Exercise } from "../check/index.ts";
import { type AnswerTo, type ExerciseId, exercises } from "./exercises.ts";

/**
 * The arguments of one case of a check, as the message of a failed check numbers them, made anew at each call: for
 * calling your function by hand. Throws RangeError for an exercise or a number that does not exist.
 *
 * @example
 * checkCase("00-start-here/mean", 1); // [[2, 4]]
 */
export function checkCase<Id extends ExerciseId>(id: Id, number: number): Parameters<AnswerTo<Id>> {
  const cases = casesOf(exerciseOf(id));
  const found = cases[number - 1];
  if (found === undefined) {
    throw new RangeError(
      `Cannot make a case of "${id}" as its number must be 1 to ${cases.length}: current value is ${number}`,
    );
  }
  return found as Parameters<AnswerTo<Id>>;
}

/** The exercise with this id; throws RangeError with all ids if there is none. */
export function exerciseOf(id: ExerciseId): Exercise<AnyFunction> {
  if (!Object.hasOwn(exercises, id)) {
    throw new RangeError(`Cannot check "${id}" as it must be one of ${Object.keys(exercises).join(", ")}`);
  }
  return exercises[id] as unknown as Exercise<AnyFunction>;
}
