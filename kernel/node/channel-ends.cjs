"use strict";
// The main thread's ends of the channels on which the worker listens.
/** @import { Worker } from "node:worker_threads" */
/** @import { Socket } from "../common/tslab-types.d.ts" */
const { EventEmitter, on } = require("node:events");

/**
 * @param {Worker} worker
 * @param {string} channel
 * @param {(frames: Buffer[]) => void} handle called with each message of the channel
 */
function hear(worker, channel, handle) {
  worker.on("message", (message) => {
    if (message.channel === channel) handle(message.frames.map(Buffer.from));
  });
}

/**
 * What sends on a channel.
 * @param {Worker} worker
 * @param {string} channel
 */
function repliesOn(worker, channel) {
  const send = async (/** @type {unknown} */ reply) => worker.postMessage({ channel, reply });
  return /** @type {Socket} */ (/** @type {unknown} */ ({ send, close() {} }));
}

/**
 * The stdin channel: asks, and iterates over what front ends answer.
 * @param {Worker} worker
 */
function answers(worker) {
  const arrived = new EventEmitter();
  hear(worker, "stdin", (frames) => arrived.emit("answer", frames));
  const all = on(arrived, "answer");
  return Object.assign(repliesOn(worker, "stdin"), {
    async *[Symbol.asyncIterator]() {
      for await (const [frames] of all) yield frames;
    },
  });
}

module.exports = { answers, hear, repliesOn };
