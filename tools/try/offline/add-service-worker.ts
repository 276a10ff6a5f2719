import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { build } from "esbuild";
import { writeWhole } from "../modules/write-whole.ts";

const MARK = "/* word2vec-lab: isolation, and files for when there is no network */";

/**
 * Puts our service worker in front of JupyterLite's in `site`. `keep` are paths that a browser fetches at once, so
 * that what a learner has not opened yet opens without a network.
 */
export async function addServiceWorker(site: string, keep: readonly string[]): Promise<void> {
  const file = join(site, "service-worker.js");
  const theirs = readFileSync(file, "utf8");
  if (theirs.startsWith(MARK)) return;
  const bundled = await build({
    entryPoints: [join(import.meta.dirname, "service-worker.ts")],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    tsconfigRaw: {},
    logLevel: "error",
    define: { BUILD: JSON.stringify(siteState(site)), KEEP: JSON.stringify(keep) },
  });
  const ours = bundled.outputFiles[0]?.text ?? "";
  writeWhole(file, `${MARK}\n${ours}\n${theirs}`);
}

/** A name for all files of a site as they are. */
function siteState(site: string): string {
  const hash = createHash("sha256");
  const names = readdirSync(site, { recursive: true, encoding: "utf8" }).sort();
  for (const name of names) {
    const path = join(site, name);
    if (statSync(path).isFile())
      hash.update(name.split(sep).join("/")).update("\0").update(readFileSync(path));
  }
  return hash.digest("hex").slice(0, 12);
}
