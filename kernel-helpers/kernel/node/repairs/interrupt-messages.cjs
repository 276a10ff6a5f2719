"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */
const { wrap } = require("../wrap.cjs");

/**
 * Understands `interrupt_request`, which replaces the signal where there are none (Windows). It cannot stop a
 * synchronous loop, since no message is read while it runs.
 * @param {Tslab} tslab
 */
function repairInterruptMessages({ jupyter }) {
  wrap(
    jupyter.ZmqServer.prototype,
    "publishStatus",
    (original) =>
      function (status, request) {
        original.call(this, status, request);
        if (status !== "busy" || request.header.msg_type !== "interrupt_request") return;
        process.emit("SIGINT", "SIGINT");
        const reply = request.createReply();
        reply.header.msg_type = "interrupt_reply";
        reply.content = { status: "ok" };
        reply.signAndSend(this.connInfo.key, this.control);
      },
  );
}

module.exports = { repairInterruptMessages };
