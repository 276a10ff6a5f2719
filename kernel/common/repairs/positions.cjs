"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Tslab } from "../tslab-types.d.ts" */
const { SourceMap } = require("node:module");
const { wrap } = require("../wrap.cjs");

const INLINE_MAP = /\n?\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]*)\s*$/;
const MAP_COMMENT = /\n?\/\/# sourceMappingURL=.*\s*$/;

/** tslab puts one line, `export {};`, before a cell, and the head of a function before its first line of JavaScript. */
const LINES_BEFORE = 1;

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
 * Gives each cell's code its own name in stack frames, and notes in the cell how to find its lines. In tslab a frame reads
 * `evalmachine.<anonymous>:35:3` for line 8 of whichever cell.
 * @param {Tslab} tslab
 * @param {Cells} cells
 */
function repairPositions({ converter, typescript }, cells) {
  /** @type {Map<string, SourceMap[]>} */
  const mapsByOutput = new Map();
  wrap(
    typescript,
    "createWatchCompilerHost",
    (original) =>
      (files, options, ...rest) =>
        original(files, { ...options, inlineSourceMap: true }, ...rest),
  );
  wrap(typescript, "transpileModule", (original) => (source, options) => {
    const inline = INLINE_MAP.exec(source)?.[1];
    if (inline === undefined) return original(source, options);
    const compilerOptions = { ...options.compilerOptions, sourceMap: true };
    const result = original(source.replace(INLINE_MAP, ""), { ...options, compilerOptions });
    const outputText = result.outputText.replace(MAP_COMMENT, "");
    const first = Buffer.from(inline, "base64").toString();
    mapsByOutput.set(outputText, [result.sourceMapText ?? "{}", first].map(parseMap));
    return { ...result, outputText };
  });
  wrap(converter, "createConverter", (original) => (options) => {
    const created = original(options);
    wrap(created, "convert", (convert) => (declarations, source) => {
      const converted = convert(declarations, source);
      const maps = mapsByOutput.get(converted.output ?? "");
      mapsByOutput.clear();
      if (!maps) return converted;
      const { count } = cells.current;
      const last = (converted.output ?? "").split("\n").length;
      cells.lines.set(count, (line, column) => (line > last ? undefined : originalLine(maps, line, column)));
      return { ...converted, output: `${converted.output}\n//# sourceURL=cell-${count}` };
    });
    return created;
  });
}

module.exports = { repairPositions };
