"use strict";
/** @import { Seams } from "../seams/seams.cjs" */
const { withoutExports } = require("../../rewriting/exports.cjs");

/**
 * Takes `export` before a declaration as nothing, as code has it that is copied from a file. tslab exports every name of a
 * cell itself, and its compiler reports the second export on a line that is not there.
 * @param {Seams} seams
 */
function repairExports({ tslab, compiling }) {
  compiling.source((source) => withoutExports(tslab.typescript, source));
}

module.exports = { repairExports };
