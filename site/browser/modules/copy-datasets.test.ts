import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { DatasetIndex } from "../../../kernel-helpers/src/host/index.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { copyDatasets } from "./copy-datasets.ts";

const index = JSON.parse(readFileSync(join(projectRoot, "datasets/index.json"), "utf8")) as DatasetIndex;

test("copyDatasets() copies what a cell names, and of a data set that may not be passed on its entry only", () => {
  const folder = mkdtempSync(join(tmpdir(), "w2v-datasets-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const cells = ['await dataset("film-snippets", { otherwise: "written-reviews" });'];
  copyDatasets(folder, { index, cells });
  const copied = JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as DatasetIndex;
  expect(Object.keys(copied).sort()).toEqual(["film-snippets", "written-reviews"]);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  expect(files.map(({ name }) => name).sort()).toEqual(["index.json", "reviews.jsonl"]);
});

/** The first texts of each fetched data set that is on this machine. */
const texts = Object.values(index)
  .filter((entry) => entry.package && existsSync(join(projectRoot, "datasets", entry.file)))
  .flatMap(({ file }) => readFileSync(join(projectRoot, "datasets", file), "utf8").split("\n", 200))
  .filter((line) => line !== "")
  .map((line) => (JSON.parse(line) as { text?: string }).text ?? "")
  .filter((text) => text.length > 40);

test("no text that may not be passed on is in git or in the cells of a lesson", () => {
  const notebooks = ["notebooks", "exercises", "notebooks/src", "solutions/src"].flatMap((folder) =>
    readdirSync(join(projectRoot, folder)).map((name) => join(projectRoot, folder, name)),
  );
  const all = notebooks
    .filter((file) => /\.(?:ts|ipynb|json)$/.test(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  expect(texts.filter((text) => all.includes(text))).toEqual([]);
});
