import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fixtureCourse } from "../fixture/fixture-course.ts";
import { updateFiles } from "../notebooks/update-files.ts";
import { gateCourse, gateSources } from "./gate-course.ts";
import type { Practice, PracticeExercise } from "./practice.ts";
import type { Problem } from "./problem.ts";

const exercise = (name: string, points: number, mistakes: readonly string[]): [string, PracticeExercise] => {
  const id = `01-outputs/${name}`;
  const knownMistakes = mistakes.map((mistake) => ({ name: mistake, hint: "" }));
  return [id, { id, points, hints: ["a?", "b?", "c?"], knownMistakes }];
};
const practice: Practice = new Map([
  exercise("mean", 2, ["sum-for-mean", "median-for-mean"]),
  exercise("spread", 1, ["signed"]),
]);
const SOURCE = "solutions/src/01-outputs.ts";
const WRONG = "solutions/src/01-outputs.wrong.ts";

/** The fixture course after one replacement in one of its files. */
function courseWith(use: string, file?: string, from = "", to = ""): string {
  const root = fixtureCourse("course", `gate-${use}`);
  if (file !== undefined) {
    const text = readFileSync(join(root, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(root, file), text.replace(from, to));
    if (file.endsWith(".ts")) updateFiles(root);
  }
  return root;
}

const lines = (problems: readonly Problem[]): string[] =>
  problems.map(({ where, text }) => `${where}: ${text}`);

/** What the whole gate says of it. */
async function gateWith(...change: Parameters<typeof courseWith>): Promise<string[]> {
  const root = courseWith(...change);
  return lines(await gateCourse({ root, build: join(root, "build"), practice }));
}

describe("gateCourse()", () => {
  test("lets a right course through", async () => {
    expect(await gateWith("right")).toEqual([]);
  });

  test("tells a wrong solution", async () => {
    const problems = await gateWith("solution", SOURCE, "return sum / values.length;", "return sum;");
    expect(problems).toContainEqual(
      expect.stringMatching(/^solutions\/01-outputs\.ipynb mean-check: the cell must run/),
    );
  });

  test("tells a check that is content with the TODO", async () => {
    const problems = await gateWith("todo", SOURCE, "s === 2);", "true);");
    expect(problems).toContainEqual(
      expect.stringContaining("spread-check: the check must fail by CheckFailed"),
    );
  });

  test("tells a known mistake that gets another's hint, and one that the check takes for right", async () => {
    const swapped = await gateWith(
      "hint",
      SOURCE,
      '["sum-for-mean", m === 9]',
      '["median-for-mean", m === 9]',
    );
    expect(swapped).toEqual([expect.stringMatching(/wrong\.ts:1 .*the check must recognise sum-for-mean/)]);
    const right = await gateWith("right-wrong", WRONG, "value - centre", "Math.abs(value - centre)");
    expect(right).toEqual([expect.stringMatching(/the check must recognise signed .* status is ok/)]);
  });

  test("tells a hidden check that lets a known mistake pass", async () => {
    const problems = await gateWith("hidden", SOURCE, "mean([5, 1]) === 3", "mean([5]) === 5");
    expect(problems).toEqual([
      expect.stringMatching(/wrong\.ts:1 .*the hidden check must fail for sum-for-mean: its status is ok/),
      expect.stringMatching(/wrong\.ts:6 .*the hidden check must fail for median-for-mean: its status is ok/),
    ]);
  });

  test("tells a cell outside the checks that fails as shipped", async () => {
    const problems = await gateWith(
      "extra",
      SOURCE,
      '// %% name="mean-check"',
      '// %% name="use"\nmean([1]);\n\n// %% name="mean-check"',
    );
    expect(problems).toEqual([expect.stringContaining("exercises/01-outputs.ipynb use: the cell must run")]);
  });
});

describe("gateSources()", () => {
  test("tells missing known mistakes, hints and points, and checks that nobody uses", () => {
    const [id, mean] = exercise("mean", 0, ["sum-for-mean", "median-for-mean", "geometric"]);
    const judge: Practice = new Map([
      [id, { ...mean, hints: ["a?", "a?", "b?"] }],
      exercise("spread", 1, ["signed"]),
      exercise("unused", 1, []),
    ]);
    expect(lines(gateSources(courseWith("data"), judge))).toEqual([
      "solutions/src/01-outputs.ts mean: three different hints are needed: there are 2",
      "solutions/src/01-outputs.ts mean: points must be above 0: current value is 0",
      "practice 01-outputs/unused: no exercise in solutions/src and no lesson uses it",
      "practice 01-outputs/mean: the known mistake geometric must be typed in solutions/src/*.wrong.ts",
    ]);
  });

  test("tells points that were changed in the code alone, in the heading and in the sum", () => {
    const dearer: Practice = new Map([...practice, exercise("spread", 2, ["signed"])]);
    expect(lines(gateSources(courseWith("dearer"), dearer))).toEqual([
      `${SOURCE} spread: its heading must end with "(2 points)" as the stage practice says: "## 2 The spread (1 point)"`,
      `${SOURCE}: the first cell must say 4 points, the sum of its exercises: it says 3`,
    ]);
  });

  test("tells a notebook that was edited by hand, and a list that does not fit", () => {
    const edited = lines(
      gateSources(courseWith("edited", "notebooks/02-next.ipynb", "Nothing to see", "Something"), practice),
    );
    expect(edited).toEqual(["notebooks/02-next.ipynb: not current: npm run notebooks"]);
    const listed = lines(
      gateSources(courseWith("listed", "solutions/course.json", '"minutes": 1,', '"minutes": 9,'), practice),
    );
    expect(listed).toEqual(["notebooks/src/02-next.ts: must say 9 minutes as course.json"]);
  });
});
