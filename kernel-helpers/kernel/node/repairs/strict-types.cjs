"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */
const { join } = require("node:path");
const { wrap } = require("../wrap.cjs");

/** Methods of ES2023 that Node has and the TypeScript in tslab does not know. */
const LATER_LIBRARY = join(__dirname, "..", "es2023-arrays.d.ts");

/**
 * Checks cells as strictly as our own sources, less `noUncheckedIndexedAccess` (learners index arrays), and finds
 * packages by their `exports`. tslab accepts `const word: string = null` and knows Node 10's rules only.
 * @param {Tslab} tslab
 */
function repairStrictTypes({ typescript }) {
  wrap(
    typescript,
    "createWatchCompilerHost",
    (original) =>
      (files, options, ...rest) =>
        original(
          files,
          {
            ...options,
            strict: true,
            moduleResolution: typescript.ModuleResolutionKind.Bundler,
            // an absolute path is taken as it is; as a root file it would be forgotten when a cell defines a module
            lib: ["lib.es2023.d.ts", LATER_LIBRARY],
          },
          ...rest,
        ),
  );
}

module.exports = { repairStrictTypes };
