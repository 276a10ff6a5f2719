import type { StepPart } from "../../src/display/step-frames.ts";
import type { StepView } from "../../src/display/step-view.ts";
import type { TracedInput, TracedOutput } from "../../src/model/step-trace.ts";
import { cellNumber } from "../stage/cell-colour.ts";
import { movedRows } from "./moved-rows.ts";

/** A part of a step with real numbers put into its formula: for the first input row, and for the row to predict. */
export function stepExample(view: StepView, part: StepPart, alpha: number, lossAfter: number): string {
  const { trace, inputs, outputs } = view;
  const { h, gradient, loss, layer } = trace;
  const place = layer === "softmax" ? trace.outputs.findIndex(({ label }) => label === 1) : 0;
  const one = trace.outputs[place] as TracedOutput;
  const first = trace.inputs[0] as TracedInput;
  const [name, from] = [outputs[place], inputs[0]];
  const C = inputs.length;
  const [h1, u1, v1, g1] = [h, one.before, first.before, gradient].map(([number = 0]) => n(number));
  const moved = movedRows(view, alpha);
  const rate = String(Number(alpha.toPrecision(3)));
  switch (part) {
    case "inputs":
      return `v of ${from} = ${vector(first.before)}`;
    case "h":
      return `h = ${vector(h)}`;
    case "scores":
      return `z of ${name} = ${one.before.map((u, i) => `${n(u)} · ${n(h[i] as number)}`).join(" + ")} = ${cellNumber(one.score)}`;
    case "probabilities":
      return layer === "softmax"
        ? `ŷ of ${name} = e^(${n(one.score)}) / Σ e^(z_k) = ${cellNumber(one.probability, 3)}`
        : `σ(z) of ${name} = 1 / (1 + e^(${n(-one.score)})) = ${cellNumber(one.probability, 3)}`;
    case "loss":
      return layer === "softmax"
        ? `L = -log ${n(one.probability, 3)} = ${cellNumber(loss, 3)}`
        : `L = ${sumOfLogs(view)} = ${cellNumber(loss, 3)}`;
    case "errors":
      return `e of ${name} = ${n(one.probability, 3)} - ${one.label} = ${cellNumber(one.error, 3)}`;
    case "gradient":
      return `∂L/∂h = ${vector(gradient)}`;
    case "outputs-move":
      return `first number of ${name}: ${u1} - ${rate} · ${n(one.error, 3)} · ${h1}${repeated(view.pulls[place]?.places)} = ${cellNumber(moved.outputs[place]?.[0] ?? 0)}`;
    case "inputs-move":
      return `first number of ${from}: ${v1} - ${rate} · ${share(inputs, from as string, C)}${g1} = ${cellNumber(moved.inputs[0]?.[0] ?? 0)}`;
    case "loss-after":
      return `L = ${n(loss, 3)} before, ${n(lossAfter, 3)} after`;
  }
}

/** A number inside a formula: one below zero stands in parentheses. */
function n(value: number, digits = 2): string {
  const text = cellNumber(value, digits);
  return text.startsWith("−") ? `(${text})` : text;
}

function vector(values: readonly number[]): string {
  const shown = values.slice(0, 8).map((value) => cellNumber(value));
  return `(${shown.join(", ")}${values.length > 8 ? ", …" : ""})`;
}

/** The parts of a loss whose questions are answered one by one. */
function sumOfLogs({ trace, leftOut }: StepView): string {
  const right = trace.outputs.map(({ probability, label }) => (label === 1 ? probability : 1 - probability));
  const more = leftOut > 0 ? ` - … ${leftOut} more` : "";
  return right.map((p) => `-log ${n(p, 3)}`).join(" ") + more;
}

/** A noise word that was drawn again moves once for each place. */
function repeated(places = 1): string {
  return places > 1 ? ` and the same for ${places - 1} more` : "";
}

/** The share of the gradient that the places of a word get: "1/4 · ". */
function share(inputs: readonly string[], word: string, C: number): string {
  const places = inputs.filter((other) => other === word).length;
  return C === 1 ? "" : `${places}/${C} · `;
}
