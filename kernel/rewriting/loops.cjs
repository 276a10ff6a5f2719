"use strict";
/**
 * @import {
 *   Block, Expression, ForStatement, IterationStatement, Node, SourceFile, Statement, TransformerFactory
 * } from "typescript"
 */
/** @import { TS } from "./cell-types.d.ts" */

/** Iterations of a loop between two checks, a power of two. */
const TURNS = 1024;

/**
 * A transformer that lets the kernel stop a loop that never awaits, where nothing outside it can: each loop counts its
 * iterations, and in every 1,024th one compares a number of `__tslab__.presses` with `__tslab__.heard`. Where they differ, it
 * calls `__tslab__.look()`, which throws after an Interrupt. A counter for each loop, since a loop around one that catches
 * errors needs its own check; local to its function, because that is fast. No call otherwise: a loop with a call keeps its
 * numbers in memory, which made short loops up to four times as slow. The numbers are compared in turns, because a compiler
 * may read the same one once for the whole loop.
 * @param {TS} ts
 * @param {(counters: readonly string[]) => void} declare called with the counters that no function declares: the cell
 *   must, before its first statement
 * @returns {TransformerFactory<SourceFile>}
 */
function loopChecks(ts, declare) {
  return (context) => (file) => {
    let loops = 0;
    /** Counters of the functions around a node, the innermost last. @type {string[][]} */
    const counters = [[]];
    /** @param {Node} node @returns {Node} */
    const visit = (node) => {
      if (isFunctionBody(ts, node)) return visitBody(node);
      if (!ts.isIterationStatement(node, false)) return ts.visitEachChild(node, visit, context);
      const counter = `__turns${loops++}__`;
      counters.at(-1)?.push(counter);
      const loop = /** @type {IterationStatement} */ (ts.visitEachChild(node, visit, context));
      return withBody(ts, loop, looking(ts, loop.statement, counter));
    };
    /** @param {Block} body */
    const visitBody = (body) => {
      counters.push([]);
      const visited = ts.visitEachChild(body, visit, context);
      const own = counters.pop() ?? [];
      return own.length === 0 ? visited : declaring(ts, visited, own);
    };
    const visited = ts.visitEachChild(file, visit, context);
    declare(counters.flat());
    return visited;
  };
}

/**
 * @param {TS} ts
 * @param {Node} node
 * @returns {node is Block}
 */
function isFunctionBody(ts, node) {
  if (!ts.isBlock(node)) return false;
  const { parent } = ts.getOriginalNode(node);
  return ts.isFunctionLike(parent) || ts.isClassStaticBlockDeclaration(parent);
}

/**
 * `let a = 0, b = 0;` before the statements of a function.
 * @param {TS} ts
 * @param {Block} body
 * @param {readonly string[]} counters
 */
function declaring({ factory, NodeFlags }, body, counters) {
  const zero = factory.createNumericLiteral(0);
  const list = counters.map((name) => factory.createVariableDeclaration(name, undefined, undefined, zero));
  const declared = factory.createVariableStatement(
    undefined,
    factory.createVariableDeclarationList(list, NodeFlags.Let),
  );
  return factory.updateBlock(body, [declared, ...body.statements]);
}

/**
 * The body with the check before it, `counter` standing for the counter's name:
 *
 *     if (((counter = (counter + 1) | 0) & 1023) === 0 &&
 *       __tslab__.presses[(counter >>> 10) % __tslab__.presses.length] !== __tslab__.heard) __tslab__.look();
 *
 * @param {TS} ts
 * @param {Statement} body of a loop
 * @param {string} name
 */
function looking(ts, body, name) {
  const { factory } = ts;
  const counter = factory.createIdentifier(name);
  const number = (/** @type {number} */ value) => factory.createNumericLiteral(value);
  const group = (/** @type {Expression} */ inner) => factory.createParenthesizedExpression(inner);
  const ofKernel = (/** @type {string} */ property) =>
    factory.createPropertyAccessExpression(factory.createIdentifier("__tslab__"), property);
  const next = factory.createBitwiseOr(group(factory.createAdd(counter, number(1))), number(0));
  const turned = factory.createBitwiseAnd(group(factory.createAssignment(counter, next)), number(TURNS - 1));
  const checks = factory.createUnsignedRightShift(counter, number(Math.log2(TURNS)));
  const presses = ofKernel("presses");
  const place = factory.createModulo(
    group(checks),
    factory.createPropertyAccessExpression(presses, "length"),
  );
  const first = factory.createIfStatement(
    factory.createLogicalAnd(
      factory.createStrictEquality(group(turned), number(0)),
      factory.createStrictInequality(
        factory.createElementAccessExpression(presses, place),
        ofKernel("heard"),
      ),
    ),
    factory.createExpressionStatement(factory.createCallExpression(ofKernel("look"), undefined, [])),
  );
  const statements = ts.isBlock(body) ? body.statements : [body];
  return ts.setTextRange(factory.createBlock([first, ...statements], true), body);
}

/**
 * @param {TS} ts
 * @param {IterationStatement} loop
 * @param {Statement} body
 */
function withBody(ts, loop, body) {
  const { factory } = ts;
  if (ts.isWhileStatement(loop)) return factory.updateWhileStatement(loop, loop.expression, body);
  if (ts.isDoStatement(loop)) return factory.updateDoStatement(loop, body, loop.expression);
  if (ts.isForInStatement(loop)) {
    return factory.updateForInStatement(loop, loop.initializer, loop.expression, body);
  }
  if (ts.isForOfStatement(loop)) {
    return factory.updateForOfStatement(loop, loop.awaitModifier, loop.initializer, loop.expression, body);
  }
  const plain = /** @type {ForStatement} */ (loop);
  return factory.updateForStatement(plain, plain.initializer, plain.condition, plain.incrementor, body);
}

module.exports = { loopChecks };
