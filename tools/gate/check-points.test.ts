import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { parseCells } from "../notebooks/parse-cells.ts";
import { checkPoints } from "./check-points.ts";
import type { Practice } from "./practice.ts";

const file = "solutions/src/01-outputs.ts";
const text = readFileSync(join(projectRoot, "tools/fixture/course", file), "utf8");
const practice: Practice = new Map(
  Object.entries({ mean: 2, spread: 1 }).map(([name, points]) => {
    const id = `01-outputs/${name}`;
    return [id, { id, points, hints: [], knownMistakes: [] }];
  }),
);

/** The problems that checkPoints() finds in the fixture's exercises after one replacement. */
function problemsWith(from: string, to: string): string[] {
  expect(text).toContain(from);
  const cells = parseCells(text.replace(from, to), file);
  return checkPoints({ name: "01-outputs", file, cells }, practice).map(
    (problem) => `${problem.where}: ${problem.text}`,
  );
}

test("checkPoints() accepts the right points", () => {
  expect(problemsWith("The mean", "The mean")).toEqual([]);
});

test.each([
  [
    "other points in a heading",
    "The mean (2 points)",
    "The mean (3 points)",
    ' mean: the heading "## 1 The mean (3 points)" must end with "(2 points)", as in the stage practice',
  ],
  [
    "no points in a heading",
    "The spread (1 point)",
    "The spread",
    ' spread: the heading "## 2 The spread" must end with "(1 point)", as in the stage practice',
  ],
  [
    "a wrong sum in the first cell",
    "3 points.",
    "4 points.",
    ": the first cell must say 3 points, the sum of its exercises: it says 4",
  ],
  [
    "no sum in the first cell",
    ", 3 points.",
    ".",
    ": the first cell must say 3 points, the sum of its exercises: it says none",
  ],
])("checkPoints() reports %s", (_, from, to, problem) => {
  expect(problemsWith(from, to)).toEqual([`${file}${problem}`]);
});
