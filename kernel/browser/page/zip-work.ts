import { strToU8, zipSync } from "fflate";
import type { Catalogue, CourseFiles } from "./course-files.ts";
import type { LearnerNotebook } from "./learner-files.ts";
import { readAlike } from "./read-alike.ts";

/** The notebooks with the learner's work: course notebooks that were changed, and the learner's own. */
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

/** A zip file of notebooks in their folders, together with `progress`. */
export function zipWork(notebooks: readonly LearnerNotebook[], progress: string): Uint8Array {
  const files = notebooks.map(({ path, content }) => [
    path,
    strToU8(`${JSON.stringify(content, null, 1)}\n`),
  ]);
  return zipSync({ ...Object.fromEntries(files), "progress.json": strToU8(progress) });
}
