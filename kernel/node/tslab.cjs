"use strict";
/** @import { Tslab, TypeScript } from "../common/tslab-types.d.ts" */
const { Module, createRequire } = require("node:module");
const { forTslab, openTypeScript } = require("../common/typescript.cjs");

/** What tslab itself resolves: its zeromq and its TypeScript may be different copies from ours. */
const requireFromTslab = createRequire(require.resolve("tslab/dist/main.js"));

/**
 * Puts a TypeScript into the module cache in place of tslab's own. Must run before tslab's converter is loaded,
 * which keeps what it found.
 * @param {boolean} current whether it is the project's TypeScript; otherwise tslab's 5.0.4
 * @returns {TypeScript}
 */
function placeTypeScript(current) {
  const id = requireFromTslab.resolve("@tslab/typescript-for-tslab");
  const exports = current ? forTslab(require("typescript")) : openTypeScript(requireFromTslab(id));
  const module = new Module(id);
  require.cache[id] = Object.assign(module, { exports, filename: id, loaded: true });
  return exports;
}

/**
 * Loads tslab into this process without starting it.
 * @param {{ currentTypeScript?: boolean }} [options] false for the TypeScript that tslab brings
 * @returns {Tslab}
 */
function loadTslab({ currentTypeScript = true } = {}) {
  const typescript = placeTypeScript(currentTypeScript);
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
