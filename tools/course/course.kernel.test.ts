import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { fixtureCourse } from "../fixture/fixture-course.ts";
import { type Lesson, readCourse, selectLessons } from "./course-list.ts";
import { executeNotebook } from "./execute-notebook.ts";
import { courseReport } from "./report.ts";
import { runLessons } from "./run-lessons.ts";

const silent = { begin: () => {}, follow: () => {}, end: () => {} };

test("a failing notebook is reported with cell, line and message, and the others still run", async () => {
  const root = fixtureCourse("broken-course", "report");
  const { lessons } = readCourse(root);
  const options = { root, build: join(root, "build"), progress: silent };
  const results = await runLessons(lessons, { ...options, signal: new AbortController().signal });
  expect(results.map(({ failures }) => failures.map(({ id, status }) => `${id} ${status}`))).toEqual([
    ["throws error"],
    ["types error"],
    ["dies died"],
    [],
  ]);
  const report = courseReport(results);
  expect(report).toMatch(/01-throws +2 .*failed/);
  expect(report).toMatch(/04-fine +1 .*ok/);
  expect(report).toContain(
    "01-throws, cell throws:\n  RangeError: Cannot go on as one must be two: current value is 1",
  );
  expect(report).toMatch(/cell 2, line 3\b/);
  expect(report).toMatch(/02-types, cell types:\n.* 1:7 - Type 'string' is not assignable to type 'number'/);
});

test("the executed copy has outputs, and the source has none", async () => {
  const root = fixtureCourse("course", "copy");
  const source = join(root, "notebooks/02-next.ipynb");
  const before = readFileSync(source, "utf8");
  const target = join(root, "build/02-next.ipynb");
  const signal = AbortSignal.timeout(200_000); // then `problem` says where it hangs
  const run = await executeNotebook({ source, target, folder: join(root, "notebooks"), signal });
  expect(run).toMatchObject({ problem: undefined, cells: [{ id: "sum", status: "ok" }] });
  expect(readFileSync(target, "utf8")).toContain('"6\\n"');
  expect(readFileSync(source, "utf8")).toBe(before);
  expect(existsSync(`${target}.part`)).toBe(false);
});

test("stopping a run ends its kernel and writes nothing", async () => {
  const root = fixtureCourse("course", "stop");
  const target = join(root, "build/02-next.ipynb");
  rmSync(target, { force: true });
  const stop = new AbortController();
  const { lessons } = readCourse(root);
  const results = await runLessons(lessons, {
    root,
    build: join(root, "build"),
    signal: stop.signal,
    progress: { ...silent, follow: () => stop.abort() },
  });
  expect(results).toEqual([]);
  expect(await processesWith("stop-course")).toEqual([]);
});

test("selectLessons() accepts numbers with or without a leading zero, keeps the order, and rejects unknown ones", () => {
  const lessons = ["00-a", "04-b", "14-c"].map((id) => ({ id }) as Lesson);
  const ids = (wanted: string[]) => selectLessons(lessons, wanted).map(({ id }) => id);
  expect(ids([])).toEqual(["00-a", "04-b", "14-c"]);
  expect(ids(["14", "4"])).toEqual(["04-b", "14-c"]);
  expect(() => ids(["7"])).toThrow('Cannot find the lesson "7": course.json has 00-a, 04-b, 14-c');
});

/** Command lines of running processes that contain `text`. */
function processesWith(text: string): Promise<string[]> {
  return new Promise((resolve) => {
    let said = "";
    const child = spawn("ps", ["-eo", "args"], { cwd: projectRoot });
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk;
    });
    child.on("close", () => resolve(said.split("\n").filter((line) => line.includes(text))));
  });
}
