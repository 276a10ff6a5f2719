"use strict";
/** @import { Cells } from "./cells.cjs" */
/** @import { KernelHost } from "../../kernel-helpers/src/host/contract.ts" */
/** @import { Seams } from "./seams/seams.cjs" */
const { isInterrupted } = require("./interrupted.cjs");
const { toWire } = require("./to-wire.cjs");
const { framesOf } = require("./traceback.cjs");

/** `KERNEL_HOST` of the host contract. That module is not loaded here, because the kernel works without `dist`. */
const KERNEL_HOST = Symbol.for("word2vec-lab.host");

/**
 * What this kernel provides to the stages. tslab's own display sends one MIME type per output.
 * @param {Cells} cells
 * @returns {KernelHost}
 */
function createHost(cells) {
  return {
    show(bundle, { displayId, update = false } = {}) {
      if (update && displayId === undefined) {
        throw new TypeError(
          "Cannot update an output: displayId is missing. Remedy: pass the displayId of the output to replace",
        );
      }
      const transient = displayId === undefined ? {} : { display_id: displayId };
      const type = update ? "update_display_data" : "display_data";
      cells.speaker().publish(type, { data: toWire(bundle), metadata: {}, transient });
    },
    clear(wait = false) {
      cells.speaker().publish("clear_output", { wait });
    },
    interrupted() {
      const cell = cells.speaker();
      cell.asksForInterrupts = true;
      cells.hearInterrupts();
      if (cell === cells.current) cells.noteAsking(true);
      return cell.interrupted;
    },
    frames: (error) => framesOf(error, cells),
    isInterrupt: isInterrupted,
    during(what) {
      cells.speaker().during = what;
    },
  };
}

/**
 * @param {Seams} _seams
 * @param {Cells} cells
 */
function publishHost(_seams, cells) {
  Object.defineProperty(globalThis, KERNEL_HOST, { configurable: true, value: createHost(cells) });
}

module.exports = { publishHost };
