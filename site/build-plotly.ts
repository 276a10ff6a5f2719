import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";

const require = createRequire(import.meta.url);

/** Package -> the name of its minified build: the whole of Plotly, and what flat figures need. */
const BUILDS: Readonly<Record<string, string>> = {
  "plotly.js-dist": "plotly.min.js",
  "plotly.js-basic-dist-min": "plotly-basic.min.js",
};

/** Writes both builds of Plotly into `folder`, minified; a page loads the one that its first figure needs. */
export async function buildPlotly(folder: string): Promise<readonly Metafile[]> {
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
