import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { buildModules } from "./build-modules.ts";
import { buildPage } from "./build-page.ts";
import { buildWorker } from "./build-worker.ts";

/**
 * Writes the kernel for browsers into `folder`, a labextension of JupyterLab: the worker, the part in the page, and
 * what cells import. Returns the files that went into its bundles.
 */
export async function buildKernel(folder: string): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  const parts = join(folder, "static");
  mkdirSync(parts, { recursive: true });
  const bundles: Metafile[] = [await buildWorker(parts), await buildModules(parts), await buildPage(folder)];
  return bundles.flatMap(({ inputs }) => Object.keys(inputs));
}
