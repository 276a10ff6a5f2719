"use strict";
/** @import { Message, Tslab } from "../tslab-types.d.ts" */
const { wrap } = require("../wrap.cjs");

/**
 * Understands `interrupt_request`, which replaces the signal where there are none (Windows). It cannot stop a
 * synchronous loop, since no message is read while it runs. tslab's list of requests is closed, so the request
 * takes the way of a `kernel_info_request`.
 * @param {Tslab} tslab
 */
function repairInterruptMessages({ jupyter }) {
  const { prototype } = jupyter.ZmqServer;
  /** @type {WeakSet<Message>} */
  const interrupts = new WeakSet();
  wrap(
    prototype,
    "publishStatus",
    (original) =>
      function (status, request) {
        original.call(this, status, request);
        if (status !== "busy" || request.header.msg_type !== "interrupt_request") return;
        interrupts.add(request);
        request.header.msg_type = "kernel_info_request";
      },
  );
  wrap(
    prototype,
    "handleKernelInfo",
    (original) =>
      function (socket, request) {
        if (!interrupts.has(request)) return original.call(this, socket, request);
        request.header.msg_type = "interrupt_request";
        process.emit("SIGINT", "SIGINT");
        const reply = request.createReply();
        reply.header.msg_type = "interrupt_reply";
        reply.content = { status: "ok" };
        reply.signAndSend(this.connInfo.key, socket);
      },
  );
}

module.exports = { repairInterruptMessages };
