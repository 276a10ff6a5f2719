import ts from "typescript";

/** A node of the source, and the text to put in its place. */
export interface Edit {
  readonly node: ts.Node;
  /** The last node that the text replaces, when there are several. Default: `node`. */
  readonly until?: ts.Node;
  readonly now: string;
}

/** What may be done to a node: no edit, one, or several of which each is a mutation of its own. */
export type Rule = (node: ts.Node) => readonly Edit[];

/** Operators that are taken for each other: a limit moves by one, a comparison or a calculation is turned round. */
const SWAPPED: ReadonlyMap<string, string> = new Map([
  ["<", "<="],
  ["<=", "<"],
  [">", ">="],
  [">=", ">"],
  ["===", "!=="],
  ["!==", "==="],
  ["+", "-"],
  ["-", "+"],
  ["*", "/"],
  ["/", "*"],
  ["+=", "-="],
  ["-=", "+="],
  ["*=", "/="],
  ["/=", "*="],
]);

/** Another operator between the same operands. Texts that are joined by `+` stay: they are messages. */
const swapOperator: Rule = (node) => {
  if (!ts.isBinaryExpression(node) || isText(node.left) || isText(node.right)) return [];
  const now = SWAPPED.get(node.operatorToken.getText());
  return now === undefined ? [] : [{ node: node.operatorToken, now }];
};

/** One operand of `&&`, `||` and `??` without the other; the first one of `%`. */
const dropOperand: Rule = (node) => {
  if (!ts.isBinaryExpression(node)) return [];
  const operator = node.operatorToken.getText();
  const left = { node, now: node.left.getText() };
  if (operator === "%") return [left];
  return ["&&", "||", "??"].includes(operator) ? [left, { node, now: node.right.getText() }] : [];
};

/** The condition of `if` and of `?:` the other way round; `===` and `!==` have that as a swapped operator. */
const negateCondition: Rule = (node) => {
  const condition = ts.isIfStatement(node)
    ? node.expression
    : ts.isConditionalExpression(node)
      ? node.condition
      : undefined;
  if (condition === undefined || isEquality(condition)) return [];
  return [{ node: condition, now: `!(${condition.getText()})` }];
};

/** A number that is one more, `true` for `false`. The name of a property is no number. */
const changeLiteral: Rule = (node) => {
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [{ node, now: "false" }];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [{ node, now: "true" }];
  if (!ts.isNumericLiteral(node) || (ts.isPropertyAssignment(node.parent) && node.parent.name === node)) {
    return [];
  }
  return [{ node, now: String(Number(node.text) + 1) }];
};

/** Removes a call whose result is not used. A class needs its `super()`. */
const removeCall: Rule = (node) => {
  if (!ts.isExpressionStatement(node)) return [];
  const call = ts.isAwaitExpression(node.expression) ? node.expression.expression : node.expression;
  if (!ts.isCallExpression(call) || call.expression.kind === ts.SyntaxKind.SuperKeyword) return [];
  return [{ node, now: ";" }];
};

/** Every rule; each looks at one node at a time. */
export const RULES: readonly Rule[] = [swapOperator, dropOperand, negateCondition, changeLiteral, removeCall];

function isText(node: ts.Expression): boolean {
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

function isEquality(node: ts.Expression): boolean {
  if (!ts.isBinaryExpression(node)) return false;
  const { kind } = node.operatorToken;
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}
