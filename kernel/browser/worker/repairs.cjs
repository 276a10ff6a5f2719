"use strict";
/** @import { Cells } from "../../common/cells.cjs" */
/** @import { Tslab } from "../../common/tslab-types.d.ts" */
const { publishHost } = require("../../common/host.cjs");
const { preloadImports } = require("../../common/preload-imports.cjs");
const { repairAwaits } = require("../../common/repairs/awaits.cjs");
const { repairCarets } = require("../../common/repairs/carets.cjs");
const { repairErrors } = require("../../common/repairs/errors.cjs");
const { repairHelp } = require("../../common/repairs/help.cjs");
const { repairInput } = require("../../common/repairs/input.cjs");
const { repairInterrupts } = require("../../common/repairs/interrupts.cjs");
const { repairIsComplete } = require("../../common/repairs/is-complete.cjs");
const { repairJoining } = require("../../common/repairs/joining.cjs");
const { repairKeeping } = require("../../common/repairs/keeping.cjs");
const { repairKernelInfo } = require("../../common/repairs/kernel-info.cjs");
const { repairOwners } = require("../../common/repairs/owners.cjs");
const { repairPositions } = require("../../common/repairs/positions.cjs");
const { repairRejections } = require("../../common/repairs/rejections.cjs");
const { repairRequests } = require("../../common/repairs/requests.cjs");
const { repairResults } = require("../../common/repairs/results.cjs");
const { repairScope } = require("../../common/repairs/scope.cjs");
const { repairSilent } = require("../../common/repairs/silent.cjs");
const { repairStates } = require("../../common/repairs/states.cjs");
const { repairStopping } = require("../../common/repairs/stopping.cjs");
const { repairStrictTypes } = require("../../common/repairs/strict-types.cjs");
const { repairUserExpressions } = require("../../common/repairs/user-expressions.cjs");
const { repairLoops } = require("./loops.cjs");
const { repairAdvice } = require("./advice.cjs");
const { loadModule } = require("./load-module.cjs");

/**
 * The repairs of the kernel in Node, less those of its sockets, files and processes, in the same order.
 * @type {Record<string, (tslab: Tslab, cells: Cells) => void>}
 */
const REPAIRS = {
  interrupts: repairInterrupts,
  joining: repairJoining,
  owners: repairOwners,
  advice: repairAdvice,
  carets: repairCarets,
  rejections: repairRejections,
  "user-expressions": repairUserExpressions,
  errors: repairErrors,
  stopping: repairStopping,
  silent: repairSilent,
  help: repairHelp,
  "is-complete": repairIsComplete,
  input: repairInput,
  "strict-types": repairStrictTypes,
  scope: repairScope,
  positions: repairPositions,
  awaits: repairAwaits,
  loops: repairLoops,
  imports: (tslab) => preloadImports(tslab, { load: loadModule, isLoaded: (name) => name !== "tslab" }),
  keeping: repairKeeping,
  results: repairResults,
  "kernel-info": repairKernelInfo,
  requests: repairRequests,
  states: repairStates,
  host: publishHost,
};

module.exports = { REPAIRS };
