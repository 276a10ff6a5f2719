import { optionName } from "../base/index.ts";
import { similarSpellings } from "../vocabulary/index.ts";

/** Throws RangeError for an option that is none of `known`, with those that are spelt nearly so, or with all of them. */
export function requireKnownOptions(options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const near = known.find((name) => name.toLowerCase() === unknown.toLowerCase().replaceAll(/[-_]/g, ""));
  const similar = near === undefined ? similarSpellings(unknown, known) : [near];
  const remedy =
    similar.length > 0
      ? `perhaps you mean ${similar.map(optionName).join(" or ")}`
      : `the options are ${known.map(optionName).join(", ")}`;
  throw new RangeError(
    `Cannot train as ${JSON.stringify(unknown)} must be one of the options: current value is ${String(options[unknown as keyof typeof options])}. ` +
      `Remedy: leave it out; ${remedy}`,
  );
}
