"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
/** @import { Message, MessageClass } from "../tslab-types.d.ts" */
const { join } = require("node:path");

const DECLARATION = join(__dirname, "..", "global-input.d.ts");

/**
 * Gives cells `await input("name? ")`, which asks through the front end. tslab never reads the stdin channel.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairInput({ compiling, messages }, cells) {
  /** @type {((line: string) => void) | undefined} */
  let answered;
  let last = Promise.resolve("");
  let asking = cells.current;

  /** @param {string} prompt */
  function ask(prompt) {
    const cell = cells.current;
    return new Promise((resolve) => {
      answered = resolve;
      cell.flush(); // earlier output appears above the prompt
      cell.ask?.("input_request", { prompt, password: false });
    });
  }

  /** @param {string} [prompt] */
  async function input(prompt = "") {
    const cell = cells.current;
    if (cell.ask === undefined) {
      throw new Error(
        "Cannot ask for input: this front end takes none. Remedy: write the value into the cell",
      );
    }
    // One question at a time. Questions of an earlier cell, perhaps interrupted, are not waited for.
    const before = cell === asking ? last : Promise.resolve("");
    asking = cell;
    last = before.then(() => ask(String(prompt)));
    return last;
  }

  Object.defineProperty(globalThis, "input", { configurable: true, writable: true, value: input });
  compiling.compilerOptions((options) => ({ ...options, lib: [...(options.lib ?? []), DECLARATION] }));
  /** @type {((raw: Uint8Array[]) => Message) | undefined} */
  let parse;
  messages.server(
    "handleExecute",
    (original) =>
      function (socket, request) {
        // the class of messages is not exported
        const { fromRaw } = /** @type {MessageClass} */ (/** @type {unknown} */ (request.constructor));
        parse = (raw) => fromRaw(this.connInfo.key, raw);
        return original.call(this, socket, request);
      },
  );
  messages.server(
    "init",
    (original) =>
      async function () {
        await original.call(this);
        for await (const raw of this.stdin) {
          const { value } = /** @type {{ value?: string }} */ (parse?.(raw).content ?? {});
          answered?.(value ?? "");
          answered = undefined;
        }
      },
  );
}

module.exports = { repairInput };
