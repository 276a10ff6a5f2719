"use strict";
const { createHmac, timingSafeEqual } = require("node:crypto");

/** Separates a message's receivers from its parts: signature, header, parent, metadata, content. */
const DELIMITER = Buffer.from("<IDS|MSG>");

/** Header, parent, metadata and content are signed, and not the buffers that may follow. */
const SIGNED = 4;

/** How many signatures are remembered, as in jupyter_client: a message with one of them was sent again. */
const REMEMBERED = 65_536;

/**
 * @typedef {object} Request
 * @property {readonly Uint8Array[]} receivers the frames before the delimiter
 * @property {readonly Buffer[]} parts the frames behind the signature: header, parent, metadata, content, then buffers
 * @property {{ msg_id: string, msg_type: string }} header
 */

/**
 * Reads messages that any program on the machine may send: only a message that is whole, signed with
 * `key`, new, and JSON is a request. Anything else is undefined, without a reason, so that its sender learns nothing. An
 * empty key means that messages are not signed. Never throws.
 * https://jupyter-client.readthedocs.io/en/stable/messaging.html#the-wire-protocol
 * @param {string} key
 * @returns {(frames: readonly Uint8Array[]) => Request | undefined}
 */
function requestReader(key) {
  /** Signatures of earlier messages, the oldest first. @type {Set<string>} */
  const seen = new Set();
  return (frames) => {
    const delimiter = frames.findIndex((frame) => DELIMITER.equals(frame));
    const [signature, ...parts] = frames.slice(delimiter + 1).map((frame) => Buffer.from(frame));
    if (delimiter < 1 || signature === undefined || parts.length < SIGNED) return undefined;
    if (key !== "" && !isSigned(signature, parts, key)) return undefined;
    const [header, ...others] = parts.slice(0, SIGNED).map(parseObject);
    if (!isHeader(header) || others.includes(undefined)) return undefined;
    if (key !== "" && !isNew(String(signature), seen)) return undefined;
    return { receivers: frames.slice(0, delimiter), parts, header };
  };
}

/**
 * The frames of a message.
 * @param {readonly Uint8Array[]} receivers
 * @param {readonly (string | Uint8Array)[]} parts
 * @param {string} key
 */
function messageFrames(receivers, parts, key) {
  return [...receivers, DELIMITER, sign(parts, key), ...parts];
}

/**
 * The signature of a message's parts, in hexadecimal digits.
 * @param {readonly (string | Uint8Array)[]} parts
 * @param {string} key
 */
function sign(parts, key) {
  const hash = createHmac("sha256", key);
  for (const part of parts.slice(0, SIGNED)) hash.update(part);
  return hash.digest("hex");
}

/**
 * Compares in a time that does not depend on how much of the signature is right.
 * @param {Buffer} signature
 * @param {readonly Buffer[]} parts
 * @param {string} key
 */
function isSigned(signature, parts, key) {
  const right = Buffer.from(sign(parts, key));
  return signature.length === right.length && timingSafeEqual(signature, right);
}

/**
 * @param {string} signature
 * @param {Set<string>} seen
 */
function isNew(signature, seen) {
  if (seen.has(signature)) return false;
  seen.add(signature);
  const [oldest = ""] = seen;
  if (seen.size > REMEMBERED) seen.delete(oldest);
  return true;
}

/**
 * The object that a frame contains as JSON; undefined for everything else.
 * @param {Buffer} frame
 */
function parseObject(frame) {
  try {
    const value = JSON.parse(String(frame));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {any} header
 * @returns {header is Request["header"]}
 */
function isHeader(header) {
  return typeof header?.msg_id === "string" && typeof header.msg_type === "string";
}

module.exports = { messageFrames, requestReader };
