"use strict";
/** @import { Seams } from "../seams/seams.cjs" */
const { resetRemover } = require("../../rewriting/resets.cjs");
const { declarationsAfter } = require("../declarations.cjs");

/**
 * A failing cell keeps what it had set by then: values, types and imports. What it had not reached stays as
 * it was. In tslab its variables do not exist afterwards, and those that it was about to declare again are lost as well.
 * @param {Seams} seams
 */
function repairKeeping({ tslab, compiling, running }) {
  const { typescript } = tslab;
  /** @type {Record<string, unknown>} */
  let locals = {};
  /** The names that the cell declares. @type {readonly string[]} */
  let names = [];
  /** The variables as they were when the cell's code began; undefined while none has. @type {Map<string, { value: unknown } | undefined> | undefined} */
  let old;

  running.executorCreated((executor) => {
    locals = executor.locals;
  });
  compiling.transpileOptions((options) => ({
    ...options,
    transformers: {
      after: [
        resetRemover(typescript, (found) => {
          names = found;
        }),
      ],
    },
  }));
  compiling.converted((converted) => {
    if (converted.output !== undefined) old = valuesOf(locals, names);
    return converted;
  });
  running.execute(async (execute) => {
    const { declarations } = compiling;
    old = undefined;
    const succeeded = await execute();
    if (succeeded || old === undefined) return succeeded;
    const declared = compiling.lastConverted()?.declOutput ?? "";
    compiling.declarations = declarationsAfter(typescript, declarations, declared, unsetOf(locals, old));
    return succeeded;
  });
}

/**
 * The values of those of `names` that have one.
 * @param {Record<string, unknown>} locals
 * @param {readonly string[]} names
 * @returns {Map<string, { value: unknown } | undefined>}
 */
function valuesOf(locals, names) {
  return new Map(
    names.map((name) => [name, Object.hasOwn(locals, name) ? { value: locals[name] } : undefined]),
  );
}

/**
 * The unchanged names: a variable that still has its old value can keep its old type, too.
 * @param {Record<string, unknown>} locals
 * @param {ReadonlyMap<string, { value: unknown } | undefined>} old
 */
function unsetOf(locals, old) {
  const names = [...old].filter(([name, stood]) =>
    stood ? Object.is(locals[name], stood.value) : !Object.hasOwn(locals, name),
  );
  return new Set(names.map(([name]) => name));
}

module.exports = { repairKeeping };
