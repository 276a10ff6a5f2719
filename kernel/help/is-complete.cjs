"use strict";
/** @import { Diagnostic, Node, SourceFile } from "typescript" */
/** @import { TS } from "./help-types.d.ts" */

/** With this, `await` outside functions is read as in a cell. */
const HEAD = "export {};\n";

/** "*\/ expected" and "Unterminated template literal": text that continues over several lines. */
const OPEN_TEXT = new Set([1010, 1160]);

/** "Unterminated string literal": it continues only after a backslash. */
const OPEN_STRING = 1002;

const STEP = "  ";

/**
 * Whether a console should run `source` or ask for another line, indented by `indent`. An empty line after an empty
 * line runs it in any case, except inside a template literal or comment.
 * @param {TS} ts
 * @param {string} source
 * @returns {{ status: "complete" } | { status: "invalid" } | { status: "incomplete", indent: string }}
 */
function isComplete(ts, source) {
  const text = HEAD + source;
  const compilerOptions = { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext };
  const { diagnostics = [] } = ts.transpileModule(text, { reportDiagnostics: true, compilerOptions });
  const [first] = diagnostics.filter(({ file }) => file !== undefined);
  if (first === undefined) return { status: "complete" };
  if (diagnostics.some(({ code }) => OPEN_TEXT.has(code))) return { status: "incomplete", indent: "" };
  const file = ts.createSourceFile("cell.ts", text, ts.ScriptTarget.ESNext, true);
  const cut = first.code === OPEN_STRING && !source.endsWith("\\");
  if (cut || !atEnd(file, first)) return { status: "invalid" };
  if (/\n[ \t]*\n[ \t]*$/.test(source)) return { status: "complete" }; // its error is shown
  return { status: "incomplete", indent: indentAfter(file) };
}

/**
 * Whether something is missing after the last token, rather than wrong before it.
 * @param {SourceFile} file
 * @param {Diagnostic} diagnostic
 */
function atEnd({ text, endOfFileToken }, { start = 0 }) {
  const rest = text.slice(endOfFileToken.pos, endOfFileToken.end);
  return start >= endOfFileToken.pos || (text.slice(start).trim() === "" && rest.trim() === "");
}

/**
 * The indent of the next line: one step more than the line with the innermost open bracket, or than the last line when
 * its expression goes on.
 * @param {SourceFile} file
 */
function indentAfter(file) {
  const { text } = file;
  /** @type {number[]} */
  const open = [];
  /** @param {Node} node */
  function visit(node) {
    const children = node.getChildren(file);
    for (const child of children) visit(child);
    if (children.length > 0 || node.getWidth(file) === 0) return;
    const word = node.getText(file);
    if (/^[{([]$|\$\{$/.test(word)) open.push(node.getStart(file));
    else if (/^[})\]]/.test(word)) open.pop();
  }
  visit(file);
  const place = open.at(-1) ?? text.trimEnd().length;
  const line = text.slice(text.lastIndexOf("\n", place - 1) + 1);
  return (/^[ \t]*/.exec(line)?.[0] ?? "") + STEP;
}

module.exports = { isComplete };
