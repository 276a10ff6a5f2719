"use strict";
/** @import { Seams } from "../../common/seams/seams.cjs" */
const { wrap } = require("../../common/wrap.cjs");
const { sendAtOnce } = require("../send-at-once.cjs");

/**
 * Loses no message: tslab neither awaits nor catches a send that zeromq refuses. The sockets of `channels-worker.cjs`
 * do the same for themselves.
 * @param {Seams} seams
 */
function repairSending({ tslab }) {
  const { zeromq } = tslab;
  for (const { prototype } of [zeromq.Publisher, zeromq.Router]) {
    wrap(
      prototype,
      "bind",
      (original) =>
        function (address) {
          return original.call(sendAtOnce(this), address);
        },
    );
  }
}

module.exports = { repairSending };
