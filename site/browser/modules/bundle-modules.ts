import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build, type Metafile } from "esbuild";
import { projectRoot } from "../../../setup/paths.mjs";

const require = createRequire(import.meta.url);

/** The bundles that cells may import. */
export interface BundledModules {
  /** Name -> path beside the folder: "modules/kernel-helpers.js". */
  readonly modules: Readonly<Record<string, string>>;
  /** What went into them. */
  readonly metafile: Metafile;
}

/**
 * Bundles what cells may import into `folder`.
 * The questions are fetched for the first quiz, what unpacks gzip for the first such file. kernel-helpers and the cells get the same TensorFlow.js, which is fetched when one of them first asks for it.
 */
export async function bundleModules(folder: string): Promise<BundledModules> {
  const tfjs = dirname(require.resolve("@tensorflow/tfjs/package.json"));
  const { metafile } = await build({
    metafile: true,
    entryPoints: {
      "kernel-helpers": join(projectRoot, "kernel-helpers/src/index.ts"),
      tfjs: join(tfjs, "dist/index.js"),
      // these two are asked for by name, to be kept offline
      questions: join(projectRoot, "kernel-helpers/src/practice/all-questions.ts"),
      inflate: join(projectRoot, "kernel-helpers/src/host/inflate.browser.ts"),
    },
    outdir: folder,
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    keepNames: true, // frames of errors and names of classes are shown to learners
    format: "esm",
    target: "es2022",
    platform: "browser",
    conditions: ["source", "browser"],
    legalComments: "none",
    logLevel: "error",
    tsconfigRaw: {},
  });
  const modules = { "kernel-helpers": "modules/kernel-helpers.js", "@tensorflow/tfjs": "modules/tfjs.js" };
  return { modules, metafile };
}
