"use strict";
/** @import { Seams } from "../seams/seams.cjs" */
const { wrap } = require("../wrap.cjs");

/** What V8 and Firefox say when a function calls itself too often. */
const TOO_DEEP = /call stack|too much recursion/;

/**
 * A cell on which the compiler itself fails, such as one that is nested too deeply, fails alone and says why. In tslab
 * every later cell fails too: it keeps the timer by which it started the compiler, and TypeScript keeps the cache of files
 * that it uses while it makes a program.
 * @param {Seams} seams
 */
function repairCompilerFailures({ compiling }) {
  /** @param {() => void} compile @param {() => void} forgetTimer */
  const compileOrRecover = (compile, forgetTimer) => {
    const files = compiling.compiler?.files;
    const uncached = { ...files };
    try {
      compile();
    } catch (error) {
      forgetTimer();
      if (files) Object.assign(files, uncached);
      compiling.outdate(); // tslab expects a new program, although the old one may fit the next cell
      throw error;
    }
  };
  compiling.system((system) => {
    wrap(
      system,
      "setTimeout",
      (plan) =>
        (/** @type {() => void} */ compile, /** @type {unknown[]} */ ...rest) => {
          const timer = plan(() => compileOrRecover(compile, () => system.clearTimeout(timer)), ...rest);
          return timer;
        },
    );
  });
  compiling.failed(withReason);
}

/**
 * An error without frames, because those of the compiler help no learner.
 * @param {unknown} error
 */
function withReason(error) {
  const { message } = error instanceof Error ? error : new Error(String(error));
  const tooDeep = TOO_DEEP.test(message);
  const reason = tooDeep
    ? "it is nested too deeply. Remedy: split it into several statements"
    : `the compiler failed: ${message}`;
  const made = new (tooDeep ? RangeError : Error)(`Cannot compile the cell: ${reason}`);
  made.stack = `${made.name}: ${made.message}`;
  return made;
}

module.exports = { repairCompilerFailures };
