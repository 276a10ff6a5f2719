import type { Outcome } from "./outcome.ts";

/** How a part ended, in a line. */
export function saidOf({ seconds, ...outcome }: Outcome<unknown>): string {
  return outcome.ok
    ? `done, ${seconds.toFixed(1)} s`
    : `FAILED after ${seconds.toFixed(1)} s: ${outcome.why}`;
}

/** A finding in a line: its texts and numbers by name, lists by their lengths. */
export function foundLine(finding: object): string {
  return Object.entries(finding)
    .map(([name, value]) => `${name} ${spoken(value)}`)
    .join(", ");
}

function spoken(value: unknown): string {
  if (Array.isArray(value)) {
    return value.every((one) => typeof one === "number") ? value.join(" ") : `${value.length} of them`;
  }
  return typeof value === "number"
    ? String(Number(value.toPrecision(4)))
    : (String(value).split("\n")[0] ?? "");
}
