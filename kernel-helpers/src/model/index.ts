export { type Batch, type PackedTree, packBatch } from "./batch.ts";
export { type BatchGradients, batchGradients, type RowGradients } from "./batch-gradients.ts";
export { copyModel } from "./copy-model.ts";
export { gradientByNumbers } from "./gradient-by-numbers.ts";
export { hiddenLayer } from "./hidden-layer.ts";
export { hierarchicalErrors } from "./hierarchical-errors.ts";
export type { LossAtRate } from "./losses-at.ts";
export { createModel, type Model, type ModelOptions, startNumbers } from "./model.ts";
export { modelDifferences } from "./model-differences.ts";
export { negativeSamplingErrors, type OutputErrors, softmaxErrors } from "./output-errors.ts";
export { requireExample } from "./require-example.ts";
export {
  type StepTrace,
  type StepTraceOptions,
  stepTrace,
  type TracedInput,
  type TracedOutput,
} from "./step-trace.ts";
export {
  cbow,
  cbowHierarchicalStep,
  cbowNegativeStep,
  cbowSoftmaxStep,
  skipGram,
  skipGramHierarchicalStep,
  skipGramNegativeStep,
  skipGramSoftmaxStep,
  withPath,
} from "./steps.ts";
export { type EveryRow, type SeenRows, type TensorGradients, tensorGradients } from "./tensor-gradients.ts";
export { readScalar, readTable, type TensorModel, tensorModel } from "./tensor-model.ts";
export { addTensorRows, tensorStep } from "./tensor-step.ts";
export { type Example, outputErrors, trainStep } from "./train-step.ts";
