import { gradients } from "./gradients.ts";
import { largestMove } from "./largest-move.ts";
import { pairs } from "./pairs.ts";
import { step } from "./step.ts";

/** The exercises of lesson 05 by their ids, in the order of the notebook. */
export const skipGram: {
  readonly "05-skip-gram/pairs": typeof pairs;
  readonly "05-skip-gram/gradients": typeof gradients;
  readonly "05-skip-gram/step": typeof step;
  readonly "05-skip-gram/largest-move": typeof largestMove;
} = {
  "05-skip-gram/pairs": pairs,
  "05-skip-gram/gradients": gradients,
  "05-skip-gram/step": step,
  "05-skip-gram/largest-move": largestMove,
};
