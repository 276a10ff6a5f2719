import { describeCase } from "./describe-case.ts";
import { messageOf, placesOf } from "./learners-error.ts";
import type { Trial } from "./trial.ts";

/** What was wanted and got, and where; for an error of the learner's function, its cells and lines. */
export function describeProblem(parameters: readonly string[], { values, got, fault }: Trial): string {
  const place = `with ${describeCase(parameters, values)}`;
  if (fault?.kind === "stopped" && "error" in got) {
    const lines = placesOf(got.error, new Error()).map((line) => `  ${line}`);
    return [`your function stopped with an error: ${messageOf(got.error)}`, ...lines, place].join("\n  ");
  }
  return [`wanted ${fault?.wanted}, got ${fault?.got} at ${fault?.where}`, place].join("\n  ");
}
