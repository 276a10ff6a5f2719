"use strict";
/** @import { Seams } from "../../../common/seams/seams.cjs" */
const { preloadImports } = require("../../../common/preload-imports.cjs");
const { loadModule } = require("../load-module.cjs");

/**
 * Lets a cell import the modules beside the worker, and modules by URL.
 * @param {Seams} seams
 */
function repairImports(seams) {
  preloadImports(seams, { load: loadModule, isLoaded: (name) => name !== "tslab" });
}

module.exports = { repairImports };
