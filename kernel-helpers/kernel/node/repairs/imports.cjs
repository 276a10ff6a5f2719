"use strict";
/** @import { Tslab } from "../../common/tslab-types.d.ts" */
const { Module, createRequire } = require("node:module");
const { existsSync, readFileSync } = require("node:fs");
const { dirname, extname, join } = require("node:path");
const { dynamicImports, importedModules } = require("../../cells/imports.cjs");
const { beginWith } = require("../../common/begin-with.cjs");
const { withTransformers } = require("../../common/with-transformers.cjs");
const { wrap } = require("../../common/wrap.cjs");

/**
 * Lets a cell import any ES module, by `import ... from` and by `import()`. tslab makes a `require` of both, which
 * finds no package that exports for `import` alone, and loads no module that awaits something at its top.
 * @param {Tslab} tslab
 */
function repairImports(tslab) {
  const { converter, executor, typescript } = tslab;
  const folder = process.cwd();
  const load = importFrom(folder);
  const { resolve } = createRequire(join(folder, "cell.js"));
  /** ES modules that cells have imported. @type {Map<string, object>} */
  const modules = new Map();

  withTransformers(tslab, () => ({ before: dynamicImports(typescript) }));
  wrap(converter, "createConverter", (original) => (options) => {
    const created = original(options);
    wrap(created, "convert", (convert) => (declarations, source) => {
      const converted = convert(declarations, source);
      if (converted.output === undefined) return converted;
      const needed = importedModules(typescript, source).filter((name) => isEsModule(name, resolve));
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
 * Node's own `import()`, as from a file in `folder`.
 * @param {string} folder
 * @returns {(name: string) => Promise<object>}
 */
function importFrom(folder) {
  const file = join(folder, "cell.cjs"); // which need not be there
  const module = Object.assign(new Module(file), { filename: file });
  /** @type {any} */ (module)._compile("exports.load = (name) => import(name);", file);
  return module.exports.load;
}

/**
 * Whether `require` would not do for a module: it is an ES module, or found by `import` alone.
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

module.exports = { repairImports };
