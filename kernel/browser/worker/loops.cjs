"use strict";
/** @import { Cells } from "../../common/cells.cjs" */
/** @import { Tslab } from "../../common/tslab-types.d.ts" */
const { loopChecks } = require("../../cells/loops.cjs");
const { beginWith } = require("../../common/begin-with.cjs");
const { Interrupted } = require("../../common/interrupted.cjs");
const { withTransformers } = require("../../common/with-transformers.cjs");
const { wrap } = require("../../common/wrap.cjs");

/**
 * Ends a loop in a cell that never awaits, where the page shares memory with the worker. In Node V8 terminates one; in
 * a page nothing but the loop itself can. A cell that asks `interrupted()` ends by itself.
 * @param {Tslab} tslab
 * @param {Cells} cells
 */
function repairLoops(tslab, cells) {
  const { converter, executor, typescript } = tslab;
  /** What the cell that is being compiled must declare. @type {readonly string[]} */
  let counters = [];
  withTransformers(tslab, () => ({
    before: loopChecks(typescript, (found) => {
      counters = found;
    }),
  }));
  wrap(converter, "createConverter", (original) => (options) => {
    const created = original(options);
    wrap(created, "convert", (convert) => (declarations, source) => {
      const converted = convert(declarations, source);
      if (converted.output === undefined || counters.length === 0) return converted;
      const declaration = `let ${counters.map((name) => `${name} = 0`).join(", ")};`;
      return { ...converted, output: beginWith(converted.output, declaration) };
    });
    return created;
  });
  wrap(executor, "createExecutor", (original) => (...values) => {
    const created = original(...values);
    const { __tslab__ } = /** @type {any} */ (globalThis);
    __tslab__.look = () => {
      cells.hearInterrupts();
      const { interrupted, asksForInterrupts } = cells.current;
      if (interrupted && !asksForInterrupts) throw new Interrupted();
    };
    return created;
  });
}

module.exports = { repairLoops };
