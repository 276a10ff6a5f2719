import type { StepTrace, TracedOutput } from "../model/index.ts";
import { layerWording } from "./layer-wording.ts";

/** One picture of a step of training: what is computed, by which formula, and the numbers that it gave. */
export interface StepFrame {
  /** What is computed in it. */
  readonly part: StepPart;
  /** What happens. */
  readonly title: string;
  /** Why it happens, in a sentence or two. */
  readonly why: string;
  /** The formula, as text. */
  readonly formula: string;
  /** Name -> number, vector or word, one entry a row. */
  readonly rows: readonly Readonly<Record<string, number | string | readonly number[]>>[];
}

/** The parts of a step in the order in which they are computed. */
export type StepPart =
  | "inputs"
  | "h"
  | "scores"
  | "probabilities"
  | "loss"
  | "errors"
  | "gradient"
  | "outputs-move"
  | "inputs-move"
  | "loss-after";

/**
 * A step of training as frames in the order in which it is computed: forwards from the input rows to the loss, backwards
 * from the errors to the rows that move. `words` names the rows of the tables; the inner nodes of a tree are numbered.
 */
export function stepFrames(trace: StepTrace, words: readonly string[]): StepFrame[] {
  const { alpha, inputs, h, outputs, gradient, loss, lossAfter, layer } = trace;
  const input = (id: number): string => words[id] ?? String(id);
  const named = (output: TracedOutput): Record<string, string> =>
    layer === "hierarchical softmax" ? { node: `node ${output.row}` } : { word: input(output.row) };
  const each = <Row>(from: (output: TracedOutput) => Row): (Row & Record<string, string>)[] =>
    outputs.map((output) => ({ ...named(output), ...from(output) }));
  const p = layer === "softmax" ? "ŷ" : "σ(z)";
  const says = layerWording[layer];
  return [
    {
      part: "inputs",
      title: inputs.length === 1 ? "Read the input row" : "Read the input rows",
      why: "A word picks its row of the input table. No multiplication is needed.",
      formula: "v_c",
      rows: inputs.map(({ word, before }) => ({ word: input(word), v: before })),
    },
    {
      part: "h",
      title: inputs.length === 1 ? "Take it as the hidden layer" : "Take their mean",
      why:
        inputs.length === 1
          ? "With one input word the mean is the row itself."
          : "The order of the words is lost here. A word that stands twice counts twice.",
      formula: inputs.length === 1 ? "h = v_c" : "h = (1/C) Σ v_c",
      rows: [{ C: inputs.length, h }],
    },
    {
      part: "scores",
      title: says.score,
      why: says.whyScore,
      formula: "z_j = u_j · h",
      rows: each(({ before, score }) => ({ u: before, z: score })),
    },
    {
      part: "probabilities",
      title: "Turn scores into probabilities",
      why: says.whyProbability,
      formula: says.probability,
      rows: each(({ score, probability }) => ({ z: score, [p]: probability })),
    },
    {
      part: "loss",
      title: "Compute the loss",
      why: says.whyLoss,
      formula: says.loss,
      rows: [{ L: loss }],
    },
    {
      part: "errors",
      title: "Subtract the labels",
      why: "The error says how far each probability is from its label, and on which side.",
      formula: says.error,
      rows: each(({ probability, label, error }) => ({ [p]: probability, label, e: error })),
    },
    {
      part: "gradient",
      title: "Go back to h",
      why: "Each output row pulls h with the strength of its error. All output rows are still as they were.",
      formula: "∂L/∂h = Σ e_j u_j",
      rows: [{ "∂L/∂h": gradient }],
    },
    {
      part: "outputs-move",
      title: "Move the output rows",
      why: "A negative error moves a row towards h, a positive error away from it.",
      formula: `u_j ← u_j - α e_j h, α = ${alpha}`,
      rows: each(({ before, after }) => ({ before, after })),
    },
    {
      part: "inputs-move",
      title: inputs.length === 1 ? "Move the input row" : "Move the input rows",
      why:
        inputs.length === 1
          ? "The row takes the whole gradient of h."
          : "Each of the C places takes its share of the gradient. A word that stands twice moves twice.",
      formula: `v_c ← v_c - (α/C) ∂L/∂h, α = ${alpha}`,
      rows: inputs.map(({ word, before, after }) => ({ word: input(word), before, after })),
    },
    {
      part: "loss-after",
      title: "Compare the loss",
      why: "The same example with the moved rows: a small step lowers its loss, a large one may overshoot.",
      formula: "L of the same example",
      rows: [{ "L before": loss, "L after": lossAfter }],
    },
  ];
}
