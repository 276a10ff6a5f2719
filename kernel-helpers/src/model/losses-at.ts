import { copyModel } from "./copy-model.ts";
import type { Model } from "./model.ts";
import { type Example, outputErrors, trainStep } from "./train-step.ts";

/** The loss after a step with another learning rate. */
export interface LossAtRate {
  /** The learning rate α. */
  readonly alpha: number;
  /** L of the same example after the step. */
  readonly loss: number;
}

/** The loss after a step with each learning rate. One copy serves all: tables may have millions of numbers. */
export function lossesAt(model: Model, example: Example, rates: readonly number[]): LossAtRate[] {
  if (rates.length === 0) return [];
  const moved = copyModel(model);
  return rates.map((alpha) => {
    moved.input.data.set(model.input.data);
    moved.output.data.set(model.output.data);
    trainStep(moved, example, alpha);
    return { alpha, loss: outputErrors(moved, example).loss };
  });
}
