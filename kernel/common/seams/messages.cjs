"use strict";
/** @import { ExecuteRequest, Handler, Message, Server, Socket, Tslab, Write } from "../tslab-types.d.ts" */
const { wrap } = require("../wrap.cjs");
const { nested } = require("./nested.cjs");

/** @typedef {{ count: number | undefined }} Ran the number of the cell that ran; undefined when it was cancelled */

/** The type under which tslab handles a message that it does not know. */
const KNOWN = "kernel_info_request";

/**
 * The moments at which requests are answered. Of two actions around the same moment the later one is the outer one.
 */
class Messages {
  /** @type {Tslab["jupyter"]} */
  #jupyter;
  /** @type {((run: () => Promise<Ran>, request: ExecuteRequest, handler: Handler) => Promise<Ran>)[]} */
  #replies = [];
  /** @type {((say: () => void, status: string, request: Message) => void)[]} */
  #statuses = [];
  /** @type {((write: Write, name: string) => Write)[]} */
  #writes = [];
  /** @type {{ understands: (type: string) => boolean, handle: (server: Server, socket: Socket, request: Message) => void }[]} */
  #answers = [];
  /** @type {WeakMap<Message, string>} */
  #types = new WeakMap();

  /** @param {Tslab} tslab */
  constructor({ jupyter }) {
    this.#jupyter = jupyter;
    const messages = this;
    this.handler(
      "handleExecuteImpl",
      (original) =>
        function (request, ...writers) {
          return nested(
            () => original.call(this, request, ...writers),
            messages.#replies.map((around) => (run) => around(run, request, this)),
          );
        },
    );
    this.handler(
      "createWriteToIopub",
      (original) =>
        function (name, writeStream) {
          return messages.#writes.reduce(
            (write, change) => change(write, name),
            original.call(this, name, writeStream),
          );
        },
    );
    this.server(
      "publishStatus",
      (original) =>
        function (status, request) {
          nested(
            () => original.call(this, status, request),
            messages.#statuses.map((around) => (say) => around(say, status, request)),
          );
          if (status === "busy") messages.#disguise(request);
        },
    );
    this.server(
      "handleKernelInfo",
      (original) =>
        function (socket, request) {
          const type = messages.#types.get(request);
          if (type === undefined) return original.call(this, socket, request);
          request.header.msg_type = type;
          messages.#answers.find(({ understands }) => understands(type))?.handle(this, socket, request);
        },
    );
  }

  /**
   * Replaces a method of tslab's answers to requests.
   * @template {keyof Handler} K
   * @param {K} name
   * @param {(original: Handler[K]) => Handler[K]} make
   */
  handler(name, make) {
    wrap(this.#jupyter.JupyterHandlerImpl.prototype, name, make);
  }

  /**
   * Replaces a method of tslab's server.
   * @template {keyof Server} K
   * @param {K} name
   * @param {(original: Server[K]) => Server[K]} make
   */
  server(name, make) {
    wrap(this.#jupyter.ZmqServer.prototype, name, make);
  }

  /**
   * Wraps the answer to an execute request: `around` runs instead and calls it.
   * @param {(run: () => Promise<Ran>, request: ExecuteRequest, handler: Handler) => Promise<Ran>} around
   */
  reply(around) {
    this.#replies.push(around);
  }

  /** Runs `around` instead of what tells everyone "busy" or "idle". @param {(say: () => void, status: string, request: Message) => void} around */
  status(around) {
    this.#statuses.push(around);
  }

  /** Changes how `process.stdout` and `process.stderr` write. @param {(write: Write, name: string) => Write} change */
  write(change) {
    this.#writes.push(change);
  }

  /**
   * Lets `handle` answer the messages, unknown to tslab, whose type `understands`.
   * @param {(type: string) => boolean} understands
   * @param {(server: Server, socket: Socket, request: Message) => void} handle
   */
  answer(understands, handle) {
    this.#answers.push({ understands, handle });
  }

  /**
   * tslab's list of messages is closed, so an unknown one is handled as a `kernel_info_request`.
   * @param {Message} request
   */
  #disguise(request) {
    const { header } = request;
    if (!this.#answers.some(({ understands }) => understands(header.msg_type))) return;
    this.#types.set(request, header.msg_type);
    header.msg_type = KNOWN;
  }
}

module.exports = { Messages };
