import ts from "typescript";
import { languageInfo } from "../../kernel/common/language-info.cjs";
import { cellNames } from "./cell-names.ts";
import type { SourceCell } from "./parse-cells.ts";
import { predictionOf } from "./prediction.ts";

/** The part of a cell of an .ipynb file that the tools use. */
export interface NotebookCell {
  readonly cell_type: "code" | "markdown";
  readonly id: string;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Lines with their line ends. */
  readonly source: readonly string[];
}

/** An .ipynb file (nbformat 4.5). */
export interface Notebook {
  readonly cells: readonly NotebookCell[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The kernel that the course's notebooks ask for. */
const KERNEL = { display_name: "TypeScript (word2vec-lab)", language: "typescript", name: "w2v" };

/**
 * The text of an .ipynb file without outputs. The same cells give the same bytes, with the keys in Jupyter's own order,
 * so that opening and saving the notebook changes nothing else. `origin` is the file that authors edit.
 */
export function notebookText(cells: readonly SourceCell[], origin: string): string {
  const names = cellNames(cells, origin);
  const notebook = {
    cells: cells.map((cell, i) => notebookCell(cell, names[i] as string, origin, cells[i + 1])),
    metadata: {
      kernelspec: KERNEL,
      language_info: languageInfo(ts.version), // what a front end would write, and then call the notebook modified
      w2v: { generated: `Do not edit: edit ${origin}, then npm run notebooks` },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

/** The text of a cell of an .ipynb file. */
export function cellText(cell: NotebookCell): string {
  return [cell.source].flat().join("");
}

function notebookCell(cell: SourceCell, id: string, origin: string, next?: SourceCell): object {
  const metadata = cellMetadata(cell, origin, next);
  const source = cell.source.split(/(?<=\n)/);
  return cell.type === "markdown"
    ? { cell_type: "markdown", id, metadata, source }
    : { cell_type: "code", execution_count: null, id, metadata, outputs: [], source };
}

/**
 * Tags go where Jupyter looks for them, and imports are folded there; attributes of an exercise and what a reader is to
 * predict go under `w2v`.
 */
function cellMetadata(cell: SourceCell, origin: string, next?: SourceCell): object {
  const tags = cell.attributes
    .get("tags")
    ?.split(/[\s,]+/)
    .filter(Boolean);
  const prediction = predictionOf(cell, origin, next);
  const own = ["check", "exercise", "points"].flatMap((key) => {
    const value = cell.attributes.get(key);
    return value === undefined ? [] : [[key, value]];
  });
  return {
    ...(tags?.includes("imports") && { jupyter: { source_hidden: true } }),
    ...(tags && { tags }),
    ...((own.length > 0 || prediction) && {
      w2v: { ...Object.fromEntries(own), ...(prediction && { predict: prediction }) },
    }),
  };
}
