import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { exercises } from "../../kernel-helpers/src/practice/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { buildPlotly } from "../../setup/plotly.mjs";
import { readCourse } from "../../tools/course/course-list.ts";

const NAME = "word2vec-lab-kernel";

/** What JupyterLab reads of a bundled extension. */
const MANIFEST = {
  name: NAME,
  version: "0.1.0",
  license: "MIT",
  jupyterlab: {
    extension: true,
    mimeExtension: true,
    _build: { load: "static/remoteEntry.js", extension: "./extension", mimeExtension: "./figures" },
  },
  jupyterlite: { liteExtension: true },
};

/**
 * Bundles the kernel's part in the page into `folder`, a labextension of JupyterLab, and next to it the two builds of
 * Plotly, of which a page loads one for the first figure. Returns what went into both.
 */
export async function buildPage(folder: string): Promise<Metafile> {
  const parts = join(folder, "static");
  const common = {
    bundle: true,
    minify: true,
    metafile: true,
    platform: "browser",
    target: "es2022",
    tsconfigRaw: {},
    logLevel: "error",
    legalComments: "none",
  } as const;
  const lists = {
    lessons: readCourse(projectRoot)
      .lessons.filter(({ run }) => run === "any")
      .map(({ id, title, exercises }) => ({ id, title, exercises })),
    exercises: Object.values(exercises).map(({ id, points }) => ({ id, points })),
  };
  const page = await build({
    ...common,
    entryPoints: [join(projectRoot, "kernel/browser/page/extension.ts")],
    outfile: join(parts, "remoteEntry.js"),
    format: "iife",
    define: { COURSE_LISTS: JSON.stringify(lists) },
  });
  const plotly = await buildPlotly(projectRoot, parts);
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(MANIFEST, null, 1)}\n`);
  const all = [page.metafile, ...plotly];
  return {
    inputs: Object.assign({}, ...all.map(({ inputs }) => inputs)),
    outputs: Object.assign({}, ...all.map(({ outputs }) => outputs)),
  };
}
