export { type AnalogyOptions, analogy } from "./analogy.ts";
export { decodeWord2vecBinary, encodeWord2vecBinary } from "./binary-format.ts";
export { cosineSimilarity } from "./cosine-similarity.ts";
export { loadVectors, saveVectors } from "./files.ts";
export { type Neighbour, type NeighbourOptions, neighbours } from "./neighbours.ts";
export { decodeWord2vecText, encodeWord2vecText } from "./text-format.ts";
export { vectorOf } from "./vector-of.ts";
export { type VectorRows, vectorsFromRows } from "./vectors-from-rows.ts";
export { type WordVectors, wordVectors } from "./word-vectors.ts";
