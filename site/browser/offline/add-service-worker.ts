import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { build } from "esbuild";
import { writeWhole } from "../modules/write-whole.ts";

const MARK = "/* word2vec-lab: isolation, and files for when there is no network */";

/**
 * Puts our service worker in front of JupyterLite's in `site`, and a script into each of its pages that starts it and
 * tells it what they loaded before it started. `keep` are paths that a browser fetches at once, so that what a learner
 * has not opened yet opens without a network.
 */
export async function addServiceWorker(site: string, keep: readonly string[]): Promise<void> {
  const script = await bundle("early.ts", { VERSION: JSON.stringify(liteVersion(site)) });
  for (const app of ["notebooks", "tree"]) {
    const page = join(site, app, "index.html");
    writeWhole(
      page,
      readFileSync(page, "utf8").replace("<head>", () => `<head>\n<script>${script}</script>`),
    );
  }
  const file = join(site, "service-worker.js");
  const theirs = readFileSync(file, "utf8");
  const define = { BUILD: JSON.stringify(siteState(site)), KEEP: JSON.stringify(keep) };
  writeWhole(file, `${MARK}\n${await bundle("service-worker.ts", define)}\n${theirs}`);
}

function liteVersion(site: string): string {
  const config = JSON.parse(readFileSync(join(site, "jupyter-lite.json"), "utf8"));
  return config["jupyter-config-data"].appVersion;
}

async function bundle(entry: string, define: Readonly<Record<string, string>>): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, entry)],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target: "es2022",
    tsconfigRaw: {},
    logLevel: "error",
    define: { ...define },
  });
  return outputFiles[0]?.text ?? "";
}

/** A name for the current state of all files of a site. */
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
