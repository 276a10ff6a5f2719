"use strict";
/** @import { CellView, HelpHost, TS } from "../../help/help-types.d.ts" */
/** @import { Program } from "typescript" */
/** @import { CompilerHost, Handler, PlaceRequest, Tslab } from "../tslab-types.d.ts" */
const { createCellService } = require("../../help/cell-service.cjs");
const { indexOf, positionOf } = require("../../help/code-points.cjs");
const { complete } = require("../../help/complete.cjs");
const { inspect } = require("../../help/inspect.cjs");
const { wrap } = require("../wrap.cjs");

/** The files in which tslab keeps the cell that it compiles, and the declarations of earlier ones. */
const CELL_FILES = /[\\/](?:__tslab__\.ts|__prev__\.d\.ts)$/;

/**
 * Answers completions, with types and signatures, and inspections, as Markdown too, by TypeScript's language service,
 * at any place, also behind an emoji. tslab sends bare names, compiles the cell anew for each request, and takes
 * Jupyter's positions, which count code points, for its own.
 * @param {Tslab} tslab
 */
function repairHelp({ converter, jupyter, typescript }) {
  const ts = /** @type {TS} */ (/** @type {unknown} */ (typescript));
  /** @type {{ host: CompilerHost, program?: Program } | undefined} */
  let compiling;
  wrap(typescript, "createWatchCompilerHost", (original) => (...values) => {
    const host = original(...values);
    /** @type {NonNullable<typeof compiling>} */
    const own = { host };
    compiling = own;
    wrap(host, "createProgram", (create) => (...inputs) => {
      const builder = create(...inputs);
      own.program = builder.getProgram();
      return builder;
    });
    return host;
  });
  wrap(converter, "createConverter", (original) => (options) => {
    const created = original(options);
    const own = compiling;
    /** @type {ReturnType<typeof createCellService> | undefined} */
    let view;
    wrap(created, "inspect", () => (declarations, source) => {
      // not before it is asked: the first time takes a fifth of a second
      view ??= own && createCellService(ts, helpHost(own));
      return view?.(declarations, source);
    });
    return created;
  });
  const { prototype } = jupyter.JupyterHandlerImpl;
  wrap(
    prototype,
    "handleComplete",
    () =>
      function (request) {
        return orError(() => completeReply(ts, viewOf(this, request), request));
      },
  );
  wrap(
    prototype,
    "handleInspect",
    () =>
      function (request) {
        return orError(() => inspectReply(ts, viewOf(this, request), request));
      },
  );
}

/**
 * @param {Handler} handler
 * @param {PlaceRequest} request
 */
function viewOf({ executor }, { code }) {
  return /** @type {CellView} */ (executor.inspect(code, 0));
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
 * @param {{ host: CompilerHost, program?: Program }} compiling
 * @returns {HelpHost}
 */
function helpHost(compiling) {
  const { host } = compiling;
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
    options: () => compiling.program?.getCompilerOptions() ?? {},
    sourceFile: (name) => (CELL_FILES.test(name) ? undefined : compiling.program?.getSourceFile(name)),
  });
}

module.exports = { repairHelp };
