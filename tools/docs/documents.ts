import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { kernelPage } from "../../kernel/compare/kernel-page.ts";
import type { KernelResults } from "../../kernel/compare/kernel-results.ts";
import type { Results } from "../../kernel-helpers/bench/train/summary.ts";
import { resultsPage, shortTable } from "../../kernel-helpers/bench/train/tables.ts";
import { courseGlossary } from "../../site/book/course-texts.ts";
import { readCourse } from "../course/course-list.ts";
import { courseSources } from "../notebooks/course-files.ts";
import { betweenMarkers } from "./between-markers.ts";
import { glossaryModule } from "./glossary-module.ts";
import { lessonTable } from "./lesson-table.ts";
import { type Repair, repairTable } from "./repair-table.ts";
import { type Stage, stagePicture, stageTable } from "./stages.ts";

/** The documents that are generated, whole or in part: path -> what they should be, given what they are. */
function documents(root: string): ReadonlyMap<string, (text: string) => string> {
  const stages = readJson<readonly Stage[]>(root, "kernel-helpers/stages.json");
  const results = readJson<KernelResults>(root, "kernel/compare/results.json");
  const trained = trainingResults(root);
  const part = (file: string, name: string, content: string): [string, (text: string) => string] => [
    file,
    (text) => betweenMarkers(text, name, content, file),
  ];
  return oneAfterTheOther([
    part("README.md", "lessons", lessonTable(readCourse(root).lessons)),
    part("README.md", "training-speed", shortTable(trained)),
    ["kernel-helpers/bench/results/training.md", () => resultsPage(trained)],
    part("ARCHITECTURE.md", "stages", `${stagePicture(stages)}\n\n${stageTable(stages)}`),
    part("kernel/README.md", "repairs", repairTable(registry(root))),
    ["docs/kernel.md", () => kernelPage(results)],
    [
      "kernel-helpers/src/display/glossary-terms.ts",
      () => glossaryModule(courseGlossary(root), courseSources(root, "notebooks/src")),
    ],
  ]);
}

/** A file may have several parts: each is made in the text with the parts before it. */
function oneAfterTheOther(
  parts: readonly (readonly [file: string, make: (text: string) => string])[],
): ReadonlyMap<string, (text: string) => string> {
  const all = new Map<string, (text: string) => string>();
  for (const [file, make] of parts) {
    const before = all.get(file) ?? ((text: string): string => text);
    all.set(file, (text) => make(before(text)));
  }
  return all;
}

/** The documents that are not what their sources make. */
export function outdatedDocuments(root: string): string[] {
  return [...documents(root)].flatMap(([file, make]) => {
    const text = readText(root, file);
    return make(text) === text ? [] : [file];
  });
}

/** Writes the documents that are not current and returns their paths. */
export function writeDocuments(root: string): string[] {
  const all = documents(root);
  const outdated = outdatedDocuments(root);
  for (const file of outdated) {
    const make = all.get(file) as (text: string) => string;
    writeFileSync(join(root, file), make(readText(root, file)));
  }
  return outdated;
}

function registry(root: string): readonly Repair[] {
  const require = createRequire(import.meta.url);
  return (require(join(root, "kernel/common/registry.cjs")) as { REGISTRY: readonly Repair[] }).REGISTRY;
}

/** The last whole run of npm run bench:train, if one is recorded. */
function trainingResults(root: string): Results | undefined {
  const file = "kernel-helpers/bench/results/training.json";
  return existsSync(join(root, file)) ? readJson<Results>(root, file) : undefined;
}

function readText(root: string, file: string): string {
  return readFileSync(join(root, file), "utf8");
}

function readJson<Value>(root: string, file: string): Value {
  return JSON.parse(readText(root, file)) as Value;
}
