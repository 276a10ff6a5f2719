export { tokenSentences } from "./token-sentences.ts";
export { tokenize } from "./tokenize.ts";
