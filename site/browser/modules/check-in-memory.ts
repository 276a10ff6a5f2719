import ts from "typescript";
import { memorySystem } from "../../../kernel/browser/worker/system.ts";

const CELL = "/course/cell.ts";

/** Type errors of a module, as "line: message", where TypeScript sees only `files`: path -> text. */
export function checkInMemory(
  files: ReadonlyMap<string, string>,
  text: string,
  options: ts.CompilerOptions,
): string[] {
  const system = memorySystem(new Map([...files, [CELL, `${text}\nexport {};`]])) as ts.System;
  const host: ts.CompilerHost = {
    ...system,
    getCanonicalFileName: (path) => path,
    getNewLine: () => "\n",
    getDefaultLibFileName: ts.getDefaultLibFileName,
    getDefaultLibLocation: () => "/lib",
    useCaseSensitiveFileNames: () => true,
    getSourceFile(path, version) {
      const found = system.readFile(path);
      return found === undefined ? undefined : ts.createSourceFile(path, found, version);
    },
  };
  const program = ts.createProgram([CELL], { ...options, noEmit: true }, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const where = file?.getLineAndCharacterOfPosition(start).line;
    const message = ts.flattenDiagnosticMessageText(messageText, "\n");
    return where === undefined ? message : `${where + 1}: ${message}`;
  });
}
