import { tokenize } from "./tokenize.ts";

/** Collects the tokens of each sentence; sentences without a token are left out. */
export async function tokenSentences(
  sentences: AsyncIterable<string> | Iterable<string>,
): Promise<string[][]> {
  const all: string[][] = [];
  for await (const sentence of sentences) {
    const tokens = tokenize(sentence);
    if (tokens.length > 0) all.push(tokens);
  }
  return all;
}
