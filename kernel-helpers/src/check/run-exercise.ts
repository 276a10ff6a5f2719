import { type CaseOptions, casesOf } from "./cases-of.ts";
import { describeProblem } from "./describe-problem.ts";
import { describeShape } from "./describe-shape.ts";
import type { AnyFunction, Exercise } from "./exercise.ts";
import type { FaultKind } from "./fault.ts";
import { mistakeOf } from "./mistake-of.ts";
import { slipOf } from "./slip-of.ts";
import { type Trial, tryCases } from "./trial.ts";

/** The verdict on a learner's function. */
export interface CheckResult {
  /** The exercise's id. */
  readonly id: string;
  /** Whether every case came out right. */
  readonly passed: boolean;
  /** Points earned: all or none. */
  readonly points: number;
  /** Cases tried. */
  readonly tried: number;
  /** Number of the case that `problem` tells of, from 1; absent when passed. */
  readonly failing?: number;
  /** Name of the known mistake, when the answers are what it computes. */
  readonly knownMistake?: string;
  /** Name of the slip, when the way in which it fails says something by itself: NaN, a promise, a changed argument. */
  readonly slip?: string;
  /** The question for this mistake or slip; absent when only the exercise's own hints are left. */
  readonly hint?: string;
  /** What was wanted and got, and where, with which arguments; absent when passed. */
  readonly problem?: string;
}

/**
 * Tries the learner's function on the exercise's cases, each time on a copy, and compares results and arguments
 * with those of the right answer. Never uses the learner's code to judge it. This is practice, not a grade: the
 * learner's code runs in the same process and could change the judge. Throws TypeError if `answer` is no function.
 */
export function runExercise<Answer extends AnyFunction>(
  exercise: Exercise<Answer>,
  answer: Answer,
  options: CaseOptions = {},
): CheckResult {
  const { id, points } = exercise;
  if (typeof answer !== "function") {
    const got = describeShape(answer);
    throw new TypeError(
      `Cannot check "${id}" as the second argument must be your function: current value is ${got}`,
    );
  }
  const { trials, judged } = tryCases(exercise, answer, casesOf(exercise, options));
  const told = tellingTrial(trials);
  if (told === undefined) return { id, passed: true, points, tried: trials.length };
  const trial = trials[told] as Trial;
  const mistake = mistakeOf(exercise, trials, judged);
  const slip = mistake === undefined ? slipOf(trial) : undefined;
  const hint = mistake?.hint ?? slip?.hint;
  return {
    id,
    passed: false,
    points: 0,
    tried: trials.length,
    failing: told + 1,
    problem: describeProblem(exercise.parameters, trial),
    ...(mistake && { knownMistake: mistake.name }),
    ...(slip && { slip: slip.name }),
    ...(hint !== undefined && { hint }),
  };
}

/** Faults that are told only if there is no other. */
const MILD: readonly FaultKind[] = ["precision", "view", "same-memory", "replaced", "manner"];

/** A wrong number that is so near is rounded, too, if another one is: a later step has made the difference larger. */
const MAGNIFIED = 1e-3;

/** The first trial with a fault, a mild one only if there is no other. */
function tellingTrial(trials: readonly Trial[]): number | undefined {
  const isRounded = trials.some(({ fault }) => fault?.kind === "precision");
  const severity = ({ fault }: Trial): number => {
    if (fault === undefined) return 0;
    const magnified = isRounded && fault.kind === "value" && (fault.apart ?? 1) <= MAGNIFIED;
    return magnified || MILD.includes(fault.kind) ? 1 : 2;
  };
  const worst = Math.max(...trials.map(severity));
  return worst === 0 ? undefined : trials.findIndex((trial) => severity(trial) === worst);
}
