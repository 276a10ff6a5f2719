"use strict";
// Runs in a worker: answers the heartbeat and receives requests, whatever the kernel's own thread is doing.
const { randomUUID } = require("node:crypto");
const { createRequire } = require("node:module");
const { setImmediate: turn } = require("node:timers/promises");
const { parentPort, workerData } = require("node:worker_threads");
const { interruptMain } = require("./interrupt-main.cjs");
const { messageFrames, requestReader } = require("./read-request.cjs");
const { sendAtOnce } = require("./send-at-once.cjs");
const { CLOSED } = require("./shared-state.cjs");

const { Router } = createRequire(require.resolve("tslab/dist/main.js"))("zeromq");

/** Time between two checks whether Jupyter is alive, in milliseconds. */
const ORPHANED = 1000;

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
/** @type {Int32Array} */
const shared = workerData.shared;
/** @typedef {import("./read-request.cjs").Request} Request */

/** One for all channels, so that a request cannot be sent again on another. @type {ReturnType<typeof requestReader> | undefined} */
let readRequest;

/** All sockets. @type {Set<{ readable: boolean, close(): void }>} */
const sockets = new Set();

/** The sockets on which requests arrive. @type {Map<string, { send(frames: unknown): Promise<void> }>} */
const channels = new Map();

function openSocket() {
  const socket = sendAtOnce(new Router());
  sockets.add(socket);
  return socket;
}

/**
 * Sends each beat back. A `Reply` socket would do the same, but libzmq aborts the process when such a socket gets the
 * greeting of ZeroMQ 2, which any program can send.
 * @param {string} address
 */
async function beat(address) {
  const heart = openSocket();
  await heart.bind(address);
  for await (const message of heart) heart.send(message).catch(ignore);
}

/**
 * Passes on the requests of a channel, except interrupts: Jupyter sends them on control, VS Code on shell.
 * @param {string} channel
 * @param {string} address
 * @param {string} key
 */
async function listen(channel, address, key) {
  const socket = openSocket();
  channels.set(channel, socket);
  await socket.bind(address);
  readRequest ??= requestReader(key);
  for await (const frames of socket) {
    const request = readRequest(frames);
    if (request === undefined) continue;
    if (request.header.msg_type === "interrupt_request" && channel !== "stdin") {
      void interruptMain(shared, () => port.postMessage("interrupt"));
      socket.send(interruptReply(request, key)).catch(ignore);
    } else port.postMessage({ channel, frames: messageFrames(request.receivers, request.parts, key) });
  }
}

/** For a send that fails: its receiver is gone. */
function ignore() {}

/**
 * @param {Request} request
 * @param {string} key
 */
function interruptReply({ receivers, header }, key) {
  const reply = {
    ...header,
    msg_id: randomUUID(),
    msg_type: "interrupt_reply",
    date: new Date().toISOString(),
  };
  const parts = [reply, header, {}, { status: "ok" }].map((part) => JSON.stringify(part));
  return messageFrames(receivers, parts, key);
}

/** Jupyter sets this to the id of the process that started the kernel. */
const parent = Number(process.env.JPY_PARENT_PID);
if (process.ppid === parent) {
  // a kernel whose Jupyter was killed has no owner
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
  }, ORPHANED);
}

/**
 * Leaves it to the main thread to report the failure and end: zeromq aborts the process when a thread ends by an error.
 * @param {Error} error
 */
function fail(error) {
  port.postMessage({ failure: error.message });
}

/** Answers when every message that has arrived is passed on. */
async function tellWhenAllPassed() {
  while ([...sockets].some(({ readable }) => readable)) await turn();
  port.postMessage("all");
}

/** Closes the sockets for the main thread, which waits for that before it ends. */
function close() {
  for (const socket of sockets) socket.close();
  Atomics.store(shared, CLOSED, 1);
  Atomics.notify(shared, CLOSED);
}

port.on("message", (message) => {
  if (message === "all?") return tellWhenAllPassed().catch(fail);
  if (message === "close") return close();
  const { beatAt, channel, listenAt, key, reply } = message;
  if (beatAt) beat(beatAt).catch(fail);
  if (listenAt) listen(channel, listenAt, key).catch(fail);
  if (reply) channels.get(channel)?.send(reply).catch(ignore);
});
