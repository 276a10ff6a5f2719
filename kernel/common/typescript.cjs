"use strict";

/** The file in which tslab keeps the cell. */
const CELL = /[\\/]__tslab__\.ts$/;

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
    createWatchCompilerHost: (
      /** @type {any} */ files,
      /** @type {any} */ options,
      /** @type {any} */ system,
      /** @type {any[]} */ ...rest
    ) => ts.createWatchCompilerHost(files, options, system, plainBuilder(ts), ...rest.slice(1)),
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

/**
 * What makes a program for each cell. tslab's default, with which `tsc --watch` finds the files that a change affects,
 * reads the imports of every file again for each cell: that takes more time than all else. tslab only asks for the files
 * that a cell imports.
 * @param {any} ts
 */
function plainBuilder(ts) {
  let isFirst = true;
  return (/** @type {any[]} */ ...args) => {
    const builder = ts.createAbstractBuilder(...args);
    const program = builder.getProgram();
    if (isFirst) program.getTypeChecker(); // binds the libraries while the kernel starts, not in the first cell
    isFirst = false;
    // tslab looks for the names that a cell declares before it asks for types
    for (const name of program.getRootFileNames()) {
      const file = program.getSourceFile(name);
      ts.bindSourceFile(file, program.getCompilerOptions());
      if (CELL.test(name)) nameAsWritten(ts, file);
    }
    // the declarations of a cell are written although one is of an anonymous class with private members
    builder.emit = (/** @type {any[]} */ ...inputs) => program.emit(...inputs, true);
    builder.getAllDependencies = (/** @type {any} */ file) => [...sourcesOf(ts, program, file)];
    return builder;
  };
}

/**
 * Lets tslab, which exports every name that a cell declares, find the names as they are written: TypeScript keeps `__x`
 * as `___x`, and among them also `declare global` and `declare module "x"`.
 * @param {any} ts
 * @param {{ locals: Map<string, unknown> }} file
 */
function nameAsWritten(ts, { locals }) {
  locals.forEach = (act) => {
    for (const [key, symbol] of locals) {
      if (key !== ts.InternalSymbolName.Global && !key.startsWith('"'))
        act(symbol, ts.unescapeLeadingUnderscores(key), locals);
    }
  };
}

/**
 * The names of the files that `file` imports, or that those import, with its own; not those of packages, which have
 * their JavaScript.
 * @param {any} ts
 * @param {any} program
 * @param {any} file
 * @param {Set<string>} [found]
 */
function sourcesOf(ts, program, file, found = new Set()) {
  if (file === undefined || program.isSourceFileFromExternalLibrary(file) || found.has(file.fileName))
    return found;
  found.add(file.fileName);
  const imported = file.imports.map(
    (/** @type {any} */ name) =>
      program.getResolvedModuleFromModuleSpecifier(name, file)?.resolvedModule?.resolvedFileName,
  );
  const referenced = file.referencedFiles.map((/** @type {any} */ { fileName }) =>
    ts.resolveTripleslashReference(fileName, file.fileName),
  );
  for (const name of [...imported, ...referenced]) sourcesOf(ts, program, program.getSourceFile(name), found);
  return found;
}

/** "Could not find a declaration file for module": what comes from a package without types is `any` in a cell. */
const UNTYPED_PACKAGE = 7016;
/** "Property of exported anonymous class type may not be private": a cell's own classes are not a library's. */
const PRIVATE_IN_ANONYMOUS_CLASS = 4094;

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
  ].filter(({ code }) => code !== UNTYPED_PACKAGE && code !== PRIVATE_IN_ANONYMOUS_CLASS);
}

module.exports = { CELL, openTypeScript, forTslab };
