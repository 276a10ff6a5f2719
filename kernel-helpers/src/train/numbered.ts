import { buildVocabulary, encode, type Vocabulary } from "../vocabulary/index.ts";
import type { Settings } from "./options.ts";

/** Sentences of tokens in the form that a training needs. */
export interface Numbered {
  readonly vocabulary: Vocabulary;
  /** The sentences as word ids; those with fewer than two known words are left out. */
  readonly ids: readonly (readonly number[])[];
}

/** Counts the vocabulary and numbers the words; throws RangeError when no word reaches `minCount`. */
export function numbered(
  sentences: readonly (readonly string[])[],
  { minCount, maxVocab }: Pick<Settings, "minCount" | "maxVocab">,
): Numbered {
  const vocabulary = buildVocabulary(allTokens(sentences), { minCount, maxVocab });
  const ids = sentences.map((tokens) => encode(vocabulary, tokens)).filter((sentence) => sentence.length > 1);
  return { vocabulary, ids };
}

function* allTokens(sentences: readonly (readonly string[])[]): Generator<string> {
  for (const tokens of sentences) yield* tokens;
}
