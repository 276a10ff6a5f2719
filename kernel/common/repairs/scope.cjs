"use strict";
/** @import { BoundFile } from "../../rewriting/cell-types.d.ts" */
/** @import { Seams } from "../seams/seams.cjs" */
const { scopeTransformers } = require("../../rewriting/scope.cjs");
const { EARLIER_CELLS } = require("../seams/compiling.cjs");
const { wrap } = require("../wrap.cjs");

/**
 * Lets a function see what later cells assign to a variable or declare again, and a cell write `{ center }` for a
 * variable of an earlier one. In tslab a function keeps its own copies, and each access to a variable of an earlier
 * cell takes a hundred times as long, since the object that holds them is a proxy.
 * @param {Seams} seams
 */
function repairScope({ tslab, compiling, running }) {
  compiling.transform((program, cell) => {
    const earlier = program.getSourceFiles().find(({ fileName }) => EARLIER_CELLS.test(fileName));
    return scopeTransformers(
      tslab.typescript,
      program.getTypeChecker(),
      cell,
      /** @type {BoundFile} */ (earlier),
    );
  });
  running.executorCreated((executor, runtime) => {
    /** @type {Record<string, unknown>} */
    const scope = {};
    // a variable of a cell may have this name, which is no property of an object by itself
    Object.defineProperty(scope, "__proto__", { configurable: true, writable: true, value: undefined });
    runtime.exports = scope; // tslab passes it to a cell under this name
    wrap(executor, "locals", () => scope);
  });
}

module.exports = { repairScope };
