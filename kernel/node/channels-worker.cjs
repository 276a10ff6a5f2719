"use strict";
// Runs in a worker: answers the heartbeat and hears requests, whatever the kernel's own thread does.
const { createHmac, randomUUID } = require("node:crypto");
const { Session } = require("node:inspector");
const { createRequire } = require("node:module");
const { parentPort, workerData } = require("node:worker_threads");
const { ASKING, COMPILING, HANDLED, HOOKED, REQUESTED } = require("./shared-state.cjs");

const { Reply, Router } = createRequire(require.resolve("tslab/dist/main.js"))("zeromq");

/**
 * Time that the main thread has to hear of an interrupt before what it does is terminated, in milliseconds: a step of a
 * training is no endless loop. More if the cell asks for interrupts, since it will end well.
 */
const PATIENCE = 500;
const PATIENCE_WHERE_ASKED = 3000;

/** Time between two looks at it, in milliseconds. */
const LOOK = 50;

/** How often the worker looks whether Jupyter lives, in milliseconds. */
const ORPHANED = 1000;

/** What stands between a message's receivers and its parts: signature, header, parent, metadata, content. */
const DELIMITER = "<IDS|MSG>";

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
/** @type {Int32Array} */
const shared = workerData.shared;
/** The sockets by which requests come. @type {Map<string, { send(frames: unknown): Promise<void> }>} */
const channels = new Map();

/** @param {string} address */
async function beat(address) {
  const heart = new Reply();
  await heart.bind(address);
  for await (const message of heart) await heart.send(message);
}

/**
 * Passes on what comes by a channel, but for interrupts: Jupyter sends them by control, VS Code by shell.
 * @param {string} channel
 * @param {string} address
 * @param {string} key
 */
async function listen(channel, address, key) {
  const socket = new Router();
  channels.set(channel, socket);
  await socket.bind(address);
  for await (const frames of socket) {
    const signature = delimiterOf(frames) + 1;
    const parts = frames.slice(signature);
    if (key === "") frames[signature] = parts[0] = Buffer.from(sign(key, parts.slice(1))); // for tslab, which asks for one
    const header = parts[1] === undefined ? {} : JSON.parse(String(parts[1]));
    if (header.msg_type === "interrupt_request" && sign(key, parts.slice(1)) === String(parts[0])) {
      void interrupt();
      await socket.send(interruptReply(frames, header, key));
    } else port.postMessage({ channel, frames });
  }
}

/** @param {readonly Uint8Array[]} frames */
function delimiterOf(frames) {
  return frames.findIndex((frame) => String(frame) === DELIMITER);
}

/**
 * @param {string} key
 * @param {readonly (string | Uint8Array)[]} parts
 */
function sign(key, parts) {
  const hash = createHmac("sha256", key);
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/**
 * @param {readonly Uint8Array[]} frames the request
 * @param {object} header its header
 * @param {string} key
 */
function interruptReply(frames, header, key) {
  const reply = {
    ...header,
    msg_id: randomUUID(),
    msg_type: "interrupt_reply",
    date: new Date().toISOString(),
  };
  const parts = [reply, header, {}, { status: "ok" }].map((part) => JSON.stringify(part));
  const receivers = frames.slice(0, delimiterOf(frames));
  return [...receivers, DELIMITER, sign(key, parts), ...parts];
}

/** Tells the main thread, and ends what it runs until it has heard: it may be in a loop that never ends. */
async function interrupt() {
  const number = Atomics.add(shared, REQUESTED, 1) + 1;
  port.postMessage("interrupt");
  const session = new Session();
  session.connectToMainThread();
  let last = performance.now();
  while (Atomics.load(shared, HANDLED) < number) {
    await new Promise((done) => setTimeout(done, LOOK));
    const patience = Atomics.load(shared, ASKING) === 0 ? PATIENCE : PATIENCE_WHERE_ASKED;
    const terminable = Atomics.load(shared, COMPILING) === 0 && Atomics.load(shared, HOOKED) === 0;
    if (!terminable || performance.now() - last < patience) continue;
    last = performance.now(); // it has time again: twice at once would end what hears of the interrupt
    if (Atomics.load(shared, HANDLED) < number) session.post("Runtime.terminateExecution");
  }
  session.disconnect();
}

/** What Jupyter sets to the process that started the kernel. */
const parent = Number(process.env.JPY_PARENT_PID);
if (process.ppid === parent) {
  // a kernel whose Jupyter was killed is nobody's
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGKILL");
  }, ORPHANED);
}

port.on("message", ({ beatAt, channel, listenAt, key, reply }) => {
  if (beatAt) void beat(beatAt); // a failure ends the worker, and the kernel says so
  if (listenAt) void listen(channel, listenAt, key);
  if (reply) void channels.get(channel)?.send(reply);
});
