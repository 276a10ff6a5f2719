import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { fixtureCourse } from "../fixture/fixture-course.ts";
import { checkByCompiler } from "./check-by-compiler.ts";
import { checkByKernel } from "./check-by-kernel.ts";
import { type CheckedNotebook, readNotebooks } from "./read-notebooks.ts";

const build = join(projectRoot, "build/fixture/typecheck");
const broken = readNotebooks(fixtureCourse("broken-course", "types"), "notebooks");
const good = readNotebooks(fixtureCourse("course", "types"), "notebooks");

test("checkByCompiler() names notebook, cell and line of a type error", () => {
  expect(checkByCompiler(broken, build)).toEqual([
    "notebooks/02-types.ipynb types:1:7 error TS2322: Type 'string' is not assignable to type 'number'.",
  ]);
  expect(checkByCompiler(good, build)).toEqual([]);
});

test("checkByCompiler() refuses a name that two cells declare", () => {
  const cells = [
    { id: "one", text: "const a = 1;" },
    { id: "two", text: "\nconst a = 2;" },
  ];
  const twice: CheckedNotebook = { folder: projectRoot, file: "a.ipynb", cells };
  expect(checkByCompiler([twice], build)).toContainEqual(
    expect.stringMatching(/^a\.ipynb two:2:7 error TS2451/),
  );
});

test("checkByKernel() gives the verdict of the kernel's own compiler, and does not change the folder", () => {
  const before = process.cwd();
  expect(checkByKernel(broken)).toEqual([
    "notebooks/02-types.ipynb types:1:7 kernel TS2322: Type 'string' is not assignable to type 'number'.",
  ]);
  expect(checkByKernel(good)).toEqual([]);
  expect(process.cwd()).toBe(before);
});
