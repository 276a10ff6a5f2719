import { BLOCK_BYTES } from "./layout.ts";
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
}

/**
 * Divides ids into blocks of whole sentences, each ended by -1, and returns where each block begins, the end as the last entry.
 * Takes one sentence at least, if there is a whole one, and leaves out a sentence whose end is missing.
 */
export function divideRound(ids: Int32Array, { tokens, blockTokens }: Division): RoundPart[] {
  const begins: RoundPart[] = [{ ids: 0, tokens: 0, sentences: 0 }];
  let [at, seen, sentences, begun] = [0, 0, 0, 0];
  while (seen < tokens) {
    const end = ids.indexOf(-1, at);
    if (end < 0) break;
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

/** Writes the entries of the blocks at `place`; `done` tokens of the training were before the round. */
export function writeBlocks(view: DataView, place: number, blocks: readonly RoundPart[], done: number): void {
  blocks.forEach(({ ids, tokens }, i) => {
    view.setUint32(place + i * BLOCK_BYTES, ids, true);
    view.setBigUint64(place + i * BLOCK_BYTES + 8, BigInt(done + tokens), true);
  });
}
