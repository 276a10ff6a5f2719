import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import { buildKernel } from "../build-kernel.ts";
import { type BundledPackage, bundledPackages } from "./bundled-packages.ts";

const folder = join(projectRoot, "build/licences");
let packages: BundledPackage[] = [];
let shipped = "";

beforeAll(async () => {
  packages = bundledPackages(await buildKernel(folder));
  shipped = readFileSync(join(inject("site"), "licences.txt"), "utf8");
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("each npm package in a bundle of the site has its licence in licences.txt", () => {
  const lines = new Set(shipped.split("\n"));
  expect(packages.length).toBeGreaterThan(10);
  expect(packages.filter(({ name, version }) => !lines.has(`${name} ${version}`))).toEqual([]);
});

test.each([
  ["JupyterLite", /^jupyterlite-core \(Python\) 0\.8\.6$/m],
  ["JupyterLab", /^@jupyterlab\/notebook \d/m],
  ["TypeScript", /^typescript 6\.0\.3$/m],
  ["tslab", /^tslab 1\.0\.22$/m],
  ["TensorFlow.js", /^@tensorflow\/tfjs-core 4\.22\.0$/m],
  ["its WebAssembly", /^@tensorflow\/tfjs-backend-wasm 4\.22\.0$/m],
  ["Plotly", /^plotly\.js-dist \d/m],
  ["Plotly for flat figures", /^plotly\.js-basic-dist-min \d/m],
  ["Vega, in JupyterLab", /^vega \d/m],
  ["our own", /^MIT License$/m],
  ["the speeches", /^data set sotu\n\nCC0-1\.0: .*works of the United States Government/m],
])("licences.txt has the licence of %s", (_, line) => {
  expect(shipped).toMatch(line);
});
