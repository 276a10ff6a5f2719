import { strToU8, zipSync } from "fflate";
import type { Catalogue, CourseFiles } from "./course-files.ts";
import type { LearnerNotebook } from "./learner-files.ts";
import { readAlike } from "./read-alike.ts";

/** The notebooks that are the learner's work: those that read other than the course's, and those of their own. */
export async function changedNotebooks(
  notebooks: readonly LearnerNotebook[],
  course: Pick<CourseFiles, "catalogue" | "notebook">,
): Promise<LearnerNotebook[]> {
  const given = Object.values((await course.catalogue()) satisfies Catalogue);
  const changed = await Promise.all(
    notebooks.map(async ({ path, content }) => {
      const entry = given.find((entry) => entry.path === path);
      return entry === undefined || !readAlike(content, await course.notebook(entry));
    }),
  );
  return notebooks.filter((_, index) => changed[index]);
}

/** A zip file of notebooks, in their folders, with `progress` beside them. */
export function zipWork(notebooks: readonly LearnerNotebook[], progress: string): Uint8Array {
  const files = notebooks.map(({ path, content }) => [
    path,
    strToU8(`${JSON.stringify(content, null, 1)}\n`),
  ]);
  return zipSync({ ...Object.fromEntries(files), "progress.json": strToU8(progress) });
}
