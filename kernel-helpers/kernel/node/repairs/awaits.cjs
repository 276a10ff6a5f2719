"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */
const { awaitsOutside } = require("../../cells/awaits.cjs");
const { wrap } = require("../wrap.cjs");

/**
 * Runs a cell that awaits something as an asynchronous function, also if its only await is in `for await`. tslab
 * learns from an error of its TypeScript, which another one does not report, that a cell awaits, and `for await` it
 * never sees.
 * @param {Tslab} tslab
 */
function repairAwaits({ converter, typescript }) {
  wrap(converter, "createConverter", (original) => (options) => {
    const created = original(options);
    wrap(created, "convert", (convert) => (declarations, source) => ({
      ...convert(declarations, source),
      hasToplevelAwait: awaitsOutside(typescript, source),
    }));
    return created;
  });
}

module.exports = { repairAwaits };
