import { meanLength } from "./mean-length.ts";
import { pathErrors } from "./path-errors.ts";
import { step } from "./step.ts";
import { treeProbabilities } from "./tree-probabilities.ts";

/** The exercises of lesson 06 by their ids, in the order of the notebook. */
export const hierarchicalSoftmax: {
  readonly "06-hierarchical-softmax/mean-length": typeof meanLength;
  readonly "06-hierarchical-softmax/tree-probabilities": typeof treeProbabilities;
  readonly "06-hierarchical-softmax/path-errors": typeof pathErrors;
  readonly "06-hierarchical-softmax/step": typeof step;
} = {
  "06-hierarchical-softmax/mean-length": meanLength,
  "06-hierarchical-softmax/tree-probabilities": treeProbabilities,
  "06-hierarchical-softmax/path-errors": pathErrors,
  "06-hierarchical-softmax/step": step,
};
