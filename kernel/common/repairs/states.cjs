"use strict";
/** @import { ExecuteRequest, Tslab } from "../tslab-types.d.ts" */
const { wrap } = require("../wrap.cjs");

/**
 * Says that the kernel is busy when a cell begins, and as long as it runs. A front end shows the last state that it
 * heard. tslab says "busy" when a request arrives, so after Run All the first cell's "idle" is the last word while the
 * others run; and each completion ends with "idle", whatever a cell does.
 * @param {Tslab} tslab
 */
function repairStates({ jupyter }) {
  /** @type {WeakMap<ExecuteRequest, () => void>} */
  const busy = new WeakMap();
  /** Says that the cell that runs does. @type {(() => void) | undefined} */
  let running;
  wrap(
    jupyter.ZmqServer.prototype,
    "publishStatus",
    (original) =>
      function (status, request) {
        const say = () => original.call(this, status, request);
        if (status === "busy" && request.header.msg_type === "execute_request") {
          busy.set(/** @type {ExecuteRequest} */ (request.content), say);
          return;
        }
        say();
        if (status === "idle") running?.();
      },
  );
  wrap(
    jupyter.JupyterHandlerImpl.prototype,
    "handleExecuteImpl",
    (original) =>
      async function (request, ...writers) {
        running = busy.get(request);
        running?.();
        try {
          return await original.call(this, request, ...writers);
        } finally {
          running = undefined;
        }
      },
  );
}

module.exports = { repairStates };
