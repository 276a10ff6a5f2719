import { join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../../setup/paths.mjs";

/** Bundles the script that draws a page's charts into `target`; figures are drawn as in the notebooks of the browser. */
export async function buildCharts(target: string): Promise<void> {
  await build({
    entryPoints: [join(projectRoot, "site/book/charts/main.ts")],
    outfile: join(target, "charts.js"),
    bundle: true,
    minify: true,
    platform: "browser",
    target: "es2022",
    tsconfigRaw: {},
    logLevel: "error",
    format: "iife",
  });
}
