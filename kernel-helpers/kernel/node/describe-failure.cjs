"use strict";
const { format, inspect } = require("node:util");

/** The name of a cell's failure to type-check; "TypeError" alone is what JavaScript throws. */
const TYPES = "TypeError (types)";

/** How tslab's executor prints a diagnostic; it prints anything else that it caught as one value. */
const DIAGNOSTIC = "%s%d:%d - %s";

/** Frames that are not the learner's: Node's own, tslab's, and those of this folder. */
const MACHINERY = /^\s+at .*(?:\bnode:|[\\/]tslab[\\/]dist[\\/]|[\\/]kernel[\\/]node[\\/])/;

/**
 * The content of an `error` message.
 * @typedef {{ ename: string, evalue: string, traceback: string[] }} Failure
 */

/**
 * @param {unknown[][]} complaints what tslab printed about the failure
 * @param {unknown} thrown what came out of tslab; of interest only when it printed nothing
 * @returns {Failure}
 */
function describeFailure(complaints, thrown) {
  if (complaints.length === 0) return describeThrown(thrown);
  if (complaints[0]?.[0] !== DIAGNOSTIC) return describeThrown(complaints[0]?.[0]);
  const lines = complaints.map((values) => format(...values));
  return {
    ename: TYPES,
    evalue: lines.join("\n"),
    traceback: [`${TYPES}: nothing of this cell was run`, ...lines],
  };
}

/**
 * @param {unknown} thrown
 * @returns {Failure}
 */
function describeThrown(thrown) {
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
  return { ename: name, evalue: message, traceback: tracebackOf(thrown) };
}

/**
 * @param {unknown} thrown
 * @returns {thrown is Error}
 */
function isErrorLike(thrown) {
  return typeof thrown === "object" && thrown !== null && "name" in thrown && "message" in thrown;
}

/**
 * Both of tslab's ways to stop a cell: the SIGINT watch of node:vm, and its own promise.
 * @param {unknown} thrown
 */
function wasInterrupted(thrown) {
  if (!isErrorLike(thrown)) return false;
  if ("code" in thrown && thrown.code === "ERR_SCRIPT_EXECUTION_INTERRUPTED") return true;
  return (
    thrown.message === "Interrupted asynchronously" && /[\\/]tslab[\\/]dist[\\/]/.test(thrown.stack ?? "")
  );
}

/**
 * The error with its cause and fields as the console would print it, less the machinery's frames.
 * @param {Error} error
 */
function tracebackOf(error) {
  const lines = inspect(error).split("\n");
  // node:vm puts the line of transpiled code above the message: not what the learner wrote.
  const first = lines.findIndex((line) => line.startsWith(error.name));
  return lines.slice(Math.max(first, 0)).filter((line) => !MACHINERY.test(line));
}

module.exports = { describeFailure };
