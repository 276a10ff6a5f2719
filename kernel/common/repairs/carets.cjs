"use strict";
/** @import { Seams } from "../seams/seams.cjs" */
/** @import { Diagnostic } from "../tslab-types.d.ts" */

/** Number of errors of one cell that are shown in its source; the other messages have no source lines. */
const MOST_SHOWN = 5;

/** Longest part of a source line that is shown. */
const MOST_CHARACTERS = 100;

/** Marks where a shown line was cut. */
const CUT = "…";

/**
 * Shows the line of the cell under each type error, with carets at the place: these lines follow what tslab
 * reports about the error, which is only line and column.
 * @param {Seams} seams
 */
function repairCarets({ compiling, running }) {
  /** @type {string[][]} */
  let underlines = [];
  compiling.converted((converted, source) => {
    underlines = underlinesOf(converted.diagnostics, source.split("\n"));
    return converted;
  });
  running.console((console) => ({
    ...console,
    error: (...values) => console.error(...values, ...(underlines.shift() ?? [])),
  }));
}

/**
 * For each diagnostic the lines to show under its message: none where the next message is about the same place,
 * and none for a place outside the cell.
 * @param {readonly Diagnostic[]} diagnostics
 * @param {readonly string[]} lines the cell
 */
function underlinesOf(diagnostics, lines) {
  let elsewhere = false;
  let shown = 0;
  return diagnostics.map((diagnostic, i) => {
    const { start, fileName } = diagnostic;
    // what follows the message about a file's place, about the same place, no longer names the file
    const follows = diagnostics[i - 1]?.start.offset === start.offset;
    elsewhere = fileName !== undefined || (follows && elsewhere);
    const line = lines[start.line];
    const last = diagnostics[i + 1]?.start.offset !== start.offset;
    if (!last || elsewhere || line === undefined || shown === MOST_SHOWN) return [];
    shown += 1;
    return underline(line, diagnostic);
  });
}

/**
 * @param {string} line
 * @param {Diagnostic} diagnostic
 */
function underline(line, { start, end }) {
  const from = start.character;
  const to = end.line === start.line ? end.character : line.length;
  const cut = line.length > MOST_CHARACTERS ? Math.max(0, from - MOST_CHARACTERS / 2) : 0;
  const head = cut > 0 ? CUT : "";
  const part = `${head}${line.slice(cut, cut + MOST_CHARACTERS)}`.replaceAll("\t", " ");
  const indent = from - cut + head.length;
  const carets = "^".repeat(Math.max(1, Math.min(to - from, part.length - indent)));
  return [`  ${part}`, `  ${" ".repeat(indent)}${carets}`];
}

module.exports = { repairCarets };
