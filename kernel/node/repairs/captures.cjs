"use strict";
/** @import { Cell, Cells } from "../../common/cells.cjs" */
/** @import { Seams } from "../../common/seams/seams.cjs" */
const { ChildProcess, spawn } = require("node:child_process");
const { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { StringDecoder } = require("node:string_decoder");
const { wrap } = require("../../common/wrap.cjs");

/** Time between two checks for output from others while no cell prints, in milliseconds. */
const INTERVAL = 50;

const CHUNK = Buffer.alloc(2 ** 16);

/** @typedef {"stdout" | "stderr"} Name */

/**
 * Text that arrives in a file.
 * @typedef {object} Source
 * @property {Name} name
 * @property {() => string} read the new text
 * @property {() => Cell} of the cell that shows it
 * @property {number} [over] the file to close when that cell is no longer the last: its writer has ended
 */

/**
 * A function that writes to the kernel's own stderr, which is opened a second time. A socket cannot be, and VS Code gives
 * the kernel one: a program that inherits it passes the text on.
 */
function openLog() {
  try {
    const log = openSync("/dev/fd/2", "a");
    return (/** @type {string} */ text) => {
      try {
        writeSync(log, text);
      } catch {
        // its disk is full
      }
    };
  } catch {
    const passing = spawn("cat", { detached: true, stdio: ["pipe", 2, "ignore"] }).on("error", () => {});
    passing.unref();
    const { stdin } = passing;
    stdin?.on("error", () => {}); // it has ended
    /** @type {{ unref?(): void }} */ (stdin)?.unref?.();
    return (/** @type {string} */ text) => void stdin?.write(text);
  }
}

/**
 * Opens a file without a name under the lowest free file descriptor, after closing `fd` if one is given: the file then
 * stands in its place. A file, because a pipe holds only 64 KiB: a child that fills it would wait for a kernel that
 * waits for the child.
 * @param {number} [fd]
 */
function openNameless(fd) {
  const folder = temporaryFolder();
  if (fd !== undefined) closeSync(fd);
  const opened = openSync(join(folder, "text"), "ax+");
  rmSync(folder, { recursive: true });
  return opened;
}

/** A new folder where temporary files may be; beside the notebook if TMPDIR names none. */
function temporaryFolder() {
  try {
    return mkdtempSync(join(tmpdir(), "w2v-kernel-"));
  } catch {
    return mkdtempSync(".w2v-kernel-");
  }
}

/**
 * Reads what is new in a file, and keeps characters whole.
 * @param {number} fd
 */
function reader(fd) {
  const decoder = new StringDecoder("utf8");
  let position = 0;
  return function read() {
    let text = "";
    for (;;) {
      const length = readNext(fd, position);
      position += length;
      text += decoder.write(CHUNK.subarray(0, length));
      if (length < CHUNK.length) return text;
    }
  };
}

/**
 * Reads the next part of a file into `CHUNK`; returns its length, 0 also for a file that a cell has closed.
 * @param {number} fd
 * @param {number} position
 */
function readNext(fd, position) {
  try {
    return readSync(fd, CHUNK, 0, CHUNK.length, position);
  } catch {
    return 0;
  }
}

/**
 * The file descriptor of ours that a child gets as its number `i`, from the `stdio` of `spawn`; undefined for others.
 * @param {unknown} stdio
 * @param {number} i
 */
function inherited(stdio, i) {
  const entry = Array.isArray(stdio) ? stdio[i] : stdio;
  if (entry === "inherit") return i;
  return typeof entry === "number" ? entry : /** @type {{ fd?: unknown } | null | undefined} */ (entry)?.fd;
}

/**
 * Gives each child that would write to our stdout or stderr its own files, so that its output goes to the cell that
 * started it, even if it outlives the cell.
 * @param {Source[]} sources
 * @param {Cells} cells
 */
function captureChildren(sources, cells) {
  const { prototype } = /** @type {{ prototype: { spawn(options: { stdio?: unknown }): unknown } }} */ (
    /** @type {unknown} */ (ChildProcess)
  );
  wrap(
    prototype,
    "spawn",
    (original) =>
      /** @this {ChildProcess} */
      function (options) {
        const { stdio } = options;
        const cell = cells.speaker();
        /** @type {Map<number, Source>} */
        const opened = new Map();
        const entries = Array.isArray(stdio) ? [...stdio] : [stdio, stdio, stdio];
        for (const i of entries.keys()) {
          const ours = inherited(stdio, i);
          if (ours !== 1 && ours !== 2) continue;
          const fd = openNameless();
          entries[i] = fd;
          opened.set(fd, { name: ours === 1 ? "stdout" : "stderr", read: reader(fd), of: () => cell });
        }
        if (opened.size === 0) return original.call(this, options);
        for (const source of opened.values()) sources.push(source);
        this.once("close", () => {
          for (const [fd, source] of opened) source.over = fd;
        });
        return original.call(this, { ...options, stdio: entries });
      },
  );
}

/**
 * Shows in the cell that runs what native code and child processes with `stdio: "inherit"` write to the file
 * descriptors 1 and 2, in order with what the cell prints. In tslab it lands in Jupyter's log. Not on Windows.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairCaptures({ messages }, cells) {
  if (process.platform === "win32") return;
  const log = openLog();
  const of = () => cells.current;
  /** @type {Source[]} */
  const sources = [
    { name: "stdout", read: reader(openNameless(1)), of },
    { name: "stderr", read: reader(openNameless(2)), of },
  ];
  captureChildren(sources, cells);
  let reading = false;

  function show() {
    if (reading) return; // publishing calls this as well
    reading = true;
    for (let i = 0; i < sources.length; i += 1) {
      const source = /** @type {Source} */ (sources[i]); // a cell may replace what iterates over an array
      const text = source.read();
      const cell = source.of();
      if (text === "") continue;
      if (cell.count > 0) cell.publish("stream", { name: source.name, text });
      else log(text);
    }
    reading = false;
  }

  /** Closes the files of children that have ended, and whose cell is no longer the last. */
  function forgetEnded() {
    for (const { over, of } of [...sources]) {
      if (over === undefined || of() === cells.current) continue;
      closeSync(over);
      sources.splice(
        sources.findIndex((source) => source.over === over),
        1,
      );
    }
  }

  cells.whenCreated((cell) => {
    const { publish } = cell;
    cell.publish = (type, content) => {
      show();
      publish(type, content);
    };
  });
  messages.reply(async (run) => {
    show(); // output so far belongs to the previous cell
    forgetEnded();
    try {
      return await run();
    } finally {
      show();
    }
  });
  setInterval(show, INTERVAL).unref();
  process.once("exit", () => {
    for (const { read } of sources) log(read());
  });
}

module.exports = { repairCaptures };
