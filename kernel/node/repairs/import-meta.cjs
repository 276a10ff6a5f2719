"use strict";
/** @import { Node, SourceFile, TransformerFactory } from "typescript" */
/** @import { Seams } from "../../common/seams/seams.cjs" */
/** @import { TS } from "../../rewriting/cell-types.d.ts" */
const { createRequire } = require("node:module");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

const DECLARATION = join(__dirname, "..", "import-meta.d.ts");

/**
 * Gives cells `import.meta` with `url`, `dirname`, `filename` and `resolve`, as a file `cell.ts` beside the notebook would
 * have it. In tslab it is a syntax error at run time.
 * @param {Seams} seams
 */
function repairImportMeta({ tslab, compiling, running }) {
  const dirname = process.cwd();
  const filename = join(dirname, "cell.ts");
  const { resolve } = createRequire(filename);
  compiling.compilerOptions((options) => ({ ...options, lib: [...(options.lib ?? []), DECLARATION] }));
  compiling.transform(() => ({ before: metaReplacer(tslab.typescript) }));
  running.executorCreated((_, runtime) => {
    runtime.meta = {
      dirname,
      filename,
      url: pathToFileURL(filename).href,
      resolve: (/** @type {string} */ name) => pathToFileURL(resolve(name)).href,
    };
  });
}

/**
 * A transformer that writes `import.meta` as `__tslab__.meta`.
 * @param {TS} ts
 * @returns {TransformerFactory<SourceFile>}
 */
function metaReplacer(ts) {
  const { factory } = ts;
  return (context) => (file) => {
    /** @param {Node} node @returns {Node} */
    const visit = (node) =>
      ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword
        ? factory.createPropertyAccessExpression(factory.createIdentifier("__tslab__"), "meta")
        : ts.visitEachChild(node, visit, context);
    return ts.visitEachChild(file, visit, context);
  };
}

module.exports = { repairImportMeta };
