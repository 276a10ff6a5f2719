import ts from "typescript";
import type { Rule } from "../mutate/rules.ts";

/** Functions whose first two arguments may change places. */
const SYMMETRIC = ["dot", "cosine", "Math.max", "Math.min", "tf.mul"];

/** Two neighbouring arguments of a call change places. */
const swapArguments: Rule = (node) => {
  if (!ts.isCallExpression(node) || SYMMETRIC.includes(node.expression.getText())) return [];
  const texts = node.arguments.map((argument) => argument.getText());
  return texts.slice(1).map((_, i) => {
    const swapped = texts.map((text, j) => (j === i ? texts[i + 1] : j === i + 1 ? texts[i] : text));
    return { node, now: `${node.expression.getText()}(${swapped.join(", ")})` };
  });
};

/** A loop takes each value once. */
const skipDuplicates: Rule = (node) => {
  if (ts.isForOfStatement(node))
    return [{ node: node.expression, now: `new Set(${node.expression.getText()})` }];
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  if (!["forEach", "map", "flatMap"].includes(name.text)) return [];
  return [{ node: expression, now: `[...new Set(${expression.getText()})]` }];
};

/** Two neighbouring statements change places: something is read after it was written. */
const readAfterWrite: Rule = (node) => {
  if (!ts.isExpressionStatement(node) && !ts.isVariableStatement(node)) return [];
  const siblings = ts.isBlock(node.parent) ? [...node.parent.statements] : [];
  const next = siblings[siblings.indexOf(node) + 1];
  if (next === undefined || ts.isReturnStatement(next)) return [];
  if (ts.isVariableStatement(node) && ts.isVariableStatement(next)) return []; // neither writes
  return [{ node, until: next, now: `${next.getText()}\n${node.getText()}` }];
};

/** The bounds of a loop, and of `slice`, move by one. */
const offByOne: Rule = (node) => {
  if (!ts.isForStatement(node)) return [];
  const bounds = [
    ...(node.initializer && ts.isVariableDeclarationList(node.initializer)
      ? node.initializer.declarations.flatMap(({ initializer }) => initializer ?? [])
      : []),
    ...(node.condition && ts.isBinaryExpression(node.condition) ? [node.condition.right] : []),
  ];
  return bounds.flatMap((bound) =>
    [1, -1].map((by) => ({ node: bound, now: `(${bound.getText()}) + ${by}` })),
  );
};

/** A step of a chain is left out: `x.map(f)` becomes `x`, which is also a view for a copy. */
const dropStep: Rule = (node) => {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
  const { name, expression } = node.expression;
  return ["map", "filter", "slice", "sort", "reshape", "expandDims", "reverse"].includes(name.text)
    ? [{ node, now: expression.getText() }]
    : [];
};

/** What goes wrong in the program of a learner's function. */
export const PROGRAM_RULES: readonly Rule[] = [
  swapArguments,
  skipDuplicates,
  readAfterWrite,
  offByOne,
  dropStep,
];
