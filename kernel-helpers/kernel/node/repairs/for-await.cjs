"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */
const { Script } = require("node:vm");
const { wrap } = require("../wrap.cjs");

/**
 * @param {string} code
 * @param {"function" | "async function"} kind
 */
function parsesAs(code, kind) {
  try {
    new Script(`(${kind} () {${code}\n})`);
    return true;
  } catch {
    return false;
  }
}

/**
 * Lets a cell have `for await` as its only await. tslab looks for `await x` alone when it decides whether the
 * cell becomes an asynchronous function.
 * @param {Tslab} tslab
 */
function repairForAwait({ converter }) {
  wrap(converter, "createConverter", (original) => (options) => {
    const created = original(options);
    wrap(created, "convert", (convert) => (declarations, source) => {
      const converted = convert(declarations, source);
      const { output = "", hasToplevelAwait } = converted;
      if (hasToplevelAwait || !/\bfor\s+await\b/.test(output)) return converted;
      const needed = !parsesAs(output, "function") && parsesAs(output, "async function");
      return { ...converted, hasToplevelAwait: needed };
    });
    return created;
  });
}

module.exports = { repairForAwait };
