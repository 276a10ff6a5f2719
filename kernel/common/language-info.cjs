"use strict";

/**
 * What the kernel says of its language, with the version of TypeScript that checks the cells. Front ends write it into each
 * notebook that they open, so a notebook that has it already is not changed by being opened.
 * @param {string} version "6.0.3"
 */
function languageInfo(version) {
  return {
    codemirror_mode: { mode: "typescript", name: "javascript", typescript: true },
    file_extension: ".ts",
    mimetype: "text/typescript",
    name: "typescript",
    nbconvert_exporter: "script",
    pygments_lexer: "typescript",
    version,
  };
}

module.exports = { languageInfo };
