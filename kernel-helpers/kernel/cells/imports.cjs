"use strict";

/**
 * A transformer that writes `import(x)` as `__tslab__.import(x)`: the compilation to CommonJS would make it a
 * `require`, which cannot load every ES module.
 * @param {any} ts
 */
function dynamicImports(ts) {
  const { factory } = ts;
  return (/** @type {any} */ context) => (/** @type {any} */ file) => {
    /** @type {(node: any) => any} */
    const visit = (node) => {
      const visited = ts.visitEachChild(node, visit, context);
      if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return visited;
      const load = factory.createPropertyAccessExpression(factory.createIdentifier("__tslab__"), "import");
      return factory.updateCallExpression(visited, load, undefined, visited.arguments);
    };
    return ts.visitNode(file, visit);
  };
}

/**
 * From where a cell imports values or types: `["fs"]` for `import { readFileSync } from "fs"`.
 * @param {any} ts
 * @param {string} source
 * @returns {string[]}
 */
function importedModules(ts, source) {
  const { statements } = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest);
  return statements
    .filter(
      (/** @type {any} */ statement) =>
        ts.isImportDeclaration(statement) && !statement.importClause?.isTypeOnly,
    )
    .map((/** @type {any} */ { moduleSpecifier }) => moduleSpecifier.text);
}

module.exports = { dynamicImports, importedModules };
