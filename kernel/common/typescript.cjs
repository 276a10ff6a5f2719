"use strict";

/**
 * A copy of TypeScript's exports with `changes`, on which the functions that repairs replace can be set: the original
 * has getters only.
 * @param {any} original
 * @param {object} [changes]
 */
function openTypeScript(original, changes) {
  const { createWatchCompilerHost, transpileModule } = original;
  const descriptors = Object.getOwnPropertyDescriptors(original);
  for (const [name, value] of Object.entries({ createWatchCompilerHost, transpileModule, ...changes })) {
    descriptors[name] = { configurable: true, enumerable: true, writable: true, value };
  }
  return Object.defineProperties(Object.create(null), descriptors);
}

/**
 * Microsoft's TypeScript with what else tslab's converter needs to compile a cell; tslab brings its own TypeScript 5.0.4
 * with these additions. Left out: its help, which the repair `help` provides with the language service, and its option
 * `disableTopLevelAwait`, since the repair `awaits` makes every cell an asynchronous function.
 * @param {any} ts TypeScript 6.0
 */
function forTslab(ts) {
  return openTypeScript(ts, {
    getNullTransformationContext: () => ts.nullTransformationContext,
    getDefaultTypeRoots: (/** @type {string} */ folder) =>
      ts.getEffectiveTypeRoots({}, { getCurrentDirectory: () => folder }),
    getPreEmitDiagnosticsOfFiles: (/** @type {any} */ program, /** @type {any[]} */ files) =>
      ts.sortAndDeduplicateDiagnostics([
        ...program.getOptionsDiagnostics(),
        ...program.getGlobalDiagnostics(),
        ...files.flatMap((file) => problemsOf(program, file)),
      ]),
  });
}

/** "Could not find a declaration file for module": what comes from a package without types is `any` in a cell. */
const UNTYPED_PACKAGE = 7016;

/**
 * @param {any} program
 * @param {any} file
 * @returns {{ code: number }[]}
 */
function problemsOf(program, file) {
  return [
    ...program.getSyntacticDiagnostics(file),
    ...program.getSemanticDiagnostics(file),
    ...program.getDeclarationDiagnostics(file),
  ].filter(({ code }) => code !== UNTYPED_PACKAGE);
}

module.exports = { openTypeScript, forTslab };
