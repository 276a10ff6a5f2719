import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { fixtureCourse } from "../fixture/fixture-course.ts";
import { makeNotebook } from "./make-notebook.ts";
import { type RunCell, readOutputs, shown } from "./read-outputs.ts";
import { type Ended, runProgram } from "./run-program.ts";

test("papermill, another notebook runner, gives the same outputs", () => {
  const root = fixtureCourse("course", "papermill");
  const target = join(root, "build/02-next.ipynb");
  mkdirSync(join(root, "build"), { recursive: true });
  const notebooks = join(root, "notebooks");
  const run = runProgram("papermill", [
    join(notebooks, "02-next.ipynb"),
    target,
    "--cwd",
    notebooks,
    "--no-progress-bar",
  ]);
  expect(run.stderr).not.toMatch(/Traceback|PapermillExecutionError/);
  expect(run.status).toBe(0);
  expect(readFileSync(target, "utf8")).toContain('"6\\n"');
});

const parameters = `// %% name="parameters" tags="parameters"
/** Where the text comes from. */
let corpus: string = "sotu";
let learningRate = 0.1; // step size of the updates
let seeds: number[] = [1, 2];
let words = "king";
let quick = false

// %% name="use"
const trained = \`\${corpus} \${learningRate * 2} \${words.length} \${quick}\`;
console.log(trained, seeds.map((seed) => seed + 1), typeof learningRate.toFixed);
words
`;
const said = "a \"quoted\" \\ word\nand 词向量 🙂 in 'two' $lines of `code`";

describe("papermill with parameters", () => {
  const source = makeNotebook("parameters", parameters);
  const target = source.replace(".ipynb", ".run.ipynb");
  let run: Ended;
  let cells: readonly RunCell[] = [];
  beforeAll(() => {
    const options = ["-p", "learningRate", "0.05", "-p", "words", said, "-p", "quick", "True"];
    const seeds = ["-y", "{seeds: [7, 8]}"];
    run = runProgram("papermill", [source, target, ...options, ...seeds, "--no-progress-bar"]);
    cells = readOutputs(target);
  });

  test("inserts a TypeScript cell after the tagged one", () => {
    expect(run.stderr).not.toMatch(/Traceback|PapermillExecutionError/);
    expect(run.status).toBe(0);
    expect(cells.map(({ tags }) => tags)).toEqual([["parameters"], ["injected-parameters"], []]);
    expect(cells[1]?.source).toMatch(/^\/\/ Parameters\nlet seeds = \[7, 8\];\nlet learningRate = 0\.05;\n/);
  });

  test("redeclares the parameters under strict types, and later cells see the new values", () => {
    expect(shown(cells[1]!)).toBe("");
    expect(shown(cells[2]!)).toContain(`sotu 0.1 ${said.length} true [ 8, 9 ] function`);
    expect(cells[2]?.outputs.at(-1)?.output_type).toBe("execute_result");
  });

  test("lists the parameters with --help-notebook", () => {
    const { stdout, status } = runProgram("papermill", ["--help-notebook", source]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/corpus: string \(default "sotu"\)\s+Where the text comes from\./);
    expect(stdout).toMatch(/learningRate: number \(default 0\.1\)\s+step size of the updates/);
    expect(stdout).toMatch(/seeds: number\[\] \(default \[1, 2\]\)/);
    expect(stdout).toMatch(/quick: boolean \(default false\)/);
  });

  test("fails with the cell's error if a parameter has the wrong type", () => {
    const wrong = runProgram("papermill", [
      source,
      target,
      "-p",
      "learningRate",
      "fast",
      "--no-progress-bar",
    ]);
    expect(wrong.status).not.toBe(0);
    expect(wrong.stderr).toContain(
      "The left-hand side of an arithmetic operation must be of type 'any', 'number'",
    );
  });

  test("refuses a name that is not a valid identifier", () => {
    const wrong = runProgram("papermill", [source, target, "-p", "learning-rate", "1", "--no-progress-bar"]);
    expect(wrong.status).not.toBe(0);
    expect(wrong.stderr).toContain("current name is 'learning-rate'. Remedy: use letters, digits, _ and $");
  });
});
