import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";

/** One part of `npm test`: a command that fails by its exit status. */
export interface Step {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** Where vitest writes its counts. */
export const VITEST_REPORT: string = join(projectRoot, "build/test/vitest.json");

/** Everything that `npm test` runs, in order: what is quick and tells most comes first. */
export const STEPS: readonly Step[] = [
  node("types", "typescript/bin/tsc", "-b", "kernel-helpers/tsconfig.json"),
  node("types of the tools", "typescript/bin/tsc", "-p", "tools/tsconfig.json"),
  node("types of the kernel", "typescript/bin/tsc", "-p", "kernel"),
  node("types of the kernel in a page", "typescript/bin/tsc", "-p", "kernel/browser/worker"),
  node("types of the kernel's page", "typescript/bin/tsc", "-p", "kernel/browser/page"),
  node("lint and format", "@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  node(
    "import rules",
    "dependency-cruiser/bin/dependency-cruise.mjs",
    "kernel",
    "kernel-helpers/src",
    "setup",
    "site",
    "tools",
  ),
  node("unused code", "knip/bin/knip.js"),
  node("documentation", "typedoc/bin/typedoc", "--emit", "none", "--treatWarningsAsErrors"),
  node("notebooks are current", "tsx/dist/cli.mjs", "tools/notebooks/main.ts", "--check"),
  node("types of the notebooks", "tsx/dist/cli.mjs", "tools/typecheck/main.ts"),
  node("gate of the exercises", "tsx/dist/cli.mjs", "tools/gate/main.ts"),
  node("course, on a tenth", "tsx/dist/cli.mjs", "tools/course/main.ts", "--fast", "--into", "build/test"),
  node(
    "tests",
    "vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${VITEST_REPORT}`,
  ),
];

/** A step that runs a package's program by this Node; `npx` might ask the registry for another. */
function node(name: string, program: string, ...args: string[]): Step {
  return { name, program: process.execPath, args: [join(projectRoot, "node_modules", program), ...args] };
}
