"use strict";
/** @import { Seams } from "../common/seams/seams.cjs" */
/** @import { Diagnostic } from "../common/tslab-types.d.ts" */
const { repairStrictTypes } = require("../common/repairs/strict-types.cjs");
const { openSeams } = require("../common/seams/seams.cjs");
const { loadTslab } = require("./tslab.cjs");

/**
 * Type-checks cells as the kernel does, without running any. Each checker stands for one notebook: imports are resolved
 * from the folder in which the process is when the checker is made.
 * @returns {() => { check(source: string): readonly Diagnostic[], close(): void }}
 */
function cellChecker() {
  opened ??= openStrictly();
  const seams = opened;
  return () => {
    const converter = seams.tslab.converter.createConverter({});
    seams.compiling.declarations = "";
    return {
      check(source) {
        const { diagnostics, declOutput = "" } = converter.convert("", source);
        if (diagnostics.length === 0) seams.compiling.declarations = declOutput;
        return diagnostics;
      },
      close: () => converter.close(),
    };
  };
}

/** tslab's modules are one for a process, so they are opened once. */
let opened = /** @type {Seams | undefined} */ (undefined);

function openStrictly() {
  const seams = openSeams(loadTslab());
  repairStrictTypes(seams);
  return seams;
}

module.exports = { cellChecker };
