import { beforeAll, describe, expect, test } from "vitest";
import { installNbgrader, NbgraderCourse } from "./nbgrader-course.ts";
import { readOutputs } from "./read-outputs.ts";

const answer = "return xs.reduce((sum, x) => sum + x, 0) / xs.length;";
const todo = 'throw new Error("TODO");';
const solution = `function mean(xs: readonly number[]): number {
  // BEGIN SOLUTION
  ${answer}
  // END SOLUTION
}`;
const checks = {
  two: 'if (mean([1, 3]) !== 2) throw new RangeError("mean([1, 3]) is not 2");',
  three: 'if (mean([1, 2, 6]) !== 3) throw new RangeError("mean([1, 2, 6]) is not 3");',
};

function cell(id: string, source: string, points?: number): object {
  const grade = points !== undefined;
  const nbgrader = { schema_version: 3, grade_id: id, grade, solution: !grade, locked: grade, task: false };
  const metadata = { nbgrader: { ...nbgrader, ...(grade && { points }) } };
  return { cell_type: "code", id, metadata, source, outputs: [], execution_count: null };
}

const course = new NbgraderCourse("ps1", {
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {
    kernelspec: { name: "w2v", language: "typescript", display_name: "TypeScript (word2vec-lab)" },
  },
  cells: [cell("mean", solution), cell("two", checks.two, 2), cell("three", checks.three, 3)],
});

const answers = {
  right: answer,
  // Plain tslab cancels the second check if the first one fails, and nbgrader gives full marks for no output.
  wrong: "return xs.reduce((sum, x) => sum + x, 0);",
  half: "return 3;",
  untyped: "return xs.joined;",
  chatty: `console.log("now"); ${answer}`,
  exits: "process.exit(0);",
  dies: "require('child_process').execSync('kill -9 ' + process.pid); return 0;",
};

describe("nbgrader autograde", () => {
  let scores: ReturnType<NbgraderCourse["scores"]>;
  let log = "";
  beforeAll(() => {
    installNbgrader();
    const generated = course.run("generate_assignment");
    expect(generated.status, generated.stderr).toBe(0);
    for (const [student, code] of Object.entries(answers)) course.submit(student, todo, code);
    course.submit("untouched", todo, todo);
    log = course.run("autograde").stderr;
    scores = course.scores();
  });

  test("gives full marks for passing checks, also with printed text", () => {
    expect(scores.right).toEqual({ two: 2, three: 3 });
    expect(scores.chatty).toEqual({ two: 2, three: 3 });
  });

  test.each(["wrong", "untyped", "exits", "untouched"])(
    "gives no marks for failing checks: %s",
    (student) => {
      expect(scores[student]).toEqual({ two: 0, three: 0 });
    },
  );

  test("runs a check after one that failed, and grades each separately", () => {
    expect(scores.half).toEqual({ two: 0, three: 3 });
  });

  test("names the error of each failing check", () => {
    const [, two, three] = readOutputs(course.graded("wrong"));
    expect(two?.outputs.map(({ ename, evalue }) => `${ename}: ${evalue}`)).toEqual([
      "RangeError: mean([1, 3]) is not 2",
    ]);
    expect(three?.outputs.map(({ ename }) => ename)).toEqual(["RangeError"]);
  });

  test("gives no marks if the kernel dies, and says so", () => {
    expect(scores.dies).toEqual({ two: null, three: null });
    expect(log).toMatch(/Kernel died while waiting.*submitted\/dies\/ps1/s);
  });
});
