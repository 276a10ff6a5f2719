"use strict";
// Uses nothing that a cell can replace: functions that were read when this file was loaded.
const { defineProperty, deleteProperty, setPrototypeOf } = Reflect;

/**
 * What a cell changed: a property, or the prototype if there is no key.
 * @typedef {object} Change
 * @property {object} target
 * @property {PropertyKey} [key]
 * @property {PropertyDescriptor | undefined} theirs the cell's property; undefined if it deleted ours
 * @property {object | null} [prototype] the cell's prototype
 * @property {Change} [next]
 */

/** Changes that can be made again, in their order. A list without an array: a cell may disturb how arrays grow. */
class Changes {
  /** @type {Change | undefined} */
  #first;
  /** @type {Change | undefined} */
  #last;

  get none() {
    return this.#first === undefined;
  }

  /** @param {Change} change */
  add(change) {
    if (this.#last === undefined) this.#first = change;
    else this.#last.next = change;
    this.#last = change;
  }

  /** Makes the changes. */
  make() {
    for (let change = this.#first; change !== undefined; change = change.next) {
      const { target, key, theirs, prototype } = change;
      if (key === undefined) setPrototypeOf(target, /** @type {object | null} */ (prototype));
      else if (theirs === undefined) deleteProperty(target, key);
      else defineProperty(target, key, theirs);
    }
  }
}

module.exports = { Changes };
