"use strict";
/** @import { Cells } from "./cells.cjs" */
const { join, sep } = require("node:path");
const { format, inspect } = require("node:util");
const { isInterrupted } = require("./interrupted.cjs");

/** A position in a cell's compiled code, as the repair `positions` names it. */
const POSITION = /\bcell-(\d+):(\d+):(\d+)/g;

/** The name of a cell's failure to type-check; "TypeError" alone is what JavaScript throws. */
const TYPES = "TypeError (types)";

/**
 * How tslab's executor prints a diagnostic: this and four values, and lines of source from the repair `carets`. It
 * prints anything else that it caught as one value.
 */
const DIAGNOSTIC = "%s%d:%d - %s";
const VALUES = 4;

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
 * The content of an `error` message.
 * @typedef {{ ename: string, evalue: string, traceback: string[] }} Failure
 */

/**
 * @param {unknown[][]} complaints what tslab printed about the failure
 * @param {unknown} thrown the error that tslab threw; only used when it printed nothing
 * @param {Places} places
 * @returns {Failure}
 */
function describeFailure(complaints, thrown, places) {
  if (complaints.length === 0) return describeThrown(thrown, places);
  if (complaints[0]?.[0] !== DIAGNOSTIC) return describeThrown(complaints[0]?.[0], places);
  // typeof import("/…/index"): how TypeScript names a module
  const messages = complaints.map((values) => belowProject(format(...values.slice(0, VALUES + 1)), places));
  const shown = complaints.flatMap((values, i) => [
    messages[i] ?? "",
    ...values.slice(VALUES + 1).map(String),
  ]);
  return {
    ename: TYPES,
    evalue: messages.join("\n"),
    traceback: [`${TYPES}: nothing of this cell was run`, ...shown],
  };
}

/**
 * @param {unknown} thrown
 * @param {Places} places
 * @returns {Failure}
 */
function describeThrown(thrown, places) {
  if (wasInterrupted(thrown)) {
    const evalue = "the cell was stopped before its end";
    return { ename: "Interrupted", evalue, traceback: [`Interrupted: ${evalue}`] };
  }
  // Not instanceof: the error may come from another realm, as those of node:vm contexts do.
  if (!isErrorLike(thrown)) {
    const evalue = inspect(thrown);
    return { ename: "Thrown", evalue, traceback: [`Thrown: ${evalue}`] };
  }
  const { name, message } = thrown;
  return { ename: name, evalue: message, traceback: tracebackOf(thrown, places) };
}

/**
 * @param {unknown} thrown
 * @returns {thrown is Error}
 */
function isErrorLike(thrown) {
  return typeof thrown === "object" && thrown !== null && "name" in thrown && "message" in thrown;
}

/**
 * Whether it is tslab's error that ends a cell which is awaiting something, or ours that ends its code.
 * @param {unknown} thrown
 */
function wasInterrupted(thrown) {
  if (isInterrupted(thrown)) return true;
  return (
    isErrorLike(thrown) &&
    thrown.message === "Interrupted asynchronously" &&
    /[\\/]tslab[\\/]dist[\\/]|\/worker\.js:\d/.test(thrown.stack ?? "")
  );
}

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
  const first = printed.findIndex((line) => line.startsWith(error.name));
  /** @type {string[]} */
  const kept = [];
  for (const raw of printed.slice(Math.max(first, 0))) {
    const line = readable(raw, places);
    if (!MACHINERY.test(line) && !raw.includes(OWN_FOLDER)) kept.push(line);
    else if (line.endsWith(" {")) kept[kept.length - 1] += " {"; // the fields of the error begin here
  }
  return kept;
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

module.exports = { describeFailure };
