import { copyFile, mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import { buildPlotly } from "../../setup/plotly.mjs";

/** File in the project -> its name in the site's assets. */
const ASSETS: Readonly<Record<string, string>> = {
  "site/book/assets/site.css": "site.css",
  "kernel-helpers/dist/views.js": "views.js",
  "node_modules/katex/dist/katex.min.css": "katex/katex.min.css",
  "node_modules/katex/dist/katex.min.js": "katex/katex.min.js",
  "node_modules/katex/dist/contrib/auto-render.min.js": "katex/auto-render.min.js",
  "node_modules/minisearch/LICENSE.txt": "minisearch.licence.txt", // book.js contains it
  "node_modules/vega/build/vega.min.js": "vega.min.js",
  "node_modules/vega-lite/build/vega-lite.min.js": "vega-lite.min.js",
  "node_modules/vega-embed/build/vega-embed.min.js": "vega-embed.min.js",
};

/** Puts styles, scripts and fonts into `target`: each once, for all pages. */
export async function copyAssets(target: string): Promise<void> {
  const fonts = join("node_modules/katex/dist/fonts");
  const woff2 = (await readdir(join(projectRoot, fonts))).filter((name) => name.endsWith(".woff2"));
  const pairs = [
    ...Object.entries(ASSETS),
    ...woff2.map((name): [string, string] => [join(fonts, name), `katex/fonts/${name}`]),
  ];
  for (const [from, to] of pairs) {
    await mkdir(dirname(join(target, to)), { recursive: true });
    await copyFile(join(projectRoot, from), join(target, to));
  }
  await buildPlotly(projectRoot, target);
}
