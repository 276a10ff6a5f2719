import type { Vocabulary } from "./vocabulary.ts";

/**
 * Word ids of the tokens that the vocabulary knows, in order; the others are left out, as in word2vec, so
 * their neighbours move together.
 *
 * @example
 * encode(buildVocabulary(["a", "b", "a"], { minCount: 1 }), ["b", "x", "a"]); // [1, 0]
 */
export function encode(vocabulary: Vocabulary, tokens: Iterable<string>): number[] {
  const ids: number[] = [];
  for (const token of tokens) {
    const id = vocabulary.ids.get(token);
    if (id !== undefined) ids.push(id);
  }
  return ids;
}
