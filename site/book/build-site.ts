import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import type { Course } from "../../tools/course/course-list.ts";
import { countFigures } from "../../tools/course/figures.ts";
import { requirePython } from "../require-python.ts";
import { copyAssets } from "./copy-assets.ts";

/** What the site is made of. */
export interface SiteOptions {
  readonly course: Course;
  /** Folder with the executed notebooks. */
  readonly notebooks: string;
  /** Folder for the site; its old content is deleted. */
  readonly target: string;
  /** Whether try/ will be next to the pages, so that they link to it. Default: false. */
  readonly browser?: boolean;
}

/** Writes the pages and everything they load, so that they work from files and without a network. */
export async function buildSite({
  course,
  notebooks,
  target,
  browser = false,
}: SiteOptions): Promise<string> {
  const python = requirePython(projectRoot, "write the site"); // before the old site is deleted
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await copyAssets(join(target, "assets"));
  const lessons = course.lessons.map((lesson) => {
    const notebook = join(notebooks, `${lesson.id}.ipynb`);
    return existsSync(notebook) ? { ...lesson, notebook, figures: countFigures(notebook) } : lesson;
  });
  const done = spawnSync(python, [join(projectRoot, "site/book/convert.py")], {
    input: JSON.stringify({ course: { ...course, lessons, browser }, target }),
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(`Cannot write the site: nbconvert failed: ${done.stderr}`);
  return join(target, "index.html");
}
