import type { StepTrace, TracedOutput } from "../model/index.ts";

/** One picture of a step of training: what is computed, by which formula, and the numbers that it gave. */
export interface StepFrame {
  /** What happens. */
  readonly title: string;
  /** The formula, as text. */
  readonly formula: string;
  /** Name -> number, vector or word, one entry a row. */
  readonly rows: readonly Readonly<Record<string, number | string | readonly number[]>>[];
}

/**
 * A step of training as frames in the order in which it is computed: forwards from the input rows to the loss, backwards
 * from the errors to the rows that move. `words` names the rows of the tables; the inner nodes of a tree are numbered.
 */
export function stepFrames(trace: StepTrace, words: readonly string[]): StepFrame[] {
  const { alpha, inputs, h, outputs, gradient, loss, lossAfter, layer } = trace;
  const tree = layer === "hierarchical softmax";
  const softmax = layer === "softmax";
  const input = (id: number): string => words[id] ?? String(id);
  const named = ({ row }: TracedOutput): Record<string, string> =>
    tree ? { node: `node ${row}` } : { word: input(row) };
  const each = <Row>(from: (output: TracedOutput) => Row): (Row & Record<string, string>)[] =>
    outputs.map((output) => ({ ...named(output), ...from(output) }));
  const p = softmax ? "ŷ" : "σ(z)";
  const scored = tree ? "the nodes of its path" : softmax ? "every word" : "the word and the noise words";
  return [
    {
      title: "Read the input rows",
      formula: "v_c",
      rows: inputs.map(({ word, before }) => ({ word: input(word), v: before })),
    },
    { title: "Take their mean", formula: "h = (1 / C) Σ v_c", rows: [{ C: inputs.length, h }] },
    {
      title: `Score ${scored}`,
      formula: "z_j = u_j · h",
      rows: each(({ before, score }) => ({ u: before, z: score })),
    },
    {
      title: "Turn scores into probabilities",
      formula: softmax ? "ŷ_j = e^(z_j) / Σ e^(z_k)" : "σ(z_j) = 1 / (1 + e^(-z_j))",
      rows: each(({ score, probability }) => ({ z: score, [p]: probability })),
    },
    {
      title: "Compute the loss",
      formula: softmax ? "L = -log ŷ_o" : "L = -Σ log σ(±z_j), plus where the label is 1",
      rows: [{ L: loss }],
    },
    {
      title: "Subtract what was observed",
      formula: softmax ? "e_j = ŷ_j - [j = o]" : "e_j = σ(z_j) - t_j",
      rows: each(({ probability, label, error }) => ({ [p]: probability, label, e: error })),
    },
    { title: "Go back to h", formula: "∂L/∂h = Σ e_j u_j", rows: [{ "∂L/∂h": gradient }] },
    {
      title: "Move the output rows",
      formula: `u_j ← u_j - α e_j h, α = ${alpha}`,
      rows: each(({ before, after }) => ({ before, after })),
    },
    {
      title: "Move the input rows",
      formula: `v_c ← v_c - (α / C) ∂L/∂h, α = ${alpha}`,
      rows: inputs.map(({ word, before, after }) => ({ word: input(word), before, after })),
    },
    {
      title: "Compare the loss",
      formula: "L of the same example",
      rows: [{ "L before": loss, "L after": lossAfter }],
    },
  ];
}
