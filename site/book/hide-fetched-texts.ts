import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FetchedTexts } from "./fetched-texts.ts";

/** What this needs to know of a notebook. */
interface Notebook {
  cells: { outputs?: unknown }[];
}

/**
 * Gives `use` a folder with copies of the executed notebooks in whose outputs the texts that may not be passed on are hidden. The folder is
 * there until `use` has ended.
 */
export function withHiddenTexts<T>(notebooks: string, texts: FetchedTexts, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "w2v-notebooks-"));
  try {
    const names = existsSync(notebooks)
      ? readdirSync(notebooks).filter((name) => name.endsWith(".ipynb"))
      : [];
    for (const name of names) {
      const notebook = JSON.parse(readFileSync(join(notebooks, name), "utf8")) as Notebook;
      for (const cell of notebook.cells) {
        if (cell.outputs !== undefined) cell.outputs = hidden(cell.outputs, texts);
      }
      writeFileSync(join(folder, name), JSON.stringify(notebook));
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A value with the texts hidden in all its strings; the lines of a multi-line string are looked at together. */
function hidden(value: unknown, texts: FetchedTexts): unknown {
  if (typeof value === "string") return texts.hide(value);
  if (Array.isArray(value)) {
    return areLines(value) ? [texts.hide(value.join(""))] : value.map((one) => hidden(one, texts));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, key === "image/png" ? one : hidden(one, texts)]),
  );
}

/** Whether they are the lines of a string as notebooks keep it: all but the last one end with a line break. */
function areLines(values: readonly unknown[]): boolean {
  return (
    values.length > 0 &&
    values.every((line, i) => typeof line === "string" && (i === values.length - 1 || line.endsWith("\n")))
  );
}
