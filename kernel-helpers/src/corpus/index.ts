export { corpusSentences } from "./corpus-sentences.ts";
export { sentencesOf } from "./sentences-of.ts";
