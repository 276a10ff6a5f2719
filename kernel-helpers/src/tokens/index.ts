export { type AutoTokens, autoTokenSentences } from "./auto-token-sentences.ts";
export { type ChosenByStart, chooseByStart } from "./choose-by-start.ts";
export { chooseTokenizer, type TokenizerChoice } from "./choose-tokenizer.ts";
export { type LongTokens, longTokens, type TokenSample, type TokenSums } from "./long-tokens.ts";
export { type TokenRecord, tokenRecord } from "./token-record.ts";
export { type TokenOptions, tokenSentences } from "./token-sentences.ts";
export { tokenize } from "./tokenize.ts";
export {
  requireTokenizer,
  type Tokenizer,
  type TokenizerName,
  tokenizer,
  tokenizerNames,
} from "./tokenizer.ts";
export { warnOfLongTokens } from "./warn-of-long-tokens.ts";
