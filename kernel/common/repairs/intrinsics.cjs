"use strict";
/** @import { Cells } from "../cells.cjs" */
/** @import { Seams } from "../seams/seams.cjs" */
const { Intrinsics } = require("../intrinsics.cjs");

const { apply } = Reflect;

/** With this the compiler marks a module, which the scope of all cells is not; a cell may have replaced the function. */
const MARK = 'Object.defineProperty(exports, "__esModule", { value: true });';

/**
 * A cell may replace what JavaScript and the host provide, such as `JSON.stringify` or `Array.prototype.map`: its code
 * sees that, also later, and the kernel does not. In tslab the kernel then hangs, dies or is silent.
 * @param {Seams} seams
 * @param {Cells} cells
 */
function repairIntrinsics({ compiling, running, messages }, cells) {
  /** @type {Intrinsics} */
  let intrinsics;
  let executing = false;
  running.executorCreated((_, runtime) => {
    intrinsics = new Intrinsics();
    intrinsics.whenKept = (name) => {
      const text = `${name} can no longer be restored, so the kernel uses the cell's. Remedy: if the kernel fails from now on, restart it\n`;
      cells.current.publish("stream", { name: "stderr", text });
    };
    cells.inKernel = (run) => intrinsics.inKernel(run);
    cells.inCell = (run) => intrinsics.inCell(run);
    runtime.begin = () => {
      if (executing) intrinsics.replace();
    };
  });
  compiling.begin("__tslab__.begin();");
  compiling.converted((converted) =>
    converted.output === undefined ? converted : { ...converted, output: converted.output.replace(MARK, "") },
  );
  running.execute(async (execute) => {
    executing = true;
    try {
      return await execute();
    } finally {
      executing = false;
      intrinsics.restore();
    }
  });
  running.console(({ log, error }) => ({
    log: (...values) => cells.inKernel(() => apply(log, console, values)),
    error: (...values) => cells.inKernel(() => apply(error, console, values)),
  }));
  compiling.whenCompiling((compile) => cells.inKernel(compile));
  messages.server(
    "handleShellMessage",
    (original) =>
      function (...message) {
        intrinsics.refresh(); // code that goes on after its cell may have changed something
        return cells.inKernel(() => original.apply(this, message));
      },
  );
  cells.whenCreated((cell) => {
    const { publish } = cell;
    cell.publish = (type, content) => cells.inKernel(() => publish(type, content));
  });
}

module.exports = { repairIntrinsics };
