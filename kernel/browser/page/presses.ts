/** How many numbers count the presses: a loop of a cell reads them in turns, see kernel/rewriting/loops.cjs. */
const COUNTERS = 16;

/** Counters of Interrupt in memory that the worker shares; `undefined` where the page is not isolated. */
export function createPresses(): Int32Array | undefined {
  if (!globalThis.crossOriginIsolated) return undefined;
  return new Int32Array(new SharedArrayBuffer(COUNTERS * Int32Array.BYTES_PER_ELEMENT));
}

/** Counts that Interrupt was pressed once more. Changes `presses`. */
export function countPress(presses: Int32Array | undefined): void {
  if (presses) for (const place of presses.keys()) Atomics.add(presses, place, 1);
}
