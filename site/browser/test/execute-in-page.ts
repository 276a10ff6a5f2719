import { readFileSync } from "node:fs";
import type { CellResult as KernelResult, Step } from "../../../kernel/test/session.ts";
import type { CellResult, Run, RunOptions } from "../../../tools/course/execute-notebook.ts";
import { cellText, type Notebook, type NotebookCell } from "../../../tools/notebooks/notebook.ts";
import type { KernelPage } from "./open-kernel-page.ts";

/** Executes a notebook with the kernel in a page, as `executeNotebook` does with the one in Node; writes no target. */
export async function executeInPage(
  page: KernelPage,
  { source, allowErrors = false }: Pick<RunOptions, "source" | "allowErrors">,
): Promise<Run> {
  const { cells } = JSON.parse(readFileSync(source, "utf8")) as Notebook;
  const code = cells.flatMap((cell, index) => (cell.cell_type === "code" ? [{ cell, index }] : []));
  const began = performance.now();
  const session = await page.runSession(code.map(({ cell }) => stepOf(cell, allowErrors)));
  return {
    cells: code.map(({ cell, index }, i) => resultOf(cell, index, session.cells[i] as KernelResult)),
    problem: undefined,
    seconds: (performance.now() - began) / 1000,
  };
}

function stepOf(cell: NotebookCell, allowErrors: boolean): Step {
  return { code: cellText(cell), stopOnError: !allowErrors && !mayFail(cell) };
}

function mayFail({ metadata }: NotebookCell): boolean {
  return (metadata as { tags?: readonly string[] }).tags?.includes("raises-exception") ?? false;
}

function resultOf(cell: NotebookCell, index: number, { reply, seconds }: KernelResult): CellResult {
  const failed = reply?.status === "error";
  return {
    index,
    id: cell.id,
    status:
      reply === null
        ? "timeout"
        : failed && !mayFail(cell)
          ? "error"
          : reply.status === "aborted"
            ? "aborted"
            : "ok",
    message: failed ? `${reply.ename}: ${reply.evalue}` : "",
    seconds: seconds ?? Number.NaN,
  };
}
