import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cellNames } from "./cell-names.ts";
import { notebookText } from "./notebook.ts";
import { notebookPaths } from "./notebook-paths.ts";
import { parseCells, type SourceCell } from "./parse-cells.ts";
import { withoutSolution, withSolution } from "./solution-region.ts";

/** The folders that hold generated notebooks. */
export const GENERATED_FOLDERS = ["notebooks", "exercises", "solutions"] as const;

/** A source of a lesson or of exercises. */
export interface CourseSource {
  /** Name without ending: "04-cbow". */
  readonly name: string;
  /** Path below the course's root, for messages. */
  readonly file: string;
  readonly cells: readonly SourceCell[];
}

/** The sources in `folder` ("notebooks/src") in order of their names, without the known mistakes. */
export function courseSources(root: string, folder: string): CourseSource[] {
  return sourceNames(root, folder)
    .filter((name) => !name.includes("."))
    .map((name) => readSource(root, folder, name));
}

/**
 * Answers as learners would type them, by the name of their exercises: the wrong ones of solutions/src/NN-name.wrong.ts,
 * or with ".right" right ones that are written differently.
 */
export function knownMistakes(root: string, kind: ".wrong" | ".right" = ".wrong"): CourseSource[] {
  return sourceNames(root, "solutions/src")
    .filter((name) => name.endsWith(kind))
    .map((name) => ({ ...readSource(root, "solutions/src", name), name: name.slice(0, -kind.length) }));
}

/** Every generated file: path below the course's root -> its text. */
export function courseFiles(root: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const { name, file, cells } of courseSources(root, "notebooks/src")) {
    files.set(notebookPaths(name).lesson, notebookText(cells, file));
  }
  for (const { name, file, cells } of courseSources(root, "solutions/src")) {
    cellNames(cells, file); // the rules hold for hidden cells too
    const shown = cells.filter(({ attributes }) => !attributes.has("hidden"));
    const asked = shown.map((cell) => withoutSolution(cell, file));
    const solved = shown.map((cell) => withSolution(cell, file));
    files.set(notebookPaths(name).exercises, notebookText(asked, file));
    files.set(notebookPaths(name).solutions, notebookText(solved, file));
  }
  return files;
}

function readSource(root: string, folder: string, name: string): CourseSource {
  const file = `${folder}/${name}.ts`;
  return { name, file, cells: parseCells(readFileSync(join(root, file), "utf8"), file) };
}

function sourceNames(root: string, folder: string): string[] {
  const path = join(root, folder);
  const names = existsSync(path) ? readdirSync(path) : [];
  return names
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.slice(0, -".ts".length))
    .sort();
}
