import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { fixtureCourse } from "../fixture/fixture-course.ts";
import { findPythonPackage } from "../programs/find-python-package.ts";
import { courseFiles } from "./course-files.ts";
import { type Notebook, notebookText } from "./notebook.ts";
import { parseCells } from "./parse-cells.ts";
import { differences, updateFiles } from "./update-files.ts";

const fixture = join(projectRoot, "tools/fixture/course");
const notebook = (text: string): Notebook => JSON.parse(text) as Notebook;

describe("courseFiles()", () => {
  const files = courseFiles(fixture);
  const ids = (path: string) => notebook(files.get(path) ?? "").cells.map(({ id }) => id);

  test("makes the learner's and the solved notebook from one source, both without hidden cells", () => {
    expect(ids("exercises/01-outputs-exercises.ipynb")).toEqual(ids("solutions/01-outputs-solutions.ipynb"));
    expect(ids("exercises/01-outputs-exercises.ipynb")).not.toContain("mean-hidden");
    const asked = files.get("exercises/01-outputs-exercises.ipynb");
    expect(asked).toContain("TODO: write mean");
    expect(asked).not.toContain("sum += value");
    expect(files.get("solutions/01-outputs-solutions.ipynb")).toContain("sum += value");
  });

  test("makes no notebook from the known mistakes", () => {
    expect([...files.keys()].filter((path) => path.includes("wrong"))).toEqual([]);
  });

  test("puts tags where Jupyter looks for them, and writes no outputs", () => {
    const cell = notebook(files.get("notebooks/01-outputs.ipynb") ?? "").cells.find(
      ({ id }) => id === "expected-error",
    );
    expect(cell).toMatchObject({
      metadata: { tags: ["raises-exception"] },
      outputs: [],
      execution_count: null,
    });
  });
});

test.each([
  ["no name", "// %%\nx", "a.ts:1: the cell has no name"],
  [
    "a name used before",
    '// %% name="a"\nx\n// %% name="a"\ny',
    'a.ts:3: the name "a" is already used in line 1',
  ],
  ["a name that cannot be an id", '// %% name="A b"\nx', "a.ts:1: a name must be 1 to 64"],
])("notebookText() refuses %s", (_, text, message) => {
  expect(() => notebookText(parseCells(text, "a.ts"), "a.ts")).toThrow(message);
});

describe("updateFiles()", () => {
  test("writes what is not current, removes what lost its source, and then finds nothing more to do", () => {
    const root = fixtureCourse("course", "update");
    expect(differences(root)).toEqual([]);
    writeFileSync(join(root, "notebooks/02-next.ipynb"), "{}");
    rmSync(join(root, "notebooks/src/01-outputs.ts"));
    expect(differences(root)).toEqual([
      { path: "notebooks/01-outputs.ipynb", problem: "has no source" },
      { path: "notebooks/02-next.ipynb", problem: "not current" },
    ]);
    updateFiles(root);
    expect(differences(root)).toEqual([]);
  });

  test("keeps a notebook without a source that somebody wrote, and reports it", () => {
    const root = fixtureCourse("course", "stray");
    writeFileSync(join(root, "notebooks/mine.ipynb"), "{}");
    expect(() => updateFiles(root)).toThrow("Cannot keep notebooks/mine.ipynb");
    expect(existsSync(join(root, "notebooks/mine.ipynb"))).toBe(true);
  });
});

const sources = [fixture, projectRoot].flatMap((root) =>
  ["notebooks/src", "solutions/src"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith(".ts") && !name.includes(".wrong."))
      .map((name) => join(root, folder, name)),
  ),
);

/** Reads a JSON list of percent texts from standard input and prints [type, source] of their cells. */
const READ_BY_JUPYTEXT = `
import json, sys, jupytext
books = [jupytext.reads(text, fmt="ts:percent") for text in json.load(sys.stdin)]
print(json.dumps([[[cell.cell_type, cell.source.strip()] for cell in book.cells] for book in books]))
`;

const python = findPythonPackage("jupytext");

test.runIf(python)("jupytext finds the same cells in every source", () => {
  const texts = sources.map((file) => readFileSync(file, "utf8"));
  // jupytext expects tags as a list
  const input = JSON.stringify(texts.map((text) => text.replaceAll(/ tags="(.*?)"/g, ' tags=["$1"]')));
  const theirs = JSON.parse(
    execFileSync(python as string, ["-c", READ_BY_JUPYTEXT], { input, encoding: "utf8" }),
  );
  const ours = texts.map((text, i) =>
    parseCells(text, sources[i] as string).map(({ type, source }) => [type, source]),
  );
  expect(ours).toEqual(theirs);
});
