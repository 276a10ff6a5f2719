import { counted, optionName } from "../base/index.ts";
import type { Vocabulary } from "./build-vocabulary.ts";

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

/** The id of a word; throws RangeError if the vocabulary does not have it. */
export function wordId(vocabulary: Vocabulary, word: string): number {
  const id = vocabulary.ids.get(word);
  if (id === undefined) {
    throw new RangeError(
      `Cannot look up "${word}": it is not among the ${counted(vocabulary.words.length, "word")} of the vocabulary. ` +
        `Remedy: another word, or a smaller ${optionName("minCount")}`,
    );
  }
  return id;
}
