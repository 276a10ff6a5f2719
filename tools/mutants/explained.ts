import { EXPLAINED } from "./explanations.ts";
import type { MutantRun } from "./mutants-of.ts";

/** The survivors of a run that nobody has explained. */
export function unexplained({ id, survivors }: MutantRun): string[] {
  return survivors.filter((change) => EXPLAINED[id]?.[change] === undefined);
}

/** The explanations of changes that are not accepted any more, or not made. */
export function outdated(runs: readonly MutantRun[]): string[] {
  return runs.flatMap(({ id, survivors }) =>
    Object.keys(EXPLAINED[id] ?? {})
      .filter((change) => !survivors.includes(change))
      .map((change) => `${id}: ${change}`),
  );
}
