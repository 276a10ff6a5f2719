import { chooseTokenizer, type TokenizerChoice } from "./choose-tokenizer.ts";
import { tokenSentences } from "./token-sentences.ts";

/** Bytes of UTF-8 that are looked at. */
const LOOK = 1_000_000;

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
  const source = each(sentences);
  try {
    const first = await beginning(source);
    const choice = chooseTokenizer(first.join("\n"));
    const begin = await tokenSentences(first, choice);
    return { sentences: begin.concat(await tokenSentences(source, choice)), choice };
  } finally {
    await source.return(undefined); // closes the file if no more of it is wanted
  }
}

async function* each(sentences: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  yield* sentences;
}

async function beginning(source: AsyncGenerator<string>): Promise<string[]> {
  const encoder = new TextEncoder();
  const first: string[] = [];
  for (let bytes = 0; bytes < LOOK; ) {
    const { done, value } = await source.next();
    if (done) break;
    first.push(value);
    bytes += encoder.encode(value).length;
  }
  return first;
}
