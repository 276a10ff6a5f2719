"use strict";
const { preloadImports } = require("../../common/preload-imports.cjs");
const { repairsOf } = require("../../common/registry.cjs");
const { repairAdvice } = require("./repairs/advice.cjs");
const { loadModule } = require("./load-module.cjs");
const { repairLoops } = require("./repairs/loops.cjs");

/** The repairs of the kernel in a page, in the registry's order. */
const REPAIRS = repairsOf("page", {
  advice: repairAdvice,
  imports: (seams) => preloadImports(seams, { load: loadModule, isLoaded: (name) => name !== "tslab" }),
  loops: repairLoops,
});

module.exports = { REPAIRS };
