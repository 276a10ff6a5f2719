export { type Batch, packBatch } from "./batch.ts";
export { hiddenLayer } from "./hidden-layer.ts";
export { createModel, type Model, type ModelOptions } from "./model.ts";
export { negativeSamplingErrors, type OutputErrors, softmaxErrors } from "./output-errors.ts";
export {
  cbow,
  cbowNegativeStep,
  cbowSoftmaxStep,
  skipGram,
  skipGramNegativeStep,
  skipGramSoftmaxStep,
} from "./steps.ts";
export { readScalar, readTable, type TensorModel, tensorModel } from "./tensor-model.ts";
export { tensorStep } from "./tensor-step.ts";
export { type Example, outputErrors, trainStep } from "./train-step.ts";
