"use strict";
// In the place of `@tslab/typescript-for-tslab`: the project's TypeScript over files in memory.
const typescript = require("typescript");
const { forTslab } = require("../../common/typescript.cjs");
const { files } = require("./files.ts");
const { memorySystem } = require("./system.ts");

/** @type {any} */ (typescript).setSys(memorySystem(files));

module.exports = forTslab(typescript);
