"use strict";
/** @import { Cells } from "../../common/cells.cjs" */
/** @import { Seams } from "../../common/seams/seams.cjs" */
const { findSourceMap } = require("node:module");
const { fileURLToPath } = require("node:url");
const { learnersLine } = require("../../common/traceback.cjs");

/**
 * Gives the stacks that a cell reads or prints itself, by `error.stack`, `console.log(error)` or `console.trace()`, the
 * lines of cells, without the kernel's frames. In tslab they hold its insides and positions in compiled code.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairStacks({ running }, cells) {
  running.executorCreated(() => {
    Error.prepareStackTrace = (error, frames) => {
      const lines = frames.map((frame) => learnersLine(`    at ${inSource(frame)}`, cells));
      return [headOf(error), ...lines.filter((line) => line !== undefined)].join("\n");
    };
  });
}

/**
 * A frame with its place in the source, where a map leads there: Node follows maps only while nobody replaces this function.
 * @param {NodeJS.CallSite} frame
 */
function inSource(frame) {
  const text = String(frame);
  const [file, line, column] = [frame.getFileName(), frame.getLineNumber(), frame.getColumnNumber()];
  const map = file ? findSourceMap(file) : undefined;
  if (!map || line === null || column === null) return text;
  const found = map.findEntry(line - 1, column - 1);
  if (!("originalSource" in found)) return text;
  const { originalSource: source, originalLine, originalColumn } = found;
  const path = source.startsWith("file:") ? fileURLToPath(source) : source;
  return text.replace(`${file}:${line}:${column}`, `${path}:${originalLine + 1}:${originalColumn + 1}`);
}

/** The first line of a stack. @param {Error} error */
function headOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error"; // its name or message cannot be read
  }
}

module.exports = { repairStacks };
