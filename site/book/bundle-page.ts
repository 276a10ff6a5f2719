import { join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../../setup/paths.mjs";

/**
 * Bundles into `folder` what every page of the book runs (book.js), what draws charts, as in the notebooks of the browser
 * (charts.js), and the styles (book-style.css). The scripts are plain ones: pages are opened from files, where modules do not
 * load.
 */
export async function bundlePage(folder: string): Promise<void> {
  await build({
    entryPoints: {
      book: join(projectRoot, "site/book/page/main.ts"),
      charts: join(projectRoot, "site/book/charts/main.ts"),
      "book-style": join(projectRoot, "site/book/style/main.css"),
    },
    outdir: folder,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    tsconfigRaw: {},
    legalComments: "none",
    logLevel: "error",
  });
}
