"use strict";

/**
 * Lets a socket that is not yet bound send every message. Each 513th send of a zeromq 6 socket is asynchronous
 * (`max_sync_operations` in its socket.cc), and what is sent before it ends is refused with EBUSY; a send timeout of 0
 * keeps every send synchronous. Without a high-water mark, which counts only when set before `bind`, a burst is queued
 * instead of dropped. Returns the socket.
 * @template {object} T
 * @param {T} socket
 * @returns {T}
 */
function sendAtOnce(socket) {
  return Object.assign(socket, { sendTimeout: 0, sendHighWaterMark: 0 });
}

module.exports = { sendAtOnce };
