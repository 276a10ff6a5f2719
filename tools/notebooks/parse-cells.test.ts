import { expect, test } from "vitest";
import { parseCells } from "./parse-cells.ts";
import { SourceError } from "./source-error.ts";

const parse = (...lines: string[]) => parseCells(lines.join("\n"), "a.ts");

test("parseCells() removes comment signs from markdown, and blank lines at both ends of any cell", () => {
  const cells = parse(
    '// %% [markdown] name="a"',
    "// # Title",
    "//",
    "//   indented",
    "",
    "// %%",
    "",
    "f();",
    "",
  );
  expect(cells.map(({ type, source }) => [type, source])).toEqual([
    ["markdown", "# Title\n\n  indented"],
    ["code", "f();"],
  ]);
  expect(cells[1]).toMatchObject({ line: 6, firstLine: 8 });
});

test("parseCells() reads quoted attributes", () => {
  const [cell] = parse('// %% name="a b" tags="raises-exception"', "x");
  expect([...(cell?.attributes ?? [])]).toEqual([
    ["name", "a b"],
    ["tags", "raises-exception"],
  ]);
});

test.each([
  ["code before the first marker", ["const a = 1;", "// %%", "a"], "a.ts:1"],
  ["an attribute without quotes", ["// %% name=a", "x"], "a.ts:1"],
  ["an unknown attribute", ['// %% nam="a"', "x"], "a.ts:1"],
  ["an attribute that occurs twice", ['// %% name="a" name="b"', "x"], "a.ts:1"],
  ["code in a markdown cell", ["// %% [markdown]", "// text", "f();"], "a.ts:3"],
  ["a marker without a space", ["// %%", "a", '// %%[markdown] name="a"', "// text"], "a.ts:3"],
  ["a marker too close to its slashes", ["//%%", "a"], "a.ts:1"],
  ["an empty cell", ["// %%", "", "// %%", "x"], "a.ts:1"],
  ["a marker in a template string", ["// %%", "const t = `", "// %% in a string", "`;"], "a.ts:3"],
  ["a marker after a substitution", ["// %%", `const t = \`${"$"}{1}`, "// %%", "`;"], "a.ts:3"],
  ["a marker in a block comment", ["// %%", "f();", "/* a", "// %%", "*/"], "a.ts:4"],
])("parseCells() rejects %s and says where", (_, lines, where) => {
  expect(() => parse(...lines)).toThrow(SourceError);
  expect(() => parse(...lines)).toThrow(where);
});

test("parseCells() treats an indented marker in a template string as text", () => {
  expect(parse("// %%", "const t = `", "  // %% text", "`;")).toHaveLength(1);
});
