import { counted, optionName } from "../base/index.ts";
import { similarSpellings } from "./similar-spellings.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * The id of a word, or of its composed form NFC, in which tokens come: the number of its row in every table. Throws
 * RangeError for a word that the vocabulary does not have, with the known words of the most similar spelling.
 *
 * @example
 * wordId(buildVocabulary(["a", "b", "a"], { minCount: 1 }), "b"); // 1
 */
export function wordId({ ids, words }: Vocabulary, word: string): number {
  const id = ids.get(word) ?? ids.get(word.normalize("NFC"));
  if (id !== undefined) return id;
  const similar = similarSpellings(word.toLowerCase(), words);
  const hint = similar.length > 0 ? `Similar: ${similar.join(", ")}. ` : "";
  throw new RangeError(
    `Cannot look up "${word}": it is not among the ${counted(words.length, "word")} of the vocabulary. ` +
      `${hint}Remedy: another word, or a smaller ${optionName("minCount")}`,
  );
}
