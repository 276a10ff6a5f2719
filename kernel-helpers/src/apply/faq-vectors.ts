import { openSimd } from "../simd/index.ts";
import { startTraining } from "../train/index.ts";
import type { FaqVectors } from "./faq-answerer.ts";
import type { FaqEntry } from "./faq-entries.ts";
import { faqTokenizer, faqTokens } from "./faq-tokens.ts";

/** Options of `trainFaqVectors`. */
export interface FaqVectorOptions {
  /** Default: 1. */
  readonly seed?: number;
  /** Passes over the text, which is short. Default: 40. */
  readonly epochs?: number;
}

/** Words of a language without which no training is worth its time. */
const LEAST = 2000;

/**
 * Word vectors of 50 numbers for each language of an FAQ, trained by Skip-Gram on the sections themselves, one thread, so that a seed gives the same
 * ones. A language with fewer than 2,000 words gets none. Takes about a second for 30,000 words.
 */
export async function trainFaqVectors(
  entries: readonly FaqEntry[],
  { seed = 1, epochs = 40 }: FaqVectorOptions = {},
): Promise<Record<string, FaqVectors>> {
  const simd = openSimd({ threads: 1 });
  const found: Record<string, FaqVectors> = {};
  for (const language of new Set(entries.map((entry) => entry.language))) {
    const divide = faqTokenizer(language);
    const texts = entries
      .filter((entry) => entry.language === language)
      .map((entry) => faqTokens(entry, divide));
    if (texts.flat().length < LEAST) continue;
    const options = { architecture: "skip-gram", vectorSize: 50, minCount: 2, epochs, seed } as const;
    const training = startTraining(texts, options, simd);
    await training.finish();
    found[language] = { vocabulary: training.vocabulary, table: await training.inputTable() };
    training.close();
  }
  return found;
}
