"use strict";
/** @import { TS } from "../../help/help-types.d.ts" */
/** @import { Seams } from "../seams/seams.cjs" */
const { isComplete } = require("../../help/is-complete.cjs");

/**
 * Tells a console whether code is complete, incomplete, or wrong. tslab takes an open template literal or comment and
 * wrong code for complete.
 * @param {Seams} seams
 */
function repairIsComplete({ tslab, messages }) {
  const ts = /** @type {TS} */ (/** @type {unknown} */ (tslab.typescript));
  messages.handler(
    "handleIsComplete",
    () =>
      ({ code }) =>
        isComplete(ts, code),
  );
}

module.exports = { repairIsComplete };
