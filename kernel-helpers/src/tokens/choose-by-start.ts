import { chooseTokenizer, type TokenizerChoice } from "./choose-tokenizer.ts";

/** Bytes of UTF-8 that are looked at. */
const LOOK = 1_000_000;

/** A tokenizer that was chosen by the start of a text, and the whole text again. */
export interface ChosenByStart {
  /** The tokenizer, and why. */
  readonly choice: TokenizerChoice;
  /** All texts, from the first one on. */
  readonly batches: AsyncGenerator<readonly string[]>;
}

/**
 * Chooses a tokenizer by the first megabyte of the sentences, as `chooseTokenizer` does, and keeps only those in memory.
 * `sentencesIn` gives the sentences of a text.
 */
export async function chooseByStart(
  batches: AsyncGenerator<readonly string[]>,
  sentencesIn: (text: string) => Iterable<string>,
): Promise<ChosenByStart> {
  const encoder = new TextEncoder();
  const held: (readonly string[])[] = [];
  const first: string[] = [];
  for (let bytes = 0; bytes < LOOK; ) {
    const { done, value } = await batches.next();
    if (done) break;
    held.push(value);
    for (const text of value) {
      if (bytes >= LOOK) break;
      for (const sentence of sentencesIn(text)) {
        if (bytes >= LOOK) break;
        first.push(sentence);
        bytes += encoder.encode(sentence).length;
      }
    }
  }
  return { choice: chooseTokenizer(first.join("\n")), batches: joined(held, batches) };
}

async function* joined(
  held: (readonly string[])[],
  batches: AsyncGenerator<readonly string[]>,
): AsyncGenerator<readonly string[]> {
  yield* held.splice(0);
  yield* batches;
}
