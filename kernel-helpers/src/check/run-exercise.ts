import { seededRandom } from "../base/index.ts";
import { describeValue } from "./compare.ts";
import type { AnyFunction, Exercise } from "./exercise.ts";
import { messageOf, slipHint } from "./slip-hint.ts";
import { differs, outcomeOf, type Trial, tryOut } from "./trial.ts";

/** The verdict on a learner's function. */
export interface CheckResult {
  /** The exercise's id. */
  readonly id: string;
  /** Whether every instance came out right. */
  readonly passed: boolean;
  /** Points earned: all or none. */
  readonly points: number;
  /** Instances tried before the verdict. */
  readonly tried: number;
  /** Name of the known mistake, when the answers are what it computes. */
  readonly knownMistake?: string;
  /** The question for this mistake or slip; absent when only the exercise's own hints are left. */
  readonly hint?: string;
  /** What was wanted and got, and where; absent when passed. */
  readonly problem?: string;
}

/**
 * Tries the learner's function on the exercise's instances, each time on a copy, and compares results and arguments
 * with those of the right answer. Never uses the learner's code to judge it. This is practice, not a grade: the
 * learner's code runs in the same process and could change the judge.
 */
export function runExercise<Answer extends AnyFunction>(
  exercise: Exercise<Answer>,
  answer: Answer,
  { seed = 1 }: { readonly seed?: number } = {},
): CheckResult {
  const { id, points } = exercise;
  const trials = exercise.instances(seededRandom(seed)).map((values) => tryOut(exercise, answer, values));
  const wrong = trials.findIndex(({ difference }) => difference !== undefined);
  const trial = trials[wrong];
  if (trial === undefined) return { id, passed: true, points, tried: trials.length };
  const mistake = exercise.knownMistakes.find(({ value }) => isKnownMistake(value, exercise, trials));
  const hint = mistake?.hint ?? slipHint(trial);
  return {
    id,
    passed: false,
    points: 0,
    tried: wrong + 1,
    problem: describeProblem(exercise, trial),
    ...(mistake && { knownMistake: mistake.name }),
    ...(hint !== undefined && { hint }),
  };
}

/** Whether all answers are the mistake's, except where an error is wanted: a forgotten throw is a second mistake. */
function isKnownMistake(
  mistake: AnyFunction,
  exercise: Exercise<AnyFunction>,
  trials: readonly Trial[],
): boolean {
  const compared = trials.map(({ values, wanted, got }) => {
    const mistaken = outcomeOf(mistake, values);
    return {
      errorWanted: "error" in wanted,
      same: differs(mistaken, got, exercise) === undefined,
      wrong: differs(wanted, mistaken, exercise) !== undefined,
    };
  });
  const explains = (some: typeof compared): boolean =>
    some.every(({ same }) => same) && some.some(({ wrong }) => wrong);
  return explains(compared) || explains(compared.filter(({ errorWanted }) => !errorWanted));
}

function describeProblem(
  { parameters }: Exercise<AnyFunction>,
  { values, wanted, got, difference }: Trial,
): string {
  if ("error" in got && !("error" in wanted)) {
    return `your function stopped with an error: ${messageOf(got.error)}`;
  }
  const call = values.map((value, i) => `${parameters[i] ?? `argument ${i + 1}`} = ${describeValue(value)}`);
  return `wanted ${difference?.wanted}, got ${difference?.got} at ${difference?.where}\n  with ${call.join(", ")}`;
}
