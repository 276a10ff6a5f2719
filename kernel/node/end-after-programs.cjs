"use strict";
const children = require("node:child_process");
const { syncBuiltinESMExports } = require("node:module");
const { Interrupted } = require("../common/interrupted.cjs");
const { wrap } = require("../common/wrap.cjs");

/**
 * Ends a cell that waited for a program without awaiting, such as by `spawnSync()`, when Interrupt ended the program: the
 * cell would go on with the next one.
 * @param {() => number} requested how often Interrupt was asked for
 * @param {() => boolean} hear tells waiting cells; returns whether this one ends by itself. The interrupt is handled only
 *   when the cell's code gives way: until then it may catch the error and start the next program
 */
function endAfterPrograms(requested, hear) {
  for (const name of /** @type {const} */ (["execFileSync", "execSync", "spawnSync"])) {
    wrap(children, name, (/** @type {any} */ original) => {
      /** @type {any} */
      const ending = (/** @type {unknown[]} */ ...values) => {
        const before = requested();
        const [result, error] = attempt(() => original(...values));
        if (requested() !== before && !hear()) throw new Interrupted();
        if (error) throw error.thrown;
        return result;
      };
      return ending;
    });
  }
  syncBuiltinESMExports();
}

/**
 * @param {() => unknown} run
 * @returns {[result?: unknown, error?: { thrown: unknown }]}
 */
function attempt(run) {
  try {
    return [run()];
  } catch (thrown) {
    return [undefined, { thrown }];
  }
}

module.exports = { endAfterPrograms };
