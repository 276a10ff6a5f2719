"use strict";
/** @import { Tslab } from "../tslab-types.d.ts" */
const { declarationsAfter } = require("../declarations.cjs");
const { wrap } = require("../wrap.cjs");

/** How compiled code begins: it sets each name that the cell declares to undefined, those of earlier cells too. */
const RESET =
  /(Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);\n)((?:exports\.[^\s.]+ = (?:exports\.[^\s.]+ = )*void 0;\n)+)/;

/**
 * A cell that fails keeps what it had set by then: values, types and imports, and leaves what it had not come to as
 * it was. In tslab its variables do not exist afterwards, and those that it meant to declare anew are lost as well.
 * @param {Tslab} tslab
 */
function repairKeeping({ converter, executor, typescript }) {
  /** @type {Record<string, unknown>} */
  let locals = {};
  /**
   * Declarations that hold since a cell failed; undefined when tslab knows those that hold.
   * @type {string | undefined}
   */
  let declared;
  /**
   * The cell whose code runs: none when it does not compile.
   * @type {{ before: string, after: string, old: Map<string, { value: unknown } | undefined> }[]}
   */
  const running = [];

  wrap(converter, "createConverter", (original) => (options) => {
    const created = original(options);
    wrap(created, "convert", (convert) => (declarations, source) => {
      const before = declared ?? declarations;
      const converted = convert(before, source);
      if (converted.output === undefined) return converted;
      const output = converted.output.replace(RESET, (_, head, reset) => head + reset.replace(/[^\n]+/g, ""));
      const [, , reset = ""] = RESET.exec(converted.output) ?? [];
      const names = Array.from(reset.matchAll(/exports\.([^\s.]+) =/g), ([, name = ""]) => name);
      running.push({ before, after: converted.declOutput ?? "", old: valuesOf(locals, names) });
      return { ...converted, output };
    });
    for (const method of /** @type {const} */ (["inspect", "complete"])) {
      wrap(
        created,
        method,
        (ask) =>
          (declarations, ...rest) =>
            ask(declared ?? declarations, ...rest),
      );
    }
    return created;
  });
  wrap(executor, "createExecutor", (original) => (...values) => {
    const created = original(...values);
    locals = created.locals;
    wrap(created, "execute", (execute) => async (source) => {
      const succeeded = await execute(source);
      const cell = running.pop();
      if (cell === undefined) return succeeded;
      const { before, after, old } = cell;
      declared = succeeded ? undefined : declarationsAfter(typescript, before, after, unsetOf(locals, old));
      return succeeded;
    });
    return created;
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
 * The names that stand as they stood: what holds a value that it had before may keep its old type, too.
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
