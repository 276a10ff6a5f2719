import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import { bundledPackages } from "./bundled-packages.ts";
import { datasetLicences } from "./dataset-licences.ts";
import { licenceList } from "./licence-list.ts";
import { licenceText } from "./licence-text.ts";

describe("bundledPackages()", () => {
  test("lists each package once, also nested and scoped ones, and none of our own files", () => {
    const inputs = [
      "node_modules/tslab/dist/converter.js",
      "node_modules/tslab/dist/executor.js",
      "node_modules/@tensorflow/tfjs/dist/index.js",
      "kernel-helpers/src/index.ts",
      "never-called:os",
    ];
    const found = bundledPackages(inputs, projectRoot);
    expect(found.map(({ name }) => name)).toEqual(["@tensorflow/tfjs", "tslab"]);
    expect(found[1]?.version).toBe("1.0.22");
  });
});

test("datasetLicences() rejects a card that gives no licence", () => {
  const folder = mkdtempSync(join(tmpdir(), "w2v-licences-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [index, card] = [join(folder, "index.json"), join(folder, "pets/README.md")];
  mkdirSync(join(folder, "pets"));
  writeFileSync(index, JSON.stringify({ pets: { licence: "CC0-1.0", source: "a house" } }));
  writeFileSync(card, "| licence | no rights reserved |\n");
  expect(datasetLicences(index, folder)).toEqual([
    { name: "data set pets", version: "", text: "CC0-1.0: no rights reserved\nFrom: a house" },
  ]);
  writeFileSync(join(folder, "pets/NOTICE"), "Keep this notice.\n");
  expect(datasetLicences(index, folder)[0]?.text).toBe(
    "CC0-1.0: no rights reserved\nFrom: a house\n\nKeep this notice.\n",
  );
  const fetched = { licence: "research", source: "an index", package: { name: "wolves" } };
  const both = join(folder, "both.json");
  writeFileSync(both, JSON.stringify({ pets: { licence: "CC0-1.0", source: "a house" }, wolves: fetched }));
  expect(datasetLicences(both, folder).map(({ name }) => name)).toEqual(["data set pets"]);
  writeFileSync(card, "| words | 3 |\n");
  expect(() => datasetLicences(index, folder)).toThrow(`${card} needs a row`);
});

test("licenceText() gives the package's own words", () => {
  expect(licenceText(join(projectRoot, "node_modules/typescript"))).toContain("Apache License");
});

test("licenceList() shows works with one licence together", () => {
  const list = licenceList([
    { name: "a", version: "1", text: "MIT" },
    { name: "b", version: "2", text: "BSD" },
    { name: "c", version: "3", text: "MIT\r\n" },
  ]);
  expect(list).toContain("a 1\nc 3\n\nMIT\n");
  expect(list).toContain("b 2\n\nBSD\n");
});
