import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A folder whose sources are changed, and the tests that should notice. */
export interface Part {
  readonly name: string;
  /** Folder of the sources, from the project's. */
  readonly folder: string;
  /** Folders or files of its tests, from the project's. */
  readonly tests: readonly string[];
  /** The projects of vitest that these tests belong to. */
  readonly projects: readonly string[];
  /** Whether these tests run compiled code: then each change is compiled first. */
  readonly compiles: boolean;
}

/** Folders of the kernel that can be tested without starting it. */
const KERNEL = ["rewriting", "help", "install", "common", "browser/page"].map((name) => `kernel/${name}`);

/** Parts that are tested through other programs: the command line, readers of our files, Jupyter. */
const THROUGH_PROGRAMS = ["record", "vectors", "cli", "kernel/install"];

/** Every part, in the order of the stages; the kernel's folders come last. */
export function partsOf(root: string): Part[] {
  const stages = JSON.parse(readFileSync(join(root, "kernel-helpers/stages.json"), "utf8")) as Named[];
  return [
    ...stages.map(({ name }) =>
      partOf(name, `kernel-helpers/src/${name}`, ["kernel-helpers/test/doc-examples"]),
    ),
    ...KERNEL.map((folder) => partOf(folder, folder)),
  ];
}

function partOf(name: string, folder: string, tests: readonly string[] = []): Part {
  const projects = THROUGH_PROGRAMS.includes(name) ? ["unit", "programs"] : ["unit"];
  return { name, folder, tests: [folder, ...tests], projects, compiles: name === "cli" };
}

/**
 * The sources in a folder, from `root`: neither tests nor what only tests use, nor declarations, nor what
 * only a browser runs.
 */
export function sourcesOf(root: string, folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter(
      (file) => /\.[cm]?[jt]s$/.test(file) && !/\.(?:test|suite|case|d|browser)\.[cm]?[jt]s$/.test(file),
    )
    .map((file) => `${folder}/${file}`)
    .sort();
}

interface Named {
  readonly name: string;
}
