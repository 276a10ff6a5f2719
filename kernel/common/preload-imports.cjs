"use strict";
/** @import { Seams } from "./seams/seams.cjs" */
const { dynamicImports, importedModules } = require("../rewriting/imports.cjs");

/**
 * @typedef {object} Loader
 * @property {(name: string) => Promise<object>} load an ES module, as `import()` does
 * @property {(name: string) => boolean} isLoaded whether `load` must load a module before the cell runs, since
 *   `require` cannot
 */

/**
 * Lets a cell import ES modules, by `import ... from` and by `import()`: they are loaded before its first statement.
 * tslab turns both into a `require`.
 * @param {Seams} seams
 * @param {Loader} loader
 */
function preloadImports({ tslab, compiling, running }, { load, isLoaded }) {
  const { typescript } = tslab;
  /** ES modules that cells have imported. @type {Map<string, object>} */
  const modules = new Map();

  compiling.transform(() => ({ before: dynamicImports(typescript) }));
  compiling.prologue((source) => {
    const needed = importedModules(typescript, source).filter(isLoaded);
    return needed.length === 0 ? undefined : `await __tslab__.preload(${JSON.stringify(needed)});`;
  });
  running.executorCreated((_, runtime) => {
    const { require: plainRequire } = runtime;
    Object.assign(runtime, {
      import: (/** @type {string} */ name) => load(name).catch(orCompiled(name, plainRequire)),
      preload: async (/** @type {string[]} */ names) => {
        for (const name of names) modules.set(name, asCommonJs(await load(name)));
      },
      require: new Proxy(plainRequire, {
        apply: (_target, _this, [name]) => modules.get(name) ?? plainRequire(name),
      }),
    });
  });
}

/** What Node says about a file that it does not find, and about TypeScript, which older versions do not read. */
const NOT_LOADED = new Set(["ERR_MODULE_NOT_FOUND", "ERR_UNKNOWN_FILE_EXTENSION"]);

/**
 * Looks for a module that `import()` did not load among the local TypeScript files that tslab has compiled.
 * @param {string} name
 * @param {(name: string) => object} plainRequire
 */
function orCompiled(name, plainRequire) {
  return (/** @type {NodeJS.ErrnoException} */ notFound) => {
    if (!NOT_LOADED.has(notFound.code ?? "") || !/^\.{1,2}\//.test(name)) throw notFound;
    try {
      return plainRequire(name.replace(/\.ts$/, ".js"));
    } catch (error) {
      throw /** @type {NodeJS.ErrnoException} */ (error).code === "MODULE_NOT_FOUND" ? notFound : error;
    }
  };
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
