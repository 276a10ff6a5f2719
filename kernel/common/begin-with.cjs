"use strict";

/**
 * Compiled code with a statement before all others, in its first line: positions in it must stay.
 * @param {string} output
 * @param {string} statement
 */
function beginWith(output, statement) {
  return output.replace(/^(?:"use strict";)?/, (directive) => `${directive} ${statement} `);
}

module.exports = { beginWith };
