export { buildVocabulary, type Vocabulary, type VocabularyOptions } from "./build-vocabulary.ts";
export { encode } from "./encode.ts";
export { type HuffmanPath, huffmanTree } from "./huffman-tree.ts";
export { keepProbabilities, type SubsamplingOptions, subsample } from "./keep-probabilities.ts";
export { type SpellingOptions, similarSpellings } from "./similar-spellings.ts";
export { wordId } from "./word-id.ts";
