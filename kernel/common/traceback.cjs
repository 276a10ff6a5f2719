"use strict";
/** @import { Cells } from "./cells.cjs" */
const { join, sep } = require("node:path");
const { inspect } = require("node:util");

/** A position in a cell's compiled code, as the repair `positions` names it. */
const POSITION = /\bcell-(\d+):(\d+):(\d+)/g;

/**
 * Lines that are not about the learner's code: frames of Node, of tslab, and of the code that calls a cell; in a page
 * those of the kernel and of the packages beside it, whose code is minified and has no useful lines.
 */
const MACHINERY =
  /^\s+(?:at (?:.*(?:\bnode:|[\\/]tslab[\\/]dist[\\/]|\/(?:worker|modules\/[\w.-]+)\.js:\d)|cell-\d+:)|\.\.\. \d+ lines matching cause)/;

/** The folder of the kernel's own files. */
const OWN_FOLDER = join(__dirname, "..") + sep;

/**
 * The folder that paths are shown relative to, and the lines of cells.
 * @typedef {Pick<Cells, "folder" | "lines">} Places
 */

/**
 * The error with its cause and fields as the console would print it, without the machinery's frames.
 * @param {Error} error
 * @param {Places} places
 */
function tracebackOf(error, places) {
  // Without a frame, as our checks throw, the console puts an error in brackets.
  const printed = inspect(error)
    .replace(/^\[(.*)\]$/s, "$1")
    .split("\n");
  // node:vm puts a line of compiled code above the message; it is not the learner's code.
  const first = printed.findIndex((line) => line.startsWith(String(error.name)));
  /** @type {string[]} */
  const kept = [];
  for (const raw of printed.slice(Math.max(first, 0))) {
    const line = learnersLine(raw, places);
    if (line !== undefined) kept.push(line);
    else if (raw.endsWith(" {")) kept[kept.length - 1] += " {"; // the fields of the error begin here
  }
  return kept;
}

/**
 * The frames of an error's own stack, without its message, causes and fields: `at step (cell 24, line 4)`.
 * @param {unknown} error
 * @param {Places} places
 */
function framesOf(error, places) {
  try {
    inspect(error, { depth: 0 }); // in a page of Firefox this writes the stack as V8 does
    const { stack, message } = /** @type {Error} */ (error);
    const lines = String(stack).replace(String(message), "").split("\n");
    return lines.flatMap((raw) => (/^\s+at /.test(raw) ? (learnersLine(raw, places)?.trim() ?? []) : []));
  } catch {
    return []; // no error, or its stack cannot be read
  }
}

/**
 * A line of a stack with the lines of cells; undefined for a frame that is not about the learner's code.
 * @param {string} raw
 * @param {Places} places
 */
function learnersLine(raw, places) {
  const line = readable(raw, places);
  return MACHINERY.test(line) || raw.includes(OWN_FOLDER) ? undefined : line;
}

/**
 * @param {string} text
 * @param {Places} places
 */
function readable(text, places) {
  return belowProject(text, places)
    .replace(/\bat Proxy\./, "at ")
    .replace(/\bat eval \((cell-[\d:]+)\)/, "at $1")
    .replace(POSITION, (whole, cell, line, column) => {
      const found = places.lines.get(Number(cell))?.(Number(line), Number(column));
      return found === undefined ? whole : `cell ${cell}, line ${found}`;
    });
}

/**
 * @param {string} text
 * @param {Places} places
 */
function belowProject(text, { folder }) {
  return text.replaceAll(folder + sep, "");
}

module.exports = { belowProject, framesOf, learnersLine, tracebackOf };
