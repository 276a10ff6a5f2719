"use strict";
/** @import { Tslab } from "../../common/tslab-types.d.ts" */
const { leave } = require("../leave.cjs");
const { wrap } = require("../../common/wrap.cjs");

/** Time for the last messages to leave, in milliseconds. */
const LEAVING = 100;

/**
 * Says that it shuts down, and whether to start again; tslab always answers "restart: false". Ends the process after
 * `shutdown_request`. tslab closes its sockets and waits for the event loop to run dry, which a timer, a worker or an
 * open GPU of the learner prevents until the front end kills the kernel.
 * @param {Tslab} tslab
 */
function repairShutdown({ jupyter }) {
  wrap(jupyter.JupyterHandlerImpl.prototype, "handleShutdown", () => ({ restart }) => ({
    status: "ok",
    restart,
  }));
  wrap(
    jupyter.ZmqServer.prototype,
    "close",
    (original) =>
      function () {
        original.call(this);
        setTimeout(leave, LEAVING).unref();
      },
  );
}

module.exports = { repairShutdown };
