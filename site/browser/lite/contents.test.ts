import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Course, Lesson } from "../../../tools/course/course-list.ts";
import { tryCatalogue, tryContents } from "./contents.ts";

let root = "";
const lesson: Lesson = {
  id: "01-a",
  title: "A",
  learns: "a",
  minutes: 5,
  run: "any",
  exercises: true,
};
const course: Course = {
  title: "Course",
  summary: "All of it",
  lessons: [lesson, { ...lesson, id: "02-b", run: "node" }, { ...lesson, id: "03-c", exercises: false }],
};

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "w2v-contents-"));
  for (const folder of ["notebooks", "exercises", "solutions"]) mkdirSync(join(root, folder));
  for (const path of [
    "notebooks/01-a",
    "exercises/01-a-exercises",
    "solutions/01-a-solutions",
    "notebooks/02-b",
    "notebooks/03-c",
  ])
    write(path, `text of ${path}`);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test("tryContents() includes lessons that run anywhere and their exercises, and nothing from solutions/", () => {
  const found = tryContents(root, course);
  expect(found.map(({ path }) => path)).toEqual([
    "notebooks/01-a.ipynb",
    "exercises/01-a-exercises.ipynb",
    "notebooks/03-c.ipynb",
  ]);
  expect(found[1]?.title).toBe("Exercises: A");
});

test("tryContents() adds id and version to the metadata and keeps the rest", () => {
  const [first] = tryContents(root, course);
  const { metadata } = JSON.parse(first?.text ?? "");
  expect(metadata.kernelspec).toEqual({ name: "w2v" });
  expect(metadata["word2vec-lab"]).toEqual({ id: "notebooks/01-a", version: first?.version });
});

test("a version changes only with the notebook's text", () => {
  const [before, exercises] = tryContents(root, course);
  expect(tryContents(root, course)[0]?.version).toBe(before?.version);
  write("notebooks/01-a", "another text");
  const [after, same] = tryContents(root, course);
  expect(after?.version).not.toBe(before?.version);
  expect(same?.version).toBe(exercises?.version);
});

test("tryCatalogue() lists each notebook by its id", () => {
  const [first] = tryContents(root, course);
  expect(JSON.parse(tryCatalogue(tryContents(root, course)))["notebooks/01-a"]).toEqual({
    path: "notebooks/01-a.ipynb",
    title: "A",
    version: first?.version,
  });
});

test("tryContents() gives a remedy for a missing notebook", () => {
  const missing = { ...course, lessons: [{ ...lesson, id: "09-z" }] };
  expect(() => tryContents(root, missing)).toThrow("there is no notebooks/09-z.ipynb. Remedy:");
});

function write(path: string, text: string): void {
  const cells = [{ cell_type: "markdown", id: "a", metadata: {}, source: [text] }];
  const notebook = { cells, metadata: { kernelspec: { name: "w2v" } }, nbformat: 4, nbformat_minor: 5 };
  writeFileSync(join(root, `${path}.ipynb`), JSON.stringify(notebook));
}
