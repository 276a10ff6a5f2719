import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DatasetIndex } from "../../../kernel-helpers/src/host/index.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { readCourse } from "../../../tools/course/course-list.ts";
import { readNotebooks } from "../../../tools/typecheck/read-notebooks.ts";
import { writeWhole } from "./write-whole.ts";

const datasets = join(projectRoot, "datasets");

/** Copies the data sets that the lessons in a page name into `folder`, with an index of them. */
export function copyDatasets(folder: string): void {
  const all = JSON.parse(readFileSync(join(datasets, "index.json"), "utf8")) as DatasetIndex;
  const text = cellsInPage().join("\n");
  const named = Object.entries(all).filter(([name]) => text.includes(`"${name}"`));
  for (const [name, { file, sha256 }] of named) {
    const bytes = readDataset(name, file);
    if (createHash("sha256").update(bytes).digest("hex") !== sha256)
      throw unusable(name, "its checksum differs");
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeWhole(join(folder, file), bytes);
  }
  writeWhole(join(folder, "index.json"), JSON.stringify(Object.fromEntries(named)));
}

/** The code cells of every lesson and exercise that runs in a page. */
function cellsInPage(): string[] {
  const { lessons } = readCourse(projectRoot);
  const ids = new Set(lessons.filter(({ run }) => run === "any").map(({ id }) => id));
  return ["notebooks", "exercises"]
    .flatMap((folder) => readNotebooks(projectRoot, folder))
    .filter(({ file }) => ids.has(basename(file, ".ipynb")))
    .flatMap(({ cells }) => cells.map((cell) => cell.text));
}

function readDataset(name: string, file: string): Uint8Array {
  try {
    return readFileSync(join(datasets, file));
  } catch (error) {
    throw unusable(name, (error as Error).message);
  }
}

function unusable(name: string, why: string): Error {
  return new Error(
    `Cannot copy the data set "${name}": its file is not the one in datasets/index.json: ${why}. Remedy: npm run setup`,
  );
}
