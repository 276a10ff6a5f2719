import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Entry, type Host, REGISTRY } from "../common/registry.cjs";
import type { RepairCase } from "./repair-case.ts";

const kernel = join(import.meta.dirname, "..");

/** Folders of the cases: `<name>.case.ts` is beside the repair. */
const FOLDERS = {
  node: ["node/repairs", "common/repairs"],
  page: ["browser/worker/repairs", "common/repairs"],
};

/** The repairs of a host, in the registry's order. */
export function entriesOf(host: Host): readonly Entry[] {
  return REGISTRY.filter(({ only = host }) => only === host);
}

/** The names of the files with cases of a host. */
export function caseFiles(host: Host): readonly string[] {
  return FOLDERS[host].flatMap((folder) =>
    readdirSync(join(kernel, folder)).flatMap((file) => /^(.+)\.case\.ts$/.exec(file)?.[1] ?? []),
  );
}

/** The case of each repair of a host, in an order in which one kernel can run them all. */
export async function casesOf(host: Host): Promise<readonly RepairCase[]> {
  const cases = await Promise.all(entriesOf(host).map(({ name }) => loadCase(host, name)));
  return [...cases.filter(({ last }) => !last), ...cases.filter(({ last }) => last)];
}

async function loadCase(host: Host, name: string): Promise<RepairCase> {
  const files = FOLDERS[host].map((folder) => join(kernel, folder, `${name}.case.ts`));
  const file = files.find(existsSync);
  if (file === undefined) throw new Error(`Cannot test the repair ${name}: no ${files.join(", no ")}`);
  const found = Object.values(await import(pathToFileURL(file).href)) as RepairCase[];
  const [repairCase] = found;
  if (found.length !== 1 || repairCase?.repair !== name)
    throw new Error(`Cannot test the repair ${name}: ${file} must export its case, and nothing else`);
  return repairCase;
}
