"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */
const { beginWith } = require("../begin-with.cjs");
const { wrap } = require("../wrap.cjs");

/**
 * Runs each cell as an asynchronous function, in a turn of the event loop that is its own. tslab does so when an error
 * of its TypeScript, which another one does not report, says that a cell awaits, and `for await` alone it never sees.
 * With no function of the kernel below it on the stack, a cell's code can be terminated.
 * @param {Tslab} tslab
 */
function repairAwaits({ converter, executor }) {
  wrap(converter, "createConverter", (original) => (options) => {
    const created = original(options);
    wrap(created, "convert", (convert) => (declarations, source) => {
      const converted = convert(declarations, source);
      if (converted.output === undefined) return converted;
      const output = beginWith(converted.output, "await __tslab__.turn();");
      return { ...converted, output, hasToplevelAwait: true };
    });
    return created;
  });
  wrap(executor, "createExecutor", (original) => (...values) => {
    const created = original(...values);
    const { __tslab__ } = /** @type {any} */ (globalThis);
    __tslab__.turn = () => new Promise((done) => setImmediate(done));
    return created;
  });
}

module.exports = { repairAwaits };
