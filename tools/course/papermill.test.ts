import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fixtureCourse } from "../fixture-course.ts";
import { projectRoot } from "../project-root.ts";
import { environmentProgram } from "../setup/environment.mjs";

test("papermill, another runner of notebooks, runs ours to the same outputs", () => {
  const root = fixtureCourse("course", "papermill");
  const target = join(root, "build/02-next.ipynb");
  mkdirSync(join(root, "build"), { recursive: true });
  const notebooks = join(root, "notebooks");
  const run = spawnSync(
    environmentProgram(projectRoot, "python"),
    ["-m", "papermill", join(notebooks, "02-next.ipynb"), target, "--cwd", notebooks, "--no-progress-bar"],
    { encoding: "utf8", timeout: 100_000 },
  );
  expect(run.stderr).not.toMatch(/Traceback|PapermillExecutionError/);
  expect(run.status).toBe(0);
  expect(readFileSync(target, "utf8")).toContain('"6\\n"');
});
