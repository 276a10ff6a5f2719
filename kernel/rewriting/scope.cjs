"use strict";
// One scope for all cells, by rewriting their code. Pure functions over TypeScript, for Node and for the browser.
/**
 * @import {
 *   BindingName, CallExpression, FunctionDeclaration, Identifier, ModuleDeclaration, Node,
 *   ShorthandPropertyAssignment, SourceFile, Statement, Symbol, TransformationContext, TransformerFactory,
 *   TypeChecker, VariableDeclarationList, Visitor
 * } from "typescript"
 */
/** @import { BoundFile, TS } from "./cell-types.d.ts" */

/**
 * Transformers of a cell's syntax, one before TypeScript's own and one after, with which cells share their variables as
 * if they were one program run line by line: the properties of the object `exports`. A function sees what later cells
 * assign to a variable or declare again under its name.
 *
 * - Names of earlier cells become properties: `rate` is written `exports.rate`.
 * - So do functions of the cell itself where others call them; inside itself a function keeps its plain, fast name.
 * - Variables are exported where they are declared, `export let rate = 1`, which TypeScript turns into properties.
 *
 * @param {TS} ts
 * @param {TypeChecker} checker
 * @param {BoundFile} file the cell, whose last statement may be `export { x, y }`
 * @param {BoundFile} earlier the declarations of earlier cells
 * @returns {{
 *   before: TransformerFactory<SourceFile>, after: TransformerFactory<SourceFile>,
 *   tslab: (own: TransformerFactory<SourceFile>) => TransformerFactory<SourceFile>
 * }} `tslab` keeps tslab's own transformer from doing its part, in which `{ a: b }` becomes `{ exports.a: b }` if an
 * earlier cell declares the type of `a`
 */
function scopeTransformers(ts, checker, file, earlier) {
  const shared = new Set([...(earlier.locals?.values() ?? []), ...functionsOf(ts, file)]);
  return {
    before: (context) => (node) => ts.visitEachChild(node, shareNames(ts, checker, shared, context), context),
    tslab: (own) => (context) => {
      const transform = own(context);
      return (node) => {
        const { getSymbolAtLocation } = checker;
        checker.getSymbolAtLocation = () => undefined;
        try {
          return transform(withEnd(ts, node));
        } finally {
          checker.getSymbolAtLocation = getSymbolAtLocation;
        }
      };
    },
    after: () => (node) => shareDeclarations(ts, node),
  };
}

/**
 * Puts a statement without code behind the last one if that is an enum or a namespace: TypeScript writes it as a call,
 * which tslab would take apart as the cell's last expression, and names of its members would stay as they are.
 * @param {TS} ts
 * @param {SourceFile} node
 */
function withEnd(ts, node) {
  const last = [...node.statements].reverse().find((one) => !ts.isExportDeclaration(one));
  const from = last && ts.getOriginalNode(last);
  if (!from || !(ts.isEnumDeclaration(from) || ts.isModuleDeclaration(from))) return node;
  return ts.factory.updateSourceFile(node, [...node.statements, ts.factory.createNotEmittedStatement(from)]);
}

/**
 * The symbols of the functions that the cell declares.
 * @param {TS} ts
 * @param {BoundFile} file
 */
function functionsOf(ts, file) {
  const symbols = [...(file.locals?.values() ?? [])];
  return symbols.filter(
    ({ valueDeclaration }) => valueDeclaration && ts.isFunctionDeclaration(valueDeclaration),
  );
}

/**
 * @param {TS} ts
 * @param {TypeChecker} checker
 * @param {ReadonlySet<Symbol>} shared
 * @param {TransformationContext} context
 * @returns {Visitor}
 */
function shareNames(ts, checker, shared, context) {
  const { factory } = ts;
  /** The functions around a node, which use their plain names for themselves. @type {(Symbol | undefined)[]} */
  const around = [];
  const isShared = (/** @type {Symbol | undefined} */ symbol) =>
    symbol !== undefined && shared.has(symbol) && !around.includes(symbol);
  const property = (/** @type {Identifier} */ name) =>
    ts.setTextRange(
      factory.createPropertyAccessExpression(factory.createIdentifier("exports"), name.text),
      name,
    );

  /** @param {Node} node @returns {Node} */
  const visit = (node) => {
    if (isOnlyType(ts, node)) return node;
    if (ts.isFunctionDeclaration(node)) return visitFunction(node);
    if (ts.isModuleDeclaration(node)) return visitNamespace(node);
    if (ts.isShorthandPropertyAssignment(node)) return visitShorthand(node);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return visitCall(node);
    if (!ts.isIdentifier(node)) return ts.visitEachChild(node, visit, context);
    return isShared(checker.getSymbolAtLocation(node)) ? property(node) : node;
  };
  /** @param {FunctionDeclaration} node */
  const visitFunction = (node) => {
    around.push(checker.getSymbolAtLocation(node.name ?? node));
    const visited = ts.visitEachChild(node, visit, context);
    around.pop();
    return visited;
  };
  /** Its name may be that of a function of the cell. @param {ModuleDeclaration} node */
  const visitNamespace = (node) => {
    const body = ts.visitNode(node.body, visit, ts.isModuleBody);
    return ts.factory.updateModuleDeclaration(node, node.modifiers, node.name, body);
  };
  /** `{ x }` and `({ x = 1 } = y)`. @param {ShorthandPropertyAssignment} node */
  const visitShorthand = (node) => {
    const initial = ts.visitNode(node.objectAssignmentInitializer, visit, ts.isExpression);
    if (!isShared(checker.getShorthandAssignmentValueSymbol(node))) {
      return factory.updateShorthandPropertyAssignment(node, node.name, initial);
    }
    const value = property(node.name);
    return factory.createPropertyAssignment(
      node.name.text,
      initial ? factory.createAssignment(value, initial) : value,
    );
  };
  /** `f(1)` is written `(0, exports.f)(1)`: no `this`, and a plain name in tracebacks. @param {CallExpression} node */
  const visitCall = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (visited.expression === node.expression) return visited;
    const callee = factory.createParenthesizedExpression(
      factory.createComma(factory.createNumericLiteral(0), visited.expression),
    );
    return factory.updateCallExpression(visited, callee, visited.typeArguments, visited.arguments);
  };
  return visit;
}

/**
 * Whether the node is a type, which TypeScript removes afterwards and must find unchanged.
 * @param {TS} ts
 * @param {Node} node
 */
function isOnlyType(ts, node) {
  return (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) || ts.isInterfaceDeclaration(node);
}

/**
 * Exports the cell's variables where they are declared, and its imports as values, since later cells may import other
 * things under their names; only functions and classes are left in `export { f }`.
 * @param {TS} ts
 * @param {SourceFile} file JavaScript, a module
 */
function shareDeclarations(ts, file) {
  const { factory } = ts;
  const exported = factory.createModifier(ts.SyntaxKind.ExportKeyword);
  /** @type {Set<string>} */
  const names = new Set();
  const statements = file.statements.flatMap((statement) => {
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) addNames(ts, name, names);
      const list = initialized(ts, statement.declarationList);
      return factory.updateVariableStatement(statement, [exported], list);
    }
    const imported = importedNames(ts, statement);
    for (const name of imported) names.add(name);
    return [statement, ...imported.map((name) => setProperty(ts, name))];
  });
  return factory.updateSourceFile(
    file,
    statements.map((statement) => withoutNames(ts, statement, names)),
  );
}

/**
 * `exports.x = x;`
 * @param {TS} ts
 * @param {string} name
 */
function setProperty({ factory }, name) {
  const property = factory.createPropertyAccessExpression(factory.createIdentifier("exports"), name);
  return factory.createExpressionStatement(
    factory.createAssignment(property, factory.createIdentifier(name)),
  );
}

/**
 * Writes `let x` as `let x = void 0`, because it hides an earlier x.
 * @param {TS} ts
 * @param {VariableDeclarationList} list
 */
function initialized({ factory }, list) {
  const declarations = list.declarations.map((one) =>
    factory.updateVariableDeclaration(
      one,
      one.name,
      undefined,
      undefined,
      one.initializer ?? factory.createVoidZero(),
    ),
  );
  return factory.updateVariableDeclarationList(list, declarations);
}

/**
 * The names that an import binds; none for another statement.
 * @param {TS} ts
 * @param {Statement} statement
 */
function importedNames(ts, statement) {
  if (!ts.isImportDeclaration(statement) || !statement.importClause) return [];
  const { name, namedBindings: bindings } = statement.importClause;
  const named = bindings && (ts.isNamespaceImport(bindings) ? [bindings] : bindings.elements);
  return [name, ...(named ?? []).map((one) => one.name)]
    .filter((found) => found !== undefined)
    .map(({ text }) => text);
}

/**
 * Adds the names in a binding: a and c for `{ a, b: [c] }`.
 * @param {TS} ts
 * @param {BindingName} binding
 * @param {Set<string>} names
 */
function addNames(ts, binding, names) {
  if (ts.isIdentifier(binding)) names.add(binding.text);
  else for (const one of binding.elements) if (ts.isBindingElement(one)) addNames(ts, one.name, names);
}

/**
 * Takes names out of `export { a, b }`; other statements stay.
 * @param {TS} ts
 * @param {Statement} statement
 * @param {ReadonlySet<string>} taken
 */
function withoutNames(ts, statement, taken) {
  if (!ts.isExportDeclaration(statement) || statement.moduleSpecifier) return statement;
  const { attributes, exportClause, modifiers } = statement;
  if (!exportClause || !ts.isNamedExports(exportClause)) return statement;
  const elements = exportClause.elements.filter(({ name }) => !taken.has(name.text));
  const clause = ts.factory.updateNamedExports(exportClause, elements);
  return ts.factory.updateExportDeclaration(statement, modifiers, false, clause, undefined, attributes);
}

module.exports = { scopeTransformers };
