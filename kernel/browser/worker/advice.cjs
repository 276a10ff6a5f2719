"use strict";
/** @import { Tslab } from "../../common/tslab-types.d.ts" */
const { wrap } = require("../../common/wrap.cjs");

/** What TypeScript advises for a name or a module of Node. */
const INSTALL = / Do you need to install type definitions for node\? .*$/;

/**
 * Says of what belongs to Node that a page has none of it. TypeScript advises to install Node's types, which a page
 * cannot, and which would not help.
 * @param {Tslab} tslab
 */
function repairAdvice({ converter }) {
  wrap(converter, "createConverter", (original) => (options) => {
    const created = original(options);
    wrap(created, "convert", (convert) => (declarations, source) => {
      const converted = convert(declarations, source);
      const diagnostics = converted.diagnostics.map((diagnostic) => ({
        ...diagnostic,
        messageText: diagnostic.messageText.replace(
          INSTALL,
          " A page has nothing of Node: open the lesson in Node for it.",
        ),
      }));
      return { ...converted, diagnostics };
    });
    return created;
  });
}

module.exports = { repairAdvice };
