import { addScaled, row, type Table, tableFromRows } from "../base/index.ts";
import type { Model } from "./model.ts";
import { type Example, outputErrors } from "./train-step.ts";

/** Gradients of the rows of one table that a batch touches, duplicates summed. */
export interface RowGradients {
  /** The rows, each once, shape (U). */
  readonly ids: readonly number[];
  /** How many examples move each row, shape (U): an input word of C counts 1 / C. */
  readonly weights: Float64Array;
  /** Summed gradients, shape (U, d). */
  readonly rows: Table;
}

/** The gradients of a batch for both tables; nothing is moved yet. */
export interface BatchGradients {
  /** Mean loss of the batch, in nats. */
  readonly loss: number;
  /** Gradients of the input table. */
  readonly input: RowGradients;
  /** Gradients of the output table. */
  readonly output: RowGradients;
}

/**
 * The float64 twin of `tensorGradients`: the gradients of each example with the model as it is (see `trainStep`),
 * summed by row before any of them is applied. Under the full softmax every output row is touched, with weight Σ_b
 * (ŷ_bj + [j = o_b]). Changes nothing.
 */
export function batchGradients(model: Model, examples: readonly Example[]): BatchGradients {
  const width = model.input.width;
  const [input, output] = [new Map<number, Sum>(), new Map<number, Sum>()];
  let loss = 0;
  for (const example of examples) {
    const { inputs, target, negatives, path } = example;
    const found = outputErrors(model, example);
    loss += found.loss / examples.length;
    const gradient = new Float64Array(width); // ∂L/∂h
    for (let j = 0; j < found.words.length; j++) {
      const [word, error] = [found.words[j] as number, found.errors[j] as number];
      addScaled(gradient, error, row(model.output, word));
      const weight = negatives || path ? 1 : error + (word === target ? 2 : 0); // e = ŷ - [j = o]
      add(output, word, weight, error, found.h);
    }
    for (const word of inputs) add(input, word, 1 / inputs.length, 1 / inputs.length, gradient);
  }
  return { loss, input: rowsOf(input), output: rowsOf(output) };
}

interface Sum {
  weight: number;
  readonly row: Float64Array;
}

function add(sums: Map<number, Sum>, word: number, weight: number, factor: number, by: Float64Array): void {
  const sum = sums.get(word) ?? { weight: 0, row: new Float64Array(by.length) };
  sums.set(word, sum);
  sum.weight += weight;
  addScaled(sum.row, factor, by);
}

function rowsOf(sums: ReadonlyMap<number, Sum>): RowGradients {
  const all = [...sums.values()];
  return {
    ids: [...sums.keys()],
    weights: Float64Array.from(all, ({ weight }) => weight),
    rows: tableFromRows(all.map((sum) => sum.row)),
  };
}
