import { counted } from "../base/index.ts";
import { chainColumn } from "./chain-column.ts";
import { chainRow } from "./chain-row.ts";
import { backsOf, type ChainStep, formulaOf, shownValue } from "./chain-step.ts";
import { chartOfDrawings } from "./chart-of-drawings.ts";
import { requireChain } from "./require-chain.ts";
import type { ChartSpec } from "./spec.ts";

/** Options of `chainChart`. */
export interface ChainChartOptions {
  /** Title above the chart. */
  readonly title?: string;
  /** Width of the drawing in pixels. Default: 720. */
  readonly width?: number;
}

/**
 * A chain of computation, to be seen before it is differentiated: a box for each step, with its formula and its value, an
 * arrow from each to the next, and arrows back that carry the derivatives, as the chain rule multiplies them. What training
 * moves has a blue rim, the last step, the loss, a red one. From left to right, on narrow pages from top to bottom.
 *
 * Throws RangeError with less than two steps, if two have one name or one has none, for a text that is
 * blank, for a number that is not finite, for an
 * arrow back that leads to no earlier step, and for two that pass the same step.
 *
 * @example
 * chainChart([{ name: "z" }, { name: "L", formula: "−log σ(z)", derivative: "∂L/∂z = σ(z) − 1" }]).description; // "Chain of 2 steps: z, then L = −log σ(z). Back from L to z: ∂L/∂z = σ(z) − 1."
 */
export function chainChart(
  steps: readonly ChainStep[],
  { title, width = 720 }: ChainChartOptions = {},
): ChartSpec {
  requireChain(steps);
  return chartOfDrawings(
    { description: describe(steps), title, width },
    (room) => chainRow(steps, room) ?? chainColumn(steps, room),
  );
}

/** The chain in sentences: forwards, then each arrow back from the last to the first. */
function describe(steps: readonly ChainStep[]): string {
  const forwards = steps.map((step) => {
    const value = shownValue(step);
    const parameter = step.parameter ? ` with ${step.parameter.name}` : "";
    return `${formulaOf(step)}${parameter}${value === undefined ? "" : `, here ${value}`}`;
  });
  const back = [...backsOf(steps)]
    .reverse()
    .map(({ from, to, text }) => `Back from ${steps[from]?.name} to ${steps[to]?.name}: ${text}.`);
  const aside = steps.flatMap(({ name, parameter }) =>
    parameter?.derivative === undefined
      ? []
      : `Back from ${name} to ${parameter.name}: ${parameter.derivative}.`,
  );
  return [`Chain of ${counted(steps.length, "step")}: ${forwards.join(", then ")}.`, ...back, ...aside].join(
    " ",
  );
}
