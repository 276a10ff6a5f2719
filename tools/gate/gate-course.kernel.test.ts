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

/** One replacement in a file of the fixture course: file, old text, new text. */
type Change = readonly [file: string, from: string, to: string];

/** The fixture course after these replacements. */
function courseWith(use: string, ...changes: readonly Change[]): string {
  const root = fixtureCourse("course", `gate-${use}`);
  for (const [file, from, to] of changes) {
    const text = readFileSync(join(root, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(join(root, file), text.replace(from, to));
  }
  if (changes.some(([file]) => file.endsWith(".ts"))) updateFiles(root);
  return root;
}

const lines = (problems: readonly Problem[]): string[] =>
  problems.map(({ where, text }) => `${where}: ${text}`);

/** The problems that the whole gate finds after such replacements. */
async function gateWith(...change: Parameters<typeof courseWith>): Promise<string[]> {
  const root = courseWith(...change);
  return lines(await gateCourse({ root, build: join(root, "build"), practice }));
}

describe("gateCourse()", () => {
  test("accepts a right course", async () => {
    expect(await gateWith("right")).toEqual([]);
  });

  test("reports a wrong solution", async () => {
    const problems = await gateWith("solution", [SOURCE, "return sum / values.length;", "return sum;"]);
    expect(problems).toContainEqual(
      expect.stringMatching(/^solutions\/01-outputs-solutions\.ipynb mean-check: the cell must run/),
    );
  });

  test("reports wrong hints, accepted mistakes and a cell that fails as shipped, each in its place", async () => {
    const problems = await gateWith(
      "wrong",
      [SOURCE, '["sum-for-mean", m === 9]', '["median-for-mean", m === 9]'],
      [SOURCE, "mean([5, 1]) === 3", "mean([5]) === 5"],
      [SOURCE, '// %% name="mean-check"', '// %% name="use"\nmean([1]);\n\n// %% name="mean-check"'],
      [WRONG, "value - centre", "Math.abs(value - centre)"],
    );
    expect(problems.sort()).toEqual([
      expect.stringContaining("exercises/01-outputs-exercises.ipynb use: the cell must run"),
      expect.stringMatching(/wrong\.ts:1 .*the check must recognise sum-for-mean/),
      expect.stringMatching(/wrong\.ts:1 .*the hidden check must fail for sum-for-mean: its status is ok/),
      expect.stringMatching(/wrong\.ts:11 .*the check must recognise signed .* status is ok/),
      expect.stringMatching(/wrong\.ts:11 .*the hidden check must fail for signed: its status is ok/),
      expect.stringMatching(/wrong\.ts:6 .*the hidden check must fail for median-for-mean: its status is ok/),
    ]);
  });

  test("reports a check that accepts the TODO", async () => {
    const problems = await gateWith("todo", [SOURCE, "s === 2);", "true);"]);
    expect(problems).toContainEqual(
      expect.stringContaining("spread-check: as shipped, the check must fail with CheckFailed"),
    );
  });
});

describe("gateSources()", () => {
  test("reports missing known mistakes, hints and points, and unused checks", () => {
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
      "practice 01-outputs/mean: no solutions/src/*.wrong.ts contains the known mistake geometric",
    ]);
  });

  test("reports an exercise without a hidden check", () => {
    const course = courseWith("no-hidden", [SOURCE, ' hidden="spread" points="1"', ""]);
    expect(lines(gateSources(course, practice))).toContain(`${SOURCE} spread: no cell has hidden="spread"`);
  });

  test("reports points that were changed only in the code, for the heading and for the sum", () => {
    const dearer: Practice = new Map([...practice, exercise("spread", 2, ["signed"])]);
    expect(lines(gateSources(courseWith("dearer"), dearer))).toEqual([
      `${SOURCE} spread: the heading "## 2 The spread (1 point)" must end with "(2 points)", as in the stage practice`,
      `${SOURCE}: the first cell must say 4 points, the sum of its exercises: it says 3`,
    ]);
  });

  test("reports a lesson without a link to its exercises, and exercises without one to their lesson", () => {
    const lesson = "notebooks/src/01-outputs.ts";
    const course = courseWith(
      "unlinked",
      [lesson, "(../exercises/01-outputs-exercises.ipynb)", "(01-outputs-exercises.ipynb)"],
      [SOURCE, "(../notebooks/01-outputs.ipynb)", "(../notebooks/02-next.ipynb)"],
    );
    expect(lines(gateSources(course, practice))).toEqual([
      `${lesson}: no link leads to ../exercises/01-outputs-exercises.ipynb`,
      `${SOURCE}: no link in its first cell leads to ../notebooks/01-outputs.ipynb`,
    ]);
  });

  test("reports a notebook that was edited by hand, and a course list that differs from the sources", () => {
    const edited = lines(
      gateSources(courseWith("edited", ["notebooks/02-next.ipynb", "Nothing to see", "Something"]), practice),
    );
    expect(edited).toEqual(["notebooks/02-next.ipynb: not current: npm run notebooks"]);
    const listed = lines(
      gateSources(
        courseWith("listed", ["solutions/course.json", '"minutes": 1,', '"minutes": 9,']),
        practice,
      ),
    );
    expect(listed).toEqual(["notebooks/src/02-next.ts: must say 9 minutes, as in course.json"]);
  });
});
