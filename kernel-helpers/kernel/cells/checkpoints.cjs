"use strict";
/** @import { Expression, ForOfStatement, Node, SourceFile, TransformerFactory } from "typescript" */
/** @import { TS } from "./cell-types.d.ts" */

/**
 * A transformer by which a cell's code does not go on after an await during which Interrupt was pressed: `await x`
 * becomes `__tslab__.resumed(__tslab__.interrupts, await x)`, whose arguments JavaScript evaluates in this order, and
 * `for await (... of x)` runs over `__tslab__.stoppable(x)`.
 * @param {TS} ts
 * @returns {TransformerFactory<SourceFile>}
 */
function checkpoints(ts) {
  const { factory } = ts;
  const kernel = (/** @type {string} */ name) =>
    factory.createPropertyAccessExpression(factory.createIdentifier("__tslab__"), name);
  const call = (/** @type {string} */ name, /** @type {Expression[]} */ ...values) =>
    factory.createCallExpression(kernel(name), undefined, values);
  return (context) => (file) => {
    /** @param {Node} node @returns {Node} */
    const visit = (node) => {
      const visited = ts.visitEachChild(node, visit, context);
      if (ts.isAwaitExpression(visited)) {
        return ts.setTextRange(call("resumed", kernel("interrupts"), visited), node);
      }
      return ts.isForOfStatement(visited) && visited.awaitModifier ? stoppable(visited) : visited;
    };
    return ts.visitEachChild(file, visit, context);
  };

  /** @param {ForOfStatement} loop */
  function stoppable(loop) {
    const { awaitModifier, initializer, expression, statement } = loop;
    return factory.updateForOfStatement(
      loop,
      awaitModifier,
      initializer,
      call("stoppable", expression),
      statement,
    );
  }
}

module.exports = { checkpoints };
