"use strict";
/** @import { Cells } from "./cells.cjs" */
const { join, sep } = require("node:path");
const { format, inspect } = require("node:util");
const { isInterrupted } = require("./interrupted.cjs");

/** Paths in tracebacks are told from here on: outputs shall not depend on where the clone is. */
const PROJECT = join(__dirname, "..", "..", "..") + sep;

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
 * Lines that are not about the learner's code: frames of Node, of tslab, of these folders, of what calls a cell; in a
 * page those of the kernel and of the packages beside it, whose code is made small and has no lines.
 */
const MACHINERY =
  /^\s+(?:at (?:.*(?:\bnode:|[\\/]tslab[\\/]dist[\\/]|[\\/]kernel[\\/](?:common|node)[\\/]|\/(?:worker|modules\/[\w.-]+)\.js:\d)|cell-\d+:)|\.\.\. \d+ lines matching cause)/;

/**
 * The content of an `error` message.
 * @typedef {{ ename: string, evalue: string, traceback: string[] }} Failure
 */

/**
 * @param {unknown[][]} complaints what tslab printed about the failure
 * @param {unknown} thrown what came out of tslab; of interest only when it printed nothing
 * @param {Cells["lines"]} lines where to find the lines of cells
 * @returns {Failure}
 */
function describeFailure(complaints, thrown, lines) {
  if (complaints.length === 0) return describeThrown(thrown, lines);
  if (complaints[0]?.[0] !== DIAGNOSTIC) return describeThrown(complaints[0]?.[0], lines);
  // typeof import("/…/index"): how TypeScript names a module
  const messages = complaints.map((values) => format(...values.slice(0, VALUES + 1)).replaceAll(PROJECT, ""));
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
 * @param {Cells["lines"]} lines
 * @returns {Failure}
 */
function describeThrown(thrown, lines) {
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
  return { ename: name, evalue: message, traceback: tracebackOf(thrown, lines) };
}

/**
 * @param {unknown} thrown
 * @returns {thrown is Error}
 */
function isErrorLike(thrown) {
  return typeof thrown === "object" && thrown !== null && "name" in thrown && "message" in thrown;
}

/**
 * tslab's way to end a cell that awaits something, or ours to end its code.
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
 * The error with its cause and fields as the console would print it, less the machinery's frames.
 * @param {Error} error
 * @param {Cells["lines"]} lines
 */
function tracebackOf(error, lines) {
  // Without a frame, as our checks throw, the console puts an error in brackets.
  const printed = inspect(error)
    .replace(/^\[(.*)\]$/s, "$1")
    .split("\n");
  // node:vm puts the line of compiled code above the message: not what the learner wrote.
  const first = printed.findIndex((line) => line.startsWith(error.name));
  /** @type {string[]} */
  const kept = [];
  for (const line of printed.slice(Math.max(first, 0)).map((line) => readable(line, lines))) {
    if (!MACHINERY.test(line)) kept.push(line);
    else if (line.endsWith(" {")) kept[kept.length - 1] += " {"; // here the fields of the error begin
  }
  return kept;
}

/**
 * @param {string} text
 * @param {Cells["lines"]} lines
 */
function readable(text, lines) {
  return text
    .replaceAll(PROJECT, "")
    .replace(/\bat Proxy\./, "at ")
    .replace(/\bat eval \((cell-[\d:]+)\)/, "at $1")
    .replace(POSITION, (whole, cell, line, column) => {
      const found = lines.get(Number(cell))?.(Number(line), Number(column));
      return found === undefined ? whole : `cell ${cell}, line ${found}`;
    });
}

module.exports = { describeFailure };
