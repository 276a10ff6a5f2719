import type { StepView } from "../../src/display/step-view.ts";
import type { StepTrace } from "../../src/model/step-trace.ts";

/** Rows of a step after moves. */
export interface MovedRows {
  /** One for each input of the trace. */
  readonly inputs: readonly (readonly number[])[];
  /** One for each output of the trace. */
  readonly outputs: readonly (readonly number[])[];
}

/**
 * The rows of a step after moves with another learning rate: u_j - α Σ e_j h over all places of row j, and
 * v_c - (α/C) n ∂L/∂h for a word that stands at n of the C places.
 */
export function movedRows({ trace, pulls }: Pick<StepView, "trace" | "pulls">, alpha: number): MovedRows {
  const { inputs, outputs, h, gradient } = trace;
  const places = new Map<number, number>();
  for (const { word } of inputs) places.set(word, (places.get(word) ?? 0) + 1);
  const moved = (before: readonly number[], by: number, along: readonly number[]): number[] =>
    before.map((value, i) => value - by * (along[i] as number));
  return {
    inputs: inputs.map(({ word, before }) =>
      moved(before, (alpha * (places.get(word) as number)) / inputs.length, gradient),
    ),
    outputs: outputs.map(({ before }, j) => moved(before, alpha * (pulls[j]?.error as number), h)),
  };
}

/** The largest size of a number in the vectors of a step, for the colours. */
export function largestSize({ inputs, outputs, h, gradient }: StepTrace): number {
  const rows = [...inputs, ...outputs].flatMap(({ before, after }) => [before, after]);
  return Math.max(...[...rows, h, gradient].flat().map(Math.abs));
}
