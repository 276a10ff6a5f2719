import { expect, test } from "vitest";
import { parseCells, type SourceCell } from "./parse-cells.ts";
import { withoutSolution, withSolution } from "./solution-region.ts";

function cell(...lines: string[]): SourceCell {
  return parseCells(['// %% exercise="f"', ...lines].join("\n"), "a.ts")[0] as SourceCell;
}

const whole = cell(
  "/** Doc. */",
  "async function twice(x: number): Promise<number> {",
  "  // BEGIN SOLUTION",
  "  return 2 * x;",
  "  // END SOLUTION",
  "}",
);

test("withoutSolution() leaves a function whose TODO names it", () => {
  expect(withoutSolution(whole, "a.ts").source).toBe(
    '/** Doc. */\nasync function twice(x: number): Promise<number> {\n  throw new Error("TODO: write twice");\n}',
  );
});

test("withSolution() leaves the solution without its marker lines", () => {
  expect(withSolution(whole, "a.ts").source).toBe(
    "/** Doc. */\nasync function twice(x: number): Promise<number> {\n  return 2 * x;\n}",
  );
});

test("withoutSolution() and withSolution() do not change a cell without a solution", () => {
  const plain = cell("f();");
  expect(withoutSolution(plain, "a.ts")).toEqual(plain);
  expect(withSolution(plain, "a.ts")).toEqual(plain);
});

test.each([
  ["an END without a BEGIN", ["function f() {", "  // END SOLUTION", "}"]],
  ["a BEGIN without an END", ["function f() {", "  // BEGIN SOLUTION", "}"]],
  ["BEGIN and END in the wrong order", ["function f() {", "  // END SOLUTION", "  // BEGIN SOLUTION", "}"]],
  [
    "two regions",
    ["function f() {", ...Array(2).fill(["  // BEGIN SOLUTION", "  // END SOLUTION"]).flat(), "}"],
  ],
  ["a region outside a function", ["// BEGIN SOLUTION", "f();", "// END SOLUTION"]],
])("withoutSolution() rejects %s", (_, lines) => {
  expect(() => withoutSolution(cell(...lines), "a.ts")).toThrow(/^a\.ts:\d+: a (cell|solution) must/);
});
