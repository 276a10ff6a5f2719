import { existsSync } from "node:fs";
import { host, isFileError } from "#host";
import { type TokenizerName, tokenRecord } from "../tokens/index.ts";

/** Where the record of the tokens of the vectors in `path` goes: word2vec's formats have no room for it. */
export function tokenRecordPath(path: string): string {
  return `${path}.tokens.json`;
}

/**
 * Writes beside the vectors in `path` how their tokens were made, since a word can only be asked for as its tokenizer gives it.
 * Vectors without a record have "words": it is written for these only over the record of earlier vectors. Returns false,
 * after a warning, if the system refuses the file.
 */
export async function keepTokenRecord(path: string, tokenizer: TokenizerName): Promise<boolean> {
  const file = tokenRecordPath(path);
  if (tokenizer === "words" && !existsSync(file)) return true;
  const text = `${JSON.stringify(tokenRecord(tokenizer), undefined, 2)}\n`;
  try {
    await host.write(file, new TextEncoder().encode(text));
    return true;
  } catch (error) {
    if (!isFileError(error)) throw error;
    const problem = existsSync(file) ? `what is in ${file} is not theirs` : "the vectors have none";
    console.error(
      `warning: Cannot keep the record that these tokens are of ${tokenizer}: ${problem}. ${(error as Error).message}`,
    );
    return false;
  }
}
