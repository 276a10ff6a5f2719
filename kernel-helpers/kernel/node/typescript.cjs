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
 * Microsoft's TypeScript with the six names that tslab's converter wants besides; tslab brings a TypeScript 5.0.4 with
 * them. Of that one's options `disableTopLevelAwait` is not here: the repair `awaits` finds the awaits of a cell itself.
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
    getQuickInfoAtPosition: quickInfo(ts),
    Completions: {
      ...ts.Completions,
      getCompletionsAtPositionForTslab: ts.Completions.getCompletionsAtPosition,
    },
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

/** @param {any} ts */
function quickInfo(ts) {
  return (
    /** @type {any} */ file,
    /** @type {any} */ checker,
    /** @type {unknown} */ _token,
    /** @type {number} */ position,
  ) => {
    const node = ts.getTouchingPropertyName(file, position);
    const symbol = node === file ? undefined : checker.getSymbolAtLocation(node);
    if (symbol === undefined) return undefined;
    const { symbolKind: kind, ...parts } = ts.SymbolDisplay.getSymbolDisplayPartsDocumentationAndSymbolKind(
      checker,
      symbol,
      file,
      ts.getContainerNode(node),
      node,
    );
    return { kind, textSpan: ts.createTextSpanFromNode(node, file), ...parts };
  };
}

module.exports = { openTypeScript, forTslab };
