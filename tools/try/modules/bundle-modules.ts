import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../../project-root.ts";

const require = createRequire(import.meta.url);

/**
 * Bundles what cells may import into `folder`; gives name -> path beside it, "modules/kernel-helpers.js".
 * kernel-helpers and the cells get the same TensorFlow.js, which is fetched when one of them first asks for it.
 */
export async function bundleModules(folder: string): Promise<Readonly<Record<string, string>>> {
  const tfjs = dirname(require.resolve("@tensorflow/tfjs/package.json"));
  await build({
    entryPoints: {
      "kernel-helpers": join(projectRoot, "kernel-helpers/src/index.ts"),
      tfjs: join(tfjs, "dist/index.js"),
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
  return { "kernel-helpers": "modules/kernel-helpers.js", "@tensorflow/tfjs": "modules/tfjs.js" };
}
