"use strict";
// Namespaces and augmentations (`declare global`, `declare module "x"`) among the declarations of cells. Pure functions
// over TypeScript, for Node and for the browser.
/** @import { Identifier, ModuleDeclaration, Node, SourceFile, Statement, StringLiteral } from "typescript" */
/** @import { TS } from "./cell-types.d.ts" */

/** Whether a text may contain one. */
const ANY = /\bdeclare\s+(?:global|module|namespace)\b/;

/**
 * The namespaces and augmentations among declarations.
 * @param {TS} ts
 * @param {string} declarations
 * @param {(name: string) => boolean} isGone whether the namespace of that name was declared again as something else
 */
function namespacesIn(ts, declarations, isGone) {
  if (!ANY.test(declarations)) return "";
  return parse(ts, declarations)
    .statements.filter((statement) => ts.isModuleDeclaration(statement))
    .filter((one) => isAugmentation(ts, one) || !isGone(one.name.text))
    .map(({ pos, end }) => declarations.slice(pos, end))
    .join("");
}

/**
 * The declarations without what the augmentations of a cell declare again: each property of an interface is one of these.
 * Both at once are an error for TypeScript, so that no learner could correct a cell and run it again.
 * @param {TS} ts
 * @param {string} declarations
 * @param {string} source the cell
 */
function withoutRedeclared(ts, declarations, source) {
  if (!ANY.test(declarations) || !ANY.test(source)) return declarations;
  const again = new Set(augmented(ts, parse(ts, source)).map(({ path }) => path));
  const file = parse(ts, declarations);
  const gone = new Set(
    augmented(ts, file)
      .filter(({ path }) => again.has(path))
      .map(({ node }) => node),
  );
  if (gone.size === 0) return declarations;
  const { transformed } = ts.transform(file, [
    (context) => (whole) => {
      /** @param {Node} node @returns {Node | undefined} */
      const visit = (node) => {
        if (gone.has(node)) return undefined;
        const rest = ts.visitEachChild(node, visit, context);
        return isEmpty(ts, rest) && !isEmpty(ts, node) ? undefined : rest;
      };
      return ts.visitEachChild(whole, visit, context);
    },
  ]);
  return ts.createPrinter().printFile(/** @type {SourceFile} */ (transformed[0]));
}

/**
 * @param {TS} ts
 * @param {string} text
 */
function parse(ts, text) {
  return ts.createSourceFile("declarations.ts", text, ts.ScriptTarget.Latest);
}

/**
 * Whether it extends what other files declare.
 * @param {TS} ts
 * @param {ModuleDeclaration} one
 */
function isAugmentation(ts, one) {
  return ts.isStringLiteral(one.name) || (one.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

/** @typedef {{ path: string, node: Node }} Declared a declaration, and its name behind those around it */

/**
 * What the augmentations of a file declare.
 * @param {TS} ts
 * @param {SourceFile} file
 */
function augmented(ts, file) {
  return file.statements
    .filter((statement) => ts.isModuleDeclaration(statement) && isAugmentation(ts, statement))
    .flatMap((statement) => declaredBy(ts, file, statement, ""));
}

/**
 * @param {TS} ts
 * @param {SourceFile} file
 * @param {Node} node
 * @param {string} around
 * @returns {Declared[]}
 */
function declaredBy(ts, file, node, around) {
  if (ts.isVariableStatement(node)) return within(node.declarationList.declarations, around);
  if (ts.isModuleBlock(node)) return within(node.statements, around);
  const { name } = /** @type {Statement & { name?: Identifier | StringLiteral }} */ (node);
  const path = `${around}/${name?.text ?? name?.getText(file) ?? node.kind}`;
  if (ts.isModuleDeclaration(node)) return node.body ? declaredBy(ts, file, node.body, path) : [];
  if (ts.isInterfaceDeclaration(node)) return within(node.members, path);
  return [{ path, node }];

  /** @param {Iterable<Node>} nodes @param {string} path */
  function within(nodes, path) {
    return [...nodes].flatMap((one) => declaredBy(ts, file, one, path));
  }
}

/**
 * Whether it is an interface or a list of variables, and nothing is left in it.
 * @param {TS} ts
 * @param {Node} node
 */
function isEmpty(ts, node) {
  if (ts.isVariableStatement(node)) return node.declarationList.declarations.length === 0;
  return ts.isInterfaceDeclaration(node) && node.members.length === 0;
}

module.exports = { namespacesIn, withoutRedeclared };
