"use strict";
/** @import { Cells } from "../common/cells.cjs" */
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

/** How `show()` makes the bundle of a plot; not there before the package is compiled. */
const BUNDLE_OF = pathToFileURL(join(__dirname, "..", "..", "dist", "display", "bundle-of.js")).href;

/**
 * A plot as `show()` shows it, with a picture.
 * @type {Cells["plotBundle"]}
 */
async function plotBundle(plot) {
  const { bundleOf } = await import(BUNDLE_OF);
  return bundleOf(plot, true);
}

module.exports = { plotBundle };
