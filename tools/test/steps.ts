import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";

/** One part of `npm test`: a command that fails by its exit status. */
export interface Step {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** More of the environment than that of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** How the lines begin that say how far a long step is. */
  readonly progress?: string;
}

/** Where vitest writes its counts. */
export const VITEST_REPORT: string = join(projectRoot, "build/test/vitest.json");

/** Where our reporter writes how long each test file took. */
export const FILE_DURATIONS: string = join(projectRoot, "build/test/durations.json");

/** Runs the lessons; some tests read what it makes. */
export const COURSE: Step = node("course, on a small text", "tsx/dist/cli.mjs", "tools/course/test-main.ts");

/** Builds the site for browsers, in which tests run the lessons. */
export const SITE: Step = node("site for browsers", "tsx/dist/cli.mjs", "site/browser/test-main.ts");

/** What `npm test` runs beside the course, the site and the tests, one after another. */
export const STEPS: readonly Step[] = [
  node("gate of the exercises", "tsx/dist/cli.mjs", "tools/gate/main.ts", "--today"),
  node("types", "typescript/bin/tsc", "-b", "kernel-helpers/tsconfig.json"),
  node("types of the tools", "typescript/bin/tsc", "-p", "tools/tsconfig.json"),
  node("types of the kernel", "typescript/bin/tsc", "-p", "kernel"),
  node("types of the kernel's worker", "typescript/bin/tsc", "-p", "kernel/browser/worker"),
  node("types of the page's front end", "typescript/bin/tsc", "-p", "kernel/browser/page"),
  node("types of the interactive views", "typescript/bin/tsc", "-p", "kernel-helpers/views"),
  node("lint and format", "@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  node(
    "import rules",
    "dependency-cruiser/bin/dependency-cruise.mjs",
    "kernel",
    "kernel-helpers/src",
    "kernel-helpers/views",
    "setup",
    "site",
    "tools",
  ),
  node("unused code", "knip/bin/knip.js"),
  node("documentation", "typedoc/bin/typedoc", "--emit", "none", "--treatWarningsAsErrors"),
  node("notebooks are current", "tsx/dist/cli.mjs", "tools/notebooks/main.ts", "--check"),
  node("documents are current", "tsx/dist/cli.mjs", "tools/docs/main.ts", "--check"),
  node("types of the notebooks", "tsx/dist/cli.mjs", "tools/typecheck/main.ts"),
];

/** Those of `npm run typecheck`. It runs no lesson, so it asks the kernel for the types of their cells as well. */
export const TYPES: readonly Step[] = [
  ...STEPS.filter(({ name }) => name.startsWith("types")),
  node("lessons' types in the kernel", "tsx/dist/cli.mjs", "tools/typecheck/main.ts", "--kernel"),
];

/** What `npm test` runs; it leaves the project "matrix", what takes long and seldom breaks, to `npm run test:all`. */
const EVERY_DAY = ["unit", "kernel", "browser", "programs"];

/** The tests: all of them, or all but the project "matrix". They use every core. */
export function testsStep(all: boolean): Step {
  const step = node(
    "tests",
    "vitest/vitest.mjs",
    "run",
    ...(all ? [] : EVERY_DAY.map((project) => `--project=${project}`)),
    "--reporter=dot",
    "--reporter=./tools/test/progress-reporter.ts",
    "--reporter=json",
    `--outputFile.json=${VITEST_REPORT}`,
  );
  return { ...step, progress: "test files: " };
}

/** A step that runs a package's program with this Node; `npx` might ask the registry for another version. */
function node(name: string, program: string, ...args: string[]): Step {
  return { name, program: process.execPath, args: [join(projectRoot, "node_modules", program), ...args] };
}
