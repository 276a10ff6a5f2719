import { createRequire } from "node:module";
import type { CheckedNotebook } from "./read-notebooks.ts";

/** Checks the cells of one notebook in their order. */
interface CellChecker {
  check(source: string): readonly {
    readonly start: { readonly line: number; readonly character: number };
    readonly messageText: string;
    readonly code: number;
  }[];
  close(): void;
}

/** Type errors of the notebooks by the kernel's own compiler, cell by cell as it would, without running any. */
export function checkByKernel(notebooks: readonly CheckedNotebook[]): string[] {
  const newChecker: () => CellChecker = createRequire(import.meta.url)(
    "../../kernel/node/cell-checker.cjs",
  ).cellChecker();
  const before = process.cwd();
  try {
    return notebooks.flatMap((notebook) => {
      process.chdir(notebook.folder); // imports are resolved from here
      return checkCells(newChecker(), notebook);
    });
  } finally {
    process.chdir(before);
  }
}

function checkCells(checker: CellChecker, { file, cells }: CheckedNotebook): string[] {
  const problems = cells.flatMap(({ id, text }) =>
    checker
      .check(text)
      .map(
        ({ start, code, messageText }) =>
          `${file} ${id}:${start.line + 1}:${start.character + 1} kernel TS${code}: ${messageText}`,
      ),
  );
  checker.close();
  return problems;
}
