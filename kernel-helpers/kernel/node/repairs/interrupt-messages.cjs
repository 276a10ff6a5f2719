"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */
const { answer } = require("../answer.cjs");
const { send } = require("../send.cjs");

/**
 * Understands `interrupt_request`, which replaces the signal where there are none (Windows). It cannot stop a
 * synchronous loop, since no message is read while it runs.
 * @param {Tslab} tslab
 */
function repairInterruptMessages({ jupyter }) {
  answer(
    jupyter,
    (type) => type === "interrupt_request",
    (server, socket, request) => {
      process.emit("SIGINT", "SIGINT");
      send(server, request, socket)("interrupt_reply", { status: "ok" });
    },
  );
}

module.exports = { repairInterruptMessages };
