import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import { notebookText } from "../notebooks/notebook.ts";
import { parseCells } from "../notebooks/parse-cells.ts";

/** Writes a notebook for our kernel from its percent source, below build/ so that cells find the packages. */
export function makeNotebook(name: string, source: string): string {
  const folder = join(projectRoot, "build/fixture/interop");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.ipynb`);
  const origin = `${name}.ts`;
  writeFileSync(file, notebookText(parseCells(source, origin), origin));
  return file;
}
