import type { Catalogue, CourseFiles } from "./course-files.ts";
import type { LearnerFiles } from "./learner-files.ts";
import { readAlike } from "./read-alike.ts";

/** A learner's notebook that was found under the path of an earlier version of the course. */
interface EarlierCopy {
  /** "exercises/04-cbow.ipynb". */
  readonly earlier: string;
  /** "exercises/04-cbow-exercises.ipynb". */
  readonly path: string;
  /** False if the learner has changed the notebook under its present path too: then both stay as they are. */
  readonly isRenamed: boolean;
}

/** Gives the copies in the browser the paths that the course has now, and returns what was found under earlier ones. */
export async function renameEarlierCopies(
  course: Pick<CourseFiles, "catalogue" | "notebook">,
  files: Pick<LearnerFiles, "paths" | "notebook" | "rename">,
): Promise<EarlierCopy[]> {
  const moved = movedNotebooks(await course.catalogue());
  const folders = new Set(moved.map(({ path }) => path.slice(0, path.lastIndexOf("/"))));
  const found: EarlierCopy[] = [];
  const there = new Set((await Promise.all([...folders].map((folder) => files.paths(folder)))).flat());
  for (const { earlier, path } of moved.filter(({ earlier }) => there.has(earlier))) {
    const isRenamed =
      !there.has(path) || readAlike(await files.notebook(path), await course.notebook({ path }));
    if (isRenamed) await files.rename(earlier, path);
    found.push({ earlier, path, isRenamed });
  }
  return found;
}

/** Where the notebook is now that an earlier version of the course had at `path`. */
export function presentPath(catalogue: Catalogue, path: string): string | undefined {
  return movedNotebooks(catalogue).find(({ earlier }) => earlier === path)?.path;
}

/** An id was the path without its ending, and stays if the path changes. */
function movedNotebooks(catalogue: Catalogue): { readonly earlier: string; readonly path: string }[] {
  return Object.entries(catalogue)
    .map(([id, { path }]) => ({ earlier: `${id}.ipynb`, path }))
    .filter(({ earlier, path }) => earlier !== path);
}
