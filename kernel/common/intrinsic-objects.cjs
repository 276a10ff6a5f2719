"use strict";

/** Names under which JavaScript has functions and namespaces. https://tc39.es/ecma262/#sec-global-object */
const LANGUAGE = [
  ...["Object", "Function", "Array", "String", "Number", "Boolean", "Symbol", "BigInt", "Date", "RegExp"],
  ...["Map", "Set", "WeakMap", "WeakSet", "WeakRef", "FinalizationRegistry", "Promise", "Proxy", "Reflect"],
  ...["Error", "AggregateError", "EvalError", "RangeError", "ReferenceError", "SyntaxError", "TypeError"],
  ...["URIError", "JSON", "Math", "Atomics", "Intl", "ArrayBuffer", "SharedArrayBuffer", "DataView"],
  ...[
    "Int8Array",
    "Uint8Array",
    "Uint8ClampedArray",
    "Int16Array",
    "Uint16Array",
    "Int32Array",
    "Uint32Array",
  ],
  ...["Float32Array", "Float64Array", "BigInt64Array", "BigUint64Array"],
  ...["parseInt", "parseFloat", "isFinite", "isNaN", "decodeURI", "decodeURIComponent", "encodeURI"],
  ...["encodeURIComponent"],
];

/** What hosts add, as far as the kernel uses it. */
const HOST = [
  ...["process", "Buffer", "console", "performance", "URL", "TextEncoder", "TextDecoder", "EventTarget"],
  ...["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate"],
  ...["queueMicrotask", "structuredClone", "AbortController", "postMessage"],
];

/**
 * Objects that JavaScript provides without a name of their own.
 * @returns {Record<string, object>}
 */
function unnamed() {
  const { getPrototypeOf } = Object;
  const [generator, asyncGenerator] = [function* () {}, async function* () {}].map(getPrototypeOf);
  return {
    TypedArray: getPrototypeOf(Uint8Array),
    "array iterators": getPrototypeOf([][Symbol.iterator]()),
    iterators: getPrototypeOf(getPrototypeOf([][Symbol.iterator]())),
    "map iterators": getPrototypeOf(new Map()[Symbol.iterator]()),
    "set iterators": getPrototypeOf(new Set()[Symbol.iterator]()),
    "string iterators": getPrototypeOf(""[Symbol.iterator]()),
    "match iterators": getPrototypeOf("".matchAll(/a/g)),
    "generator functions": generator,
    generators: generator.prototype,
    "asynchronous functions": getPrototypeOf(async () => {}),
    "asynchronous generator functions": asyncGenerator,
    "asynchronous generators": asyncGenerator.prototype,
    "asynchronous iterators": getPrototypeOf(asyncGenerator.prototype),
  };
}

/**
 * The objects of JavaScript and of the host that the kernel uses, each once, after turning the global properties that
 * Node computes, such as `process`, into plain ones.
 * @returns {{ target: object, name: string, grows: boolean, keys?: readonly PropertyKey[] }[]} `grows` tells that what a
 *   cell adds does not disturb the kernel, `keys` which properties the kernel uses, own ones or inherited ones, if not all its own
 */
function intrinsicObjects() {
  const names = [...LANGUAGE, ...HOST].filter((name) => name in globalThis);
  const all = /** @type {Record<string, any>} */ (globalThis);
  for (const name of names) {
    const value = all[name];
    const own = Object.getOwnPropertyDescriptor(all, name);
    const enumerable = own?.enumerable ?? false;
    if (own?.configurable)
      Object.defineProperty(all, name, { value, enumerable, configurable: true, writable: true });
  }
  /** @type {Map<object, string>} */
  const found = new Map();
  const add = (/** @type {string} */ name, /** @type {any} */ target) => {
    if ((typeof target === "object" || typeof target === "function") && target !== null && !found.has(target))
      found.set(target, name);
  };
  for (const name of names) {
    add(name, all[name]);
    if (typeof all[name] === "function") add(`${name}.prototype`, all[name].prototype);
  }
  for (const [name, target] of Object.entries(unnamed())) add(name, target);
  const objects = [...found].map(([target, name]) =>
    HOST.includes(name)
      ? { target, name, grows: true, keys: methodsOf(target) }
      : { target, name, grows: false },
  );
  return [...objects, { target: globalThis, name: "globalThis", grows: true, keys: names }];
}

/**
 * The names of an object's methods, own and inherited, without its state: a host's object has both.
 * @param {any} target
 */
function methodsOf(target) {
  const names = new Set();
  for (let owner = target; owner !== null && owner !== Object.prototype; owner = Object.getPrototypeOf(owner))
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner)))
      if (typeof value === "function" && name !== "constructor" && !name.startsWith("_")) names.add(name);
  return [...names];
}

module.exports = { intrinsicObjects };
