import type { Metafile } from "esbuild";
import { exercises, loadQuestions } from "../../kernel-helpers/src/practice/index.ts";
import { bundleExtension } from "../../setup/extension.mjs";
import { projectRoot } from "../../setup/paths.mjs";
import { readCourse } from "../../tools/course/course-list.ts";

/**
 * Bundles the kernel's part in the page into `folder`, a labextension of JupyterLab, and next to it the two builds of
 * Plotly, of which a page loads one for the first figure. Returns what went into both.
 */
export async function buildPage(folder: string): Promise<Metafile> {
  const lists = {
    lessons: readCourse(projectRoot)
      .lessons.filter(({ run }) => run === "any")
      .map(({ id, title, exercises }) => ({ id, title, exercises })),
    exercises: Object.values(exercises).map(({ id, points }) => ({ id, points })),
    questions: Object.keys(await loadQuestions()),
  };
  const all = await bundleExtension(projectRoot, {
    folder,
    name: "word2vec-lab-kernel",
    entry: "kernel/browser/page/extension.ts",
    lists,
    manifest: { jupyterlite: { liteExtension: true } },
  });
  return {
    inputs: Object.assign({}, ...all.map(({ inputs }) => inputs)),
    outputs: Object.assign({}, ...all.map(({ outputs }) => outputs)),
  };
}
