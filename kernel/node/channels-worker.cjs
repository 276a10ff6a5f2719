"use strict";
// Runs in a worker: answers the heartbeat and receives requests, whatever the kernel's own thread is doing.
const { createHmac, randomUUID } = require("node:crypto");
const { Session } = require("node:inspector");
const { createRequire } = require("node:module");
const { parentPort, workerData } = require("node:worker_threads");
const { ASKING, COMPILING, HANDLED, HOOKED, REQUESTED } = require("./shared-state.cjs");

const { Reply, Router } = createRequire(require.resolve("tslab/dist/main.js"))("zeromq");

/**
 * Time in milliseconds that the main thread has to notice an interrupt before its code is terminated: a training step
 * is not an endless loop. Longer if the cell calls `interrupted()`, since it will end by itself.
 */
const PATIENCE = 500;
const PATIENCE_WHERE_ASKED = 3000;

/** Time between two checks of that, in milliseconds. */
const LOOK = 50;

/** Time between two checks whether Jupyter is alive, in milliseconds. */
const ORPHANED = 1000;

/** Separates a message's receivers from its parts: signature, header, parent, metadata, content. */
const DELIMITER = "<IDS|MSG>";

const port = /** @type {import("node:worker_threads").MessagePort} */ (parentPort);
/** @type {Int32Array} */
const shared = workerData.shared;
/** The sockets on which requests arrive. @type {Map<string, { send(frames: unknown): Promise<void> }>} */
const channels = new Map();

/** @param {string} address */
async function beat(address) {
  const heart = new Reply();
  await heart.bind(address);
  for await (const message of heart) await heart.send(message);
}

/**
 * Passes on the messages of a channel, except interrupts: Jupyter sends them on control, VS Code on shell.
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

/** Tells the main thread, and terminates its code until it has noticed: it may be in an endless loop. */
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
    last = performance.now(); // start waiting again: a second termination at once would end the code that handles the interrupt
    if (Atomics.load(shared, HANDLED) < number) session.post("Runtime.terminateExecution");
  }
  session.disconnect();
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

port.on("message", ({ beatAt, channel, listenAt, key, reply }) => {
  if (beatAt) beat(beatAt).catch(fail);
  if (listenAt) listen(channel, listenAt, key).catch(fail);
  if (reply) void channels.get(channel)?.send(reply);
});
