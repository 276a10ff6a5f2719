"use strict";

/**
 * Replaces the method `name` of `target` by `make(original)`. Methods of zeromq's prototypes are read-only but
 * configurable, so they cannot be assigned.
 * @template {object} T
 * @template {keyof T} K
 * @param {T} target
 * @param {K} name
 * @param {(original: T[K]) => T[K]} make
 */
function wrap(target, name, make) {
  const value = make(target[name]);
  Object.defineProperty(target, name, { configurable: true, enumerable: true, writable: true, value });
}

module.exports = { wrap };
