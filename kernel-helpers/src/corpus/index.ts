export { isCorpusPath, isCorpusText } from "./corpus-files.ts";
export { corpusSentences } from "./corpus-sentences.ts";
export type { EncodingErrors } from "./corpus-text.ts";
export {
  type CorpusOptions,
  type CorpusPiece,
  type CorpusProgress,
  corpusPieces,
  corpusTexts,
  pieceText,
} from "./corpus-texts.ts";
export { type PlantedOptions, plantedAnalogies, plantedSentences } from "./planted-corpus.ts";
export { sentencesOf } from "./sentences-of.ts";
