import { join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../../setup/paths.mjs";

/**
 * Bundles what every page of the book runs into `folder`/book.js and its styles into `folder`/book-style.css. The script is a plain
 * one: pages are opened from files, where modules do not load.
 */
export async function bundlePage(folder: string): Promise<void> {
  await build({
    entryPoints: {
      book: join(projectRoot, "site/book/page/main.ts"),
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
