import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { DatasetIndex } from "../../../kernel-helpers/src/host/index.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { readCourse } from "../../../tools/course/course-list.ts";
import { readNotebooks } from "../../../tools/typecheck/read-notebooks.ts";
import { writeWhole } from "./write-whole.ts";

const datasets = join(projectRoot, "datasets");

/** What decides which data sets a site has. */
export interface DatasetChoice {
  readonly index: DatasetIndex;
  /** The cells that may name one. */
  readonly cells: readonly string[];
}

/**
 * Copies the data sets that the lessons in a page name into `folder`, with an index of them. One that may not be passed on, which has a package, is in
 * the index only: a page then says why it cannot have it.
 */
export function copyDatasets(folder: string, { index, cells }: DatasetChoice = ofTheCourse()): void {
  const text = cells.join("\n");
  const named = Object.entries(index).filter(([name]) => text.includes(`"${name}"`));
  for (const [name, { file, sha256, package: from }] of named) {
    if (from) continue;
    const bytes = readDataset(name, file);
    if (createHash("sha256").update(bytes).digest("hex") !== sha256)
      throw unusable(name, "its checksum differs");
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeWhole(join(folder, file), bytes);
  }
  writeWhole(join(folder, "index.json"), JSON.stringify(Object.fromEntries(named)));
}

function ofTheCourse(): DatasetChoice {
  const index = JSON.parse(readFileSync(join(datasets, "index.json"), "utf8")) as DatasetIndex;
  return { index, cells: cellsInPage() };
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
