"use strict";
/** @import { MimeBundle } from "../../kernel-helpers/src/host/contract.ts" */
/** @import { Cells } from "./cells.cjs" */
const { isNativeError } = require("node:util").types;
const { describeFailure } = require("./describe-failure.cjs");
const { inspectResult } = require("./inspect-result.cjs");

/** A method under this symbol says how a value is shown: the convention of Deno's kernel. */
const DISPLAY = Symbol.for("Jupyter.display");

/**
 * The value of a cell's last expression in every form available.
 * @param {unknown} value
 * @param {Pick<Cells, "folder" | "lines" | "plotBundle" | "inCell">} cells
 * @returns {Promise<MimeBundle>}
 */
async function resultBundle(value, cells) {
  const rich = isObject(value)
    ? ((await ownBundle(value, cells.inCell)) ?? (await bundleOfPlot(value, cells.plotBundle)))
    : undefined;
  if (rich !== undefined) return rich;
  if (isNativeError(value)) return { "text/plain": describeFailure([], value, cells).traceback.join("\n") };
  return { "text/plain": inspectResult(value) };
}

/**
 * The bundle of a value that knows how to show itself: what `html`, `markdown` and `table` of kernel-helpers
 * make, and values with a method `[Symbol.for("Jupyter.display")]`.
 * @param {Record<string | symbol, unknown>} value
 * @param {Cells["inCell"]} inCell
 * @returns {Promise<MimeBundle | undefined>}
 */
async function ownBundle(value, inCell) {
  if (isObject(value.mimeBundle)) return value.mimeBundle;
  const display = value[DISPLAY];
  const made = typeof display === "function" ? await inCell(() => display.call(value)) : undefined;
  return isObject(made) ? made : undefined;
}

/**
 * The bundle of a Vega-Lite spec or a figure for Plotly, as `show()` makes it: with an image and its description.
 * Without the image if Vega rejects the spec or the package is not compiled.
 * @param {Record<string, unknown>} value
 * @param {Cells["plotBundle"]} plotBundle
 * @returns {Promise<MimeBundle | undefined>}
 */
async function bundleOfPlot(value, plotBundle) {
  const { $schema, title, description, data, layout } = value;
  const isChart = typeof $schema === "string" && $schema.includes("/vega-lite/v5");
  const isFigure = Array.isArray(data) && isObject(layout) && typeof description === "string";
  if (!isChart && !isFigure) return undefined;
  try {
    return await plotBundle(value);
  } catch {
    const parts = [title, description].filter((part) => typeof part === "string" && part !== "");
    const spoken = { "text/plain": parts.join(": ") || "A chart without a description" };
    if (isChart) return { "application/vnd.vegalite.v5+json": value, ...spoken };
    return { "application/vnd.plotly.v1+json": { data, layout }, ...spoken };
  }
}

/**
 * @param {unknown} value
 * @returns {value is Record<string | symbol, unknown>}
 */
function isObject(value) {
  return typeof value === "object" && value !== null;
}

module.exports = { resultBundle };
