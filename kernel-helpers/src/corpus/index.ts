export { type CorpusOptions, corpusSentences, isCorpusPath } from "./corpus-sentences.ts";
export type { EncodingErrors } from "./corpus-text.ts";
export { type PlantedOptions, plantedAnalogies, plantedSentences } from "./planted-corpus.ts";
export { sentencesOf } from "./sentences-of.ts";
