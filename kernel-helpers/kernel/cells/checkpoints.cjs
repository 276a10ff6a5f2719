"use strict";

/**
 * A transformer by which a cell's code does not go on after an await during which Interrupt was pressed: `await x`
 * becomes `__tslab__.resumed(__tslab__.interrupts, await x)`, whose arguments JavaScript evaluates in this order, and
 * `for await (... of x)` runs over `__tslab__.stoppable(x)`.
 * @param {any} ts
 */
function checkpoints(ts) {
  const { factory } = ts;
  const kernel = (/** @type {string} */ name) =>
    factory.createPropertyAccessExpression(factory.createIdentifier("__tslab__"), name);
  const call = (/** @type {string} */ name, /** @type {any[]} */ ...values) =>
    factory.createCallExpression(kernel(name), undefined, values);
  return (/** @type {any} */ context) => (/** @type {any} */ file) => {
    /** @type {(node: any) => any} */
    const visit = (node) => {
      const visited = ts.visitEachChild(node, visit, context);
      if (ts.isAwaitExpression(node)) {
        return ts.setTextRange(call("resumed", kernel("interrupts"), visited), node);
      }
      if (!ts.isForOfStatement(node) || !node.awaitModifier) return visited;
      const { awaitModifier, initializer, expression, statement } = visited;
      return factory.updateForOfStatement(
        visited,
        awaitModifier,
        initializer,
        call("stoppable", expression),
        statement,
      );
    };
    return ts.visitNode(file, visit);
  };
}

module.exports = { checkpoints };
