"use strict";
/** @import { Tslab, TypeScript } from "./tslab-types.d.ts" */
const { createRequire } = require("node:module");

/** What tslab itself finds: its zeromq and its TypeScript may be other copies than ours. */
const requireFromTslab = createRequire(require.resolve("tslab/dist/main.js"));

/** The names of TypeScript that a repair may replace. */
const REPLACEABLE = ["createWatchCompilerHost", "transpileModule"];

/**
 * Puts a copy of TypeScript's exports into the module cache on which the names in `REPLACEABLE` can be set:
 * the original has getters only. Must run before tslab's converter is loaded, which keeps what it found.
 * @returns {TypeScript}
 */
function openTypeScript() {
  const id = requireFromTslab.resolve("@tslab/typescript-for-tslab");
  const original = requireFromTslab(id);
  const descriptors = Object.getOwnPropertyDescriptors(original);
  for (const name of REPLACEABLE) {
    descriptors[name] = { configurable: true, enumerable: true, writable: true, value: original[name] };
  }
  const copy = Object.defineProperties(Object.create(null), descriptors);
  /** @type {NodeJS.Module} */ (require.cache[id]).exports = copy;
  return copy;
}

/**
 * Loads tslab into this process without starting it.
 * @returns {Tslab}
 */
function loadTslab() {
  const typescript = openTypeScript();
  return {
    typescript,
    zeromq: requireFromTslab("zeromq"),
    converter: requireFromTslab("./converter.js"),
    executor: requireFromTslab("./executor.js"),
    jupyter: requireFromTslab("./jupyter.js"),
    main: requireFromTslab("./main.js"),
  };
}

module.exports = { loadTslab };
