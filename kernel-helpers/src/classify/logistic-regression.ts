import { addScaled, dot, logSumExp, requireInteger, requirePositive, zeroTable } from "../base/index.ts";
import { addFeatures, type Features, featureDot, requireFiniteFeatures } from "./features.ts";
import { requireLabels } from "./labels.ts";
import type { LinearClassifier } from "./linear-classifier.ts";
import { minimise } from "./minimise.ts";
import { type FittingPart, requireExamples, requireFitting } from "./part.ts";

/** Options of `fitLogisticRegression`. */
export interface LogisticRegressionOptions {
  /** λ, how strongly large weights are punished; 1 / C of scikit-learn. Default: 1. */
  readonly penalty?: number;
  /** Ends when no derivative of the loss is farther from 0. Default: 1e-4. */
  readonly tolerance?: number;
  /** Ends after so many steps. Default: 1000. */
  readonly maxSteps?: number;
}

const ACTION = "Cannot fit a logistic regression";

/**
 * Multinomial logistic regression: the weights and biases that minimise
 *
 *   Σ_i -log P(label_i | x_i) + λ/2 Σ_k |w_k|²,   P(k | x) = e^(z_k) / Σ_j e^(z_j),   z_k = w_k · x + b_k
 *
 * over the examples of the part (Jurafsky and Martin, Speech and Language Processing, 3rd edition draft, section 5.6; scikit-learn's LogisticRegression).
 * With two classes z_0 is 0, so that P(1 | x) = σ(z_1). The biases are not punished. Does not change `x`.
 *
 * Throws RangeError for a test part, for a class without examples, for features that are not finite, and if the loss has not
 * reached its lowest after `maxSteps`.
 */
export function fitLogisticRegression(
  x: Features,
  labels: ArrayLike<number>,
  part: FittingPart,
  { penalty = 1, tolerance = 1e-4, maxSteps = 1000 }: LogisticRegressionOptions = {},
): LinearClassifier {
  requireFitting(ACTION, part);
  requireExamples(ACTION, part, x.rows);
  requirePositive(ACTION, { penalty, tolerance });
  requireInteger(ACTION, { maxSteps }, 1);
  requireFiniteFeatures(ACTION, x);
  const classes = requireLabels(ACTION, labels, part).length;
  const start = new Float64Array(freeRows(classes) * (x.width + 1));
  const found = minimise(
    start,
    (parameters, gradient) => penalisedLoss(parameters, gradient, { x, labels, part, penalty, classes }),
    { tolerance, maxSteps },
  );
  if (found.converged) return classifierOf(found.x, classes, x.width);
  throw new RangeError(
    `${ACTION} as its loss must reach its lowest within ${maxSteps} steps: it is ${found.value} and still falling. ` +
      "Remedy: more maxSteps, a larger penalty, or features of like size",
  );
}

/** Rows of weights that are fitted: of two classes only the second, since z_0 = 0. */
function freeRows(classes: number): number {
  return classes === 2 ? 1 : classes;
}

/** The parameters are all weights, row after row, and then all biases. */
function classifierOf(parameters: Float64Array, classes: number, width: number): LinearClassifier {
  const fixed = classes - freeRows(classes);
  const classifier = { weights: zeroTable(classes, width), bias: new Float64Array(classes) };
  classifier.weights.data.set(parameters.subarray(0, freeRows(classes) * width), fixed * width);
  classifier.bias.set(parameters.subarray(freeRows(classes) * width), fixed);
  return classifier;
}

interface Problem {
  readonly x: Features;
  readonly labels: ArrayLike<number>;
  readonly part: FittingPart;
  readonly penalty: number;
  readonly classes: number;
}

/** The loss at `parameters`; writes its gradient, ∂/∂w_k = Σ_i (P(k | x_i) - [label_i = k]) x_i + λ w_k, into `gradient`. */
function penalisedLoss(
  parameters: Float64Array,
  gradient: Float64Array,
  { x, labels, part, penalty, classes }: Problem,
): number {
  const free = freeRows(classes);
  const weights = parameters.subarray(0, free * x.width);
  gradient.fill(0);
  addScaled(gradient.subarray(0, weights.length), penalty, weights);
  let loss = (penalty / 2) * dot(weights, weights);
  const z = new Float64Array(classes);
  for (const example of part.examples) {
    const label = labels[example] as number;
    for (let k = 0; k < free; k++) {
      z[classes - free + k] =
        featureDot(x, example, weights, k * x.width) + (parameters[weights.length + k] as number);
    }
    const total = logSumExp(z);
    loss += total - (z[label] as number);
    for (let k = 0; k < free; k++) {
      const error =
        Math.exp((z[classes - free + k] as number) - total) - (label === classes - free + k ? 1 : 0);
      addFeatures(gradient, error, x, example, k * x.width);
      gradient[weights.length + k] = (gradient[weights.length + k] as number) + error;
    }
  }
  return loss;
}
