"use strict";
/** @import { Message, Server, Socket, Tslab } from "./tslab-types.d.ts" */
const { wrap } = require("./wrap.cjs");

/**
 * Lets the kernel handle messages of which tslab knows nothing: `handle` gets those whose type `understands`.
 * tslab's list of messages is closed, so they take the way of a `kernel_info_request`.
 * @param {Tslab["jupyter"]} jupyter
 * @param {(type: string) => boolean} understands
 * @param {(server: Server, socket: Socket, request: Message) => void} handle
 */
function answer(jupyter, understands, handle) {
  const { prototype } = jupyter.ZmqServer;
  /** @type {WeakMap<Message, string>} */
  const types = new WeakMap();
  wrap(
    prototype,
    "publishStatus",
    (original) =>
      function (status, request) {
        original.call(this, status, request);
        const { header } = request;
        if (status !== "busy" || !understands(header.msg_type)) return;
        types.set(request, header.msg_type);
        header.msg_type = "kernel_info_request";
      },
  );
  wrap(
    prototype,
    "handleKernelInfo",
    (original) =>
      function (socket, request) {
        const type = types.get(request);
        if (type === undefined) return original.call(this, socket, request);
        request.header.msg_type = type;
        handle(this, socket, request);
      },
  );
}

module.exports = { answer };
