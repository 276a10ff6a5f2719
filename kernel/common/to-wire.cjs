"use strict";
/** @import { MimeBundle } from "../../kernel-helpers/src/host/contract.ts" */

/**
 * The bundle as it is sent, with bytes as base64.
 * @param {MimeBundle} bundle
 */
function toWire(bundle) {
  return Object.fromEntries(
    Object.entries(bundle).map(([type, content]) => [
      type,
      content instanceof Uint8Array ? Buffer.from(content).toString("base64") : content,
    ]),
  );
}

module.exports = { toWire };
