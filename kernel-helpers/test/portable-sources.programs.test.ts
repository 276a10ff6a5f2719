import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { plantedCopy } from "./planted-copy.ts";

const plants: Readonly<Record<string, string>> = {
  process: "export const planted: unknown = process.env;",
  Buffer: "export const planted: unknown = Buffer.alloc(1);",
  document: "export const planted: unknown = document.body;",
  require: 'export const planted: unknown = require("x");',
  __dirname: "export const planted: unknown = __dirname;",
  url: "export const planted: unknown = import.meta.url;",
};

/** The compiler's output for the portable sources in `copy`. */
function compile(copy: string): string {
  const compiler = join(projectRoot, "node_modules/typescript/bin/tsc");
  const words = [
    "-p",
    "kernel-helpers/tsconfig.portable.json",
    "--noEmit",
    "--incremental",
    "false",
    "--composite",
    "false",
  ];
  return spawnSync(process.execPath, [compiler, ...words], { cwd: copy, encoding: "utf8" }).stdout;
}

test("tsconfig.portable.json rejects what exists only in Node or only in a page", () => {
  const files = Object.entries(plants).map(([name, text]) => [
    `kernel-helpers/src/base/plant-${name}.ts`,
    text,
  ]);
  const lines = compile(plantedCopy("portable", Object.fromEntries(files)))
    .trim()
    .split("\n");
  for (const name of Object.keys(plants)) {
    const found = lines.filter((line) => line.includes(`plant-${name}.ts`));
    expect(found.length, `errors about ${name}`).toBeGreaterThan(0);
    expect(found[0]).toContain(`'${name}'`);
  }
  expect(lines.filter((line) => !line.includes("plant-") && line.startsWith("kernel-helpers"))).toEqual([]);
});
