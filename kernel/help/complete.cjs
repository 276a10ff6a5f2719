"use strict";
/** @import { CompletionEntry, CompletionInfo, Symbol as TypeScriptSymbol } from "typescript" */
/** @import { CellView, Completion, CompletionItem, TS } from "./help-types.d.ts" */

/** Number of candidates, from the first on, whose signature is shown: each takes up to a millisecond. */
const MOST_SIGNATURES = 60;

/** Longest signature that is shown, in characters. */
const MOST_CHARACTERS = 200;

/** TypeScript's kinds in the words that Jupyter's front ends have pictures for. */
const TYPES = new Map([
  ["function", "function"],
  ["local function", "function"],
  ["method", "function"],
  ["var", "instance"],
  ["let", "instance"],
  ["const", "instance"],
  ["local var", "instance"],
  ["parameter", "param"],
  ["getter", "property"],
  ["setter", "property"],
  ["accessor", "property"],
  ["local class", "class"],
  ["external module name", "module"],
  ["script", "path"],
  ["directory", "path"],
  ["primitive type", "keyword"],
]);

/** Kinds of the candidates within the path of an import. */
const PATHS = new Set(["external module name", "script", "directory"]);

/**
 * Completions at `position` of the cell: names that match the text before the cursor, those that begin with it first,
 * the cells' own before others, private ones last.
 * @param {TS} ts
 * @param {CellView} view
 * @param {number} position
 * @returns {Completion}
 */
function complete(ts, view, position) {
  const { service, file, offset, source } = view;
  const info = service.getCompletionsAtPosition(file, position + offset, { includeSymbol: true });
  const { start, end } = spanOf(ts, view, info, position);
  const typed = source.slice(start, position);
  const ranked = (info?.entries ?? [])
    .map((entry) => ({ entry, rank: rankOf(view, entry, typed), low: entry.name.toLowerCase() }))
    .filter(({ rank }) => rank !== "")
    // of names that differ only in case, the lower-case one first
    .sort((a, b) => compare(a.rank, b.rank) || compare(a.low, b.low) || compare(b.entry.name, a.entry.name));
  const items = ranked.map(({ entry }, i) => itemOf(ts, view, entry, i < MOST_SIGNATURES));
  return { start, end, items };
}

/**
 * The range of the cell's source that a candidate replaces.
 * @param {TS} ts
 * @param {CellView} view
 * @param {CompletionInfo | undefined} info
 * @param {number} position
 */
function spanOf(ts, view, info, position) {
  const [first] = info?.entries ?? [];
  // of a path, only what follows the last slash is replaced
  const whole = first && PATHS.has(first.kind) ? undefined : info?.optionalReplacementSpan;
  const span = first?.replacementSpan ?? whole;
  if (span !== undefined) {
    const start = span.start - view.offset;
    return { start, end: Math.max(position, start + span.length) };
  }
  const literal = stringAt(ts, view, position + view.offset);
  if (literal !== undefined) {
    const start = literal + 1 - view.offset;
    const slash = view.source.lastIndexOf("/", position - 1) + 1;
    const isPath = info?.entries.some(({ kind }) => PATHS.has(kind));
    return { start: isPath ? Math.max(start, slash) : start, end: position };
  }
  const [before = ""] = /[\p{ID_Continue}$#]*$/u.exec(view.source.slice(0, position)) ?? [];
  const [after = ""] = /^[\p{ID_Continue}$]*/u.exec(view.source.slice(position)) ?? [];
  return { start: position - before.length, end: position + after.length };
}

/**
 * The start of the string literal that contains `place` in the cell's file.
 * @param {TS} ts
 * @param {CellView} view
 * @param {number} place
 * @returns {number | undefined}
 */
function stringAt(ts, { cell }, place) {
  /**
   * @param {import("typescript").Node} node
   * @returns {number | undefined}
   */
  function search(node) {
    if (ts.isStringLiteralLike(node)) return node.getStart(cell) < place ? node.getStart(cell) : undefined;
    return ts.forEachChild(node, (child) =>
      child.pos < place && place <= child.end ? search(child) : undefined,
    );
  }
  return search(cell);
}

/**
 * The sort key of a candidate; "" if it does not match what was typed.
 * @param {CellView} view
 * @param {CompletionEntry} entry
 * @param {string} typed
 */
function rankOf({ file, declared }, { name, sortText, symbol }, typed) {
  const [low, key] = [name.toLowerCase(), typed.toLowerCase()];
  if (!low.includes(key)) return "";
  const fit = name.startsWith(typed) ? 0 : low.startsWith(key) ? 1 : 2;
  const hidden = name.startsWith("_") && !typed.startsWith("_") ? 1 : 0;
  const files = (symbol?.declarations ?? []).map((declaration) => declaration.getSourceFile().fileName);
  const other = files.includes(file) || files.includes(declared) ? 0 : 1;
  return `${hidden}${fit}${other}${sortText}`;
}

/**
 * @param {TS} ts
 * @param {CellView} view
 * @param {CompletionEntry} entry
 * @param {boolean} signed whether its signature is asked for
 * @returns {CompletionItem}
 */
function itemOf(ts, view, entry, signed) {
  const symbol = entry.symbol && resolved(ts, view, entry.symbol);
  const kind = entry.kind === "alias" && symbol ? kindOf(ts, symbol) : entry.kind;
  const type = TYPES.get(kind) ?? kind;
  const told = signed && type !== "module" && symbol && symbol.flags & ts.SymbolFlags.Value;
  if (!told) return { text: entry.name, type, signature: "" };
  const { callable, signature } = signatureOf(view, symbol);
  return { text: entry.name, type: callable ? "function" : type, signature };
}

/**
 * What an imported or exported name stands for.
 * @param {TS} ts
 * @param {CellView} view
 * @param {TypeScriptSymbol} symbol
 */
function resolved(ts, { checker }, symbol) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/**
 * @param {TS} ts
 * @param {TypeScriptSymbol} symbol
 */
function kindOf({ SymbolFlags }, { flags }) {
  if (flags & SymbolFlags.Class) return "class";
  if (flags & SymbolFlags.Function) return "function";
  if (flags & SymbolFlags.Module) return "module";
  if (flags & SymbolFlags.Enum) return "enum";
  if (flags & SymbolFlags.Variable) return "const";
  if (flags & SymbolFlags.Interface) return "interface";
  return flags & SymbolFlags.TypeAlias ? "type" : "alias";
}

/**
 * The call signature of a value, or its type.
 * @param {CellView} view
 * @param {TypeScriptSymbol} symbol
 */
function signatureOf({ checker, cell }, symbol) {
  const type = checker.getTypeOfSymbolAtLocation(symbol, cell);
  const [first, ...others] = type.getCallSignatures();
  // without a location: seen from the cell, most library names would read import("…").Name
  const text = first ? checker.signatureToString(first) : checker.typeToString(type);
  const more = others.length > 0 ? ` (+${others.length} overload${others.length > 1 ? "s" : ""})` : "";
  const shown = text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
  return { callable: first !== undefined, signature: shown + more };
}

/**
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

module.exports = { complete };
