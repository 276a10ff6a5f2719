import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { repositoryPaths } from "./repository-paths.ts";

const LIMIT = 150;

/** Sources that may be longer; the test fails for a listed source that is short enough. */
const LONGER = [
  "kernel-helpers/assembly/tiles.ts",
  "kernel-helpers/bench/step-speed.ts",
  "kernel-helpers/src/display/glossary-terms.ts",
  "kernel/rewriting/scope.cjs",
  "kernel/common/cells.cjs",
  "kernel/common/registry.cjs",
  "kernel/common/seams/compiling.cjs",
  "kernel/help/complete.cjs",
  "kernel/help/inspect.cjs",
  "kernel/node/repairs/captures.cjs",
];

/** Lessons, exercises and tests may be long, and so may a .d.ts for code of others. */
const EXEMPT = /^(notebooks|solutions|tools\/fixture)\/|\/test\/|\.(test|suite|case|d)\.ts$/;

test(`every source has at most ${LIMIT} lines, except those listed`, () => {
  const sources = repositoryPaths(projectRoot).filter(
    (path) => /\.[cm]?[jt]s$/.test(path) && !EXEMPT.test(path),
  );
  expect(sources.length).toBeGreaterThan(400);
  const long = sources.filter((path) => lines(path) > LIMIT);
  expect(long.sort()).toEqual([...LONGER].sort());
});

function lines(path: string): number {
  return readFileSync(join(projectRoot, path), "utf8").trimEnd().split("\n").length;
}
