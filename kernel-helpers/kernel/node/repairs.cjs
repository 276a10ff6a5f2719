"use strict";
const { publishHost } = require("./host.cjs");
const { repairCallbacks } = require("./repairs/callbacks.cjs");
const { repairCaptures } = require("./repairs/captures.cjs");
const { repairCarets } = require("./repairs/carets.cjs");
const { repairChannels } = require("./repairs/channels.cjs");
const { repairDecoding } = require("./repairs/decoding.cjs");
const { repairErrors } = require("./repairs/errors.cjs");
const { repairExits } = require("./repairs/exits.cjs");
const { repairAwaits } = require("./repairs/awaits.cjs");
const { repairHelp } = require("./repairs/help.cjs");
const { repairImports } = require("./repairs/imports.cjs");
const { repairInput } = require("./repairs/input.cjs");
const { repairInterrupts } = require("./repairs/interrupts.cjs");
const { repairIsComplete } = require("./repairs/is-complete.cjs");
const { repairJoining } = require("./repairs/joining.cjs");
const { repairKeeping } = require("./repairs/keeping.cjs");
const { repairKernelInfo } = require("./repairs/kernel-info.cjs");
const { repairOwners } = require("./repairs/owners.cjs");
const { repairPositions } = require("./repairs/positions.cjs");
const { repairRejections } = require("./repairs/rejections.cjs");
const { repairRequests } = require("./repairs/requests.cjs");
const { repairResults } = require("./repairs/results.cjs");
const { repairSending } = require("./repairs/sending.cjs");
const { repairScope } = require("./repairs/scope.cjs");
const { repairShutdown } = require("./repairs/shutdown.cjs");
const { repairSilent } = require("./repairs/silent.cjs");
const { repairStopping } = require("./repairs/stopping.cjs");
const { repairStrictTypes } = require("./repairs/strict-types.cjs");
const { repairUserExpressions } = require("./repairs/user-expressions.cjs");
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
  shutdown: repairShutdown,
  host: publishHost,
};

module.exports = { REPAIRS };
