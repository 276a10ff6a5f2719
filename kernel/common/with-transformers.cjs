"use strict";
/** @import { Program, SourceFile, TransformerFactory } from "typescript" */
/** @import { Tslab } from "./tslab-types.d.ts" */
const { wrap } = require("./wrap.cjs");

/**
 * @typedef {object} CellTransformers
 * @property {TransformerFactory<SourceFile>} [before] before TypeScript's own
 * @property {TransformerFactory<SourceFile>} [after] after tslab's
 */

/** The file in which tslab keeps the cell. */
const CELL = /[\\/]__tslab__\.ts$/;

/**
 * Adds transformers to the compilation of each cell: `before` those of TypeScript, `after` those of tslab.
 * @param {Tslab} tslab
 * @param {(program: Program, cell: SourceFile) => CellTransformers} make called for each cell
 */
function withTransformers({ typescript }, make) {
  wrap(typescript, "createWatchCompilerHost", (original) => (...values) => {
    const host = original(...values);
    wrap(host, "createProgram", (create) => (...inputs) => {
      const builder = create(...inputs);
      wrap(builder, "emit", (emit) => (file, write, token, declarationsOnly, transformers = {}) => {
        if (!CELL.test(file.fileName)) return emit(file, write, token, declarationsOnly, transformers);
        const { before, after } = make(builder.getProgram(), file);
        return emit(file, write, token, declarationsOnly, {
          ...transformers,
          before: [...(before ? [before] : []), ...(transformers.before ?? [])],
          after: [...(transformers.after ?? []), ...(after ? [after] : [])],
        });
      });
      return builder;
    });
    return host;
  });
}

module.exports = { withTransformers };
