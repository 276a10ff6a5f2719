"use strict";

/** @typedef {{ session: number, line: number, code: string }} Entry one cell that ran */

/**
 * A `history_request`, without the fields that make no difference here.
 * @typedef {object} HistoryRequest
 * @property {string} [hist_access_type] "tail", "range" or "search"
 * @property {number | null} [n] at most this many, the latest ones
 * @property {number} [session] of "range": 0 for this one
 * @property {number} [start] of "range": the first line; from the end if negative
 * @property {number | null} [stop] of "range": the line after the last
 * @property {string | null} [pattern] of "search": pattern for the whole cell, with `*` and `?`
 * @property {boolean} [unique] of "search": of equal cells only the latest
 * @property {boolean} [output] whether outputs are wanted, which are not kept
 */

/**
 * The entries that are asked for, oldest first, as the protocol writes them. Only this session is known.
 * @param {readonly Entry[]} entries oldest first
 * @param {HistoryRequest} request
 */
function selectHistory(entries, request) {
  return chosen(entries, request).map(({ session, line, code }) => [
    session,
    line,
    request.output ? [code, null] : code,
  ]);
}

/**
 * @param {readonly Entry[]} entries
 * @param {HistoryRequest} request
 * @returns {readonly Entry[]}
 */
function chosen(entries, { hist_access_type, n, session = 0, start = 0, stop, pattern, unique = false }) {
  switch (hist_access_type) {
    case "tail":
      return latest(entries, n);
    case "search": {
      const found = entries.filter(({ code }) => like(pattern ?? "*").test(code));
      const codes = found.map(({ code }) => code);
      return latest(unique ? found.filter(({ code }, i) => codes.lastIndexOf(code) === i) : found, n);
    }
    case "range": {
      const end = (entries.at(-1)?.line ?? 0) + 1;
      const from = start < 0 ? end + start : start;
      const to = !stop ? end : stop < 0 ? end + stop : stop;
      return session === 0 ? entries.filter(({ line }) => line >= from && line < to) : [];
    }
    default:
      return [];
  }
}

/**
 * @param {readonly Entry[]} entries
 * @param {number | null} [n]
 */
function latest(entries, n) {
  if (n === undefined || n === null) return entries;
  return n > 0 ? entries.slice(-n) : [];
}

/** @param {string} pattern */
function like(pattern) {
  const literal = pattern.replace(/[\\^$.|+()[\]{}]/g, "\\$&");
  return new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`, "su");
}

module.exports = { selectHistory };
