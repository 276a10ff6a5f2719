import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { helpers, plantedCopy } from "./planted-copy.ts";

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
  };
}

/** What dependency-cruiser says about the project in `folder`. */
function cruise(folder: string): Cruise {
  const program = join(projectRoot, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const words = [
    "--config",
    ".dependency-cruiser.cjs",
    "--output-type",
    "json",
    "kernel",
    "kernel-helpers/src",
  ];
  const { stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Cruise;
}

test("the sources follow every import rule, and every source is checked", () => {
  const { modules, summary } = cruise(projectRoot);
  expect(summary.violations).toEqual([]);
  const seen = modules
    .map(({ source }) => source)
    .filter((path) => /^kernel-helpers\/src\/.*\.ts$/.test(path));
  const files = readdirSync(join(helpers, "src"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `kernel-helpers/src/${file.replaceAll("\\", "/")}`);
  expect(files.length).toBeGreaterThan(100);
  expect(seen.sort()).toEqual(files.sort());
});

/** A violation of each rule: the rule that must report it, the file to plant it in, and its text. */
const plants: readonly (readonly [rule: string, file: string, text: string])[] = [
  ["no-node-in-portable-files", "kernel-helpers/src/base/plant-node.ts", 'import "node:fs";'],
  [
    "base-imports-only-to-its-left",
    "kernel-helpers/src/base/plant-right.ts",
    'import type {} from "../train/index.ts";',
  ],
  [
    "base-is-entered-through-its-index",
    "kernel-helpers/src/train/plant-bypass.ts",
    'import "../base/random.ts";',
  ],
  ["run-times-only-by-their-alias", "kernel-helpers/src/host/plant-direct.ts", 'import "./host.node.ts";'],
  [
    "no-cycle",
    "kernel-helpers/src/base/plant-here.ts",
    'import type { There } from "./plant-there.ts"; export type Here = There;',
  ],
  ["tslab-in-the-kernel-only", "kernel-helpers/src/display/plant-tslab.ts", 'import "tslab";'],
  [
    "tfjs-in-backend-only",
    "kernel-helpers/src/model/plant-tfjs.ts",
    'import { add } from "@tensorflow/tfjs"; add(1, 2);',
  ],
  [
    "nothing-imports-display-or-cli",
    "kernel-helpers/src/practice/plant-display.ts",
    'import "../display/index.ts";',
  ],
  [
    "the-kernel-knows-the-host-by-its-contract",
    "kernel/common/plant-stage.ts",
    'import "../../kernel-helpers/src/base/index.ts";',
  ],
  [
    "the-kernel-is-entered-through-its-package",
    "kernel-helpers/src/cli/plant-kernel.ts",
    'import "../../../kernel/common/send.cjs";',
  ],
  [
    "authors-tools-are-for-authors",
    "kernel-helpers/src/base/plant-tool.ts",
    'import "../../../tools/plant-tool.ts";',
  ],
  ["display-imports-only-to-its-left", "kernel-helpers/src/display/plant-cli.ts", 'import "../cli/run.ts";'],
];

const otherHalf = 'import type { Here } from "./plant-here.ts"; export type There = Here;';

const { forbidden } = createRequire(import.meta.url)("../../.dependency-cruiser.cjs") as {
  readonly forbidden: readonly { readonly name: string }[];
};
/** A stage has two rules; those of base and display stand for all. */
const OF_STAGES = /-(?:imports-only-to-its-left|is-entered-through-its-index)$/;

test("a planted violation of each import rule is reported", () => {
  const names = forbidden.map(({ name }) => name).filter((name) => !OF_STAGES.test(name));
  expect(plants.map(([rule]) => rule)).toEqual(expect.arrayContaining(names));
  const others = [
    ["", "kernel-helpers/src/base/plant-there.ts", otherHalf],
    ["", "tools/plant-tool.ts", "export {};"],
  ] as const;
  const files = [...plants, ...others].map(([, file, text]) => [file, `${text}\n`] as const);
  const { violations } = cruise(plantedCopy("imports", Object.fromEntries(files))).summary;
  const named = violations.map(({ from, rule }) => `${rule.name}: ${from}`);
  expect(named).toEqual(expect.arrayContaining(plants.map(([rule, file]) => `${rule}: ${file}`)));
  const planted = new Set<string>(files.map(([path]) => path));
  expect(violations.filter(({ from }) => !planted.has(from))).toEqual([]);
});
