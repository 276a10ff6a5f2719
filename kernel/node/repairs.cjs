"use strict";
const { publishHost } = require("../common/host.cjs");
const { repairCallbacks } = require("./repairs/callbacks.cjs");
const { repairCaptures } = require("./repairs/captures.cjs");
const { repairCarets } = require("../common/repairs/carets.cjs");
const { repairChannels } = require("./repairs/channels.cjs");
const { repairDecoding } = require("./repairs/decoding.cjs");
const { repairErrors } = require("../common/repairs/errors.cjs");
const { repairExits } = require("./repairs/exits.cjs");
const { repairAwaits } = require("../common/repairs/awaits.cjs");
const { repairHelp } = require("../common/repairs/help.cjs");
const { repairImports } = require("./repairs/imports.cjs");
const { repairInput } = require("../common/repairs/input.cjs");
const { repairInterrupts } = require("../common/repairs/interrupts.cjs");
const { repairIsComplete } = require("../common/repairs/is-complete.cjs");
const { repairJoining } = require("../common/repairs/joining.cjs");
const { repairKeeping } = require("../common/repairs/keeping.cjs");
const { repairKernelInfo } = require("../common/repairs/kernel-info.cjs");
const { repairOwners } = require("../common/repairs/owners.cjs");
const { repairPositions } = require("../common/repairs/positions.cjs");
const { repairRejections } = require("../common/repairs/rejections.cjs");
const { repairRequests } = require("../common/repairs/requests.cjs");
const { repairResults } = require("../common/repairs/results.cjs");
const { repairSending } = require("./repairs/sending.cjs");
const { repairScope } = require("../common/repairs/scope.cjs");
const { repairShutdown } = require("./repairs/shutdown.cjs");
const { repairSilent } = require("../common/repairs/silent.cjs");
const { repairStates } = require("../common/repairs/states.cjs");
const { repairStopping } = require("../common/repairs/stopping.cjs");
const { repairStrictTypes } = require("../common/repairs/strict-types.cjs");
const { repairUserExpressions } = require("../common/repairs/user-expressions.cjs");
const { repairWatching } = require("./repairs/watching.cjs");

/**
 * What tslab lacks, by name. Order matters: a later wrapper of the same function is the outer one, so
 * `errors` reports a failure before `stopping` hides it from tslab, and `positions` finds the compiled code before
 * `awaits` and `imports` put statements before it.
 */
const REPAIRS = {
  interrupts: repairInterrupts,
  channels: repairChannels,
  sending: repairSending,
  joining: repairJoining,
  owners: repairOwners,
  captures: repairCaptures,
  decoding: repairDecoding,
  callbacks: repairCallbacks,
  carets: repairCarets,
  rejections: repairRejections,
  "user-expressions": repairUserExpressions,
  errors: repairErrors,
  stopping: repairStopping,
  silent: repairSilent,
  help: repairHelp, // before `keeping`, which knows the declarations that hold
  "is-complete": repairIsComplete,
  input: repairInput,
  "strict-types": repairStrictTypes,
  watching: repairWatching,
  scope: repairScope,
  positions: repairPositions,
  awaits: repairAwaits,
  imports: repairImports,
  keeping: repairKeeping,
  results: repairResults,
  exits: repairExits,
  "kernel-info": repairKernelInfo,
  requests: repairRequests,
  states: repairStates, // outermost: a cell that is cancelled is told of as well
  shutdown: repairShutdown,
  host: publishHost,
};

module.exports = { REPAIRS };
