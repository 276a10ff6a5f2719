import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserContext } from "playwright-core";

/** A file that a browser asked for. */
export interface Download {
  /** Path below the served folder. */
  readonly path: string;
  readonly bytes: number;
  /** Its compressed size, as static hosts send it. */
  readonly gzip: number;
}

/**
 * Collects what a browser loads from `folder`, each file once: a file that is asked for again is answered by 304.
 * Sizes are those of the files, since a page's own record of its requests is lost when it reloads itself.
 */
export function watchDownloads(context: BrowserContext, folder: string): () => Download[] {
  const paths = new Set<string>();
  context.on("response", (response) => {
    if (response.status() === 200) paths.add(decodeURIComponent(new URL(response.url()).pathname));
  });
  return () => [...paths].map((path) => download(folder, path)).sort((a, b) => b.gzip - a.gzip);
}

function download(folder: string, path: string): Download {
  const content = readFileSync(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  return { path, bytes: content.length, gzip: gzipSync(content).length };
}
