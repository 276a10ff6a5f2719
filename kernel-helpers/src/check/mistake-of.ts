import type { AnyFunction, Exercise, KnownMistake } from "./exercise.ts";
import { faultOf, type Judged } from "./fault.ts";
import { outcomeOf } from "./outcome.ts";
import type { Trial } from "./trial.ts";

/** Numbers of a known mistake may differ this much from the learner's, whose formula need not be written the same way. */
const SAME = 1e-8;

/** The known mistake that computes what the learner's function gave in every trial. */
export function mistakeOf(
  { knownMistakes }: Exercise<AnyFunction>,
  trials: readonly Trial[],
  judged: Judged,
): KnownMistake<AnyFunction> | undefined {
  return knownMistakes.find(({ value, variants = [] }) =>
    [value, ...variants].some((one) => isKnownMistake(one, trials, judged)),
  );
}

/** Whether all answers are the mistake's, except where an error is wanted: a forgotten throw is a second mistake. */
function isKnownMistake(mistake: AnyFunction, trials: readonly Trial[], judged: Judged): boolean {
  const loose = { ...judged, floor: 1, tolerance: Math.max(judged.tolerance, SAME) };
  const isSame = ({ values, got }: Trial): boolean =>
    faultOf(values, outcomeOf(mistake, values), got, loose) === undefined;
  const isWrong = ({ values, wanted }: Trial): boolean =>
    faultOf(values, wanted, outcomeOf(mistake, values), judged) !== undefined;
  const explains = (some: readonly Trial[]): boolean => some.every(isSame) && some.some(isWrong);
  return explains(trials) || explains(trials.filter(({ wanted }) => !("error" in wanted)));
}
