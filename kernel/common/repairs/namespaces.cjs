"use strict";
/** @import { BoundFile } from "../../rewriting/cell-types.d.ts" */
/** @import { Seams } from "../seams/seams.cjs" */
const { namespacesIn, withoutRedeclared } = require("../../rewriting/namespaces.cjs");

/**
 * Keeps namespaces, `declare global` and `declare module "x"` for all later cells: tslab forgets them after the next one.
 * What a cell declares again replaces what was declared before.
 * @param {Seams} seams
 */
function repairNamespaces({ tslab, compiling }) {
  const { typescript } = tslab;
  /** The declarations before the cell. */
  let before = "";
  /** What the cell declares. @type {BoundFile["locals"]} */
  let locals;

  compiling.source((source) => {
    before = compiling.declarations;
    compiling.declarations = withoutRedeclared(typescript, before, source);
    return source;
  });
  compiling.transform((_, cell) => {
    ({ locals } = /** @type {BoundFile} */ (cell));
    return {};
  });
  compiling.converted((converted) => {
    const earlier = compiling.declarations;
    compiling.declarations = before;
    if (converted.output === undefined) return converted;
    return {
      ...converted,
      declOutput: (converted.declOutput ?? "") + namespacesIn(typescript, earlier, isDeclared),
    };
  });
  compiling.failed((error) => {
    compiling.declarations = before;
    return error;
  });

  /** Whether the cell declares a value of that name, imports it, or declares its namespace. @param {string} name */
  function isDeclared(name) {
    const { Alias, Namespace, Value } = typescript.SymbolFlags;
    const symbol = locals?.get(/** @type {string} */ (typescript.escapeLeadingUnderscores(name)));
    return ((symbol?.flags ?? 0) & (Alias | Namespace | Value)) !== 0;
  }
}

module.exports = { repairNamespaces };
