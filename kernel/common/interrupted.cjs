"use strict";

/** Ends a cell's code after an Interrupt. Never reported: the cell itself has already failed by then. */
class Interrupted extends Error {
  /** @override */
  name = "Interrupted";
}

/**
 * @param {unknown} thrown
 * @returns {thrown is Interrupted}
 */
function isInterrupted(thrown) {
  try {
    return thrown instanceof Interrupted;
  } catch {
    return false; // a Proxy that throws
  }
}

module.exports = { Interrupted, isInterrupted };
