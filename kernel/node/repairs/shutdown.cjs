"use strict";
/** @import { Seams } from "../../common/seams/seams.cjs" */
const { leave } = require("../leave.cjs");

/** Time for the last messages to be sent, in milliseconds. */
const LEAVING = 100;

/**
 * Replies that it shuts down, and whether to restart; tslab always answers "restart: false". Ends the process after
 * `shutdown_request`. tslab closes its sockets and waits for the event loop to become empty, which a timer, a worker or
 * an open GPU of the learner prevents until the front end kills the kernel.
 * @param {Seams} seams
 */
function repairShutdown({ messages }) {
  messages.handler("handleShutdown", () => ({ restart }) => ({ status: "ok", restart }));
  messages.server(
    "close",
    (original) =>
      function () {
        original.call(this);
        setTimeout(leave, LEAVING).unref();
      },
  );
}

module.exports = { repairShutdown };
