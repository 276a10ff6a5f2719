"use strict";
const { repairsOf } = require("../common/registry.cjs");
const { repairCallbacks } = require("./repairs/callbacks.cjs");
const { repairCaptures } = require("./repairs/captures.cjs");
const { repairChannels } = require("./repairs/channels.cjs");
const { repairDecoding } = require("./repairs/decoding.cjs");
const { repairExits } = require("./repairs/exits.cjs");
const { repairImportMeta } = require("./repairs/import-meta.cjs");
const { repairImports } = require("./repairs/imports.cjs");
const { repairLocalFiles } = require("./repairs/local-files.cjs");
const { repairSending } = require("./repairs/sending.cjs");
const { repairShutdown } = require("./repairs/shutdown.cjs");
const { repairStacks } = require("./repairs/stacks.cjs");
const { repairWatching } = require("./repairs/watching.cjs");

/** The repairs of the kernel in Node, in the registry's order. */
const REPAIRS = repairsOf("node", {
  callbacks: repairCallbacks,
  captures: repairCaptures,
  channels: repairChannels,
  decoding: repairDecoding,
  exits: repairExits,
  "import-meta": repairImportMeta,
  imports: repairImports,
  "local-files": repairLocalFiles,
  sending: repairSending,
  shutdown: repairShutdown,
  stacks: repairStacks,
  watching: repairWatching,
});

module.exports = { REPAIRS };
