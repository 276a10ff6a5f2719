"use strict";
/** @import { Statement, TypeScript } from "./tslab-types.d.ts" */

/**
 * The declarations after a cell that ended before it set the names `unset`: what the cell declared, without these,
 * and what these names were declared as before.
 * @param {TypeScript} ts
 * @param {string} before declarations (.d.ts) that were valid when the cell began
 * @param {string} after declarations that would be valid if it had succeeded
 * @param {ReadonlySet<string>} unset
 */
function declarationsAfter(ts, before, after, unset) {
  return (
    only(ts, after, (name) => !unset.has(name), true) + only(ts, before, (name) => unset.has(name), false)
  );
}

/**
 * The declarations of the values that `keep` wants, and those of types if `types`.
 * @param {TypeScript} ts
 * @param {string} declarations
 * @param {(name: string) => boolean} keep
 * @param {boolean} types
 */
function only(ts, declarations, keep, types) {
  const { statements } = ts.createSourceFile("declarations.d.ts", declarations, ts.ScriptTarget.Latest);
  return statements
    .map((statement) => {
      if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
        return types ? textOf(declarations, statement) : "";
      }
      return onlyNames(declarations, statement, keep);
    })
    .join("");
}

/**
 * The declaration without the names that `keep` rejects: `declare let x: number, y: string;` and `import { x, y }`
 * declare several.
 * @param {string} declarations
 * @param {Statement} statement
 * @param {(name: string) => boolean} keep
 */
function onlyNames(declarations, statement, keep) {
  const { name, declarationList, importClause } = statement;
  const bindings = importClause?.namedBindings;
  const single = name ?? importClause?.name ?? bindings?.name;
  const several = declarationList?.declarations ?? bindings?.elements ?? [];
  const kept = several.filter((part) => part.name !== undefined && keep(part.name.text));
  const all = kept.length === several.length && (single === undefined || keep(single.text));
  if (all) return textOf(declarations, statement);
  const [first] = several;
  const last = several.at(-1);
  if (kept.length === 0 || first === undefined || last === undefined) return "";
  // the text before and after the list is the same for any part of it
  const parts = kept.map((part) => textOf(declarations, part));
  return `${declarations.slice(statement.pos, first.pos)}${parts}${declarations.slice(last.end, statement.end)}`;
}

/**
 * @param {string} declarations
 * @param {{ readonly pos: number, readonly end: number }} node
 */
function textOf(declarations, { pos, end }) {
  return declarations.slice(pos, end);
}

module.exports = { declarationsAfter };
