import { BLOCK_BYTES, SENTENCE } from "./layout.ts";
import { ROUND_BLOCKS } from "./memory-places.ts";

/** The beginning of a round. */
export interface RoundPart {
  /** Ids, with the ends of sentences. */
  readonly ids: number;
  /** Tokens. */
  readonly tokens: number;
  /** Sentences. */
  readonly sentences: number;
}

/** How to divide a round. */
export interface Division {
  /** Tokens from which on the round ends with its sentence. */
  readonly tokens: number;
  /** Tokens from which on a block ends with its sentence. */
  readonly blockTokens: number;
  /** V, the number of words. */
  readonly words: number;
}

/**
 * Divides ids into blocks of whole sentences, each ended by -1, and returns where each block begins, the end as the last entry.
 * Takes one sentence at least, if there is a whole one, and leaves out a sentence whose end is missing. Throws RangeError for an
 * id that is no word and for a sentence that is too long, as either would be written outside its place.
 */
export function divideRound(ids: Int32Array, { tokens, blockTokens, words }: Division): RoundPart[] {
  const begins: RoundPart[] = [{ ids: 0, tokens: 0, sentences: 0 }];
  let [at, seen, sentences, begun] = [0, 0, 0, 0];
  while (seen < tokens) {
    const end = ids.indexOf(-1, at);
    if (end < 0) break;
    requireSentence(ids, at, end, words);
    seen += end - at;
    at = end + 1;
    sentences++;
    if (seen - begun < blockTokens && seen < tokens) continue;
    begun = seen;
    begins.push({ ids: at, tokens: seen, sentences });
    if (begins.length > ROUND_BLOCKS) break;
  }
  if (at > (begins.at(-1) as RoundPart).ids) begins.push({ ids: at, tokens: seen, sentences });
  return begins;
}

function requireSentence(ids: Int32Array, from: number, to: number, words: number): void {
  if (to - from > SENTENCE) {
    throw new RangeError(
      `Cannot train a round as a sentence must have at most ${SENTENCE} words: one has ${to - from}. Remedy: divide it`,
    );
  }
  for (let at = from; at < to; at++) {
    const id = ids[at] as number;
    if (id >= 0 && id < words) continue;
    throw new RangeError(
      `Cannot train a round as ids must be from 0 to ${words - 1}: current value is ${id}`,
    );
  }
}

/** Writes the entries of the blocks at `place`; `done` tokens of the training were before the round. */
export function writeBlocks(view: DataView, place: number, blocks: readonly RoundPart[], done: number): void {
  blocks.forEach(({ ids, tokens }, i) => {
    view.setUint32(place + i * BLOCK_BYTES, ids, true);
    view.setBigUint64(place + i * BLOCK_BYTES + 8, BigInt(done + tokens), true);
  });
}
