"use strict";
/** @import { Cells } from "../common/cells.cjs" */
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

/**
 * A plot as `show()` of the notebook's kernel-helpers shows it, with an image. Throws if the notebook finds no such
 * package, or one that is not compiled.
 * @type {Cells["plotBundle"]}
 */
async function plotBundle(plot) {
  const file = createRequire(join(process.cwd(), "cell.js")).resolve("kernel-helpers");
  const { bundleOf } = await import(pathToFileURL(file).href);
  return bundleOf(plot, true);
}

module.exports = { plotBundle };
