import { addScaled, dot, row, sigmoid, softmax } from "../base/index.ts";
import { copyModel } from "./copy-model.ts";
import { type LossAtRate, lossesAt } from "./losses-at.ts";
import type { Model } from "./model.ts";
import { type Example, outputErrors, trainStep } from "./train-step.ts";

/** Every number of one step of training, as plain data without views into the model. */
export interface StepTrace {
  /** Which scores get an error. */
  readonly layer: "softmax" | "hierarchical softmax" | "negative sampling";
  /** The learning rate α of the step. */
  readonly alpha: number;
  /** The input words, one entry for each place, in order. */
  readonly inputs: readonly TracedInput[];
  /** The hidden layer, the mean of the input vectors, shape (d). */
  readonly h: readonly number[];
  /** The output rows with a score, one entry for each place, in the order of `outputErrors`. */
  readonly outputs: readonly TracedOutput[];
  /** ∂L/∂h = Σ_j e_j u_j, shape (d). */
  readonly gradient: readonly number[];
  /** L before the step, in nats. */
  readonly loss: number;
  /** L of the same example after the step. */
  readonly lossAfter: number;
  /** L of the same example after a step with other learning rates, α rising from 0. */
  readonly losses: readonly LossAtRate[];
}

/** One input word of a step. */
export interface TracedInput {
  /** Its id, which is its row of the input table. */
  readonly word: number;
  /** v_c before the step, shape (d). */
  readonly before: readonly number[];
  /** v_c after the whole step: at each place of a repeated word the same. */
  readonly after: readonly number[];
}

/** One score of a step. */
export interface TracedOutput {
  /** Row of the output table: a word, or an inner node of the tree. */
  readonly row: number;
  /** u_j before the step, shape (d). */
  readonly before: readonly number[];
  /** u_j after the whole step. */
  readonly after: readonly number[];
  /** z_j = u_j · h. */
  readonly score: number;
  /** ŷ_j of the softmax, else σ(z_j). */
  readonly probability: number;
  /** What it should be: [j = o] of the softmax, t_j of negative sampling, 1 - d_j on a path. */
  readonly label: number;
  /** e_j = probability - label. */
  readonly error: number;
}

/** Options of `stepTrace`. */
export interface StepTraceOptions {
  /** Learning rates for `losses`: so many, at equal distances from 0. Default: 51. */
  readonly rates?: number;
  /** The largest of them. Default: 5. */
  readonly largestRate?: number;
}

const action = "Cannot trace a step";

/**
 * The trace of `trainStep(model, example, alpha)`, to show a step number by number: the same numbers to the last bit.
 * Changes nothing. Throws RangeError unless `alpha` is a finite number of at least 0 and the loss is finite before and after
 * the step, and what `trainStep` throws.
 */
export function stepTrace(
  model: Model,
  example: Example,
  alpha: number,
  { rates = 51, largestRate = 5 }: StepTraceOptions = {},
): StepTrace {
  if (!(alpha >= 0 && Number.isFinite(alpha))) {
    throw new RangeError(
      `${action} as alpha must be >= 0 and finite: current value is ${alpha}. Remedy: give a learning rate such as 0.5`,
    );
  }
  const { loss, words, errors, h } = outputErrors(model, example);
  requireFinite("before", loss, "find the number of the model that is none or too large");
  const scores = Array.from(words, (j) => dot(row(model.output, j), h));
  const layer = layerOf(example);
  const probabilities = layer === "softmax" ? softmax(scores) : scores.map(sigmoid);
  const gradient = new Float64Array(h.length);
  Array.from(words).forEach((j, place) => {
    addScaled(gradient, errors[place] as number, row(model.output, j));
  });
  const moved = copyModel(model);
  trainStep(moved, example, alpha);
  const lossAfter = outputErrors(moved, example).loss;
  requireFinite("after", lossAfter, "give a smaller alpha");
  return {
    layer,
    alpha,
    inputs: example.inputs.map((word) => ({
      word,
      before: [...row(model.input, word)],
      after: [...row(moved.input, word)],
    })),
    h: [...h],
    outputs: Array.from(words, (j, place) => ({
      row: j,
      before: [...row(model.output, j)],
      after: [...row(moved.output, j)],
      score: scores[place] as number,
      probability: probabilities[place] as number,
      label: labelOf(example, j, place),
      error: errors[place] as number,
    })),
    gradient: [...gradient],
    loss,
    lossAfter,
    losses: lossesAt(
      model,
      example,
      Array.from({ length: rates }, (_, i) => (largestRate * i) / Math.max(1, rates - 1)),
    ),
  };
}

function requireFinite(when: string, loss: number, remedy: string): void {
  if (Number.isFinite(loss)) return;
  throw new RangeError(
    `${action} as its loss must be finite: ${when} the step it is ${loss}. Remedy: ${remedy}`,
  );
}

function layerOf({ path, negatives }: Example): StepTrace["layer"] {
  if (path) return "hierarchical softmax";
  return negatives ? "negative sampling" : "softmax";
}

function labelOf({ target, path, negatives }: Example, j: number, place: number): number {
  if (path) return 1 - (path.code[place] as number);
  return (negatives ? place === 0 : j === target) ? 1 : 0;
}
