import type { TokenizerName } from "../tokens/index.ts";
import type { EncodedCorpus, Vocabulary } from "../vocabulary/index.ts";
import { corpusFingerprint, fingerprint } from "./fingerprint.ts";
import type { Numbered } from "./numbered.ts";

const PIECE = 1 << 14; // numbers of a corpus that are read at once

/** The text of a training: sentences of word ids, each with two or more. */
export interface SentenceIds {
  readonly vocabulary: Vocabulary;
  /** The counts before this text of the words that an earlier training brought, the first ones; [] without one. */
  readonly earlier: readonly number[];
  /** Sentences in a pass. */
  readonly length: number;
  /** Ids in a pass. */
  readonly tokens: number;
  /** The sentences in their order, beginning with the one of this number. */
  from(sentence: number): Iterable<readonly number[]>;
  /** Identifies the text, see `fingerprint`. */
  fingerprint(tokenizer: TokenizerName): string;
  /** The text as one store of ids, if it is encoded. */
  readonly corpus?: EncodedCorpus;
  /** Frees what the training alone uses. */
  close(): void;
}

/** Sentences in memory. */
export function sentencesInMemory({ vocabulary, ids }: Numbered): SentenceIds {
  return {
    vocabulary,
    earlier: [],
    length: ids.length,
    tokens: ids.reduce((sum, sentence) => sum + sentence.length, 0),
    *from(sentence) {
      for (let at = sentence; at < ids.length; at++) yield ids[at] as readonly number[];
    },
    fingerprint: (tokenizer) => fingerprint(vocabulary, ids, tokenizer),
    close: () => undefined,
  };
}

/** Sentences of an encoded corpus, which are read in pieces; `close` closes the corpus if the training owns it. */
export function sentencesOfCorpus(corpus: EncodedCorpus, owns: boolean): SentenceIds {
  return {
    corpus,
    vocabulary: corpus.vocabulary,
    earlier: corpus.earlier,
    length: corpus.sentences,
    tokens: corpus.tokens,
    *from(sentence) {
      const piece = new Int32Array(PIECE);
      let before = sentence;
      let ids: number[] = [];
      for (let at = 0; at < corpus.length; at += PIECE) {
        const count = corpus.read(at, piece);
        for (let i = 0; i < count; i++) {
          const id = piece[i] as number;
          if (id >= 0 && before === 0) ids.push(id);
          else if (id < 0 && before > 0) before--;
          else if (id < 0) {
            yield ids;
            ids = [];
          }
        }
      }
    },
    fingerprint: (tokenizer) => corpusFingerprint(corpus, tokenizer),
    close: () => owns && corpus.close(),
  };
}
