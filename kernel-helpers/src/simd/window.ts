import { requireInteger } from "../base/index.ts";
import type { SimdTask } from "./simd-task.ts";

/** A window to train, with every random choice made. */
export interface SimdWindow {
  /** Words whose input rows take part, shape (M): the context. A word that occurs twice counts twice. */
  readonly inputs: readonly number[];
  /** Rows of the output table, shape (N): words, or inner nodes with hierarchical softmax. */
  readonly outputs: readonly number[];
  /** What each of them should be, shape (N). With negative sampling the target comes first, with 1, and the others have 0. */
  readonly labels: readonly (0 | 1)[];
  /** Whether the scalar twin computes, one number at a time. Default: false. */
  readonly scalar?: boolean;
}

/** Throws RangeError unless every part of the window lies within the memory of a model of this task. */
export function requireWindow(window: SimdWindow, { settings, words, outputs }: SimdTask): void {
  const room = { inputs: 2 * settings.window, outputs };
  const action = "Cannot train a window";
  for (const name of ["inputs", "outputs"] as const) {
    const rows = window[name];
    if (rows.length === 0 || rows.length > room[name]) {
      throw new RangeError(
        `${action} as it must have 1 to ${room[name]} ${name}: current number is ${rows.length}`,
      );
    }
    for (const row of rows) {
      requireInteger(action, { [name]: row }, 0);
      if (row < words) continue;
      throw new RangeError(
        `${action} as ${name} must be words from 0 to ${words - 1}: current value is ${row}`,
      );
    }
  }
  if (window.labels.length !== window.outputs.length) {
    throw new RangeError(
      `${action} as it must have a label for each of ${window.outputs.length} outputs: there are ${window.labels.length}`,
    );
  }
  const isOne = (label: number, j: number): boolean => label === (j === 0 ? 1 : 0);
  if (settings.hs || window.labels.every(isOne)) return;
  throw new RangeError(
    `${action} as labels must be 1 for the first output and 0 for the others: they are ${window.labels.join(", ")}`,
  );
}
