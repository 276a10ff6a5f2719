import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cellText, type Notebook } from "../notebooks/notebook.ts";

/** A code cell whose types must fit. */
export interface CheckedCell {
  readonly id: string;
  readonly text: string;
}

/** A notebook's code cells. Those tagged raises-exception are left out: their mistake may be one of types. */
export interface CheckedNotebook {
  /** Absolute path of the folder in which its kernel runs. */
  readonly folder: string;
  /** Path below the course's root: "notebooks/04-cbow.ipynb". */
  readonly file: string;
  readonly cells: readonly CheckedCell[];
}

/** The notebooks in `folder` of the course at `root`, in order of their names. */
export function readNotebooks(root: string, folder: string): CheckedNotebook[] {
  const path = join(root, folder);
  const names = existsSync(path) ? readdirSync(path) : [];
  return names
    .filter((name) => name.endsWith(".ipynb"))
    .sort()
    .map((name) => {
      const { cells } = JSON.parse(readFileSync(join(path, name), "utf8")) as Notebook;
      const checked = cells.filter(
        ({ cell_type, metadata }) =>
          cell_type === "code" && !(metadata.tags as string[] | undefined)?.includes("raises-exception"),
      );
      return {
        folder: path,
        file: `${folder}/${name}`,
        cells: checked.map((cell) => ({ id: cell.id, text: cellText(cell) })),
      };
    });
}
