"use strict";
/** @import { Cells } from "../../common/cells.cjs" */
/** @import { Seams } from "../../common/seams/seams.cjs" */
/** @import { Executor } from "../../common/tslab-types.d.ts" */
const { AsyncLocalStorage, createHook } = require("node:async_hooks");
const { join } = require("node:path");
const { Worker } = require("node:worker_threads");
const { ASKING, CLOSED, COMPILING, HANDLED, HOOKED, LENGTH, REQUESTED } = require("../shared-state.cjs");
const { answers, hear, repliesOn } = require("../channel-ends.cjs");
const { endAfterPrograms } = require("../end-after-programs.cjs");
const { leave } = require("../leave.cjs");
const { wrap } = require("../../common/wrap.cjs");

/** Time that the other thread has to close its sockets, in milliseconds. */
const CLOSING = 1000;

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
  endAfterPrograms(
    () => Atomics.load(shared, REQUESTED),
    () => {
      cells.cancelWaiting();
      return Atomics.load(shared, ASKING) !== 0;
    },
  );
  let allArrived = () => {};
  cells.allArrived = () =>
    new Promise((resolve) => {
      allArrived = resolve;
      worker.postMessage("all?");
    });
  worker.on("message", (message) => {
    if (message === "interrupt") cells.hearInterrupts();
    if (message === "all") allArrived();
    if (message.failure !== undefined) giveUp(message.failure); // for example, a port that another program has
  });
  worker.unref();
  process.on("exit", () => {
    worker.postMessage("close");
    Atomics.wait(shared, CLOSED, 0, CLOSING);
  });

  /** @type {Promise<void>} */
  let published;
  messages.server(
    "bindSocket",
    (original) =>
      async function (socket, port) {
        const { transport, ip, key } = this.connInfo;
        const address = `${transport}://${ip}:${port}`;
        if (socket === this.iopub) {
          published = original.call(this, socket, port).catch(({ message }) => giveUp(message));
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
