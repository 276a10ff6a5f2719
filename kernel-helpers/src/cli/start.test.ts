import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { prepareLesson } from "./start.ts";

/** Two lessons whose numbers end alike, and one without a lesson of its own in exercises/. */
const COURSE = [
  "notebooks/00-start.ipynb",
  "notebooks/01-reading.ipynb",
  "notebooks/10-batches.ipynb",
  "exercises/01-reading-exercises.ipynb",
  "exercises/10-batches-exercises.ipynb",
  "exercises/11-more-exercises.ipynb",
];

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "w2v-start-"));
  for (const folder of ["notebooks", "exercises", "work/notebooks", "work/exercises"]) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  for (const path of COURSE) writeFileSync(join(root, path), `original ${path}`);
});
afterEach(() => rmSync(root, { recursive: true }));

/** A learner's copies: name -> content. */
function copies(): Record<string, string> {
  const names = ["notebooks", "exercises"].flatMap((folder) =>
    readdirSync(join(root, "work", folder)).map((name) => `${folder}/${name}`),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(root, "work", name), "utf8")]));
}

/** What is edited when the command begins. */
const EDITED: Readonly<Record<string, readonly string[]>> = {
  nothing: [],
  "every copy": COURSE,
  "one exercise": ["exercises/10-batches-exercises.ipynb"],
  "copies of other lessons": ["notebooks/00-start.ipynb", "exercises/11-more-exercises.ipynb"],
};

/** The argument -> the lesson that it names; undefined for one that names none. */
const ARGUMENTS: readonly (readonly [string | undefined, string | undefined])[] = [
  [undefined, "00"],
  ["00", "00"],
  ["0", "00"],
  ["01", "01"],
  ["1", "01"],
  ["10", "10"],
  ["", undefined],
  [" ", undefined],
  ["001", undefined],
  ["010", undefined],
  ["11", undefined], // has exercises and no lesson
  ["99", undefined],
  ["-1", undefined],
  ["+1", undefined],
  ["1.0", undefined],
  ["1.5", undefined],
  ["1e1", undefined],
  ["0x1", undefined],
  ["abc", undefined],
  ["toString", undefined],
  ["01-reading", undefined],
  ["notebooks/01-reading.ipynb", undefined],
  ["../01", undefined],
  [".", undefined],
];

const cases = Object.keys(EDITED).flatMap((edited) =>
  [false, true].flatMap((fresh) =>
    ARGUMENTS.map(([argument, lesson]) => ({ edited, fresh, argument, lesson })),
  ),
);

describe("prepareLesson()", () => {
  test.each(cases)("reads $argument as $lesson (fresh: $fresh) and keeps $edited", (given) => {
    const { edited, fresh, argument, lesson } = given;
    cpSync(join(root, "notebooks"), join(root, "work/notebooks"), { recursive: true });
    cpSync(join(root, "exercises"), join(root, "work/exercises"), { recursive: true });
    for (const path of EDITED[edited] ?? []) writeFileSync(join(root, "work", path), `my ${path}`);
    const before = copies();

    if (lesson === undefined) {
      expect(() => prepareLesson(root, argument, fresh)).toThrow(
        `Cannot open lesson "${argument}" as it must be one of 00, 01, 10`,
      );
      expect(copies()).toEqual(before);
      return;
    }

    const { notebook, copied } = prepareLesson(root, argument, fresh);
    expect(notebook).toBe(COURSE.find((path) => path.startsWith(`notebooks/${lesson}-`)));
    const after = copies();
    const renewed = fresh ? COURSE.filter((path) => path.includes(`/${lesson}-`)) : [];
    expect(copied.map(({ path }) => path)).toEqual(renewed);
    for (const path of COURSE) {
      expect(after[path]).toBe(renewed.includes(path) ? `original ${path}` : before[path]);
    }
    // every edited copy is still there, under its name or the dated one that was said
    for (const { path, keptAs } of copied) expect(after[keptAs ?? ""]).toBe(before[path]);
    expect(Object.keys(after).length).toBe(COURSE.length + renewed.length);
  });
});
