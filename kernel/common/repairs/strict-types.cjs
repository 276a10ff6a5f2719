"use strict";
/** @import { Seams } from "../seams/seams.cjs" */
/** @import { TypeScript } from "../tslab-types.d.ts" */

/**
 * Checks cells as strictly as our own sources, except for `noUncheckedIndexedAccess` (learners index arrays), finds
 * packages by their `exports`, and knows the decorators of the language. tslab accepts `const word: string = null` and
 * only knows Node 10's rules.
 * @param {Seams} seams
 */
function repairStrictTypes({ tslab, compiling }) {
  compiling.compilerOptions((options) => ({ ...options, ...strictOptions(tslab.typescript) }));
}

/** @param {Pick<TypeScript, "ModuleResolutionKind">} ts */
function strictOptions({ ModuleResolutionKind }) {
  return {
    strict: true,
    experimentalDecorators: false, // but those of the language
    rewriteRelativeImportExtensions: true, // import … from "./file.ts"
    types: ["node"],
    moduleResolution: ModuleResolutionKind.Bundler,
    lib: ["lib.es2023.d.ts"],
  };
}

module.exports = { repairStrictTypes, strictOptions };
