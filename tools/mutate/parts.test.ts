import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { partsOf, sourcesOf } from "./parts.ts";

const parts = partsOf(projectRoot);

test("partsOf() lists only folders that exist, and asks for programs only where tests need them", () => {
  for (const { folder, projects } of parts) {
    const tests = readdirSync(join(projectRoot, folder)).filter((file) => file.endsWith(".programs.test.ts"));
    if (projects.includes("programs")) expect(tests).not.toEqual([]);
  }
  expect(parts.filter(({ folder }) => !existsSync(join(projectRoot, folder)))).toEqual([]);
});

test("sourcesOf() leaves out tests, declarations and files that only a browser runs", () => {
  const files = sourcesOf(projectRoot, "kernel-helpers/src/backend");
  expect(files).toContain("kernel-helpers/src/backend/open-backend.ts");
  expect(files.filter((file) => /\.(test|suite|d|browser)\.ts$/.test(file))).toEqual([]);
  expect(sourcesOf(projectRoot, "kernel/rewriting")).toContain("kernel/rewriting/loops.cjs");
});
