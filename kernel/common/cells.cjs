"use strict";
/** @import { MimeBundle } from "../../kernel-helpers/src/host/contract.ts" */
/** @import { Seams } from "./seams/seams.cjs" */
/** @import { ExecuteRequest } from "./tslab-types.d.ts" */
const { send } = require("./send.cjs");

/** @typedef {(type: string, content: object) => void} Publish */

/**
 * One execute request from its arrival to its reply.
 * @typedef {object} Cell
 * @property {number} count the number that the notebook shows beside the cell; 0 until it starts
 * @property {boolean} silent whether only the sender hears of it
 * @property {boolean} counted whether it gets its own number and an entry in the history
 * @property {boolean} stopOnError whether a failure cancels the cells that wait after it
 * @property {"waiting" | "running" | "done" | "cancelled"} state
 * @property {Publish} publish sends a message about this cell to everyone
 * @property {Publish} [ask] sends a message only to the user at the front end; absent if nobody can answer
 * @property {() => void} flush sends what `publish` still holds
 * @property {unknown[][]} complaints what tslab reported about the cell's failure, as arguments of `console.error`
 * @property {boolean} interrupted whether the user pressed Interrupt
 * @property {boolean} asksForInterrupts whether the code asked `interrupted()`, so that it can stop by itself
 * @property {string | undefined} [during] what it is doing, in words, for the message of an Interrupt
 * @property {object} reply fields that replace those of tslab's `execute_reply`
 */

/**
 * @param {ExecuteRequest | undefined} request
 * @param {Cell["publish"]} publish
 * @returns {Cell}
 */
function createCell(request, publish) {
  return {
    count: 0,
    silent: request?.silent === true,
    counted: request?.silent !== true && request?.store_history !== false,
    stopOnError: request?.stop_on_error !== false,
    state: "waiting",
    publish,
    flush: () => {},
    complaints: [],
    interrupted: false,
    asksForInterrupts: false,
    reply: {},
  };
}

/** The cells of one kernel, and the moments at which repairs act on them. */
class Cells {
  /** @type {WeakMap<ExecuteRequest, Cell>} */
  #byRequest = new WeakMap();
  /** @type {Set<Cell>} */
  #waiting = new Set();
  /** @type {((cell: Cell) => void)[]} */
  #whenCreated = [];

  /** How many cells have arrived. */
  arrived = 0;

  /** The running cell, or the last one that ran: its output continues after it has ended. */
  current = createCell(undefined, () => {});

  /** Called with false when a cell starts, with true once it calls `interrupted()`. */
  noteAsking = (/** @type {boolean} */ _asks) => {};

  /** The cell whose code is running now: what it prints belongs to that cell. */
  speaker = () => this.current;

  /**
   * How often Interrupt was pressed, in each of its numbers, on hosts where another thread counts it for a cell's loops.
   * @type {Int32Array}
   */
  presses = new Int32Array(1);

  /** Notices an Interrupt while code runs that never awaits, on hosts where that is possible. */
  hearInterrupts = () => {};

  /**
   * Runs code of the kernel while a cell runs, without what the cell has replaced, such as `JSON.stringify`.
   * @type {<T>(run: () => T) => T}
   */
  inKernel = (run) => run();

  /**
   * Runs code of a cell that goes on after its cell, with what cells have replaced.
   * @type {<T>(run: () => T) => T}
   */
  inCell = (run) => run();

  /**
   * What `promise` becomes, unless the user presses Interrupt first: then it throws.
   * @type {<T>(promise: Promise<T>) => Promise<T>}
   */
  stoppable = (promise) => promise;

  /** Resolves when every cell that has reached this computer has arrived here, on hosts where another thread reads them. */
  allArrived = async () => {};

  /**
   * A plot in every form that `show()` would make.
   * @type {(plot: object) => Promise<MimeBundle>}
   */
  plotBundle = async () => {
    throw new Error("Cannot draw a plot: this kernel has no program for it");
  };

  /** The project of the notebook: paths are shown relative to it, so that outputs are the same in each clone. */
  folder = process.cwd();

  /**
   * For each cell number: maps a position in the code that ran to the cell's line.
   * @type {Map<number, (line: number, column: number) => number | undefined>}
   */
  lines = new Map();

  /**
   * Calls `act` on each cell before it can publish anything.
   * @param {(cell: Cell) => void} act
   */
  whenCreated(act) {
    this.#whenCreated.push(act);
  }

  /** Cancels the cells that have arrived and not started: they are answered with "aborted". */
  cancelWaiting() {
    for (const cell of this.#waiting) cell.state = "cancelled";
  }

  /**
   * Takes over tslab's handling of execute requests, so that each has a `Cell`.
   * @param {Seams} seams
   */
  install({ messages }) {
    const cells = this;
    messages.server(
      "handleExecute",
      () =>
        async function (socket, request) {
          const cell = cells.#add(request.content, send(this, request));
          if (request.content.allow_stdin === true) cell.ask = send(this, request, this.stdin);
          const content = await this.handler.handleExecute(
            request.content,
            (name, text) => cells.speaker().publish("stream", { name, text }),
            (content, update) =>
              cells.speaker().publish(update ? "update_display_data" : "display_data", content),
          );
          cell.flush(); // all outputs must arrive before the reply
          send(this, request, socket)("execute_reply", { ...content, ...cell.reply });
        },
    );
    messages.reply((run, request, handler) => this.#run(request, handler.execCount + 1, run));
  }

  /**
   * @param {ExecuteRequest} request
   * @param {Cell["publish"]} publish
   */
  #add(request, publish) {
    const cell = createCell(request, publish);
    for (const act of this.#whenCreated) act(cell);
    this.#byRequest.set(request, cell);
    this.#waiting.add(cell);
    this.arrived += 1;
    return cell;
  }

  /**
   * @param {ExecuteRequest} request
   * @param {number} count
   * @param {() => Promise<{ count: number | undefined }>} execute
   */
  async #run(request, count, execute) {
    const cell = /** @type {Cell} */ (this.#byRequest.get(request));
    this.#waiting.delete(cell);
    if (cell.state === "cancelled") {
      cell.reply = { status: "aborted" };
      return { count: undefined };
    }
    this.current = cell;
    this.noteAsking(false);
    Object.assign(cell, { count, state: "running" });
    cell.publish("execute_input", { code: request.code, execution_count: count });
    try {
      return await execute();
    } finally {
      cell.state = "done";
    }
  }
}

module.exports = { Cells };
