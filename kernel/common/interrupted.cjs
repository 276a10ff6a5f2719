"use strict";

/** What ends a cell's code after an Interrupt. Not told to anyone: the cell itself has failed by then. */
class Interrupted extends Error {
  name = "Interrupted";
}

/**
 * @param {unknown} thrown
 * @returns {thrown is Interrupted}
 */
function isInterrupted(thrown) {
  return thrown instanceof Interrupted;
}

module.exports = { Interrupted, isInterrupted };
