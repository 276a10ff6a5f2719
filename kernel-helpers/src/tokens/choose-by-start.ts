import { chooseTokenizer, type TokenizerChoice } from "./choose-tokenizer.ts";

/** Bytes of UTF-8 that are looked at. */
const LOOK = 1_000_000;

/** A tokenizer that was chosen by the start of a text, and the whole text again. */
export interface ChosenByStart<Piece> {
  /** The tokenizer, and why. */
  readonly choice: TokenizerChoice;
  /** All pieces, from the first one on. */
  readonly batches: AsyncGenerator<readonly Piece[]>;
}

/**
 * Chooses a tokenizer by the first megabyte of the sentences, as `chooseTokenizer` does, and keeps only those in memory.
 * `sentencesIn` gives the sentences of a piece.
 */
export async function chooseByStart<Piece>(
  batches: AsyncGenerator<readonly Piece[]>,
  sentencesIn: (piece: Piece) => Iterable<string>,
): Promise<ChosenByStart<Piece>> {
  const encoder = new TextEncoder();
  const held: (readonly Piece[])[] = [];
  const first: string[] = [];
  for (let bytes = 0; bytes < LOOK; ) {
    const { done, value } = await batches.next();
    if (done) break;
    held.push(value);
    for (const piece of value) {
      if (bytes >= LOOK) break;
      for (const sentence of sentencesIn(piece)) {
        if (bytes >= LOOK) break;
        first.push(sentence);
        bytes += encoder.encode(sentence).length;
      }
    }
  }
  return { choice: chooseTokenizer(first.join("\n")), batches: joined(held, batches) };
}

async function* joined<Piece>(
  held: (readonly Piece[])[],
  batches: AsyncGenerator<readonly Piece[]>,
): AsyncGenerator<readonly Piece[]> {
  yield* held.splice(0);
  yield* batches;
}
