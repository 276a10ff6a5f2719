import { batchStep } from "./batch-step.ts";
import { gradientBytes } from "./gradient-bytes.ts";
import { logSigmoid } from "./log-sigmoid.ts";
import { scatterAddRows } from "./scatter-add-rows.ts";

/** The exercises of lesson 10 by their ids, in the order of the notebook. */
export const batchesAndGpu: {
  readonly "10-batches-and-gpu/scatter-add-rows": typeof scatterAddRows;
  readonly "10-batches-and-gpu/log-sigmoid": typeof logSigmoid;
  readonly "10-batches-and-gpu/gradient-bytes": typeof gradientBytes;
  readonly "10-batches-and-gpu/batch-step": typeof batchStep;
} = {
  "10-batches-and-gpu/scatter-add-rows": scatterAddRows,
  "10-batches-and-gpu/log-sigmoid": logSigmoid,
  "10-batches-and-gpu/gradient-bytes": gradientBytes,
  "10-batches-and-gpu/batch-step": batchStep,
};
