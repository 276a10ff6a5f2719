"use strict";
/** @import { Tslab } from "./tslab-types.d.ts" */
const { dynamicImports, importedModules } = require("../cells/imports.cjs");
const { beginWith } = require("./begin-with.cjs");
const { withTransformers } = require("./with-transformers.cjs");
const { wrap } = require("./wrap.cjs");

/**
 * @typedef {object} Loader
 * @property {(name: string) => Promise<object>} load an ES module, as `import()` does
 * @property {(name: string) => boolean} isLoaded whether `load` must load a module before the cell runs, since
 *   `require` cannot
 */

/**
 * Lets a cell import ES modules, by `import ... from` and by `import()`: they are loaded before its first statement.
 * tslab makes a `require` of both.
 * @param {Tslab} tslab
 * @param {Loader} loader
 */
function preloadImports(tslab, { load, isLoaded }) {
  const { converter, executor, typescript } = tslab;
  /** ES modules that cells have imported. @type {Map<string, object>} */
  const modules = new Map();

  withTransformers(tslab, () => ({ before: dynamicImports(typescript) }));
  wrap(converter, "createConverter", (original) => (options) => {
    const created = original(options);
    wrap(created, "convert", (convert) => (declarations, source) => {
      const converted = convert(declarations, source);
      if (converted.output === undefined) return converted;
      const needed = importedModules(typescript, source).filter(isLoaded);
      if (needed.length === 0) return converted;
      const preload = `await __tslab__.preload(${JSON.stringify(needed)});`;
      const output = beginWith(converted.output, preload);
      return { ...converted, output, hasToplevelAwait: true };
    });
    return created;
  });
  wrap(executor, "createExecutor", (original) => (...values) => {
    const created = original(...values);
    const { __tslab__ } = /** @type {any} */ (globalThis);
    const { require: plainRequire } = __tslab__;
    Object.assign(__tslab__, {
      import: load,
      preload: async (/** @type {string[]} */ names) => {
        for (const name of names) modules.set(name, asCommonJs(await load(name)));
      },
      require: new Proxy(plainRequire, {
        apply: (_target, _this, [name]) => modules.get(name) ?? plainRequire(name),
      }),
    });
    return created;
  });
}

/**
 * An ES module as compiled code expects it from `require`.
 * @param {object} module
 */
function asCommonJs(module) {
  const exports = Object.defineProperty({}, "__esModule", { value: true });
  for (const name of Object.keys(module)) {
    Object.defineProperty(exports, name, {
      enumerable: true,
      get: () => module[/** @type {keyof module} */ (name)],
    });
  }
  return exports;
}

module.exports = { preloadImports };
