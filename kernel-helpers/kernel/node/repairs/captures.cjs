"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Tslab } from "../tslab-types.d.ts" */
const { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { StringDecoder } = require("node:string_decoder");
const { wrap } = require("../wrap.cjs");

/** Time between two looks at what others wrote while no cell prints, in milliseconds. */
const INTERVAL = 50;

const CHUNK = Buffer.alloc(2 ** 16);

/** The kernel's own stderr, opened once more; undefined where that cannot be had, as for a socket. */
function openLog() {
  try {
    return openSync("/dev/fd/2", "a");
  } catch {
    return undefined;
  }
}

/**
 * Puts a file without a name in the place of the file descriptor `fd` and returns what reads its new text.
 * A file, for a pipe holds 64 KiB: a child that fills it would wait for a kernel that waits for the child.
 * @param {number} fd
 */
function capture(fd) {
  const folder = mkdtempSync(join(tmpdir(), "w2v-kernel-"));
  closeSync(fd);
  openSync(join(folder, "text"), "ax+"); // the lowest free number, and so `fd`
  rmSync(folder, { recursive: true });
  const decoder = new StringDecoder("utf8");
  let position = 0;
  return function read() {
    let text = "";
    for (;;) {
      const length = readSync(fd, CHUNK, 0, CHUNK.length, position);
      position += length;
      text += decoder.write(CHUNK.subarray(0, length));
      if (length < CHUNK.length) return text;
    }
  };
}

/**
 * Shows in the cell that runs what native code and child processes with `stdio: "inherit"` write to the file
 * descriptors 1 and 2, in order with what the cell prints. In tslab it lands in Jupyter's log. Not on Windows.
 * @param {Tslab} tslab
 * @param {Cells} cells
 */
function repairCaptures({ jupyter }, cells) {
  if (process.platform === "win32") return;
  const log = openLog();
  const readers = { stdout: capture(1), stderr: capture(2) };
  let reading = false;

  function show() {
    if (reading) return; // publishing shows first, too
    reading = true;
    for (const [name, read] of Object.entries(readers)) {
      const text = read();
      if (text === "") continue;
      if (cells.current.count > 0) cells.current.publish("stream", { name, text });
      else if (log !== undefined) writeSync(log, text);
    }
    reading = false;
  }

  cells.whenCreated((cell) => {
    const { publish } = cell;
    cell.publish = (type, content) => {
      show();
      publish(type, content);
    };
  });
  wrap(
    jupyter.JupyterHandlerImpl.prototype,
    "handleExecuteImpl",
    (original) =>
      async function (request, ...writers) {
        show(); // what came since the cell before is that cell's
        try {
          return await original.call(this, request, ...writers);
        } finally {
          show();
        }
      },
  );
  setInterval(show, INTERVAL).unref();
}

module.exports = { repairCaptures };
