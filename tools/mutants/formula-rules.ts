import ts from "typescript";
import type { Rule } from "../mutate/rules.ts";

/** One part of a sum or a product is left out. */
const dropTerm: Rule = (node) => {
  if (!ts.isBinaryExpression(node)) return [];
  const operator = node.operatorToken.getText();
  if (!["+", "-", "*", "/"].includes(operator)) return [];
  const [left, right] = [node.left.getText(), node.right.getText()];
  return [
    { node, now: left },
    { node, now: operator === "-" ? `-(${right})` : right },
  ];
};

/** The largest becomes the first; a maximum or minimum becomes one of its two. */
const firstForLargest: Rule = (node) => {
  if (!ts.isCallExpression(node)) return [];
  const called = node.expression.getText();
  if (called === "Math.max" || called === "Math.min") {
    return node.arguments.map((argument) => ({ node, now: argument.getText() }));
  }
  const list = listOf(node, "reduce");
  return list !== undefined && node.getText().includes("Math.max") ? [{ node, now: `${list}[0]` }] : [];
};

/** A sum becomes a mean: of a reduced list, or of what a loop adds with `addScaled`. */
const meanForSum: Rule = (node) => {
  if (!ts.isCallExpression(node)) return [];
  const list = listOf(node, "reduce");
  if (list !== undefined) return [{ node, now: `(${node.getText()} / ${list}.length)` }];
  const factor = node.arguments[1];
  const looped = loopedOver(node);
  if (node.expression.getText() !== "addScaled" || factor === undefined || looped === undefined) return [];
  return [{ node: factor, now: `(${factor.getText()}) / [...${looped}].length` }];
};

/** A score or an exponent is kept within bounds. */
const clamp: Rule = (node) => {
  if (!ts.isCallExpression(node)) return [];
  const argument = node.arguments[0];
  const bound = { "Math.exp": 700, sigmoid: 6, softplus: 30 }[node.expression.getText()];
  if (bound === undefined || argument === undefined) return [];
  return [
    { node: argument, now: `Math.min(${bound}, ${argument.getText()})` },
    { node: argument, now: `Math.max(-${bound}, ${argument.getText()})` },
  ];
};

/** A logarithm that overflows, loses small numbers, or has a small number added; a division likewise. */
const naiveLog: Rule = (node) => {
  if (ts.isBinaryExpression(node) && node.operatorToken.getText() === "/") {
    return [{ node: node.right, now: `(${node.right.getText()} + 1e-8)` }];
  }
  if (!ts.isCallExpression(node)) return [];
  const x = node.arguments[0]?.getText();
  const forms = {
    softplus: [`Math.log(1 + Math.exp(${x}))`, `-Math.log(sigmoid(-(${x})))`, `-Math.log(1 - sigmoid(${x}))`],
    "Math.log1p": [`Math.log(1 + ${x})`, `Math.log1p(${x} + 1e-7)`],
    "tf.softplus": [`tf.log(tf.add(1, tf.exp(${x})))`],
  };
  const found = forms[node.expression.getText() as keyof typeof forms] ?? [];
  return found.map((now) => ({ node, now }));
};

/** Float32 for float64, the sign lost, a test for an error left out. */
const small: Rule = (node) => {
  if (ts.isIdentifier(node) && node.text === "Float64Array" && !ts.isTypeNode(node.parent)) {
    return [{ node, now: "Float32Array" }];
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    return [{ node, now: `(${node.operand.getText()})` }];
  }
  return ts.isIfStatement(node) && node.elseStatement === undefined ? [{ node, now: ";" }] : [];
};

/** The list whose method `name` the call is, as text. */
function listOf(node: ts.CallExpression, name: string): string | undefined {
  const called = node.expression;
  return ts.isPropertyAccessExpression(called) && called.name.text === name
    ? called.expression.getText()
    : undefined;
}

/** The list that the innermost loop around the node runs over, as text. */
function loopedOver(node: ts.Node): string | undefined {
  for (let around: ts.Node | undefined = node.parent; around !== undefined; around = around.parent) {
    if (ts.isForOfStatement(around)) return around.expression.getText();
    const list = ts.isCallExpression(around) ? listOf(around, "forEach") : undefined;
    if (list !== undefined) return list;
  }
  return undefined;
}

/** What goes wrong in the mathematics of a learner's function. */
export const FORMULA_RULES: readonly Rule[] = [dropTerm, firstForLargest, meanForSum, clamp, naiveLog, small];
