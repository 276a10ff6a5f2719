import { type TokenizerName, tokenizer } from "./tokenizer.ts";

/** Options of `tokenSentences`. */
export interface TokenOptions {
  /** How a sentence is divided, see `tokenizer`. Default: "words". */
  readonly tokenizer?: TokenizerName | undefined;
}

/**
 * Collects the tokens of each sentence; sentences without a token are left out. `autoTokenSentences` chooses the tokenizer by
 * the text. Throws as `tokenizer` does.
 */
export async function tokenSentences(
  sentences: AsyncIterable<string> | Iterable<string>,
  { tokenizer: name = "words" }: TokenOptions = {},
): Promise<string[][]> {
  const tokensOf = tokenizer(name);
  const all: string[][] = [];
  for await (const sentence of sentences) {
    const tokens = tokensOf(sentence);
    if (tokens.length > 0) all.push(tokens);
  }
  return all;
}
