"use strict";
// Uses nothing that a cell can replace: functions that were read when this file was loaded, and loops over indices.
const { defineProperty, getOwnPropertyDescriptor, setPrototypeOf } = Reflect;
const { is } = Object;

/**
 * A property's descriptor, without a prototype: a cell may add `get` to that of all objects.
 * @param {object} target
 * @param {PropertyKey} key
 */
function ownProperty(target, key) {
  const found = getOwnPropertyDescriptor(target, key);
  if (found !== undefined) setPrototypeOf(found, null);
  return found;
}

/**
 * @param {readonly PropertyKey[]} keys
 * @param {readonly (PropertyDescriptor | undefined)[]} descriptors
 * @param {object | null} prototype
 */
function copyOf(keys, descriptors, prototype) {
  const copy = {};
  setPrototypeOf(copy, prototype);
  for (let i = 0; i < keys.length; i += 1)
    defineProperty(
      copy,
      /** @type {PropertyKey} */ (keys[i]),
      /** @type {PropertyDescriptor} */ (descriptors[i]),
    );
  return copy;
}

/**
 * @param {PropertyDescriptor | undefined} a
 * @param {PropertyDescriptor | undefined} b
 */
function areSame(a, b) {
  if (a === undefined || b === undefined) return a === b;
  return is(a.value, b.value) && a.get === b.get && a.set === b.set;
}

/**
 * @param {readonly PropertyKey[]} keys
 * @param {PropertyKey} wanted
 */
function isIn(keys, wanted) {
  for (let i = 0; i < keys.length; i += 1) if (keys[i] === wanted) return true;
  return false;
}

/**
 * The name of a property in a message.
 * @param {string} owner
 * @param {PropertyKey} key
 */
function nameOf(owner, key) {
  return typeof key === "symbol" ? `${owner}[${key.description}]` : `${owner}.${String(key)}`;
}

module.exports = { areSame, copyOf, isIn, nameOf, ownProperty };
