import type { IdStore } from "./id-store.ts";
import type { RankedWords } from "./rank-words.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { address, inMemory } from "./words-module.ts";

const PIECE = 1 << 16; // as in assembly/words/rewrite.ts

/** A corpus as word ids: in memory, or in a scratch file if it is large. Call `close()` after use. */
export interface EncodedCorpus {
  /** The words; `counts` counts every occurrence, also in sentences that were left out. */
  readonly vocabulary: Vocabulary;
  /** Ids in all sentences, without separators. */
  readonly tokens: number;
  /** Sentences, all with two words or more. */
  readonly sentences: number;
  /** Sentences with a token that were given, before any was divided or left out. */
  readonly given: number;
  /** The CRC-32C of the words and the sentences, see `corpusChecksum`. */
  readonly checksum: number;
  /** Numbers in the store: each sentence's ids and a -1 behind them, so `tokens` + `sentences`. */
  readonly length: number;
  /** The counts before this text of the words that an earlier model brought, which come first; [] without one. */
  readonly earlier: readonly number[];
  /** The options with which it was made, where they decide what is in it. */
  readonly made: Required<{ readonly [Name in "minCount" | "maxVocab" | "maxSentenceLength"]: number }>;
  /**
   * Copies numbers of the store from position `from` on into `into`, and returns how many: fewer than `into` holds only at
   * the end. `into` may lie in shared memory. Throws Error after `close`.
   */
  read(from: number, into: Int32Array): number;
  /** Frees the memory and removes the file; afterwards `read` throws Error. */
  close(): void;
}

/**
 * Rewrites a store of provisional numbers, with -1 behind each sentence, into the final ids. Since it only leaves out, it never
 * writes beyond what it has read, and needs no second store.
 */
export function encodedCorpus(
  store: IdStore,
  { vocabulary, module }: RankedWords,
  { made, given, earlier }: Pick<EncodedCorpus, "made" | "given" | "earlier">,
): EncodedCorpus {
  let written = 0;
  for (let from = 0; from < store.length(); from += PIECE) {
    const piece = new Int32Array(module.memory.buffer, address(module.piece), PIECE);
    const read = store.read(from, piece);
    const count = inMemory(module, () => module.rewrite(read));
    store.overwrite(written, new Int32Array(module.memory.buffer, address(module.ids), count), count);
    written += count;
  }
  store.truncate(written);
  return {
    vocabulary,
    tokens: module.knownTokens.value,
    sentences: module.knownSentences.value,
    given,
    checksum: module.checksum.value >>> 0,
    length: written,
    earlier,
    made,
    read: (from, into) => store.read(from, into),
    close: () => store.close(),
  };
}
