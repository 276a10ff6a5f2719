import { seededRandom } from "../base/index.ts";
import { compare, type Difference, describeValue } from "./compare.ts";
import type { AnyFunction, Exercise } from "./exercise.ts";

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
  readonly nearMiss?: string;
  /** The question for this mistake. */
  readonly hint?: string;
  /** What was wanted and got, and where; absent when passed. */
  readonly problem?: string;
}

/** What a function gave: its result, and its arguments afterwards, since it may have changed them. */
type Outcome =
  | { readonly result: unknown; readonly values: readonly unknown[] }
  | { readonly error: unknown };

/**
 * Tries the learner's function on the exercise's instances, each time on a copy, and compares results and
 * arguments with the right answer's. Never calls the learner's code to judge it. Practice, not a grade: the
 * learner's code runs in the same process and could change the judge.
 */
export function runExercise<Answer extends AnyFunction>(
  exercise: Exercise<Answer>,
  answer: Answer,
  { seed = 1 }: { readonly seed?: number } = {},
): CheckResult {
  const instances = exercise.instances(seededRandom(seed));
  const right = instances.map((values) => outcome(exercise.expected, values));
  const given = instances.map((values) => outcome(answer, values));
  const wrong = given.findIndex((mine, i) => differs(right[i] as Outcome, mine, exercise) !== undefined);
  const { id, points } = exercise;
  if (wrong < 0) return { id, passed: true, points, tried: instances.length };
  const problem = describeProblem(
    exercise,
    instances[wrong] as readonly unknown[],
    right[wrong] as Outcome,
    given[wrong] as Outcome,
  );
  const miss = exercise.nearMisses.find(({ value }) => isNearMiss(value, exercise, instances, right, given));
  return {
    id,
    passed: false,
    points: 0,
    tried: wrong + 1,
    problem,
    ...(miss && { nearMiss: miss.name, hint: miss.hint }),
  };
}

function outcome(answer: AnyFunction, values: readonly unknown[]): Outcome {
  const copies = structuredClone(values) as unknown[];
  try {
    return { result: answer(...copies), values: copies };
  } catch (error) {
    return { error };
  }
}

/** The answers are the mistake's on every instance, and the mistake is one on at least one of them. */
function isNearMiss(
  mistake: AnyFunction,
  exercise: Exercise<AnyFunction>,
  instances: readonly (readonly unknown[])[],
  right: readonly Outcome[],
  given: readonly Outcome[],
): boolean {
  const mistaken = instances.map((values) => outcome(mistake, values));
  return (
    mistaken.every((theirs, i) => differs(theirs, given[i] as Outcome, exercise) === undefined) &&
    mistaken.some((theirs, i) => differs(right[i] as Outcome, theirs, exercise) !== undefined)
  );
}

function differs(wanted: Outcome, got: Outcome, exercise: Exercise<AnyFunction>): Difference | undefined {
  const { tolerance, parameters } = exercise;
  if ("error" in wanted || "error" in got) {
    if ("error" in wanted && "error" in got) return undefined; // an error is wanted; its text is free
    return { where: "result", wanted: describeOutcome(wanted), got: describeOutcome(got) };
  }
  const inResult = compare(wanted.result, got.result, tolerance);
  if (inResult) return inResult;
  for (const [i, value] of wanted.values.entries()) {
    const inArgument = compare(
      value,
      got.values[i],
      tolerance,
      `${parameters[i] ?? `argument ${i + 1}`} (after the call)`,
    );
    if (inArgument) return inArgument;
  }
  return undefined;
}

function describeOutcome(outcome: Outcome): string {
  if ("error" in outcome)
    return `an error: ${outcome.error instanceof Error ? outcome.error.message : String(outcome.error)}`;
  return describeValue(outcome.result);
}

function describeProblem(
  exercise: Exercise<AnyFunction>,
  values: readonly unknown[],
  wanted: Outcome,
  got: Outcome,
): string {
  if ("error" in got && !("error" in wanted)) return `your function stopped with ${describeOutcome(got)}`;
  const { where, wanted: right, got: mine } = differs(wanted, got, exercise) as Difference;
  const call = values.map(
    (value, i) => `${exercise.parameters[i] ?? `argument ${i + 1}`} = ${describeValue(value)}`,
  );
  return `wanted ${right}, got ${mine} at ${where}\n  with ${call.join(", ")}`;
}
