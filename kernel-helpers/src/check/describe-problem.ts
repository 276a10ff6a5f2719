import { caseLines } from "./describe-case.ts";
import { messageOf, placesOf } from "./learners-error.ts";
import type { Trial } from "./trial.ts";

/** What was wanted and got, and where; for an error of the learner's function, its cells and lines; then the arguments. */
export function describeProblem(parameters: readonly string[], trial: Trial): string {
  return [...faultLines(trial), ...caseLines(parameters, trial.values)].join("\n  ");
}

function faultLines({ got, fault }: Trial): string[] {
  if (fault?.kind === "stopped" && "error" in got) {
    const lines = placesOf(got.error, new Error()).map((line) => `  ${line}`);
    return [`your function stopped with an error: ${messageOf(got.error)}`, ...lines];
  }
  const place = fault?.where === "result" ? "" : ` at ${fault?.where}`;
  return [`wanted ${fault?.wanted}, got ${fault?.got}${place}`];
}
