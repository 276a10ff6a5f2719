import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { PARTICULAR, partsOf, sourcesOf } from "./parts.ts";

const parts = partsOf(projectRoot);

test("partsOf() lists every stage that needs particular tests, and only folders that exist", () => {
  const names = parts.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(PARTICULAR)));
  expect(parts.filter(({ folder }) => !existsSync(join(projectRoot, folder)))).toEqual([]);
});

test("sourcesOf() leaves out tests, declarations and files that only a browser runs", () => {
  const files = sourcesOf(projectRoot, "kernel-helpers/src/backend");
  expect(files).toContain("kernel-helpers/src/backend/open-backend.ts");
  expect(files.filter((file) => /\.(test|suite|d|browser)\.ts$/.test(file))).toEqual([]);
  expect(sourcesOf(projectRoot, "kernel/rewriting")).toContain("kernel/rewriting/loops.cjs");
});
