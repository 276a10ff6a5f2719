import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { courseFiles, GENERATED_FOLDERS } from "./course-files.ts";

/** A generated file that differs from its source. */
export interface Difference {
  readonly path: string;
  readonly problem: "missing" | "not current" | "has no source";
}

/** The notebooks of the course at `root` that differ from their sources. */
export function differences(root: string): Difference[] {
  const wanted = courseFiles(root);
  const stray = GENERATED_FOLDERS.flatMap((folder) => notebooksIn(root, folder))
    .filter((path) => !wanted.has(path))
    .map((path): Difference => ({ path, problem: "has no source" }));
  const changed = [...wanted].flatMap(([path, text]): Difference[] => {
    if (!existsSync(join(root, path))) return [{ path, problem: "missing" }];
    return readFileSync(join(root, path), "utf8") === text ? [] : [{ path, problem: "not current" }];
  });
  return [...stray, ...changed];
}

/** Writes the notebooks that differ and returns them. Removes a notebook without a source only if it was generated. */
export function updateFiles(root: string): Difference[] {
  const wanted = courseFiles(root);
  const found = differences(root);
  for (const { path } of found) {
    const file = join(root, path);
    const text = wanted.get(path);
    if (text !== undefined) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    } else if (isGenerated(file)) rmSync(file);
    else throw new Error(`Cannot keep ${path}: it has no source in src/. Remedy: move it to work/`);
  }
  return found;
}

function isGenerated(file: string): boolean {
  return readFileSync(file, "utf8").includes('"generated": "Do not edit: edit ');
}

function notebooksIn(root: string, folder: string): string[] {
  const path = join(root, folder);
  const names = existsSync(path) ? readdirSync(path) : [];
  return names.filter((name) => name.endsWith(".ipynb")).map((name) => `${folder}/${name}`);
}
