import { host } from "#host";
import type { TokenizerName } from "./tokenizer.ts";

/** How tokens were made: the same record and the same text give the same tokens. */
export interface TokenRecord {
  /** The name of the tokenizer. */
  readonly tokenizer: TokenizerName;
  /** Version of its rule. */
  readonly version: number;
  /** Which program divided text without spaces, such as "ICU 78.2"; undefined for tokenizers that need none. */
  readonly segmenter?: string;
}

/** Raise a version when its tokenizer gives other tokens for some text. */
const versions: Readonly<Record<TokenizerName, number>> = {
  words: 1,
  chinese: 1,
  japanese: 1,
  whitespace: 1,
};
const segmented: readonly TokenizerName[] = ["chinese", "japanese"];

/**
 * The record of a tokenizer here and now. In Node the segmenter is ICU with its version; a browser does not tell its ICU, so there
 * it is the browser with its version.
 *
 * @example
 * tokenRecord("words"); // { tokenizer: "words", version: 1 }
 */
export function tokenRecord(tokenizer: TokenizerName): TokenRecord {
  const record = { tokenizer, version: versions[tokenizer] };
  return segmented.includes(tokenizer) ? { ...record, segmenter: host.segmenter() } : record;
}
