import { chooseByStart } from "./choose-by-start.ts";
import type { TokenizerChoice } from "./choose-tokenizer.ts";
import { tokenSentences } from "./token-sentences.ts";

/** Tokens, and the tokenizer that made them. */
export interface AutoTokens {
  /** The tokens of each sentence that has any. */
  readonly sentences: string[][];
  /** The tokenizer, and why. */
  readonly choice: TokenizerChoice;
}

/**
 * Chooses a tokenizer by the first megabyte of a text, as `chooseTokenizer` does, then collects the tokens of each sentence;
 * sentences without a token are left out. The text is read once. Throws as `tokenizer` does.
 */
export async function autoTokenSentences(
  sentences: AsyncIterable<string> | Iterable<string>,
): Promise<AutoTokens> {
  const source = singly(sentences);
  try {
    const { choice, batches } = await chooseByStart(source, (sentence) => [sentence]);
    return { sentences: await tokenSentences(each(batches), choice), choice };
  } finally {
    await source.return(undefined); // closes the file if no more of it is wanted
  }
}

async function* singly(
  sentences: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<readonly string[]> {
  for await (const sentence of sentences) yield [sentence];
}

async function* each(batches: AsyncIterable<readonly string[]>): AsyncGenerator<string> {
  for await (const sentences of batches) yield* sentences;
}
