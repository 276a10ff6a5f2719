import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { projectRoot } from "../../../setup/paths.mjs";
import { writeWhole } from "../modules/write-whole.ts";
import { bundledPackages, readPackage } from "./bundled-packages.ts";
import { datasetLicences } from "./dataset-licences.ts";
import { frontEndLicences } from "./front-end-licences.ts";
import { licenceList } from "./licence-list.ts";
import { licenceText } from "./licence-text.ts";

const require = createRequire(import.meta.url);

/** Packages that are copied and not bundled: declarations and binaries. */
const COPIED = ["typescript", "@tensorflow/tfjs-backend-wasm"];

/**
 * Writes licences.txt into `site`: for JupyterLite, for the packages of `inputs`, the files of our bundles, and for
 * data.
 */
export function writeLicences(site: string, inputs: readonly string[]): void {
  const copied = COPIED.map((name) => readPackage(dirname(require.resolve(`${name}/package.json`))));
  const packages = [...bundledPackages(inputs), ...copied];
  const own = { name: "word2vec-lab", version: "", text: readFileSync(join(projectRoot, "LICENSE"), "utf8") };
  const bundled = packages.map(({ name, version, folder }) => ({ name, version, text: licenceText(folder) }));
  const index = join(site, "extensions/word2vec-lab-kernel/static/datasets/index.json");
  const data = datasetLicences(index, join(projectRoot, "datasets"));
  writeWhole(join(site, "licences.txt"), licenceList([own, ...data, ...bundled, ...frontEndLicences(site)]));
}
