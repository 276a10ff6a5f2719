"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */
const { join } = require("node:path");
const { Worker } = require("node:worker_threads");
const { wrap } = require("../wrap.cjs");

/**
 * Answers the heartbeat in a thread of its own. tslab answers between two turns of the event loop, so a front end
 * that listens to the heart takes a kernel in a long loop for dead.
 * @param {Tslab} tslab
 */
function repairHeartbeat({ jupyter }) {
  wrap(
    jupyter.ZmqServer.prototype,
    "bindSocket",
    (original) =>
      async function (socket, port) {
        if (socket !== this.hb) return original.call(this, socket, port);
        const { transport, ip } = this.connInfo;
        const workerData = `${transport}://${ip}:${port}`;
        new Worker(join(__dirname, "..", "heartbeat-worker.cjs"), { workerData }).unref();
      },
  );
}

module.exports = { repairHeartbeat };
