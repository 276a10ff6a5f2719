import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import { buildOnce } from "../../site/browser/build-once.ts";
import { inputState } from "../../site/browser/input-state.ts";
import { readCourse } from "./course-list.ts";
import type { Progress } from "./progress.ts";
import { courseReport } from "./report.ts";
import { runLessons, succeeded } from "./run-lessons.ts";

/** The part of a large corpus on which tests run the lessons: the smallest in which every word that they ask for is common. */
export const TEST_SHARE = "0.06";

const SILENT: Progress = { begin: (): void => {}, follow: (): void => {}, end: (): void => {} };

/**
 * Every lesson, executed in Node on a small part of the corpus and on the backend that a page without a GPU takes: a
 * folder of notebooks, made again when one of their sources changed. Throws with a report when a lesson fails.
 */
export async function builtCourse(progress = SILENT): Promise<string> {
  const folder = join(projectRoot, "build/test/course");
  await buildOnce({
    folder,
    state: () => `${inputState(projectRoot)} ${TEST_SHARE}`,
    build: async (part) => {
      const results = await runLessons(readCourse(projectRoot).lessons, {
        root: projectRoot,
        build: part,
        fast: TEST_SHARE,
        env: { W2V_BACKEND: "wasm" },
        signal: new AbortController().signal,
        progress,
      });
      if (!results.every(succeeded)) throw new Error(courseReport(results));
    },
  });
  return folder;
}
