"use strict";
const {
  inspect,
  types: { isTypedArray },
} = require("node:util");

/** Values of a typed array or tensor that are shown. */
const MOST_NUMBERS = 10;

/** Longest text of one result. */
const MOST_CHARACTERS = 20_000;

/** Tensors with more values than this are not read for a result. */
const MOST_READ = 1_000_000;

/** Backends of TensorFlow.js that return values without waiting for another device. */
const SYNCHRONOUS = new Set(["cpu", "wasm", "tensorflow"]);

const OPTIONS = { depth: 3, maxArrayLength: 50, maxStringLength: 5000, breakLength: 100 };

/**
 * @typedef {{ dataId: object, shape: readonly number[], dtype: string, size: number, isDisposed?: boolean,
 *   dataSync(): ArrayLike<number | string> }} Tensor
 */

/**
 * `value` as text for people: typed arrays and tensors, at any depth, on one line; long things shortened.
 * @param {unknown} value
 */
function inspectResult(value) {
  const text = inspectCompactly(value);
  const more = text.length - MOST_CHARACTERS;
  return more > 0 ? `${text.slice(0, MOST_CHARACTERS)}… ${more} more characters` : text;
}

/**
 * Node asks each object how it wants to be shown; during this call every object has an answer. What `console.log` prints
 * does not change.
 * @param {unknown} value
 */
function inspectCompactly(value) {
  Reflect.defineProperty(Object.prototype, inspect.custom, { configurable: true, value: compact }); // unless it is frozen
  try {
    return inspect(value, OPTIONS);
  } catch (error) {
    return `[a value that cannot be shown: ${error instanceof Error ? error.message : String(error)}]`;
  } finally {
    Reflect.deleteProperty(Object.prototype, inspect.custom);
  }
}

/**
 * One line for a typed array or a tensor; the object itself, which means no preference, for anything else.
 * @this {object}
 */
function compact() {
  if (isTypedArray(this)) return `${this.constructor.name}(${this.length}) ${firstOf(this)}`;
  return isTensor(this) ? inspectTensor(this) : this;
}

/** @param {ArrayLike<number | bigint | string>} values */
function firstOf(values) {
  const single = values instanceof Float32Array;
  const shown = Array.from({ length: Math.min(values.length, MOST_NUMBERS) }, (_, i) => {
    // the shortest number of the same single precision: 0.1, not 0.10000000149011612
    return inspect(single ? Number(Number(values[i]).toPrecision(7)) : values[i]);
  });
  const more = values.length - shown.length;
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
 * The values, if they can be read at once.
 * @param {Tensor} tensor
 */
function valuesOf(tensor) {
  const { _tfengine: engine } = /** @type {{ _tfengine?: { backendName?: string } }} */ (globalThis);
  if (!SYNCHRONOUS.has(engine?.backendName ?? "") || tensor.size > MOST_READ) return undefined;
  try {
    return tensor.dataSync();
  } catch {
    return undefined;
  }
}

module.exports = { inspectResult };
