"use strict";
/** @import { Checker, Node, Symbol, Tslab, TypeScript } from "../tslab-types.d.ts" */
const { wrap } = require("../wrap.cjs");

/** The file in which tslab keeps the declarations of earlier cells. */
const EARLIER_CELLS = /[\\/]__prev__\.d\.ts$/;

/**
 * Lets a cell write `{ center }` for a variable of an earlier cell. tslab turns such names into `exports.center`
 * but looks past the short form, and the cell fails with "center is not defined".
 * @param {Tslab} tslab
 */
function repairShorthand({ typescript }) {
  wrap(typescript, "createWatchCompilerHost", (original) => (...values) => {
    const host = original(...values);
    wrap(host, "createProgram", (create) => (...inputs) => {
      const builder = create(...inputs);
      wrap(builder, "emit", (emit) => (file, write, token, declarationsOnly, transformers = {}) => {
        const checker = builder.getProgram().getTypeChecker();
        const before = [written(typescript, checker), ...(transformers.before ?? [])];
        return emit(file, write, token, declarationsOnly, { ...transformers, before });
      });
      return builder;
    });
    return host;
  });
}

/**
 * A transformer that writes `{ x }` as `{ x: exports.x }`, and `({ x = 1 } = y)` as `({ x: exports.x = 1 } = y)`, when
 * x is a variable of an earlier cell.
 * @param {TypeScript} ts
 * @param {Checker} checker
 */
function written(ts, checker) {
  return (/** @type {unknown} */ context) => (/** @type {Node} */ file) => {
    const { factory } = ts;
    /** @type {(node: Node) => unknown} */
    const visit = (node) => {
      if (
        !ts.isShorthandPropertyAssignment(node) ||
        !isEarlier(checker.getShorthandAssignmentValueSymbol(node))
      ) {
        return ts.visitEachChild(node, visit, context);
      }
      const { text } = node.name;
      const value = factory.createPropertyAccessExpression(factory.createIdentifier("exports"), text);
      const initial = node.objectAssignmentInitializer;
      return factory.createPropertyAssignment(
        text,
        initial ? factory.createAssignment(value, ts.visitNode(initial, visit)) : value,
      );
    };
    return ts.visitNode(file, visit);
  };
}

/** @param {Symbol | undefined} symbol */
function isEarlier(symbol) {
  return (
    symbol?.declarations?.some((declaration) => EARLIER_CELLS.test(declaration.getSourceFile().fileName)) ??
    false
  );
}

module.exports = { repairShorthand };
