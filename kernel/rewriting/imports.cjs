"use strict";
/** @import { Node, SourceFile, TransformerFactory } from "typescript" */
/** @import { TS } from "./cell-types.d.ts" */

/**
 * A transformer that writes `import(x)` as `__tslab__.import(x)`: the compilation to CommonJS would make it a
 * `require`, which cannot load every ES module.
 * @param {TS} ts
 * @returns {TransformerFactory<SourceFile>}
 */
function dynamicImports(ts) {
  const { factory } = ts;
  return (context) => (file) => {
    /** @param {Node} node @returns {Node} */
    const visit = (node) => {
      const visited = ts.visitEachChild(node, visit, context);
      if (!ts.isCallExpression(visited) || visited.expression.kind !== ts.SyntaxKind.ImportKeyword) {
        return visited;
      }
      const load = factory.createPropertyAccessExpression(factory.createIdentifier("__tslab__"), "import");
      return factory.updateCallExpression(visited, load, undefined, visited.arguments);
    };
    return ts.visitEachChild(file, visit, context);
  };
}

/**
 * The modules from which a cell imports values: `["fs"]` for `import { readFileSync } from "fs"`.
 * @param {TS} ts
 * @param {string} source
 * @returns {string[]}
 */
function importedModules(ts, source) {
  const { statements } = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest);
  return statements
    .filter((statement) => ts.isImportDeclaration(statement))
    .filter(({ importClause }) => importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword)
    .map(({ moduleSpecifier }) => (ts.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : ""));
}

module.exports = { dynamicImports, importedModules };
