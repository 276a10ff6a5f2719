"use strict";
/** @import { Entry } from "../../help/history.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
const { selectHistory } = require("../../help/history.cjs");
const { send } = require("../send.cjs");

/** The requests that tslab answers, and `interrupt_request`, which the repair `channels` answers. */
const ANSWERED = /^((kernel_info|execute|is_complete|inspect|complete|shutdown|interrupt)_request)$/;

/**
 * Answers what tslab does not: the history of this session, and widgets. There are no widgets, so a comm is closed
 * as soon as it is opened. Other messages are ignored; tslab complains about them in the notebook. Nothing of
 * the history is written to disk: deleting the clone deletes everything.
 * @param {Seams} seams
 */
function repairRequests({ messages }) {
  /** @type {Entry[]} */
  const entries = [];
  messages.reply((run, request, handler) => {
    if (request.store_history !== false && request.silent !== true) {
      entries.push({ session: 0, line: handler.execCount + 1, code: request.code });
    }
    return run();
  });
  messages.answer(
    (type) => !ANSWERED.test(type),
    (server, socket, request) => {
      const reply = send(server, request, socket);
      const content = /** @type {Record<string, unknown>} */ (request.content);
      switch (request.header.msg_type) {
        case "history_request":
          return reply("history_reply", { status: "ok", history: selectHistory(entries, content) });
        case "comm_info_request":
          return reply("comm_info_reply", { status: "ok", comms: {} });
        case "comm_open":
          return send(server, request)("comm_close", { comm_id: content.comm_id, data: {} });
      }
    },
  );
}

module.exports = { repairRequests };
