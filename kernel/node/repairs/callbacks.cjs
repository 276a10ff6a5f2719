"use strict";
/** @import { Tslab } from "../../common/tslab-types.d.ts" */
const { wrap } = require("../../common/wrap.cjs");

/**
 * Calls the callback of `process.stdout.write(text, callback)`. tslab forgets it, and code that awaits it hangs.
 * @param {Tslab} tslab
 */
function repairCallbacks({ jupyter }) {
  wrap(
    jupyter.JupyterHandlerImpl.prototype,
    "createWriteToIopub",
    (original) =>
      function (name, writeStream) {
        const write = original.call(this, name, writeStream);
        return (buffer, encoding, done) => {
          const written = write(buffer, encoding);
          const callback = typeof encoding === "function" ? encoding : done;
          // null, not undefined: Node's console takes anything else for an error
          if (typeof callback === "function") queueMicrotask(() => callback(null));
          return written;
        };
      },
  );
}

module.exports = { repairCallbacks };
