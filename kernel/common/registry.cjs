"use strict";
/** @import { Cells } from "./cells.cjs" */
/** @import { Seams } from "./seams/seams.cjs" */
const { publishHost } = require("./host.cjs");
const { repairAwaits } = require("./repairs/awaits.cjs");
const { repairCarets } = require("./repairs/carets.cjs");
const { repairCompilerFailures } = require("./repairs/compiler-failures.cjs");
const { repairErrors } = require("./repairs/errors.cjs");
const { repairExports } = require("./repairs/exports.cjs");
const { repairHelp } = require("./repairs/help.cjs");
const { repairInput } = require("./repairs/input.cjs");
const { repairInterrupts } = require("./repairs/interrupts.cjs");
const { repairIntrinsics } = require("./repairs/intrinsics.cjs");
const { repairIsComplete } = require("./repairs/is-complete.cjs");
const { repairJoining } = require("./repairs/joining.cjs");
const { repairKeeping } = require("./repairs/keeping.cjs");
const { repairKernelInfo } = require("./repairs/kernel-info.cjs");
const { repairNamespaces } = require("./repairs/namespaces.cjs");
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
 * @property {Repair} [repair] the repair for both hosts; absent if each host provides its own
 * @property {Host} [only] the host that needs it, if only one does
 * @property {boolean} [loaded] true if loading tslab already does it, so that nothing is installed afterwards
 */

/**
 * Everything that tslab lacks, in the order in which it is installed. If two repairs wrap the same function, the later
 * one is the outer one: `errors` reports a failure before `stopping` hides it from tslab.
 * @type {readonly Entry[]}
 */
const REGISTRY = [
  {
    name: "typescript",
    loaded: true,
    gives: "cells are compiled by the project's own TypeScript, with `using`; untyped packages are `any`",
  },
  // first of those that act around a cell: the others do the kernel's work
  {
    name: "intrinsics",
    repair: repairIntrinsics,
    gives:
      "a cell may replace built-in functions and globals, such as `JSON.stringify`; cells see that, the kernel does not",
  },
  {
    name: "interrupts",
    repair: repairInterrupts,
    gives:
      "`interrupted()`; code that is waiting at an await stops there instead of going on in the background",
  },
  { name: "sending", only: "node", gives: "no message is lost, however many are sent" },
  {
    name: "joining",
    repair: repairJoining,
    gives: "printed lines are joined into at most one message per 30 ms, in order with other outputs",
  },
  {
    name: "owners",
    repair: repairOwners,
    gives: "what a cell prints after it has ended appears in that cell, even while another runs",
  },
  {
    name: "captures",
    only: "node",
    gives: "what child processes and native code write to stdout and stderr appears in the cell, in order",
  },
  // after captures: a thread opens the process's stdout and stderr
  {
    name: "channels",
    only: "node",
    gives:
      "heartbeat and Interrupt on a separate thread, so both work while a cell runs a loop, on Windows too; what is not signed right, was sent before or is no message is dropped",
  },
  { name: "decoding", only: "node", gives: "a character whose bytes are written in pieces stays whole" },
  { name: "callbacks", only: "node", gives: "`process.stdout.write(text, done)` calls `done`" },
  { name: "advice", only: "page", gives: "a type error about a Node API says that a page has none" },
  {
    name: "carets",
    repair: repairCarets,
    gives: "a type error shows its line of the cell, with carets under the wrong part",
  },
  {
    name: "rejections",
    repair: repairRejections,
    gives: "an uncaught error or rejection is reported in the cell that caused it, with its position",
  },
  {
    name: "user-expressions",
    repair: repairUserExpressions,
    gives: "`user_expressions` are evaluated after the cell; each gives a result or an error",
  },
  {
    name: "errors",
    repair: repairErrors,
    gives: "a failure is sent as one `error` message with name, text and traceback",
  },
  {
    name: "stopping",
    repair: repairStopping,
    gives: "a failing cell cancels the cells that are already waiting, unless it says `stop_on_error: false`",
  },
  {
    name: "silent",
    repair: repairSilent,
    gives:
      "a silent cell only sends its reply; neither it nor a cell with `store_history: false` gets a number",
  },
  {
    name: "help",
    repair: repairHelp,
    gives: "completions with types and signatures, inspections as Markdown, anywhere in a cell",
  },
  {
    name: "is-complete",
    repair: repairIsComplete,
    gives: "a console can tell an open string, an open bracket and an unfinished expression from wrong code",
  },
  {
    name: "strict-types",
    repair: repairStrictTypes,
    gives: "`strict`, resolution `Bundler`, ES2023; without `noUncheckedIndexedAccess`",
  },
  {
    name: "exports",
    repair: repairExports,
    gives: "`export` before a declaration means nothing, as in code that is copied from a file",
  },
  {
    name: "namespaces",
    repair: repairNamespaces,
    gives: '`namespace`, `declare global` and `declare module "x"` hold in all later cells',
  },
  {
    name: "local-files",
    only: "node",
    gives:
      "a local file is loaded again when it, or one that it imports, has changed; a folder's index and circles work",
  },
  {
    name: "stacks",
    only: "node",
    gives: "a stack that a cell prints itself names cells and lines, and has no frames of the kernel",
  },
  { name: "import-meta", only: "node", gives: "`import.meta` tells the notebook's folder" },
  {
    name: "compiler-failures",
    repair: repairCompilerFailures,
    gives:
      "a cell on which the compiler fails, such as one that is nested too deeply, fails alone and says why",
  },
  { name: "input", repair: repairInput, gives: '`await input("name? ")` asks in the front end' },
  { name: "watching", only: "node", gives: "several files that cells import may change between two cells" },
  {
    name: "scope",
    repair: repairScope,
    gives: "all cells share one scope: functions see what later cells assign or redeclare",
  },
  { name: "positions", repair: repairPositions, gives: "a traceback says `cell 3, line 5`" },
  {
    name: "awaits",
    repair: repairAwaits,
    gives:
      "`for await` or `await using` may be a cell's only await; each cell starts in a new turn of the event loop",
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
    gives: "a failing cell keeps what it has set so far and leaves everything else as it was",
  },
  {
    name: "results",
    repair: repairResults,
    gives: "the last expression is an `execute_result`, rich where possible; a `;` after it hides it",
  },
  {
    name: "exits",
    only: "node",
    gives: "`process.exit()`, `abort()` and a signal to the kernel itself become errors of the cell",
  },
  {
    name: "kernel-info",
    repair: repairKernelInfo,
    gives: "implementation `word2vec-lab`, the real TypeScript version, a lexer for nbconvert, help",
  },
  {
    name: "requests",
    repair: repairRequests,
    gives:
      "history requests are answered, a comm is closed as soon as it opens, unknown messages are ignored",
  },
  {
    name: "states", // outermost, so that cancelled cells are reported too
    repair: repairStates,
    gives: "the kernel is busy as long as a cell runs, also during Run All and completions",
  },
  {
    name: "shutdown",
    only: "node",
    gives: "the process ends when asked, whatever the learner left running",
  },
  {
    name: "host",
    repair: publishHost,
    gives:
      "`KernelHost` of kernel-helpers' host contract: several MIME types in one output, updating, clearing",
  },
];

/**
 * The repairs of one host, in order: the shared ones, and the host's own, by name, in their places.
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
