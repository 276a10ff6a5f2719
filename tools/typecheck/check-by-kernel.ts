import { cellChecker } from "../../kernel/node/cell-checker.cjs";
import type { CheckedNotebook } from "./read-notebooks.ts";

/** Type errors of the notebooks by the kernel's own compiler, cell by cell as it would, without running any. */
export function checkByKernel(notebooks: readonly CheckedNotebook[]): string[] {
  const newChecker = cellChecker();
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

function checkCells(
  checker: ReturnType<ReturnType<typeof cellChecker>>,
  { file, cells }: CheckedNotebook,
): string[] {
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
