import { longTokens } from "./long-tokens.ts";

/** Warns if tokens are longer than words are: vectors of whole phrases mean nothing, and nothing else would say so. */
export function warnOfLongTokens(tokens: Parameters<typeof longTokens>[0]): void {
  const found = longTokens(tokens);
  if (found === undefined) return;
  const { script, mean, most, remedy } = found;
  console.warn(
    `warning: tokens of ${script} have ${mean.toFixed(1)} characters on average, and words at most ${most}: ` +
      `these are whole phrases. Remedy: ${remedy}`,
  );
}
