import { delimiter, dirname, join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import type { Step } from "../test/steps.ts";

/** Whose tests are run: what learners run on their Node. Authors' tools and the site are tested on CI's own alone. */
const LEARNERS = ["kernel/", "kernel-helpers/", "setup/", "tools/attack/"];

/**
 * What is run on another Node: the tests of the units and of the kernel that a learner's machine runs, and one lesson to its
 * end. `folder` has the kernelspec that names this Node, and gets what is written.
 */
export function nodeSteps(node: string, folder: string): Step[] {
  const env = {
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ""}`,
    JUPYTER_PATH: join(folder, "share/jupyter"),
  };
  const packages = (path: string): string => join(projectRoot, "node_modules", path);
  const lesson = ["tools/course/main.ts", "04", "--fast", "--into", join(folder, "build")];
  return [
    {
      name: "tests of units and kernel",
      program: node,
      args: [
        ...[packages("vitest/vitest.mjs"), "run", "--reporter=dot", "--project=unit", "--project=kernel"],
        ...LEARNERS,
      ],
      env,
    },
    { name: "lesson 04", program: node, args: [packages("tsx/dist/cli.mjs"), ...lesson], env },
  ];
}
