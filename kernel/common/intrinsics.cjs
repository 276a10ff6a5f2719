"use strict";
// Uses nothing that a cell can replace: functions that were read when this file was loaded, and loops over indices.
const { intrinsicObjects } = require("./intrinsic-objects.cjs");
const { Changes } = require("./changes.cjs");
const { areSame, copyOf, isIn, nameOf, ownProperty } = require("./own-properties.cjs");

const { defineProperty, deleteProperty, getPrototypeOf, ownKeys, setPrototypeOf } = Reflect;
const { is } = Object;

/**
 * An object that JavaScript or the host provides, as it was.
 * @typedef {object} Original
 * @property {object} target
 * @property {string} name as in `Array.prototype`
 * @property {object | null} prototype
 * @property {readonly PropertyKey[]} keys
 * @property {(PropertyDescriptor | undefined)[]} descriptors of those keys; undefined where the object inherits the property
 * @property {boolean} grows whether the kernel is not disturbed by properties that a cell adds
 */

/**
 * The objects that JavaScript and the host provide to kernel and cells alike. A cell may replace what it likes, such as
 * `JSON.stringify`, and later cells find it replaced; while the kernel itself works, the originals are in their places.
 */
class Intrinsics {
  /** @type {Original[]} */
  #originals = [];
  /** What cells have changed. */
  #changes = new Changes();
  /** Whether those are in their places. */
  #theirs = false;
  /** @type {Original} */
  #globals;

  /** Called with the name of a property that a cell has changed for ever. @type {(name: string) => void} */
  whenKept = () => {};

  constructor() {
    for (const { target, name, grows, keys = ownKeys(target) } of intrinsicObjects()) {
      const descriptors = keys.map((key) => ownProperty(target, key));
      this.#originals.push({ target, name, prototype: getPrototypeOf(target), keys, descriptors, grows });
    }
    this.#globals = /** @type {Original} */ (this.#originals.find(({ target }) => target === globalThis));
  }

  /**
   * Runs code of the kernel, with the originals in their places.
   * @template T
   * @param {() => T} run
   * @returns {T}
   */
  inKernel(run) {
    if (!this.#theirs) return run();
    this.restore();
    try {
      return run();
    } finally {
      this.replace();
    }
  }

  /**
   * Runs code of a cell, with its changes in their places.
   * @template T
   * @param {() => T} run
   * @returns {T}
   */
  inCell(run) {
    if (this.#theirs || this.#changes.none) return run();
    this.replace();
    try {
      return run();
    } finally {
      this.restore();
    }
  }

  /** Puts the cell's changes into their places. */
  replace() {
    if (this.#theirs) return;
    this.#theirs = true;
    this.#changes.make();
  }

  /** Notes what cells have changed, and puts the originals into their places. */
  restore() {
    if (this.#theirs) this.#changes = new Changes();
    this.#theirs = false;
    for (let i = 0; i < this.#originals.length; i += 1)
      this.#restoreOne(/** @type {Original} */ (this.#originals[i]));
  }

  /** Notes what code of a cell has changed that went on after its cell, if no cell runs. */
  refresh() {
    if (!this.#theirs) this.restore();
  }

  /** @param {Original} original */
  #restoreOne(original) {
    const { target, prototype, keys, descriptors, grows } = original;
    const found = getPrototypeOf(target);
    if (found !== prototype && setPrototypeOf(target, prototype))
      this.#changes.add({ target, theirs: undefined, prototype: found });
    for (let i = 0; i < keys.length; i += 1) {
      const key = /** @type {PropertyKey} */ (keys[i]);
      const ours = descriptors[i];
      if (ours?.get === undefined && is(/** @type {any} */ (target)[key], ours?.value)) continue; // quick, and nearly always
      const theirs = ownProperty(target, key);
      if (areSame(theirs, ours)) continue;
      const restored = ours === undefined ? deleteProperty(target, key) : defineProperty(target, key, ours);
      if (restored) this.#changes.add({ target, key, theirs });
      else this.#keep(original, i, theirs);
    }
    if (!grows) this.#removeAdded(original);
  }

  /** @param {Original} original */
  #removeAdded({ target, keys }) {
    const now = ownKeys(target);
    for (let i = 0; now.length !== keys.length && i < now.length; i += 1) {
      const key = /** @type {PropertyKey} */ (now[i]);
      if (isIn(keys, key)) continue;
      const theirs = ownProperty(target, key);
      if (deleteProperty(target, key)) this.#changes.add({ target, key, theirs });
    }
  }

  /**
   * Goes on although a property cannot be restored: with a copy of the object if the kernel finds it by its global name.
   * @param {Original} original
   * @param {number} i
   * @param {PropertyDescriptor | undefined} theirs
   */
  #keep({ target, name, prototype, keys, descriptors }, i, theirs) {
    const { keys: names, descriptors: globals } = this.#globals;
    let copied = false;
    for (let j = 0; typeof target === "object" && j < names.length; j += 1) {
      const global = globals[j];
      if (global?.value !== target) continue;
      global.value = copyOf(keys, descriptors, prototype);
      copied = true;
    }
    descriptors[i] = theirs;
    if (!copied) this.whenKept(nameOf(name, /** @type {PropertyKey} */ (keys[i])));
  }
}

module.exports = { Intrinsics };
