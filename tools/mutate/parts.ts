import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A folder whose sources are changed, and the tests that should notice. */
export interface Part {
  readonly name: string;
  /** Folder of the sources, from the project's. */
  readonly folder: string;
  /** Folders or files of its tests, from the project's. */
  readonly tests: readonly string[];
  /** Patterns of test files that take too long for one run after each change. */
  readonly without: readonly string[];
}

type Tests = Partial<Pick<Part, "tests" | "without">>;

/** Folders of the kernel that can be tested without starting it. */
const KERNEL = ["rewriting", "help", "install", "common", "browser/page"].map((name) => `kernel/${name}`);

/** Stages of whose tests some train for long, start kernels or ask for a GPU. */
export const PARTICULAR: Readonly<Record<string, Tests>> = {
  backend: { without: ["**/native*.test.ts", "**/webgpu.*.test.ts"] },
  corpus: { without: ["**/planted-corpus.test.ts"] },
  display: { without: ["**/*.kernel.test.ts"] },
  train: { without: ["**/webgpu.*.test.ts"] },
  cli: { without: ["**/*.kernel.test.ts", "**/*.programs.test.ts"] },
};

/** Every part, in the order of the stages; the kernel's folders come last. */
export function partsOf(root: string): Part[] {
  const stages = JSON.parse(readFileSync(join(root, "kernel-helpers/stages.json"), "utf8")) as Named[];
  return [
    ...stages.map(({ name }) => {
      const { tests = [], without = [] } = PARTICULAR[name] ?? {};
      const folder = `kernel-helpers/src/${name}`;
      return { name, folder, tests: [folder, "kernel-helpers/test/doc-examples", ...tests], without };
    }),
    ...KERNEL.map((folder) => ({ name: folder, folder, tests: [folder], without: [] })),
  ];
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
