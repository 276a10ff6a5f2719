import type { Rank, Scalar, Variable } from "@tensorflow/tfjs";

import { scatterRows, type Tensorflow } from "../backend/index.ts";
import {
  type Batch,
  type EveryRow,
  type SeenRows,
  type TensorGradients,
  type TensorModel,
  tensorGradients,
} from "../model/index.ts";
import { tensorAdagrad } from "./adagrad.ts";
import { tensorAdam } from "./adam.ts";
import type { OptimizerSettings } from "./options.ts";
import { slotNames } from "./reference-optimizer.ts";
import {
  clipTensorNorm,
  clipTensorRows,
  limitTensorRows,
  type SummedRows,
  summedRows,
} from "./tensor-rows.ts";
import { tensorSgd } from "./tensor-sgd.ts";

/** Trains a model on a device batch by batch, float32. */
export interface TensorOptimizer {
  /** The state kept for each number of the tables, by name ("input/mean"), shape [V, d]; empty for sgd. */
  readonly slots: Readonly<Record<string, Variable<Rank.R2>>>;
  /**
   * Update number `t`, from 1: moves the model in place and returns the mean loss before it; the caller disposes that.
   */
  step(batch: Batch, alpha: number, t: number): Scalar;
  /** The second half of a step: limits the gradients and moves the model by them. */
  apply(gradients: TensorGradients, alpha: number, t: number): void;
  /** Disposes the slots; the model is kept. */
  close(): void;
}

/** The twin of `referenceOptimizer` on the backend of `tf`. Only the loss outlives a step as a tensor. */
export function tensorOptimizer(
  tf: Tensorflow,
  model: TensorModel,
  settings: OptimizerSettings,
): TensorOptimizer {
  const names = slotNames(settings.optimizer);
  const slots = Object.fromEntries(names.map((name) => [name, zeroVariable(tf, model.input.shape)]));
  const { optimizer, rowStep, clipRowNorm, clipNorm } = settings;
  const plain = optimizer === "sgd" && clipRowNorm === 0 && clipNorm === 0;

  function move(side: "input" | "output", gradients: SummedRows, alpha: number, t: number): void {
    const slot = (name: string): Variable<Rank.R2> => slots[`${side}/${name}`] as Variable<Rank.R2>;
    const table = model[side];
    if (optimizer === "adagrad") tensorAdagrad(tf, table, slot("accumulator"), gradients, alpha);
    else if (optimizer === "adam") {
      tensorAdam(tf, table, { mean: slot("mean"), square: slot("square") }, gradients, alpha, t);
    } else scatterRows(tf, table, gradients.ids, gradients.rows, -alpha);
  }

  /** Duplicates summed, each row limited. */
  function limitedRows(gradients: SeenRows | EveryRow, alpha: number): SummedRows {
    const summed = summedRows(tf, gradients, model.input.shape[0]);
    const limited = optimizer === "sgd" ? limitTensorRows(tf, summed, alpha, rowStep) : summed;
    return clipTensorRows(tf, limited, clipRowNorm);
  }

  function apply({ input, output }: TensorGradients, alpha: number, t: number): void {
    if (plain) {
      tensorSgd(tf, model.input, input, alpha, rowStep);
      tensorSgd(tf, model.output, output, alpha, rowStep);
      return;
    }
    tf.tidy(() => {
      const both = [limitedRows(input, alpha), limitedRows(output, alpha)] as const;
      const [inputRows, outputRows] = clipTensorNorm(tf, both, clipNorm);
      move("input", inputRows, alpha, t);
      move("output", outputRows, alpha, t);
    });
  }

  return {
    slots,
    apply,
    step: (batch, alpha, t) =>
      tf.tidy(() => {
        const gradients = tensorGradients(tf, model, batch);
        apply(gradients, alpha, t);
        return gradients.loss;
      }),
    close: () => tf.dispose(Object.values(slots)),
  };
}

function zeroVariable(tf: Tensorflow, shape: [number, number]): Variable<Rank.R2> {
  return tf.tidy(() => tf.variable(tf.zeros<Rank.R2>(shape)));
}
