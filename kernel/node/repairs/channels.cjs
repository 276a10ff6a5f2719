"use strict";
/** @import { Cells } from "../../common/cells.cjs" */
/** @import { Seams } from "../../common/seams/seams.cjs" */
/** @import { Executor, Socket } from "../../common/tslab-types.d.ts" */
const { AsyncLocalStorage, createHook } = require("node:async_hooks");
const { EventEmitter, on } = require("node:events");
const { join } = require("node:path");
const { Worker } = require("node:worker_threads");
const { ASKING, COMPILING, HANDLED, HOOKED, LENGTH, REQUESTED } = require("../shared-state.cjs");
const { leave } = require("../leave.cjs");
const { wrap } = require("../../common/wrap.cjs");

/**
 * Answers the heartbeat and receives requests in a separate thread, so that Interrupt ends a loop that never lets the
 * kernel's own thread read a message. tslab reads them between two turns of the event loop, so a front end that listens
 * to the heartbeat thinks that a kernel in a long loop is dead; and it does not know `interrupt_request`.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairChannels({ compiling, running, messages }, cells) {
  const shared = new Int32Array(new SharedArrayBuffer(LENGTH * Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(join(__dirname, "..", "channels-worker.cjs"), { workerData: { shared } });
  /** @type {Executor | undefined} */
  let executor;

  running.executorCreated((created) => {
    executor = created;
  });
  compiling.whenCompiling((compile) => keepFromTermination(compile, shared));
  noticeHooks(shared);
  cells.noteAsking = (asks) => Atomics.store(shared, ASKING, Number(asks));

  /** @param {string} reason */
  const giveUp = (reason) => {
    process.stderr.write(`Cannot receive requests: ${reason}. Remedy: start the kernel again\n`);
    leave(1); // nobody can reach it
  };
  worker.on("error", ({ message }) => giveUp(message));
  cells.hearInterrupts = () => {
    const requested = Atomics.load(shared, REQUESTED);
    if (Atomics.exchange(shared, HANDLED, requested) !== requested) executor?.interrupt();
  };
  worker.on("message", (message) => {
    if (message === "interrupt") cells.hearInterrupts();
    if (message.failure !== undefined) giveUp(message.failure); // for example, a port that another program has
  });
  worker.unref();

  /** @type {Promise<void>} */
  let published;
  messages.server(
    "bindSocket",
    (original) =>
      async function (socket, port) {
        const { transport, ip, key } = this.connInfo;
        const address = `${transport}://${ip}:${port}`;
        if (socket === this.iopub) {
          published = original.call(this, socket, port);
          return published;
        }
        await published; // a request that comes sooner is not answered: its "busy" cannot be sent yet
        if (socket === this.hb) return worker.postMessage({ beatAt: address });
        if (socket === this.stdin) {
          Object.assign(this, { stdin: answers(worker) });
          return worker.postMessage({ channel: "stdin", listenAt: address, key });
        }
        const channel = socket === this.control ? "control" : "shell";
        const replies = repliesOn(worker, channel);
        hear(worker, channel, (frames) => void this.handleShellMessage(replies, ...frames));
        worker.postMessage({ channel, listenAt: address, key });
      },
  );
}

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

/**
 * Tells the other thread when a cell begins to follow asynchronous code.
 * @param {Int32Array} shared
 */
function noticeHooks(shared) {
  const hooks = Object.getPrototypeOf(createHook({}));
  const notice = (/** @type {any} */ original) =>
    /** @this {unknown} */
    function (/** @type {unknown[]} */ ...values) {
      Atomics.store(shared, HOOKED, 1);
      return original.apply(this, values);
    };
  wrap(hooks, "enable", notice);
  // from Node 24 on it needs no hooks
  if (Number.parseInt(process.versions.node, 10) >= 24) return;
  for (const name of /** @type {const} */ (["run", "enterWith"]))
    wrap(AsyncLocalStorage.prototype, name, notice);
}

/**
 * Tells the other thread while the compiler runs: it is not terminated.
 * @template T
 * @param {() => T} compile
 * @param {Int32Array} shared
 */
function keepFromTermination(compile, shared) {
  Atomics.add(shared, COMPILING, 1);
  try {
    return compile();
  } finally {
    Atomics.sub(shared, COMPILING, 1);
  }
}

module.exports = { repairChannels };
