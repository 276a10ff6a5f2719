import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { exercises } from "../../kernel-helpers/src/practice/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
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
 * Bundles the kernel's part in the page into `folder`, a labextension of JupyterLab, and next to it Plotly, which a page
 * loads for the first figure. Returns what went into both.
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
  const plotly = await build({
    ...common,
    entryPoints: [createRequire(import.meta.url).resolve("plotly.js-dist")],
    outfile: join(parts, "plotly.min.js"),
    format: "iife",
  });
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(MANIFEST, null, 1)}\n`);
  return {
    inputs: { ...page.metafile.inputs, ...plotly.metafile.inputs },
    outputs: { ...page.metafile.outputs, ...plotly.metafile.outputs },
  };
}
