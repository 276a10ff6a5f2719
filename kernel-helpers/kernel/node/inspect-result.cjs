"use strict";
const { inspect } = require("node:util");

/** Elements of a typed array or tensor that are shown. */
const MOST_NUMBERS = 10;

/** Longest text of one result. */
const MOST_CHARACTERS = 20_000;

/** Tensors with more values than this are not read for a result. */
const MOST_READ = 1_000_000;

/** Backends of TensorFlow.js that hand out values without waiting for another device's answer. */
const SYNCHRONOUS = new Set(["cpu", "wasm", "tensorflow"]);

const OPTIONS = { depth: 3, maxArrayLength: 50, maxStringLength: 5000, breakLength: 100 };

const typedArray = Object.getPrototypeOf(Uint8Array.prototype);

/**
 * @typedef {Float32Array | Float64Array | Uint8Array | Int32Array} Numbers
 * @typedef {{ dataId: object, shape: readonly number[], dtype: string, size: number, isDisposed?: boolean,
 *   dataSync(): Numbers }} Tensor
 */

/**
 * `value` as text for people: typed arrays and tensors on one line, long things shortened.
 * @param {unknown} value
 */
function inspectResult(value) {
  const text = isTensor(value) ? inspectTensor(value) : inspectValue(value);
  const more = text.length - MOST_CHARACTERS;
  return more > 0 ? `${text.slice(0, MOST_CHARACTERS)}… ${more} more characters` : text;
}

/**
 * While it inspects, typed arrays at any depth show themselves on one line; `console.log` of a cell goes on to
 * show them as Node does.
 * @param {unknown} value
 */
function inspectValue(value) {
  Object.defineProperty(typedArray, inspect.custom, {
    configurable: true,
    /** @this {Numbers} */
    value() {
      return `${this.constructor.name}(${this.length}) ${firstOf(this)}`;
    },
  });
  try {
    return inspect(value, OPTIONS);
  } catch (error) {
    return `[a value that cannot be shown: ${error instanceof Error ? error.message : String(error)}]`;
  } finally {
    Reflect.deleteProperty(typedArray, inspect.custom);
  }
}

/** @param {Numbers} numbers */
function firstOf(numbers) {
  const single = numbers instanceof Float32Array;
  const shown = Array.from(numbers.subarray(0, MOST_NUMBERS), (x) => {
    // the shortest number of the same single precision: 0.1, not 0.10000000149011612
    return single ? inspect(Number(x.toPrecision(7))) : inspect(x);
  });
  const more = numbers.length - shown.length;
  return `[${shown.join(", ")}${more > 0 ? `, … ${more} more` : ""}]`;
}

/**
 * @param {unknown} value
 * @returns {value is Tensor}
 */
function isTensor(value) {
  if (typeof value !== "object" || value === null) return false;
  const { dataId, shape, dtype } = /** @type {Partial<Tensor>} */ (value);
  return typeof dataId === "object" && Array.isArray(shape) && typeof dtype === "string";
}

/** @param {Tensor} tensor */
function inspectTensor(tensor) {
  const head = `Tensor [${tensor.shape.join(", ")}] ${tensor.dtype}`;
  if (tensor.isDisposed) return `${head}, disposed`;
  const values = valuesOf(tensor);
  return values === undefined ? head : `${head} ${firstOf(values)}`;
}

/**
 * The values, where they can be had at once.
 * @param {Tensor} tensor
 */
function valuesOf(tensor) {
  const { _tfengine: engine } = /** @type {{ _tfengine?: { backendName?: string } }} */ (globalThis);
  if (!SYNCHRONOUS.has(engine?.backendName ?? "") || tensor.size > MOST_READ) return undefined;
  try {
    const values = tensor.dataSync();
    return ArrayBuffer.isView(values) ? values : undefined;
  } catch {
    return undefined;
  }
}

module.exports = { inspectResult };
