import { norm, row } from "../base/index.ts";
import type { BatchGradients, RowGradients } from "../model/index.ts";
import type { OptimizerSettings } from "./options.ts";
import { normScale, rowScale } from "./scales.ts";

/**
 * Limits the gradients of a batch, in this order: each row's step (sgd only), each row's norm, the norm of all rows.
 * Changes the rows in place.
 */
export function limitGradients(
  gradients: BatchGradients,
  alpha: number,
  { optimizer, rowStep, clipRowNorm, clipNorm }: OptimizerSettings,
): void {
  const both = [gradients.input, gradients.output];
  for (const one of both) {
    if (optimizer === "sgd") scaleRows(one, (at) => rowScale(one.weights[at] as number, alpha, rowStep));
    scaleRows(one, (at) => normScale(norm(row(one.rows, at)), clipRowNorm));
  }
  const total = Math.hypot(...both.map(({ rows }) => norm(rows.data)));
  for (const one of both) scaleRows(one, () => normScale(total, clipNorm));
}

function scaleRows({ rows }: RowGradients, scaleOf: (at: number) => number): void {
  for (let at = 0; at < rows.rows; at++) {
    const scale = scaleOf(at);
    if (scale === 1) continue;
    const g = row(rows, at);
    for (let i = 0; i < g.length; i++) g[i] = (g[i] as number) * scale;
  }
}
