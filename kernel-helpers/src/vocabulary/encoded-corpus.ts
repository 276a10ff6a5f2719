import { corpusChecksum } from "./corpus-checksum.ts";
import type { IdStore } from "./id-store.ts";
import type { Vocabulary } from "./vocabulary.ts";
import type { WordCounts } from "./word-counts.ts";

const PIECE = 1 << 16;

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
   * the end. `into` may lie in shared memory.
   */
  read(from: number, into: Int32Array): number;
  /** Frees the memory and removes the file; afterwards nothing can be read. */
  close(): void;
}

/**
 * Rewrites a store of provisional numbers, with -1 behind each sentence, into the final ids. Since it only leaves out, it never
 * writes beyond what it has read, and needs no second store.
 */
export function encodedCorpus(
  store: IdStore,
  { vocabulary, finalIds }: ReturnType<WordCounts["rank"]>,
  { made, given, earlier }: Pick<EncodedCorpus, "made" | "given" | "earlier">,
): EncodedCorpus {
  const checksum = corpusChecksum(vocabulary.words);
  const output = writerTo(store);
  const piece = new Int32Array(PIECE);
  let framed = new Int32Array(1 << 11); // the length of a sentence, its ids, and room for -1
  let known = 0;
  let tokens = 0;
  let sentences = 0;
  for (let from = 0; from < store.length(); from += PIECE) {
    const count = store.read(from, piece);
    if (known + count + 2 > framed.length) framed = longer(framed, known + count + 2);
    for (let i = 0; i < count; i++) {
      const number = piece[i] as number;
      if (number >= 0) {
        const id = finalIds[number] as number;
        if (id >= 0) framed[++known] = id;
        continue;
      }
      if (known > 1) {
        framed[0] = known;
        framed[known + 1] = -1;
        checksum.add(framed);
        output.write(framed, known + 2);
        tokens += known;
        sentences++;
      }
      known = 0;
    }
  }
  output.end();
  const length = tokens + sentences;
  store.truncate(length);
  return {
    vocabulary,
    tokens,
    sentences,
    given,
    checksum: checksum.value(),
    length,
    earlier,
    made,
    read: (from, into) => store.read(from, into),
    close: () => store.close(),
  };
}

function longer(ids: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * size);
  more.set(ids);
  return more;
}

/** Writes sentences over the start of a store, a piece at a time. */
function writerTo(store: IdStore): {
  /** Takes a sentence without the first of its `count` numbers. */
  write(framed: Int32Array, count: number): void;
  end(): void;
} {
  const piece = new Int32Array(PIECE);
  let [at, filled] = [0, 0];
  function end(): void {
    store.overwrite(at, piece, filled);
    at += filled;
    filled = 0;
  }
  return {
    write(framed, count) {
      let to = filled;
      for (let i = 1; i < count; i++) {
        piece[to++] = framed[i] as number;
        if (to < PIECE) continue;
        filled = to;
        end();
        to = 0;
      }
      filled = to;
    },
    end,
  };
}
