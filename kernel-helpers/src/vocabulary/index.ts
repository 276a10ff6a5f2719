export { buildVocabulary, type Vocabulary, type VocabularyOptions } from "./build-vocabulary.ts";
export { encode, wordId } from "./encode.ts";
export { type HuffmanPath, huffmanTree } from "./huffman-tree.ts";
export { keepProbabilities, type SubsamplingOptions, subsample } from "./keep-probabilities.ts";
