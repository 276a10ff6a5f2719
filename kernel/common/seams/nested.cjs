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
  for (const around of arounds) {
    const next = inner;
    inner = () => around(next);
  }
  return inner();
}

module.exports = { nested };
