"use strict";
const { Session } = require("node:inspector");
const { signalChildren } = require("./signal-children.cjs");
const { ASKING, COMPILING, HANDLED, HOOKED, REQUESTED } = require("./shared-state.cjs");

/**
 * Time in milliseconds that the main thread has to notice an interrupt before its code is terminated: a training step
 * is not an endless loop. Longer if the cell calls `interrupted()`, since it will end by itself.
 */
const PATIENCE = 500;
const PATIENCE_WHERE_ASKED = 3000;

/** Time between two checks of that, in milliseconds. */
const LOOK = 50;

/** After these times in milliseconds the main thread waits for a child that ignores milder signals. */
const STRONGER = /** @type {const} */ ([
  [2000, "SIGTERM"],
  [3000, "SIGKILL"],
]);

/**
 * Runs in a worker: ends what the main thread does, which may be an endless loop or the wait for a child. Children get
 * SIGINT as from Ctrl-C in a terminal, and code is terminated unless the main thread notices the interrupt itself.
 * @param {Int32Array} shared
 * @param {() => void} tell tells the main thread
 */
async function interruptMain(shared, tell) {
  const number = Atomics.add(shared, REQUESTED, 1) + 1;
  tell();
  signalChildren("SIGINT");
  const session = new Session();
  session.connectToMainThread();
  const start = performance.now();
  const stronger = [...STRONGER];
  let last = start;
  while (Atomics.load(shared, HANDLED) < number) {
    await new Promise((done) => setTimeout(done, LOOK));
    const now = performance.now();
    const [after, signal] = stronger[0] ?? [Number.POSITIVE_INFINITY, "SIGINT"];
    if (now - start > after && Atomics.load(shared, HANDLED) < number) {
      signalChildren(signal);
      stronger.shift();
    }
    const patience = Atomics.load(shared, ASKING) === 0 ? PATIENCE : PATIENCE_WHERE_ASKED;
    const terminable = Atomics.load(shared, COMPILING) === 0 && Atomics.load(shared, HOOKED) === 0;
    if (!terminable || now - last < patience) continue;
    last = now; // start waiting again: a second termination at once would end the code that handles the interrupt
    if (Atomics.load(shared, HANDLED) < number) session.post("Runtime.terminateExecution");
  }
  session.disconnect();
}

module.exports = { interruptMain };
