import { existsSync, readFileSync, rmSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { makeNotebook } from "./make-notebook.ts";
import { type RunCell, readOutputs, shown } from "./read-outputs.ts";
import { type Ended, runProgram } from "./run-program.ts";

const lesson = `// %% name="print"
console.log("词向量 🙂");
console.error("careful");

// %% name="value"
const words: string[] = ["king", "queen"];
words.map((word) => word.length)

// %% name="chart"
const spec = { $schema: "https://vega.github.io/schema/vega-lite/v5.json", description: "A bar", mark: "bar" };
spec

// %% name="image"
import { display } from "tslab";
display.svg('<svg xmlns="http://www.w3.org/2000/svg"><title>a drawing</title></svg>');

// %% name="expected" tags="raises-exception"
throw new RangeError("expected");

// %% name="after"
console.log("went on");
`;
const failing = `// %% name="fine"
const kept = 6;

// %% name="fails"
const later = kept * 7;
throw new RangeError("no such word");

// %% name="behind"
console.log("behind", kept, later);
`;

function convert(source: string, to: string, ...options: readonly string[]): Ended & { file: string } {
  const file = source.replace(".ipynb", to === "html" ? ".html" : ".run.ipynb");
  rmSync(file, { force: true });
  const output = ["--output", file];
  return {
    ...runProgram("jupyter", ["nbconvert", "--execute", "--to", to, ...options, source, ...output]),
    file,
  };
}

describe("jupyter nbconvert --execute --to notebook", () => {
  const source = makeNotebook("nbconvert", lesson);
  let run: ReturnType<typeof convert>;
  let cells: readonly RunCell[] = [];
  beforeAll(() => {
    run = convert(source, "notebook");
    cells = readOutputs(run.file);
  });

  test("runs every cell", () => {
    expect(run.status).toBe(0);
    expect(cells.map(({ executionCount }) => executionCount)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("keeps printed text, separately for each stream", () => {
    expect(cells[0]?.outputs.map(({ name, text }) => [name, [text].flat().join("")])).toEqual([
      ["stdout", "词向量 🙂\n"],
      ["stderr", "careful\n"],
    ]);
  });

  test("keeps values, charts and pictures with their types", () => {
    expect(shown(cells[1]!)).toBe("[ 4, 5 ]");
    expect(cells[2]?.outputs[0]?.data).toHaveProperty(["application/vnd.vegalite.v5+json", "mark"], "bar");
    expect(cells[3]?.outputs[0]?.data).toHaveProperty(["image/svg+xml"]);
  });

  test("goes on after a cell that fails and is tagged raises-exception", () => {
    expect(cells[4]?.outputs.map(({ ename }) => ename)).toEqual(["RangeError"]);
    expect(shown(cells[5]!)).toBe("went on\n");
  });
});

test("jupyter nbconvert --execute --to html writes a page with code and outputs", () => {
  const { status, file } = convert(makeNotebook("nbconvert-page", lesson), "html");
  expect(status).toBe(0);
  const page = readFileSync(file, "utf8");
  for (const part of ["词向量 🙂", "careful", "[ 4, 5 ]", "a drawing"]) expect(page).toContain(part);
  // Coloured with the lexer that kernel_info names.
  expect(page).toMatch(/<span class="k\w*">const<\/span>/);
});

describe("a failing cell", () => {
  const source = makeNotebook("nbconvert-failing", failing);

  test("makes nbconvert fail with its error", () => {
    const { status, stderr, file } = convert(source, "notebook");
    expect(status).not.toBe(0);
    expect(stderr.slice(-1000)).toContain("RangeError: no such word"); // only the end, so that a failure is readable
    expect(stderr).toMatch(/at cell 2, line 2/);
    expect(existsSync(file)).toBe(false);
  });

  test("is kept in the notebook with --allow-errors, and the next one runs", () => {
    const { status, file } = convert(source, "notebook", "--allow-errors");
    expect(status).toBe(0);
    const [, second, third] = readOutputs(file);
    expect(second?.outputs.map(({ output_type, ename, evalue }) => [output_type, ename, evalue])).toEqual([
      ["error", "RangeError", "no such word"],
    ]);
    expect(shown(third!)).toBe("behind 6 42\n");
  });
});
