"use strict";
/** @import { Seams } from "../../common/seams/seams.cjs" */
const { sep } = require("node:path");
const { LocalModules } = require("../local-modules.cjs");

/**
 * Loads the local files that cells import. In tslab a file keeps its old exports when one that it imports changes, a folder
 * with an index file is not found, files that import each other call each other without end, and a file that only runs
 * statements stops the compiler, which treats its last expression as a cell's.
 * @param {Seams} seams
 */
function repairLocalFiles({ compiling, running }) {
  const folder = process.cwd().replaceAll(sep, "/");
  const modules = new LocalModules();
  compiling.plainFiles = true;
  compiling.converted((converted) => {
    modules.update(converted.sideOutputs ?? []);
    return converted;
  });
  running.executorCreated((_, runtime) => {
    const { require: plainRequire } = runtime;
    runtime.require = new Proxy(plainRequire, {
      apply: (_target, _this, [name, ...rest]) =>
        modules.require(String(name), folder) ?? plainRequire(name, ...rest),
    });
  });
}

module.exports = { repairLocalFiles };
