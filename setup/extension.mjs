import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { buildPlotly } from "./plotly.mjs";

/** What JupyterLab reads of a bundled extension. */
const MANIFEST = {
  version: "0.1.0",
  license: "MIT",
  jupyterlab: {
    extension: true,
    mimeExtension: true,
    _build: { load: "static/remoteEntry.js", extension: "./extension", mimeExtension: "./figures" },
  },
};

/**
 * @param {string} root the project's folder
 * @param {{ folder: string, name: string, entry: string, lists: object, manifest?: object }} extension
 * @returns {Promise<readonly import("esbuild").Metafile[]>}
 */
export async function bundleExtension(root, { folder, name, entry, lists, manifest = {} }) {
  const parts = join(folder, "static");
  mkdirSync(parts, { recursive: true });
  /** @type {typeof import("esbuild")} */
  const { build } = createRequire(join(root, "package.json"))("esbuild");
  const { metafile } = await build({
    entryPoints: [join(root, entry)],
    outfile: join(parts, "remoteEntry.js"),
    bundle: true,
    minify: true,
    metafile: true,
    platform: "browser",
    target: "es2022",
    tsconfigRaw: {},
    logLevel: "error",
    legalComments: "none",
    format: "iife",
    define: { COURSE_LISTS: JSON.stringify(lists) },
  });
  const plotly = await buildPlotly(root, parts);
  writeFileSync(
    join(folder, "package.json"),
    `${JSON.stringify({ name, ...MANIFEST, ...manifest }, null, 1)}\n`,
  );
  return [metafile, ...plotly];
}
