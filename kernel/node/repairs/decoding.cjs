"use strict";
/** @import { Seams } from "../../common/seams/seams.cjs" */
const { StringDecoder } = require("node:string_decoder");

/**
 * Keeps characters whole when their bytes are written in pieces, as a stream piped to `process.stdout` does, and decodes
 * text with the encoding given with it. tslab decodes each piece by itself and ignores the encoding.
 * @param {Seams} seams
 */
function repairDecoding({ messages }) {
  /** By the name of the stream: bytes of the first half may have been written by a cell before. */
  const decoders = new Map();
  messages.write((write, name) => {
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
  });
}

module.exports = { repairDecoding };
