import { hiddenLayer } from "./hidden-layer.ts";
import { inputGradient } from "./input-gradient.ts";
import { moveInputs } from "./move-inputs.ts";
import { softmaxErrors } from "./softmax-errors.ts";

/** The exercises of lesson 04 by their ids, in the order of the notebook. */
export const cbow: {
  readonly "04-cbow/hidden-layer": typeof hiddenLayer;
  readonly "04-cbow/softmax-errors": typeof softmaxErrors;
  readonly "04-cbow/input-gradient": typeof inputGradient;
  readonly "04-cbow/move-inputs": typeof moveInputs;
} = {
  "04-cbow/hidden-layer": hiddenLayer,
  "04-cbow/softmax-errors": softmaxErrors,
  "04-cbow/input-gradient": inputGradient,
  "04-cbow/move-inputs": moveInputs,
};
