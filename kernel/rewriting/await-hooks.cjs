"use strict";
/** @import { CallExpression, Expression, ForOfStatement, Node, SourceFile, TransformerFactory } from "typescript" */
/** @import { TS } from "./cell-types.d.ts" */

/** Methods whose functions are called later. */
const LATER = new Set(["then", "catch", "finally"]);

/**
 * A transformer that lets the kernel know which cell's code continues, and stop it.
 *
 * - `await x` becomes `__tslab__.resumed(__tslab__.interrupts, __tslab__.owner(), await x)`, whose arguments JavaScript
 *   evaluates in this order: after an await during which Interrupt was pressed, the code does not continue.
 * - `for await (... of x)` runs over `__tslab__.stoppable(x)`.
 * - `x.then(f)` becomes `x.then(__tslab__.owned(f))`.
 * @param {TS} ts
 * @returns {TransformerFactory<SourceFile>}
 */
function awaitHooks(ts) {
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
        return ts.setTextRange(call("resumed", kernel("interrupts"), call("owner"), visited), node);
      }
      if (ts.isCallExpression(visited) && isLater(visited)) return owned(visited);
      return ts.isForOfStatement(visited) && visited.awaitModifier ? stoppable(visited) : visited;
    };
    return ts.visitEachChild(file, visit, context);
  };

  /** @param {CallExpression} node */
  function isLater({ expression }) {
    return ts.isPropertyAccessExpression(expression) && LATER.has(expression.name.text);
  }

  /** @param {CallExpression} node */
  function owned(node) {
    const values = node.arguments.map((value) => (ts.isSpreadElement(value) ? value : call("owned", value)));
    return factory.updateCallExpression(node, node.expression, node.typeArguments, values);
  }

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

module.exports = { awaitHooks };
