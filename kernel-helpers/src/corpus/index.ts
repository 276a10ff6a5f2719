export { type CorpusOptions, type CorpusProgress, corpusBatches } from "./corpus-batches.ts";
export { isCorpusPath, isCorpusText } from "./corpus-files.ts";
export { corpusSentences } from "./corpus-sentences.ts";
export type { EncodingErrors } from "./corpus-text.ts";
export { type PlantedOptions, plantedAnalogies, plantedSentences } from "./planted-corpus.ts";
export { sentencesOf } from "./sentences-of.ts";
