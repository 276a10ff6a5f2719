import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { repositoryPaths } from "./repository-paths.ts";

const LIMIT = 150;

/** Sources that are longer all the same; one that became short leaves this list. */
const LONGER = [
  "kernel-helpers/bench/step-speed.ts",
  "kernel/rewriting/scope.cjs",
  "kernel/common/cells.cjs",
  "kernel/common/registry.cjs",
  "kernel/common/seams/compiling.cjs",
  "kernel/help/complete.cjs",
  "kernel/help/inspect.cjs",
  "kernel/node/repairs/captures.cjs",
];

/** Lessons, exercises and tests may be long; a .d.ts describes what others wrote. */
const EXEMPT = /^(notebooks|solutions|tools\/fixture)\/|\/test\/|\.(test|suite|case|d)\.ts$/;

test(`a source of ours has at most ${LIMIT} lines, those listed excepted`, () => {
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
