"use strict";
/** @import { Seams } from "../../common/seams/seams.cjs" */
const { wrap } = require("../../common/wrap.cjs");

/**
 * Loses no message. Each 513th send of a zeromq 6 socket is asynchronous (`max_sync_operations` in its
 * socket.cc), and what is sent before it ends is refused with EBUSY; tslab neither awaits nor catches that.
 * A send timeout of 0 keeps every send synchronous. Without a high-water mark, which counts only when set
 * before `bind`, a burst is queued instead of dropped.
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
          Object.assign(this, { sendTimeout: 0, sendHighWaterMark: 0 });
          return original.call(this, address);
        },
    );
  }
}

module.exports = { repairSending };
