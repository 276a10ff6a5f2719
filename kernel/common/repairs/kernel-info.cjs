"use strict";
/** @import { Seams } from "../seams/seams.cjs" */

const { version } = require("../../package.json");
const { languageInfo } = require("../language-info.cjs");

const HELP = [
  { text: "The TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/intro.html" },
  { text: "TensorFlow.js", url: "https://js.tensorflow.org/api/latest/" },
  { text: "Node.js", url: "https://nodejs.org/api/" },
];

/**
 * Says who we are, the TypeScript that checks the cells (tslab: "3.7.2"), and how nbconvert should highlight code.
 * @param {Seams} seams
 */
function repairKernelInfo({ tslab, messages }) {
  const { typescript } = tslab;
  messages.handler(
    "handleKernel",
    (original) =>
      function () {
        const info = original.call(this);
        return {
          ...info,
          status: "ok",
          implementation: "word2vec-lab",
          implementation_version: version,
          banner: `TypeScript ${typescript.version} (word2vec-lab ${version})`,
          language_info: languageInfo(typescript.version),
          help_links: HELP,
          debugger: false,
        };
      },
  );
}

module.exports = { repairKernelInfo };
