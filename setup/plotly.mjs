import { createRequire } from "node:module";
import { join } from "node:path";

/** @type {Readonly<Record<string, string>>} */
const BUILDS = {
  "plotly.js-dist": "plotly.min.js",
  "plotly.js-basic-dist-min": "plotly-basic.min.js",
};

/**
 * @param {string} root the project's folder
 * @param {string} folder where the builds go
 * @returns {Promise<readonly import("esbuild").Metafile[]>}
 */
export async function buildPlotly(root, folder) {
  const require = createRequire(join(root, "package.json")); // packages are there only after a step of set-up
  /** @type {typeof import("esbuild")} */
  const { build } = require("esbuild");
  const made = Object.entries(BUILDS).map(([name, file]) =>
    build({
      entryPoints: [require.resolve(name)],
      outfile: join(folder, file),
      bundle: true,
      minify: true,
      metafile: true,
      platform: "browser",
      target: "es2022",
      tsconfigRaw: {},
      logLevel: "error",
      legalComments: "none",
      format: "iife",
    }),
  );
  return (await Promise.all(made)).map(({ metafile }) => metafile);
}
