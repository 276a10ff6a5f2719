"use strict";
/** @import { CellView, HelpHost, TS } from "./help-types.d.ts" */

/** Put before the cell and the declarations to make them modules, so that names may be declared again. */
const HEAD = "export {};\n";

/**
 * TypeScript's language service over one cell and the declarations of the cells before it. It shares the files that
 * the kernel's own program holds, but neither the cell nor the declarations: a running cell is not disturbed.
 * @param {TS} ts
 * @param {HelpHost} host
 * @returns {(declarations: string, source: string) => CellView}
 */
function createCellService(ts, host) {
  const folder = host.getCurrentDirectory();
  const file = `${folder}/__help__.ts`;
  const declared = `${folder}/__help__.d.ts`;
  /** @type {Map<string, { text: string, version: number }>} */
  const texts = new Map();
  const service = ts.createLanguageService(serviceHost(ts, host, texts), sharingRegistry(ts, host));

  /**
   * @param {string} name
   * @param {string} text
   */
  function update(name, text) {
    const { text: before, version = 0 } = texts.get(name) ?? {};
    if (before !== text) texts.set(name, { text, version: version + 1 });
  }

  return (declarations, source) => {
    update(declared, HEAD + declarations);
    update(file, HEAD + source);
    const program = service.getProgram();
    const cell = program?.getSourceFile(file);
    if (program === undefined || cell === undefined) throw new Error(`Cannot read ${file}: no such file`);
    // The scope around the cell, as in tslab: names that it does not declare are looked up in earlier declarations.
    Object.assign(cell, { parent: program.getSourceFile(declared) });
    return { service, file, declared, offset: HEAD.length, source, cell, checker: program.getTypeChecker() };
  };
}

/**
 * @param {TS} ts
 * @param {HelpHost} host
 * @param {ReadonlyMap<string, { text: string, version: number }>} texts
 * @returns {import("typescript").LanguageServiceHost}
 */
function serviceHost(ts, host, texts) {
  return {
    ...host,
    getCompilationSettings: () => host.options(),
    getScriptFileNames: () => [...texts.keys()],
    getScriptVersion: (name) => String(texts.get(name)?.version ?? host.sourceFile(name)?.version ?? 0),
    getScriptSnapshot(name) {
      const text = texts.get(name)?.text ?? host.sourceFile(name)?.text ?? host.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    fileExists: (name) => texts.has(name) || host.fileExists(name),
    readFile: (name) => texts.get(name)?.text ?? host.readFile(name),
    useCaseSensitiveFileNames: () => true,
  };
}

/**
 * A registry that hands out the files which the kernel's program has read already: most of the memory and the time of
 * a session are declarations of libraries.
 * @param {TS} ts
 * @param {HelpHost} host
 * @returns {import("typescript").DocumentRegistry}
 */
function sharingRegistry(ts, host) {
  const own = ts.createDocumentRegistry(true, host.getCurrentDirectory());
  return {
    ...own,
    acquireDocumentWithKey: (name, ...rest) =>
      host.sourceFile(name) ?? own.acquireDocumentWithKey(name, ...rest),
    updateDocumentWithKey: (name, ...rest) =>
      host.sourceFile(name) ?? own.updateDocumentWithKey(name, ...rest),
    releaseDocumentWithKey: () => {}, // only two small files and those that only help has read are its own
  };
}

module.exports = { createCellService };
