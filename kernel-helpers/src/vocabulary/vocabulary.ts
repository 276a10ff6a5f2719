/** The words that a model knows. Word ids count from 0 in order of falling frequency. */
export interface Vocabulary {
  /** id -> word, shape (V). */
  readonly words: readonly string[];
  /** word -> id. */
  readonly ids: ReadonlyMap<string, number>;
  /** id -> occurrences in the corpus, shape (V). */
  readonly counts: Uint32Array;
}

/** Options of `buildVocabulary`. */
export interface VocabularyOptions {
  /** Words that occur less often are left out. Default: 5, as in word2vec. */
  readonly minCount?: number | undefined;
  /**
   * Only so many of the most frequent words are kept; 0 for all. Default: 0. Of words with equal counts those seen first stay,
   * so that there are exactly so many; gensim's max_final_vocab leaves all words with the count of the first one too many out.
   */
  readonly maxVocab?: number | undefined;
}

/** The same with both options given. */
export type CompleteVocabularyOptions = { readonly [Name in keyof VocabularyOptions]-?: number };
