"use strict";
const { Module } = require("node:module");
const { existsSync, readFileSync } = require("node:fs");
const { posix } = require("node:path");

/** A file of the notebook's folder, or one below or above it. */
const LOCAL = /^\.{1,2}\//;

/**
 * A file that tslab has compiled for a cell.
 * @typedef {{ path: string, data: string }} Compiled the path ends with .js, with slashes on every system
 */

/**
 * The local files that cells import, as modules. A module is loaded again when its file has changed, or one that it imports,
 * at any distance; modules may import each other in a circle, and a folder stands for its index file.
 */
class LocalModules {
  /** The code of each file. @type {Map<string, string>} */
  #code = new Map();
  /** @type {Map<string, Module>} */
  #loaded = new Map();
  /** The modules that import a file. @type {Map<string, Set<string>>} */
  #importers = new Map();

  /** Takes files that are new or have changed. @param {readonly Compiled[]} files */
  update(files) {
    for (const { path, data } of files) this.#code.set(path, data);
    for (const { path } of files) this.#forget(path);
  }

  /**
   * What a local file exports; undefined if `name` is no compiled file, as seen from `folder`.
   * @param {string} name
   * @param {string} folder with slashes on every system
   * @param {string} [importer] the module that asks
   * @returns {unknown}
   */
  require(name, folder, importer) {
    if (!LOCAL.test(name)) return undefined;
    const base = posix.join(folder, name);
    if (base.endsWith(".json") && existsSync(base)) return readJson(base);
    const places = [base, `${base}.js`, base.replace(/\.tsx?$/, ".js"), `${base}/index.js`];
    const path = places.find((place) => this.#code.has(place));
    if (path === undefined) return undefined;
    if (importer !== undefined)
      this.#importers.set(path, (this.#importers.get(path) ?? new Set()).add(importer));
    return (this.#loaded.get(path) ?? this.#load(path)).exports;
  }

  /** @param {string} path */
  #load(path) {
    const module = /** @type {any} */ (new Module(path));
    const folder = posix.dirname(path);
    const plain = module.require;
    module.filename = path;
    module.paths = /** @type {any} */ (Module)._nodeModulePaths(folder);
    module.require = (/** @type {string} */ name) =>
      this.require(name, folder, path) ?? plain.call(module, name);
    this.#loaded.set(path, module); // before it runs: a module of a circle finds it
    try {
      module._compile(this.#code.get(path), path);
    } catch (error) {
      this.#forget(path);
      throw error;
    }
    return module;
  }

  /** Lets a module be loaded again, with those that import it. @param {string} path */
  #forget(path) {
    const importers = this.#importers.get(path) ?? [];
    this.#importers.delete(path);
    this.#loaded.delete(path);
    for (const importer of importers) this.#forget(importer);
  }
}

/**
 * @param {string} path
 * @returns {unknown}
 */
function readJson(path) {
  const text = readFileSync(path, "utf8");
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new SyntaxError(`Cannot read ${path} as JSON: ${/** @type {Error} */ (error).message}`);
  }
}

module.exports = { LocalModules };
