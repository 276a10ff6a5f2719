"use strict";
/** @import { BoundFile } from "../../cells/cell-types.d.ts" */
/** @import { Tslab } from "../tslab-types.d.ts" */
const { scopeTransformers } = require("../../cells/scope.cjs");
const { withTransformers } = require("../with-transformers.cjs");
const { wrap } = require("../wrap.cjs");

/** The file in which tslab keeps the declarations of earlier cells. */
const EARLIER_CELLS = /[\\/]__prev__\.d\.ts$/;

/**
 * Lets a function see what later cells assign to a variable and declare anew, and a cell write `{ center }` for a
 * variable of an earlier one. In tslab a function keeps its own copies, and each access to a variable of an earlier
 * cell takes a hundred times as long, since the object that holds them is a proxy.
 * @param {Tslab} tslab
 */
function repairScope(tslab) {
  const { executor, typescript } = tslab;
  withTransformers(tslab, (program, cell) => {
    const earlier = program.getSourceFiles().find(({ fileName }) => EARLIER_CELLS.test(fileName));
    return scopeTransformers(typescript, program.getTypeChecker(), cell, /** @type {BoundFile} */ (earlier));
  });
  wrap(executor, "createExecutor", (original) => (...values) => {
    const created = original(...values);
    /** @type {Record<string, unknown>} */
    const scope = {};
    /** @type {any} */ (globalThis).__tslab__.exports = scope; // by this name tslab hands it to a cell
    wrap(created, "locals", () => scope);
    return created;
  });
}

module.exports = { repairScope };
