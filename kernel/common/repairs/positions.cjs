"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
const { SourceMap } = require("node:module");

/** What the compiler writes before the name of a source map, after the code. */
const MAP_COMMENT = "\n//# sourceMappingURL=";

/** tslab puts one line, `export {};`, before a cell, and the head of a function before its first line of JavaScript. */
const LINES_BEFORE = 1;

/** @param {string} code */
function withoutMapComment(code) {
  const at = code.lastIndexOf(MAP_COMMENT);
  return at < 0 ? code : code.slice(0, at);
}

/** @param {string} json */
function parseMap(json) {
  return new SourceMap(JSON.parse(json));
}

/**
 * Maps a position in the code that ran, counted from 1, back through both compilations of tslab: CommonJS to ECMAScript
 * module to the cell. Line by line; columns would be off in the first line by the function's head.
 * @param {SourceMap[]} maps
 * @param {number} line
 * @param {number} column
 */
function originalLine(maps, line, column) {
  let position = { originalLine: line - 1, originalColumn: column - 1 };
  for (const map of maps) {
    const found = map.findEntry(position.originalLine, position.originalColumn);
    if (!("originalLine" in found)) return undefined;
    position = found;
  }
  return position.originalLine + 1 - LINES_BEFORE;
}

/**
 * Gives each cell's code its own name in stack frames, and notes in the cell how to find its lines. In tslab a frame
 * reads `evalmachine.<anonymous>:35:3` for line 8 of whichever cell.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairPositions({ compiling }, cells) {
  /** From the cell to an ECMAScript module, and from there to the code that runs. */
  let maps = { first: "{}", second: "{}" };
  compiling.compilerOptions((options) => ({ ...options, sourceMap: true }));
  compiling.written((name, text) => {
    if (name.endsWith(".js.map")) maps = { ...maps, first: text };
    return name.endsWith(".js") ? withoutMapComment(text) : text;
  });
  compiling.transpileOptions((options) => ({
    ...options,
    compilerOptions: { ...options.compilerOptions, sourceMap: true },
  }));
  compiling.transpiled((result) => {
    maps = { ...maps, second: result.sourceMapText ?? "{}" };
    return { ...result, outputText: withoutMapComment(result.outputText) };
  });
  compiling.converted((converted) => {
    if (converted.output === undefined) return converted;
    const { count } = cells.current;
    const last = converted.output.split("\n").length;
    const found = [maps.second, maps.first].map(parseMap);
    cells.lines.set(count, (line, column) => (line > last ? undefined : originalLine(found, line, column)));
    return { ...converted, output: `${converted.output}\n//# sourceURL=cell-${count}` };
  });
}

module.exports = { repairPositions };
