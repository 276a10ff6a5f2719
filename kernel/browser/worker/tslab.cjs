"use strict";
/** @import { Tslab } from "../../common/tslab-types.d.ts" */

/**
 * tslab as it is, over the modules in `node/` instead of Node's.
 * @type {Tslab}
 */
const tslab = /** @type {any} */ ({
  typescript: require("@tslab/typescript-for-tslab"),
  zeromq: require("zeromq"),
  converter: require("tslab/dist/converter.js"),
  executor: require("tslab/dist/executor.js"),
  jupyter: require("tslab/dist/jupyter.js"),
  main: require("tslab/dist/main.js"),
});

module.exports = { tslab };
