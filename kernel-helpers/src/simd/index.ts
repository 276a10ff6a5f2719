export type { SimdBinary } from "./binary.ts";
export type { RoundPart } from "./divide-round.ts";
export { openSimd, type Simd, type SimdOptions } from "./open-simd.ts";
export { SimdModel, type SimdRound, type SimdWindow } from "./simd-model.ts";
export { type SimdSettings, type SimdTask, simdTask } from "./simd-task.ts";
