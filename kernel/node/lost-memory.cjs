"use strict";
/** @import { Cells } from "../common/cells.cjs" */
/** @import { Seams } from "../common/seams/seams.cjs" */
const { mkdirSync, readFileSync, rmSync } = require("node:fs");
const { join } = require("node:path");
const { getHeapStatistics } = require("node:v8");

const REPORT = "report.json";

/** What Node's report says when the heap is full. */
const FULL = /^.{0,200}"event":"[^"]*heap out of memory/;

/**
 * Node ends a process whose memory is used up, and Jupyter starts the kernel again with the same connection file: the
 * first cell then says why all variables are gone. Node's report about the end lies in a private folder beside that file.
 * @param {string} connectionFile
 * @param {Seams} seams
 * @param {Cells} cells
 */
function tellOfLostMemory(connectionFile, { running }, cells) {
  const folder = `${connectionFile}.memory`;
  let lost = isReported(join(folder, REPORT));
  rmSync(folder, { recursive: true, force: true });
  try {
    mkdirSync(folder, { mode: 0o700 }); // a report names the environment's variables
  } catch {
    return; // nothing can be written there
  }
  const report = /** @type {NonNullable<typeof process.report>} */ (process.report);
  Object.assign(report, { reportOnFatalError: true, directory: folder, filename: REPORT, compact: true });
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  running.execute((execute) => {
    if (lost) cells.current.publish("stream", { name: "stderr", text: explanation() });
    lost = false;
    return execute();
  });
}

/** @param {string} file */
function isReported(file) {
  try {
    return FULL.test(readFileSync(file, "utf8"));
  } catch {
    return false; // the last kernel ended otherwise, or this is the first one
  }
}

function explanation() {
  const limit = Math.round(getHeapStatistics().heap_size_limit / 2 ** 20);
  return `The kernel's memory of ${limit} MiB was used up, so Jupyter started it again: all variables are gone.
Remedy: run the cells above again and keep less at a time, or start Jupyter with more memory for Node, as in
NODE_OPTIONS=--max-old-space-size=${2 * limit} (in MiB)
`;
}

module.exports = { tellOfLostMemory };
