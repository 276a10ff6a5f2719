"use strict";
/** @import { Tslab } from "./tslab-types.d.ts" */
const { wrap } = require("./wrap.cjs");

/** The file in which tslab keeps the cell. */
const CELL = /[\\/]__tslab__\.ts$/;

/**
 * Adds transformers to the compilation of each cell: `before` those of TypeScript, `after` those of tslab.
 * @param {Tslab} tslab
 * @param {(program: any, cell: any) => { before?: unknown, after?: unknown }} make called for each cell
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
          before: [before, ...(transformers.before ?? [])].filter(Boolean),
          after: [...(transformers.after ?? []), after].filter(Boolean),
        });
      });
      return builder;
    });
    return host;
  });
}

module.exports = { withTransformers };
