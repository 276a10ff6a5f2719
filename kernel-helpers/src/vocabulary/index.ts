export { buildVocabulary } from "./build-vocabulary.ts";
export { type CorpusEncoder, corpusEncoder, type EncoderOptions } from "./corpus-encoder.ts";
export { encode } from "./encode.ts";
export type { EncodedCorpus } from "./encoded-corpus.ts";
export { type HuffmanPath, huffmanTree } from "./huffman-tree.ts";
export { keepProbabilities, type SubsamplingOptions, subsample } from "./keep-probabilities.ts";
export { type SpellingOptions, similarSpellings } from "./similar-spellings.ts";
export type { Vocabulary, VocabularyOptions } from "./vocabulary.ts";
export { wordId } from "./word-id.ts";
