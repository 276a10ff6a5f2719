"use strict";
/** @import { Executor, Tslab, TslabConsole } from "../tslab-types.d.ts" */
const { wrap } = require("../wrap.cjs");
const { nested } = require("./nested.cjs");

/** @typedef {Record<string, any>} Runtime what compiled code sees under the name `__tslab__` */

/**
 * The moments at which a cell runs. If two repairs act around the same moment, the one installed later is the outer one.
 */
class Running {
  /** @type {((executor: Executor, runtime: Runtime) => void)[]} */
  #created = [];
  /** @type {((console: TslabConsole) => TslabConsole)[]} */
  #consoles = [];
  /** @type {((execute: () => Promise<boolean>, source: string) => Promise<boolean>)[]} */
  #around = [];

  /** @param {Tslab} tslab */
  constructor({ executor }) {
    wrap(executor, "createExecutor", (original) => (root, converters, console) => {
      const heard = this.#consoles.reduceRight((made, change) => change(made), console);
      Reflect.deleteProperty(globalThis, "__tslab__"); // of an earlier executor
      const created = original(root, converters, heard);
      const { __tslab__ } = /** @type {{ __tslab__: Runtime }} */ (/** @type {unknown} */ (globalThis));
      // every cell needs it
      Object.defineProperty(globalThis, "__tslab__", { writable: false, enumerable: false });
      wrap(
        created,
        "execute",
        (execute) => (source) =>
          nested(
            () => execute(source),
            this.#around.map((around) => (run) => around(run, source)),
          ),
      );
      for (const act of this.#created) act(created, __tslab__);
      return created;
    });
  }

  /** Calls `act` when the executor is there. @param {(executor: Executor, runtime: Runtime) => void} act */
  executorCreated(act) {
    this.#created.push(act);
  }

  /** Changes where tslab says what is wrong with a cell. @param {(console: TslabConsole) => TslabConsole} change */
  console(change) {
    this.#consoles.push(change);
  }

  /**
   * Wraps each execution, including compilation: `around` runs instead and calls it.
   * @param {(execute: () => Promise<boolean>, source: string) => Promise<boolean>} around
   */
  execute(around) {
    this.#around.push(around);
  }
}

module.exports = { Running };
