import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { copyCourse, courseNotebooks } from "./course-copies.ts";
import { renameEarlierCopies } from "./rename-earlier-copies.ts";
import { lessonNumber } from "./start.ts";

let root = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "w2v-copies-"));
  for (const path of [
    "notebooks/00-start.ipynb",
    "notebooks/04-cbow.ipynb",
    "exercises/04-cbow-exercises.ipynb",
  ]) {
    mkdirSync(join(root, path, ".."), { recursive: true });
    writeFileSync(join(root, path), `original ${path}`);
  }
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const read = (path: string): string => readFileSync(join(root, "work", path), "utf8");

test("copyCourse() copies every lesson and exercise that is missing", () => {
  const copied = copyCourse(root).map(({ path }) => path);
  expect(copied).toEqual([
    "notebooks/00-start.ipynb",
    "notebooks/04-cbow.ipynb",
    "exercises/04-cbow-exercises.ipynb",
  ]);
  expect(read("exercises/04-cbow-exercises.ipynb")).toBe("original exercises/04-cbow-exercises.ipynb");
});

test("copyCourse() never overwrites a learner's copy", () => {
  copyCourse(root);
  writeFileSync(join(root, "work/notebooks/04-cbow.ipynb"), "mine");
  expect(copyCourse(root)).toEqual([]);
  expect(read("notebooks/04-cbow.ipynb")).toBe("mine");
});

test("copyCourse() with fresh keeps the old copies of that lesson under a dated name", () => {
  copyCourse(root);
  writeFileSync(join(root, "work/notebooks/04-cbow.ipynb"), "mine");
  writeFileSync(join(root, "work/notebooks/00-start.ipynb"), "mine too");
  const date = new Date("2027-03-01T12:30:45Z");
  const [lesson, exercise, ...more] = copyCourse(root, { fresh: "04", date });
  expect(lesson?.keptAs).toBe("notebooks/04-cbow.2027-03-01-12-30-45.ipynb");
  expect(exercise?.keptAs).toBe("exercises/04-cbow-exercises.2027-03-01-12-30-45.ipynb");
  expect(more).toEqual([]);
  expect(read("notebooks/04-cbow.2027-03-01-12-30-45.ipynb")).toBe("mine");
  expect(read("notebooks/04-cbow.ipynb")).toBe("original notebooks/04-cbow.ipynb");
  expect(read("notebooks/00-start.ipynb")).toBe("mine too");
});

test("copyCourse() keeps both old copies if it is called twice within a second", () => {
  copyCourse(root);
  const date = new Date("2027-03-01T12:30:45Z");
  copyCourse(root, { fresh: "04", date });
  const [again] = copyCourse(root, { fresh: "04", date });
  expect(again?.keptAs).toBe("notebooks/04-cbow.2027-03-01-12-30-45-2.ipynb");
});

test("copyCourse() leaves a learner's copy in its place if no new one can be made", () => {
  copyCourse(root);
  writeFileSync(join(root, "work/notebooks/04-cbow.ipynb"), "mine");
  rmSync(join(root, "notebooks/04-cbow.ipynb"));
  mkdirSync(join(root, "notebooks/04-cbow.ipynb")); // a folder cannot be copied as a file
  expect(() => copyCourse(root, { fresh: "04" })).toThrow();
  expect(read("notebooks/04-cbow.ipynb")).toBe("mine");
  expect(readdirSync(join(root, "work/notebooks")).sort()).toEqual(["00-start.ipynb", "04-cbow.ipynb"]);
});

const all = [
  "notebooks/00-start.ipynb",
  "notebooks/01-a.ipynb",
  "notebooks/10-b.ipynb",
  "exercises/11-c-exercises.ipynb",
];

test.each([
  [undefined, "00"],
  ["0", "00"],
  ["1", "01"],
  ["01", "01"],
  ["10", "10"],
])("lessonNumber() of %j is %s", (lesson, number) => {
  expect(lessonNumber(all, lesson)).toBe(number);
});

test.each(["", " ", "17", "11", "001", "1-", "01-a", "-1", "1.0", "../01"])(
  "lessonNumber() refuses %j",
  (lesson) => {
    expect(() => lessonNumber(all, lesson)).toThrow(
      `Cannot open lesson "${lesson}" as it must be one of 00, 01, 10`,
    );
  },
);

test.each(["", "0", "1", "4", "04-", "04-cbow"])("copyCourse() renews nothing for the number %j", (fresh) => {
  copyCourse(root);
  expect(copyCourse(root, { fresh })).toEqual([]);
});

test("renameEarlierCopies() gives a copy its present name, and leaves both if the learner has both", () => {
  const course = courseNotebooks(root);
  const [old, now] = ["exercises/04-cbow.ipynb", "exercises/04-cbow-exercises.ipynb"];
  expect(renameEarlierCopies(root, course)).toEqual([]); // there is no folder work yet
  copyCourse(root);
  rmSync(join(root, "work", now));
  writeFileSync(join(root, "work", old), "mine");
  expect(renameEarlierCopies(root, course)).toEqual([{ earlier: old, path: now, isRenamed: true }]);
  expect([readdirSync(join(root, "work/exercises")), read(now)]).toEqual([
    ["04-cbow-exercises.ipynb"],
    "mine",
  ]);
  expect(copyCourse(root)).toEqual([]);
  writeFileSync(join(root, "work", old), "older");
  expect(renameEarlierCopies(root, course)).toEqual([{ earlier: old, path: now, isRenamed: false }]);
  expect([read(old), read(now)]).toEqual(["older", "mine"]);
});

test("renameEarlierCopies() takes no folder for a copy, and a link, wherever it leads, for one", () => {
  const course = courseNotebooks(root);
  const [old, now] = ["exercises/04-cbow.ipynb", "exercises/04-cbow-exercises.ipynb"];
  mkdirSync(join(root, "work", old), { recursive: true });
  expect(renameEarlierCopies(root, course)).toEqual([]);
  expect(copyCourse(root).map(({ path }) => path)).toContain(now);
  for (const path of [old, now]) rmSync(join(root, "work", path), { recursive: true });
  symlinkSync("nowhere", join(root, "work", old));
  expect(renameEarlierCopies(root, course)).toEqual([{ earlier: old, path: now, isRenamed: true }]);
});
