"use strict";
/** @import { Tslab } from "../../common/tslab-types.d.ts" */
const { StringDecoder } = require("node:string_decoder");
const { wrap } = require("../../common/wrap.cjs");

/**
 * Keeps characters whole whose bytes are written in pieces, as a stream piped to `process.stdout` does, and reads
 * text in the encoding that is named with it. tslab decodes each piece by itself and takes all text as it is.
 * @param {Tslab} tslab
 */
function repairDecoding({ jupyter }) {
  /** By the name of the stream: bytes of the first half may have been written by a cell before. */
  const decoders = new Map();
  wrap(
    jupyter.JupyterHandlerImpl.prototype,
    "createWriteToIopub",
    (original) =>
      function (name, writeStream) {
        const write = original.call(this, name, writeStream);
        if (!decoders.has(name)) decoders.set(name, new StringDecoder("utf8"));
        const decoder = decoders.get(name);
        return (written, encoding) => {
          if (typeof written === "string") {
            const named = typeof encoding === "string" && Buffer.isEncoding(encoding);
            return write(named ? Buffer.from(written, encoding).toString() : written);
          }
          const text = decoder.write(Buffer.from(written));
          return text === "" || write(text);
        };
      },
  );
}

module.exports = { repairDecoding };
