import { addScaled, dot, row, sigmoid } from "../../base/index.ts";
import { hierarchicalErrors, type Model } from "../../model/index.ts";
import type { HuffmanPath } from "../../vocabulary/index.ts";

/** What a step does otherwise than it should. */
export interface StepOptions {
  /** The error of a node with the score z and the branch d. */
  readonly error?: (z: number, d: number) => number;
  /** What the other gradient reads only after it has moved. Default: neither. */
  readonly late?: "nodes" | "center" | "neither";
  /** Factor of the center's gradient. Default: 1. */
  readonly share?: number;
}

/** One step, in place, with every error from before it; returns the loss before it. */
export function stepBy(
  { input, output }: Model,
  center: number,
  path: HuffmanPath,
  alpha: number,
  { error = (z, d) => sigmoid(z) - (1 - d), late = "neither", share = 1 }: StepOptions = {},
): number {
  const v = row(input, center);
  const { loss } = hierarchicalErrors(output, v, path);
  const errors = path.points.map((node, j) => error(dot(row(output, node), v), path.code[j] as number));
  const toCenter = (): Float64Array => {
    const sum = new Float64Array(v.length);
    path.points.forEach((node, j) => {
      addScaled(sum, errors[j] as number, row(output, node));
    });
    return sum;
  };
  const moveNodes = (by: Float64Array): void =>
    path.points.forEach((node, j) => {
      addScaled(row(output, node), -alpha * (errors[j] as number), by);
    });
  const [early, old] = [toCenter(), v.slice()];
  if (late === "center") addScaled(v, -alpha * share, early);
  moveNodes(late === "center" ? v : old);
  if (late !== "center") addScaled(v, -alpha * share, late === "nodes" ? toCenter() : early);
  return loss;
}

/** A wrong step, in place, which moves node and center at each node before it goes to the next. */
export function nodeByNode(
  model: Model,
  center: number,
  { points, code }: HuffmanPath,
  alpha: number,
): number {
  return points.reduce(
    (loss, node, j) => loss + stepBy(model, center, { points: [node], code: [code[j] as number] }, alpha),
    0,
  );
}
