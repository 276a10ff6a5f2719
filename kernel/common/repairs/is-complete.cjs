"use strict";
/** @import { TS } from "../../help/help-types.d.ts" */
/** @import { Tslab } from "../tslab-types.d.ts" */
const { isComplete } = require("../../help/is-complete.cjs");
const { wrap } = require("../wrap.cjs");

/**
 * Tells a console whether code is complete, goes on, or is wrong. tslab takes an open template literal or comment and
 * wrong code for complete.
 * @param {Tslab} tslab
 */
function repairIsComplete({ jupyter, typescript }) {
  const ts = /** @type {TS} */ (/** @type {unknown} */ (typescript));
  wrap(
    jupyter.JupyterHandlerImpl.prototype,
    "handleIsComplete",
    () =>
      ({ code }) =>
        isComplete(ts, code),
  );
}

module.exports = { repairIsComplete };
