"use strict";
/** @import { Message, Server } from "./tslab-types.d.ts" */

/**
 * Sends one message as a consequence of `request`.
 * @param {Server} server
 * @param {Message} request
 */
function send(server, request, socket = server.iopub) {
  return (/** @type {string} */ type, /** @type {object} */ content) => {
    const message = request.createReply();
    message.header.msg_type = type;
    message.content = content;
    message.signAndSend(server.connInfo.key, socket);
  };
}

module.exports = { send };
