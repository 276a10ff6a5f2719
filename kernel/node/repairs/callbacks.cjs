"use strict";
/** @import { Seams } from "../../common/seams/seams.cjs" */

/**
 * Calls the callback of `process.stdout.write(text, callback)`. tslab forgets it, and code that awaits it hangs.
 * @param {Seams} seams
 */
function repairCallbacks({ messages }) {
  messages.write((write) => (buffer, encoding, done) => {
    const written = write(buffer, encoding);
    const callback = typeof encoding === "function" ? encoding : done;
    // null, not undefined: Node's console treats anything else as an error
    if (typeof callback === "function") queueMicrotask(() => callback(null));
    return written;
  });
}

module.exports = { repairCallbacks };
