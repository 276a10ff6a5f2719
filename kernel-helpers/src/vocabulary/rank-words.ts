import type { CompleteVocabularyOptions, Vocabulary } from "./vocabulary.ts";
import { requireSomeWords, vocabularyOf } from "./vocabulary-of.ts";
import type { WordTable } from "./word-table.ts";
import { address, inMemory, type WordsModule } from "./words-module.ts";

const MOST = 2 ** 32 - 1;

/** A vocabulary, and the binary that knows the ids of its words by their numbers. */
export interface RankedWords {
  readonly vocabulary: Vocabulary;
  readonly module: WordsModule;
}

/**
 * The one rule for all vocabularies, as `buildVocabulary` has it: words by falling count, then by first occurrence; without those below
 * `minCount`, and without those behind the first `maxVocab`. Throws RangeError when no word is left. Call it once, at the end.
 */
export function rankWords(
  { module, listed }: WordTable,
  { minCount, maxVocab }: CompleteVocabularyOptions,
): RankedWords {
  return inMemory(module, () => {
    module.rank(Math.min(minCount, MOST));
    const kept = address(module.kept);
    requireSomeWords(address(module.next), kept, minCount);
    const size = maxVocab ? Math.min(maxVocab, kept) : kept;
    module.number(size);
    module.startRewrite(size);
    const { words, counts } = listed(size);
    return { vocabulary: vocabularyOf(words, counts), module };
  });
}
