"use strict";
/** @import { Seams } from "../seams/seams.cjs" */
/** @import { ExecuteRequest } from "../tslab-types.d.ts" */

/**
 * Reports the kernel as busy when a cell begins and as long as it runs. A front end shows the last state that it
 * got. tslab says "busy" when a request arrives, so after Run All the first cell's "idle" is the last state while the
 * others run; and each completion ends with "idle", whatever a cell does.
 * @param {Seams} seams
 */
function repairStates({ messages }) {
  /** @type {WeakMap<ExecuteRequest, () => void>} */
  const busy = new WeakMap();
  /** Reports the running cell as busy. @type {(() => void) | undefined} */
  let running;
  messages.status((say, status, request) => {
    if (status === "busy" && request.header.msg_type === "execute_request") {
      busy.set(/** @type {ExecuteRequest} */ (request.content), say);
      return;
    }
    say();
    if (status === "idle") running?.();
  });
  messages.reply(async (run, request) => {
    running = busy.get(request);
    running?.();
    try {
      return await run();
    } finally {
      running = undefined;
    }
  });
}

module.exports = { repairStates };
