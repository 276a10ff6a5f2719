import { addScaled, row } from "../base/index.ts";
import type { HuffmanPath } from "../vocabulary/index.ts";
import { hiddenLayer } from "./hidden-layer.ts";
import { hierarchicalErrors } from "./hierarchical-errors.ts";
import type { Model } from "./model.ts";
import { negativeSamplingErrors, type OutputErrors, softmaxErrors } from "./output-errors.ts";

/** One training example of either architecture: predict `target` from `inputs`. */
export interface Example {
  /** Words whose input vectors are averaged: the context for CBOW, the one center for Skip-Gram. */
  readonly inputs: readonly number[];
  /** The word to predict: the center for CBOW, one context word for Skip-Gram. */
  readonly target: number;
  /** Noise words of negative sampling. Without them and without `path`, the output layer is the full softmax. */
  readonly negatives?: readonly number[];
  /** Path of hierarchical softmax to `target` in the tree of `huffmanTree`; cannot be combined with `negatives`. */
  readonly path?: HuffmanPath;
}

/** The loss of an example and the errors of its scores; changes nothing. Throws RangeError for two output layers. */
export function outputErrors(
  model: Model,
  example: Example,
): OutputErrors & {
  /** The hidden layer, shape (d). */
  readonly h: Float64Array;
} {
  const h = hiddenLayer(model.input, example.inputs);
  return { ...errorsAt(model, example, h), h };
}

function errorsAt({ output }: Model, { target, negatives, path }: Example, h: Float64Array): OutputErrors {
  if (path && negatives) {
    throw new RangeError(
      `Cannot compute errors: an example has negatives or a path, not both, but got ${negatives.length} negatives ` +
        `and a path of ${path.points.length}`,
    );
  }
  if (path) return hierarchicalErrors(output, h, path);
  return negatives ? negativeSamplingErrors(output, h, target, negatives) : softmaxErrors(output, h, target);
}

/**
 * One step of gradient descent on one example, at learning rate `alpha`:
 *
 *   ∂L/∂u_j = e_j h          (Rong 2014, eq. 9 and 58)
 *   ∂L/∂h   = Σ_j e_j u_j    (Rong 2014, eq. 12 and 61)
 *   ∂L/∂v_c = (1/C) ∂L/∂h    for each occurrence of c among the C inputs
 *
 * Updates both tables in place and returns the loss before the update. The division by C is the true gradient;
 * word2vec.c leaves it out. Derived in lessons 04 and 05.
 */
export function trainStep(model: Model, example: Example, alpha: number): number {
  const { loss, words, errors, h } = outputErrors(model, example);
  const gradient = new Float64Array(model.input.width); // ∂L/∂h
  for (let j = 0; j < words.length; j++) {
    addScaled(gradient, errors[j] as number, row(model.output, words[j] as number)); // before u_j moves
  }
  for (let j = 0; j < words.length; j++) {
    addScaled(row(model.output, words[j] as number), -alpha * (errors[j] as number), h);
  }
  for (const word of example.inputs) {
    addScaled(row(model.input, word), -alpha / example.inputs.length, gradient);
  }
  return loss;
}
