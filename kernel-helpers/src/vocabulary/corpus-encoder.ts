import { requireInteger } from "../base/index.ts";
import type { CorpusPiece } from "../corpus/index.ts";
import type { TokenizerName, TokenSample } from "../tokens/index.ts";
import { type EarlierWords, requireEarlier } from "./earlier-words.ts";
import { type EncodedCorpus, encodedCorpus } from "./encoded-corpus.ts";
import { idStore } from "./id-store.ts";
import { rankWords } from "./rank-words.ts";
import { textAdder } from "./text-adder.ts";
import type { VocabularyOptions } from "./vocabulary.ts";
import { requireVocabularyOptions } from "./vocabulary-of.ts";
import { type WordTableOptions, wordTable } from "./word-table.ts";

const MOST_WORDS = 2 ** 24 - 2; // entries of a Map in V8, less one, and a vocabulary is one

/** Options of `corpusEncoder`. */
export interface EncoderOptions extends VocabularyOptions {
  /**
   * A sentence of more tokens is divided into pieces of so many; 0 for never. Default: 1000, word2vec.c's MAX_SENTENCE_LENGTH,
   * which counts known words only.
   */
  readonly maxSentenceLength?: number | undefined;
  /** Different words that are counted at most, see `corpusEncoder`. Default: 4,000,000. */
  readonly pruneAt?: number | undefined;
  /** Ids that are kept in memory before a scratch file takes the others, 4 bytes each. Default: 2^26, 256 MiB. */
  readonly memory?: number | undefined;
  /**
   * The words of a model that is to go on with this text, such as `checkpoint.vocabulary`: they come first and add up their
   * counts, and `maxVocab` counts them, see `continueTraining`. Default: none.
   */
  readonly earlier?: EarlierWords | undefined;
}

/** Takes the sentences of a corpus, one after the other. */
export interface CorpusEncoder {
  /** Counts and numbers the tokens of a sentence. It does not keep the array. */
  add(tokens: readonly string[]): void;
  /**
   * Adds the sentences of a text, or of its bytes in UTF-8: what `add` would do with the tokens of each of `sentencesOf(text)`, many times
   * as fast where it is divided by "words" or "whitespace". The text must have no halves of characters, and the bytes must be valid.
   * Throws RangeError for bytes that end inside a character.
   */
  addText(text: CorpusPiece, tokenizer: TokenizerName): void;
  /** Tokens added so far. */
  tokens(): number;
  /** The first 100,000 tokens, for `longTokens`. */
  sample(): TokenSample;
  /** Ranks the words and gives the corpus its final ids. Call it once, at the end: afterwards it and both `add`s throw Error. */
  finish(): EncodedCorpus;
  /** Frees the memory and the file of an encoder that will not be finished. */
  close(): void;
}

/**
 * Counts the words of a corpus and encodes it in one pass, in memory that does not grow with the corpus: each different word
 * gets a provisional number, and the numbers go to a store of int32; `finish` ranks the words as `buildVocabulary` does, with
 * its errors, and rewrites the store in place. Words that the vocabulary leaves out are left out of the sentences, as by
 * `encode`, and then sentences with fewer than two words.
 *
 * Beyond `pruneAt` different words, rare ones are forgotten, as by word2vec.c's ReduceVocab and gensim's max_vocab_size: at
 * the t-th time all words that have occurred at most t times so far, the newest one included. A forgotten word that comes
 * again is a new word: it is counted from 1, its first occurrence is the one at which it came again, and its occurrences of
 * before are left out of the corpus as those of rare words are. So the count of a word is never too high, and after
 * the t-th time too low by at most 1 + 2 + … + t = t (t + 1) / 2. Words that occur often everywhere are not changed.
 * Memory: some 50 bytes for each word counted now, 4 bytes for each word that was ever new, and 4 bytes for each of the
 * first `memory` tokens; on disk 4 bytes for each token beyond.
 *
 * Throws RangeError for an invalid option, and Error with a remedy if the scratch file cannot be written.
 *
 * @example
 * [["b", "a"], ["b"]].reduce((encoder, tokens) => encoder.add(tokens) ?? encoder, corpusEncoder({ minCount: 1 })).finish().length; // 3
 */
export function corpusEncoder(options: EncoderOptions = {}): CorpusEncoder {
  return encoderOn({}, options);
}

/** The same on a table of other sizes, for tests. */
export function encoderOn(
  sizes: Pick<WordTableOptions, "slots" | "most">,
  {
    minCount = 5,
    maxVocab = 0,
    maxSentenceLength = 1000,
    pruneAt = 4_000_000,
    memory = 2 ** 26,
    earlier = { words: [], counts: [] },
  }: EncoderOptions = {},
): CorpusEncoder {
  requireInteger("Cannot encode a corpus", { maxSentenceLength, memory }, 0);
  requireInteger("Cannot encode a corpus", { pruneAt }, 1);
  if (pruneAt > MOST_WORDS) {
    throw new RangeError(
      `Cannot encode a corpus as pruneAt must be <= ${MOST_WORDS}: current value is ${pruneAt}`,
    );
  }
  requireVocabularyOptions({ minCount, maxVocab });
  requireEarlier(earlier);
  const store = idStore({ memory });
  const take = (numbers: Int32Array): void => store.append(numbers, numbers.length);
  const words = Math.max(pruneAt, 2 * earlier.words.length);
  const table = wordTable({ pruneAt: words, maxSentenceLength, take, earlier: earlier.words, ...sizes });
  const { module } = table;
  const addText = textAdder(table);
  let end: string | undefined; // how the encoder ended
  function requireOpen(): void {
    if (end !== undefined) throw ended(end);
  }
  return {
    add(tokens) {
      requireOpen();
      table.add(tokens);
    },
    addText(text, tokenizer) {
      requireOpen();
      addText(text, tokenizer);
    },
    tokens: () => module.tokens.value,
    sample: table.sample,
    finish() {
      requireOpen();
      end = "finished";
      try {
        const made = { minCount, maxVocab, maxSentenceLength };
        table.flush();
        const ranked = rankWords(table, made, earlier.counts);
        return encodedCorpus(store, ranked, {
          made,
          given: module.given.value,
          earlier: Array.from(earlier.counts),
        });
      } catch (error) {
        store.close();
        throw error;
      }
    },
    close() {
      end ??= "closed";
      store.close();
    },
  };
}

function ended(how: string): Error {
  return new Error(
    `Cannot encode a corpus as its encoder was ${how}: it takes no more sentences and gives no more corpora. ` +
      "Remedy: a new corpusEncoder(), which gets all the sentences",
  );
}
