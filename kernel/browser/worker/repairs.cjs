"use strict";
const { repairsOf } = require("../../common/registry.cjs");
const { repairAdvice } = require("./repairs/advice.cjs");
const { repairImports } = require("./repairs/imports.cjs");
const { repairLoops } = require("./repairs/loops.cjs");

/** The repairs of the kernel in a page, in the registry's order. */
const REPAIRS = repairsOf("page", {
  advice: repairAdvice,
  imports: repairImports,
  loops: repairLoops,
});

module.exports = { REPAIRS };
