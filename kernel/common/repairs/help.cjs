"use strict";
/** @import { CellView, HelpHost, TS } from "../../help/help-types.d.ts" */
/** @import { Compiling } from "../seams/compiling.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
/** @import { PlaceRequest } from "../tslab-types.d.ts" */
const { createCellService } = require("../../help/cell-service.cjs");
const { indexOf, positionOf } = require("../../help/code-points.cjs");
const { complete } = require("../../help/complete.cjs");
const { inspect } = require("../../help/inspect.cjs");
const { EARLIER_CELLS } = require("../seams/compiling.cjs");
const { CELL } = require("../typescript.cjs");

/**
 * Answers completions, with types and signatures, and inspections, as Markdown too, by TypeScript's language service,
 * at any place, even after an emoji. tslab sends bare names, compiles the whole cell for each request, and takes
 * Jupyter's positions, which count code points, for its own UTF-16 positions.
 * @param {Seams} seams
 */
function repairHelp({ tslab, compiling, messages }) {
  const ts = /** @type {TS} */ (/** @type {unknown} */ (tslab.typescript));
  /** @type {ReturnType<typeof createCellService> | undefined} */
  let service;

  /**
   * The cell, seen by the language service, which is created on the first request, since that takes a fifth of a second.
   * @param {string} code
   */
  function viewOf(code) {
    if (compiling.compiler === undefined) throw new Error("Cannot answer: the compiler has not started yet");
    service ??= createCellService(ts, helpHost(compiling.compiler));
    return service(compiling.declarations, code);
  }

  messages.handler(
    "handleComplete",
    () => (request) =>
      orError(() => compiling.compiling(() => completeReply(ts, viewOf(request.code), request))),
  );
  messages.handler(
    "handleInspect",
    () => (request) =>
      orError(() => compiling.compiling(() => inspectReply(ts, viewOf(request.code), request))),
  );
}

/**
 * @param {TS} ts
 * @param {CellView} view
 * @param {PlaceRequest} request
 */
function completeReply(ts, view, { code, cursor_pos }) {
  const found = complete(ts, view, indexOf(code, cursor_pos));
  const [start, end] = [positionOf(code, found.start), positionOf(code, found.end)];
  return {
    status: "ok",
    cursor_start: start,
    cursor_end: end,
    matches: found.items.map(({ text }) => text),
    metadata: { _jupyter_types_experimental: found.items.map((item) => ({ ...item, start, end })) },
  };
}

/**
 * @param {TS} ts
 * @param {CellView} view
 * @param {PlaceRequest & { detail_level?: number }} request
 */
function inspectReply(ts, view, { code, cursor_pos, detail_level = 0 }) {
  const found = inspect(ts, view, indexOf(code, cursor_pos), detail_level > 0);
  const data = found ? { "text/plain": found.text, "text/markdown": found.markdown } : {};
  return { status: "ok", found: found !== undefined, data, metadata: {} };
}

/**
 * The reply, or one that says what went wrong: a front end waits for any.
 * @param {() => object} reply
 */
function orError(reply) {
  try {
    return reply();
  } catch (error) {
    const { name, message } = /** @type {Error} */ (error);
    return { status: "error", ename: name, evalue: message, traceback: [`${name}: ${message}`] };
  }
}

/**
 * @param {NonNullable<Compiling["compiler"]>} compiler
 * @returns {HelpHost}
 */
function helpHost(compiler) {
  const { host } = compiler;
  return /** @type {HelpHost} */ ({
    getCurrentDirectory: () => host.getCurrentDirectory(),
    getDefaultLibFileName: (options) => host.getDefaultLibFileName(options),
    directoryExists: (name) => host.directoryExists?.(name) ?? false,
    getDirectories: (name) => host.getDirectories?.(name) ?? [],
    readDirectory: (name, extensions = [], exclude, include = [], depth) =>
      host.readDirectory?.(name, extensions, exclude, include, depth) ?? [],
    realpath: (name) => host.realpath?.(name) ?? name,
    readFile: (name) => host.readFile(name),
    fileExists: (name) => host.fileExists(name),
    options: () => compiler.program?.getCompilerOptions() ?? {},
    sourceFile: (name) =>
      CELL.test(name) || EARLIER_CELLS.test(name) ? undefined : compiler.program?.getSourceFile(name),
  });
}

module.exports = { repairHelp };
