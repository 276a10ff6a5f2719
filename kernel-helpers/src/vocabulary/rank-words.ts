import { addEarlier } from "./earlier-words.ts";
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
 * `minCount`, and without those behind the first `maxVocab`. The words of an earlier model, whose counts are given, come before all of
 * these, however rare they are here, and add up their counts; the words and counts are then those of gensim's
 * `build_vocab(update=True)`, which numbers new words by first occurrence alone. Throws RangeError when no word is left. Call it once,
 * at the end.
 */
export function rankWords(
  { module, listed }: WordTable,
  { minCount, maxVocab }: CompleteVocabularyOptions,
  earlier: ArrayLike<number> = [],
): RankedWords {
  return inMemory(module, () => {
    module.rank(Math.min(minCount, MOST));
    const kept = address(module.kept);
    requireSomeWords(address(module.next), kept, minCount);
    const size = maxVocab ? Math.max(earlier.length, Math.min(maxVocab, kept)) : kept;
    module.number(size);
    module.startRewrite(size);
    const { words, counts } = listed(size);
    addEarlier(words, counts, earlier);
    return { vocabulary: vocabularyOf(words, counts), module };
  });
}
