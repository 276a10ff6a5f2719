"use strict";
/** @import { Seams } from "../../common/seams/seams.cjs" */
const { Module, createRequire } = require("node:module");
const { existsSync, readFileSync } = require("node:fs");
const { dirname, extname, join } = require("node:path");
const { preloadImports } = require("../../common/preload-imports.cjs");

/**
 * Lets a cell import any ES module. tslab's `require` finds no package with exports for `import` only, and loads no
 * module with a top-level await.
 * @param {Seams} seams
 */
function repairImports(seams) {
  const folder = process.cwd();
  const { resolve } = createRequire(join(folder, "cell.js"));
  preloadImports(seams, { load: importFrom(folder), isLoaded: (name) => isEsModule(name, resolve) });
}

/**
 * Node's own `import()`, as from a file in `folder`.
 * @param {string} folder
 * @returns {(name: string) => Promise<object>}
 */
function importFrom(folder) {
  const file = join(folder, "cell.cjs"); // need not exist
  const module = Object.assign(new Module(file), { filename: file });
  /** @type {any} */ (module)._compile("exports.load = (name) => import(name);", file);
  return module.exports.load;
}

/**
 * Whether `require` cannot load a module: it is an ES module, or only `import` finds it.
 * @param {string} name
 * @param {NodeJS.RequireResolve} resolve
 */
function isEsModule(name, resolve) {
  let file;
  try {
    file = resolve(name);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
  }
  return extname(file) === ".mjs" || (extname(file) === ".js" && packageType(dirname(file)) === "module");
}

/**
 * The `type` of the package to which a folder belongs.
 * @param {string} folder
 * @returns {string | undefined}
 */
function packageType(folder) {
  const file = join(folder, "package.json");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")).type;
  const above = dirname(folder);
  return above === folder ? undefined : packageType(above);
}

module.exports = { repairImports };
