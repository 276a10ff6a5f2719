"use strict";

/**
 * Whether a cell awaits something outside of its functions: by `await`, `for await` or `await using`.
 * @param {any} ts
 * @param {string} source
 */
function awaitsOutside(ts, source) {
  /** @type {(node: any) => boolean} */
  const awaits = (node) => {
    if (ts.isAwaitExpression(node)) return true;
    if (ts.isForOfStatement(node) && node.awaitModifier) return true;
    if (
      ts.isVariableDeclarationList(node) &&
      (node.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing
    ) {
      return true;
    }
    return !ts.isFunctionLike(node) && (ts.forEachChild(node, awaits) ?? false);
  };
  // by the empty export the file is a module, in which await is a keyword
  return awaits(ts.createSourceFile("cell.ts", `${source}\nexport {};`, ts.ScriptTarget.Latest));
}

module.exports = { awaitsOutside };
