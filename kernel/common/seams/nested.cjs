"use strict";

/**
 * Runs `run` inside functions that call their argument: the first is the innermost, the last the outermost.
 * @template T
 * @param {() => T} run
 * @param {readonly ((inner: () => T) => T)[]} arounds
 * @returns {T}
 */
function nested(run, arounds) {
  let inner = run;
  for (let i = 0; i < arounds.length; i += 1) {
    const around = /** @type {(inner: () => T) => T} */ (arounds[i]); // a cell may replace what iterates over an array
    const next = inner;
    inner = () => around(next);
  }
  return inner();
}

module.exports = { nested };
