import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { courseSources } from "./course-files.ts";
import { longCells, wideLines } from "./long-cells.ts";
import { parseCells } from "./parse-cells.ts";

const lines = (count: number): string => Array.from({ length: count }, (_, i) => `f(${i});`).join("\n");
const source = (text: string) => ({ name: "a", file: "a.ts", cells: parseCells(text, "a.ts") });

test("longCells() names a cell of more than 20 lines and a lesson whose median is above 10", () => {
  const long = source(
    `// %% name="a"\n${lines(21)}\n// %% name="b"\n${lines(11)}\n// %% name="c"\n${lines(1)}`,
  );
  expect(longCells([long])).toEqual([
    "a.ts:1: the cell has 21 lines, and 20 are the most",
    "a.ts: its median cell has 11 lines, and 10 are the most",
  ]);
});

test("longCells() counts neither prose nor the cell of imports", () => {
  expect(
    longCells([source(`// %% name="a" tags="imports"\n${lines(30)}\n// %% name="b"\n${lines(10)}`)]),
  ).toEqual([]);
});

test("wideLines() names a line of code that JupyterLab would cut off", () => {
  const wide = source(
    `// %% [markdown] name="a"\n// ${"x".repeat(97)}\n// %% name="b"\nf();\n// ${"x".repeat(94)}`,
  );
  expect(wideLines([wide])).toEqual(["a.ts:5: the line has 97 characters, and 96 are the most"]);
});

test("no line of the lessons and exercises is too wide", () => {
  const exercises = courseSources(projectRoot, "solutions/src").filter(
    ({ file }) => !/\.\w+\.ts$/.test(file),
  );
  expect(wideLines([...courseSources(projectRoot, "notebooks/src"), ...exercises])).toEqual([]);
});

test("no cell of the lessons is too long", () => {
  expect(longCells(courseSources(projectRoot, "notebooks/src"))).toEqual([]);
});
