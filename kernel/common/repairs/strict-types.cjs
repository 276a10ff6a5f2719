"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */
const { wrap } = require("../wrap.cjs");

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
            types: ["node"],
            moduleResolution: typescript.ModuleResolutionKind.Bundler,
            lib: ["lib.es2023.d.ts"],
          },
          ...rest,
        ),
  );
}

module.exports = { repairStrictTypes };
