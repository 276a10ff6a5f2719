"use strict";
/** @import { Cell, Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */

// as they were: a cell may replace them
const { clearTimeout, setTimeout } = globalThis;
const now = performance.now.bind(performance);

/** Shortest time between two messages of printed text, in milliseconds: too short to see, long enough for a network. */
const INTERVAL = 30;

/**
 * A `publish` that joins printed text: at most one message per `INTERVAL` as long as stdout and stderr do not
 * alternate; text printed before any other message is sent before it.
 * @param {Cell["publish"]} publish
 */
function joiner(publish) {
  let name = "";
  let text = "";
  let sent = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (text === "") return;
    const content = { name, text };
    text = "";
    sent = now();
    publish("stream", content);
  }

  /** @param {{ name: string, text: string }} printed */
  function print(printed) {
    if (printed.name !== name) flush();
    name = printed.name;
    text += printed.text;
    // A synchronous loop lets no timer fire, so time is asked here too.
    if (now() - sent >= INTERVAL) flush();
    else timer ??= setTimeout(flush, INTERVAL);
  }

  return {
    flush,
    /** @type {Cell["publish"]} */
    publish(type, content) {
      if (type === "stream") return print(/** @type {{ name: string, text: string }} */ (content));
      flush();
      publish(type, content);
    },
  };
}

/**
 * Joins the printed lines: 20,000 calls of `console.log` are 20,000 messages in tslab, which slow down every front end.
 * @param {Seams} _seams
 * @param {Cells} cells
 */
function repairJoining(_seams, cells) {
  cells.whenCreated((cell) => {
    Object.assign(cell, joiner(cell.publish));
  });
}

module.exports = { repairJoining };
