"use strict";
/** @import { Seams } from "../../../common/seams/seams.cjs" */

/** What TypeScript advises for a name or a module of Node. */
const INSTALL = / Do you need to install type definitions for node\? .*$/;

/** What applies in a page. */
const ADVICE = " Node APIs are not available in the browser: run this lesson in Node.";

/**
 * Says that a page has no Node APIs. TypeScript advises to install Node's types, which would not help there.
 * @param {Seams} seams
 */
function repairAdvice({ compiling }) {
  compiling.converted((converted) => {
    const diagnostics = converted.diagnostics.map((diagnostic) => ({
      ...diagnostic,
      messageText: diagnostic.messageText.replace(INSTALL, ADVICE),
    }));
    return { ...converted, diagnostics };
  });
}

module.exports = { repairAdvice };
