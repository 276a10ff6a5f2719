"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */
const { answer } = require("../answer.cjs");
const { send } = require("../send.cjs");
const { wrap } = require("../wrap.cjs");

/** The requests that tslab answers, and the one that `interrupt-messages` does. */
const ANSWERED = /^((kernel_info|execute|is_complete|inspect|complete|shutdown|interrupt)_request)$/;

/** @typedef {{ session: number, line: number, code: string }} Entry */

/**
 * The entries that a `history_request` asks for, as the protocol writes them.
 * @param {readonly Entry[]} entries
 * @param {{ hist_access_type?: string, n?: number, start?: number, stop?: number, pattern?: string, unique?: boolean, output?: boolean }} wanted
 */
function select(
  entries,
  { hist_access_type, n, start = 0, stop, pattern = "*", unique = false, output = false },
) {
  let chosen = [...entries];
  if (hist_access_type === "range") {
    chosen = chosen.filter(({ line }) => line >= start && line < (stop ?? Number.POSITIVE_INFINITY));
  }
  if (hist_access_type === "search") {
    const literal = pattern.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
    const glob = new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s");
    chosen = chosen.filter(({ code }) => glob.test(code));
    if (unique) chosen = [...new Map(chosen.map((entry) => [entry.code, entry])).values()];
  }
  if (n !== undefined && n !== null && hist_access_type !== "range") chosen = n > 0 ? chosen.slice(-n) : [];
  return chosen.map(({ session, line, code }) => [session, line, output ? [code, null] : code]);
}

/**
 * Answers what tslab does not: the history of this session, and widgets, of which there are none: a comm is closed
 * as soon as it is opened. Messages of other kinds are passed over; tslab complains of them in the notebook.
 * @param {Tslab} tslab
 */
function repairRequests({ jupyter }) {
  /** @type {Entry[]} */
  const entries = [];
  wrap(
    jupyter.JupyterHandlerImpl.prototype,
    "handleExecuteImpl",
    (original) =>
      function (request, ...writers) {
        if (request.store_history !== false && request.silent !== true) {
          entries.push({ session: 0, line: this.execCount + 1, code: request.code });
        }
        return original.call(this, request, ...writers);
      },
  );
  answer(
    jupyter,
    (type) => !ANSWERED.test(type),
    (server, socket, request) => {
      const reply = send(server, request, socket);
      const content = /** @type {Record<string, unknown>} */ (request.content);
      switch (request.header.msg_type) {
        case "history_request":
          return reply("history_reply", { status: "ok", history: select(entries, content) });
        case "comm_info_request":
          return reply("comm_info_reply", { status: "ok", comms: {} });
        case "comm_open":
          return send(server, request)("comm_close", { comm_id: content.comm_id, data: {} });
      }
    },
  );
}

module.exports = { repairRequests };
