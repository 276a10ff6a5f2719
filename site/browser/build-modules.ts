import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { bundleModules } from "./modules/bundle-modules.ts";
import { collectTypes } from "./modules/collect-types.ts";
import { copyDatasets } from "./modules/copy-datasets.ts";
import { copyWasm } from "./modules/copy-wasm.ts";
import { writeWhole } from "./modules/write-whole.ts";

/**
 * Writes what cells in a page import, and what they read, into `folder`: `modules/` and its list `modules.json`, the
 * declarations `types.json`, TensorFlow.js' WebAssembly in `tfjs/` and the data sets in `datasets/`. Needs
 * `kernel-helpers/dist` and the data sets, which setup makes. Returns what went into the modules.
 */
export async function buildModules(folder: string): Promise<Metafile> {
  for (const part of ["modules", "tfjs", "datasets"]) {
    rmSync(join(folder, part), { recursive: true, force: true });
    mkdirSync(join(folder, part), { recursive: true });
  }
  const { modules, metafile } = await bundleModules(join(folder, "modules"));
  writeWhole(join(folder, "modules.json"), JSON.stringify(modules));
  writeWhole(join(folder, "types.json"), JSON.stringify(Object.fromEntries(collectTypes())));
  copyWasm(join(folder, "tfjs"));
  copyDatasets(join(folder, "datasets"));
  return metafile;
}
