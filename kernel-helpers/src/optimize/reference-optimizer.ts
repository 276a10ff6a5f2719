import { addScaled, row, type Table, zeroTable } from "../base/index.ts";
import {
  type BatchGradients,
  batchGradients,
  type Example,
  type Model,
  type RowGradients,
} from "../model/index.ts";
import { adagradRows } from "./adagrad.ts";
import { lazyAdamRows } from "./adam.ts";
import type { OptimizerSettings } from "./options.ts";
import { limitGradients } from "./row-limits.ts";

/** Trains a model batch by batch in float64: the readable twin of `TensorOptimizer`. */
export interface ReferenceOptimizer {
  /** The state kept for each number of the tables, by name ("input/mean"); empty for sgd. */
  readonly slots: Readonly<Record<string, Table>>;
  /** Update number `t`, from 1: moves the model in place and returns the mean loss before. */
  step(examples: readonly Example[], alpha: number, t: number): number;
  /** The second half of a step: limits the gradients, in place, and moves the model by them. */
  apply(gradients: BatchGradients, alpha: number, t: number): void;
}

/** The optimiser that `settings` name, for `model`: gradients, limits and updates, each as its formula says. */
export function referenceOptimizer(model: Model, settings: OptimizerSettings): ReferenceOptimizer {
  const { rows, width } = model.input;
  const names = slotNames(settings.optimizer);
  const slots = Object.fromEntries(names.map((name) => [name, zeroTable(rows, width)]));
  function apply(gradients: BatchGradients, alpha: number, t: number): void {
    limitGradients(gradients, alpha, settings);
    for (const side of ["input", "output"] as const) {
      const slot = (name: string): Table => slots[`${side}/${name}`] as Table;
      moveRows(model[side], slot, gradients[side], alpha, t, settings.optimizer);
    }
  }
  return {
    slots,
    apply,
    step(examples, alpha, t) {
      const gradients = batchGradients(model, examples);
      apply(gradients, alpha, t);
      return gradients.loss;
    },
  };
}

/** The names of an optimiser's slots. */
export function slotNames(optimizer: OptimizerSettings["optimizer"]): string[] {
  const names = { sgd: [], adagrad: ["accumulator"], adam: ["mean", "square"] }[optimizer];
  return ["input", "output"].flatMap((side) => names.map((name) => `${side}/${name}`));
}

function moveRows(
  table: Table,
  slot: (name: string) => Table,
  gradients: RowGradients,
  alpha: number,
  t: number,
  optimizer: OptimizerSettings["optimizer"],
): void {
  if (optimizer === "adagrad") adagradRows(table, slot("accumulator"), gradients, alpha);
  else if (optimizer === "adam") {
    lazyAdamRows(table, { mean: slot("mean"), square: slot("square") }, gradients, alpha, t);
  } else {
    gradients.ids.forEach((id, at) => {
      addScaled(row(table, id), -alpha, row(gradients.rows, at));
    });
  }
}
