import { chooseThreshold, type FallbackErrors, fallbackErrors } from "./fallback.ts";
import type { FaqAnswerer } from "./faq-answerer.ts";
import type { FaqExample } from "./faq-entries.ts";

/** A threshold with both error rates on the questions that it was chosen by. */
export interface FaqThreshold extends FallbackErrors {
  /** What is answered scores at least as much. */
  readonly threshold: number;
}

/** The threshold at which at most a share `falseAnswers` of the foreign questions is answered, see `chooseThreshold`. Throws RangeError without known or without foreign questions. */
export function faqThreshold(
  answerer: FaqAnswerer,
  examples: readonly FaqExample[],
  options: { readonly falseAnswers?: number } = {},
): FaqThreshold {
  const best = (wanted: boolean): number[] =>
    examples
      .filter(({ section }) => (section !== undefined) === wanted)
      .map(({ question }) => answerer.reply(question).score);
  const [known, foreign] = [best(true), best(false)];
  const threshold = chooseThreshold(known, foreign, options);
  return { threshold, ...fallbackErrors(known, foreign, threshold) };
}
