export { adagradRows } from "./adagrad.ts";
export { lazyAdamRows, type Moments, tensorAdam } from "./adam.ts";
export {
  type OptimizerOptions,
  type OptimizerSettings,
  optimizerDefaults,
  optimizerNames,
  requireOptimizer,
} from "./options.ts";
export { type ReferenceOptimizer, referenceOptimizer, slotNames } from "./reference-optimizer.ts";
export { normScale, rowScale } from "./scales.ts";
export { type TensorOptimizer, tensorOptimizer } from "./tensor-optimizer.ts";
export { type SummedRows, summedRows } from "./tensor-rows.ts";
