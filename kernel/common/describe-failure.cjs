"use strict";
/** @import { Places } from "./traceback.cjs" */
const { format, inspect } = require("node:util");
const { isInterrupted } = require("./interrupted.cjs");
const { belowProject, tracebackOf } = require("./traceback.cjs");

/** The name of a cell's failure to type-check; "TypeError" alone is what JavaScript throws. */
const TYPES = "TypeError (types)";

/**
 * How tslab's executor prints a diagnostic: this and four values, and lines of source from the repair `carets`. It
 * prints anything else that it caught as one value.
 */
const DIAGNOSTIC = "%s%d:%d - %s";
const VALUES = 4;

/**
 * The content of an `error` message.
 * @typedef {{ ename: string, evalue: string, traceback: string[] }} Failure
 */

/**
 * @param {unknown[][]} complaints what tslab printed about the failure
 * @param {unknown} thrown the error that tslab threw; only used when it printed nothing
 * @param {Places} places
 * @param {string} [during] what the cell was doing, if it said so
 * @returns {Failure}
 */
function describeFailure(complaints, thrown, places, during) {
  if (complaints.length === 0) return describeThrown(thrown, places, during);
  if (complaints[0]?.[0] !== DIAGNOSTIC) return describeThrown(complaints[0]?.[0], places, during);
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
 * @param {string} [during]
 * @returns {Failure}
 */
function describeThrown(thrown, places, during) {
  try {
    return describeValue(thrown, places, during);
  } catch {
    // its getters or its inspect method throw, or it is a Proxy
    const evalue = `a value of type ${typeof thrown} that cannot be described`;
    return { ename: "Thrown", evalue, traceback: [`Thrown: ${evalue}`] };
  }
}

/**
 * @param {unknown} thrown
 * @param {Places} places
 * @param {string} [during]
 * @returns {Failure}
 */
function describeValue(thrown, places, during) {
  if (wasInterrupted(thrown)) {
    const evalue = `the cell was stopped before its end${during === undefined ? "" : `, while ${during}`}`;
    return { ename: "Interrupted", evalue, traceback: [`Interrupted: ${evalue}`] };
  }
  // Not instanceof: the error may come from another realm, as those of node:vm contexts do.
  if (!isErrorLike(thrown)) {
    const evalue = inspect(thrown);
    return { ename: "Thrown", evalue, traceback: [`Thrown: ${evalue}`] };
  }
  const { message } = thrown;
  return { ename: nameOf(thrown), evalue: String(message), traceback: tracebackOf(thrown, places) };
}

/**
 * An error's name; for a class that extends Error and sets none, the name of the class.
 * @param {Error} error
 */
function nameOf(error) {
  const name = String(error.name);
  const of = error.constructor?.name;
  return name === "Error" && typeof of === "string" && of !== "" && of !== "Object" ? of : name;
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

module.exports = { describeFailure };
