export { type SimdBinary, simdBinaries } from "./binary.ts";
export type { RoundPart } from "./divide-round.ts";
export { SENTENCE as longestSentence } from "./layout.ts";
export { isSimd, openSimd, type Simd, type SimdOptions } from "./open-simd.ts";
export { SimdModel, type SimdRound } from "./simd-model.ts";
export { mostNoise, type SimdSettings, type SimdTask, simdTask } from "./simd-task.ts";
export type { SimdWindow } from "./window.ts";
