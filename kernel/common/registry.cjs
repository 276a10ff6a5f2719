"use strict";
/** @import { Cells } from "./cells.cjs" */
/** @import { Seams } from "./seams/seams.cjs" */
const { publishHost } = require("./host.cjs");
const { repairAwaits } = require("./repairs/awaits.cjs");
const { repairCarets } = require("./repairs/carets.cjs");
const { repairErrors } = require("./repairs/errors.cjs");
const { repairHelp } = require("./repairs/help.cjs");
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
const { repairScope } = require("./repairs/scope.cjs");
const { repairSilent } = require("./repairs/silent.cjs");
const { repairStates } = require("./repairs/states.cjs");
const { repairStopping } = require("./repairs/stopping.cjs");
const { repairStrictTypes } = require("./repairs/strict-types.cjs");
const { repairUserExpressions } = require("./repairs/user-expressions.cjs");

/** @typedef {(seams: Seams, cells: Cells) => void} Repair */
/** @typedef {"node" | "page"} Host where the kernel runs */

/**
 * One thing that tslab lacks.
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} gives what it achieves: a row of README.md
 * @property {Repair} [repair] the same for both hosts; absent where each host fills the place with its own
 * @property {Host} [only] the host that needs it, if it is not both
 * @property {boolean} [loaded] whether it is part of loading tslab, so that there is nothing to install afterwards
 */

/**
 * Everything that tslab lacks, in the order in which it is installed. Of two repairs around the same moment the later one
 * is the outer one: `errors` reports a failure before `stopping` hides it from tslab.
 * @type {readonly Entry[]}
 */
const REGISTRY = [
  {
    name: "typescript",
    loaded: true,
    gives: "cells are compiled by the project's own TypeScript, with `using`; untyped packages are `any`",
  },
  {
    name: "interrupts",
    repair: repairInterrupts,
    gives: "`interrupted()`; code that awaits ends there and does not go on in the background",
  },
  {
    name: "channels",
    only: "node",
    gives: "heart and Interrupt in a thread of their own: heard while a cell runs a loop, on Windows too",
  },
  { name: "sending", only: "node", gives: "no message is lost, however many are sent" },
  {
    name: "joining",
    repair: repairJoining,
    gives: "printed lines travel in at most one message per 30 ms, in order with other outputs",
  },
  {
    name: "owners",
    repair: repairOwners,
    gives: "what a cell prints after its end appears in that cell, also while another runs",
  },
  {
    name: "captures",
    only: "node",
    gives: "what children and native code write to stdout and stderr appears in the cell, in order",
  },
  { name: "decoding", only: "node", gives: "characters whose bytes are written in pieces stay whole" },
  { name: "callbacks", only: "node", gives: "`process.stdout.write(text, done)` calls `done`" },
  { name: "advice", only: "page", gives: "a type error about Node says that a page has no Node APIs" },
  {
    name: "carets",
    repair: repairCarets,
    gives: "a type error shows its line of the cell with carets under its place",
  },
  {
    name: "rejections",
    repair: repairRejections,
    gives: "a failure that nobody awaits is reported in the cell that began it, with its place",
  },
  {
    name: "user-expressions",
    repair: repairUserExpressions,
    gives: "`user_expressions` are evaluated after the cell, each to a result or an error",
  },
  {
    name: "errors",
    repair: repairErrors,
    gives: "a failure is one `error` message with name, text and traceback",
  },
  {
    name: "stopping",
    repair: repairStopping,
    gives: "a failure cancels the cells sent before it was known; `stop_on_error: false` is obeyed",
  },
  {
    name: "silent",
    repair: repairSilent,
    gives:
      "only its sender hears of a silent cell; it gets no number, nor does one with `store_history: false`",
  },
  {
    name: "help",
    repair: repairHelp,
    gives: "completions with types and signatures, inspections as Markdown, at any place of a cell",
  },
  {
    name: "is-complete",
    repair: repairIsComplete,
    gives: "a console knows open text, an open bracket, an expression that goes on, and wrong code",
  },
  {
    name: "strict-types",
    repair: repairStrictTypes,
    gives: "`strict`, resolution `Bundler`, ES2023; without `noUncheckedIndexedAccess`",
  },
  { name: "input", repair: repairInput, gives: '`await input("name? ")` asks through the front end' },
  { name: "watching", only: "node", gives: "several files that cells import may change while no cell runs" },
  {
    name: "scope",
    repair: repairScope,
    gives: "all cells share one scope: functions see what later cells assign and declare again",
  },
  { name: "positions", repair: repairPositions, gives: "a traceback says `cell 3, line 5`" },
  {
    name: "awaits",
    repair: repairAwaits,
    gives: "`for await` or `await using` may be a cell's only await; each cell begins in a turn of its own",
  },
  {
    name: "loops",
    only: "page",
    gives: "Interrupt ends a loop that never awaits, where the page shares memory with the kernel",
  },
  { name: "imports", gives: "`import` and `import()` load any ES module" },
  {
    name: "keeping",
    repair: repairKeeping,
    gives: "a failing cell keeps what it had set, and leaves the rest as it was",
  },
  {
    name: "results",
    repair: repairResults,
    gives: "the last expression is an `execute_result`, rich where it can be; `;` behind it silences it",
  },
  {
    name: "exits",
    only: "node",
    gives: "`process.exit()`, `abort()` and a signal to the kernel itself are errors of the cell",
  },
  {
    name: "kernel-info",
    repair: repairKernelInfo,
    gives: "implementation `word2vec-lab`, the real TypeScript version, a lexer for nbconvert, help",
  },
  {
    name: "requests",
    repair: repairRequests,
    gives: "history is answered, a comm is closed as it is opened, unknown messages are ignored",
  },
  {
    name: "states", // outermost: a cell that is cancelled is reported as well
    repair: repairStates,
    gives: "the kernel is busy as long as a cell runs, also after Run All and beside a completion",
  },
  {
    name: "shutdown",
    only: "node",
    gives: "the process ends when asked to, whatever the learner left running",
  },
  {
    name: "host",
    repair: publishHost,
    gives:
      "`KernelHost` of kernel-helpers' host contract: several MIME types in one output, updates, clearing",
  },
];

/**
 * The repairs of one host, in order: those of both, and its own ones, by name, in their places.
 * @param {Host} host
 * @param {Readonly<Record<string, Repair>>} own
 * @returns {readonly (readonly [name: string, repair: Repair])[]}
 */
function repairsOf(host, own) {
  const places = REGISTRY.filter(({ only = host, loaded }) => only === host && !loaded);
  const open = places.filter(({ repair }) => repair === undefined).map(({ name }) => name);
  const wrong = [
    ...open.filter((name) => own[name] === undefined),
    ...Object.keys(own).filter((name) => !open.includes(name)),
  ];
  if (wrong.length > 0) {
    throw new TypeError(
      `Cannot repair tslab: a host must provide exactly its own repairs, see ${wrong.join(", ")}`,
    );
  }
  return places.map(({ name, repair }) => [name, /** @type {Repair} */ (repair ?? own[name])]);
}

module.exports = { REGISTRY, repairsOf };
