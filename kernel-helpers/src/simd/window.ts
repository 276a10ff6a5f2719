import { requireInteger } from "../base/index.ts";

/** A window to train, with every random choice made. */
export interface SimdWindow {
  /** Words whose input rows take part, shape (M): the context. A word that occurs twice counts twice. */
  readonly inputs: readonly number[];
  /** Rows of the output table, shape (N): words, or inner nodes with hierarchical softmax. */
  readonly outputs: readonly number[];
  /** What each of them should be, shape (N). */
  readonly labels: readonly (0 | 1)[];
  /** Whether the scalar twin computes, one number at a time. Default: false. */
  readonly scalar?: boolean;
}

/** How many inputs and outputs there is room for, and how many words. */
interface Room {
  readonly inputs: number;
  readonly outputs: number;
  readonly words: number;
}

/** Throws RangeError unless every part of the window lies within the memory of its model. */
export function requireWindow(window: SimdWindow, room: Room): void {
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
      if (row < room.words) continue;
      throw new RangeError(
        `${action} as ${name} must be words from 0 to ${room.words - 1}: current value is ${row}`,
      );
    }
  }
  if (window.labels.length !== window.outputs.length) {
    throw new RangeError(
      `${action} as it must have a label for each of ${window.outputs.length} outputs: there are ${window.labels.length}`,
    );
  }
}
