import { spawn } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import { addPassed, readProgress, setProgressAside } from "./progress.node.ts";
import { NO_PROGRESS, parseProgress, withChoice, withPassed } from "./progress-record.ts";

const check = { exercise: "04-cbow/hidden-layer", earned: 2, points: 2 };
const first = { "04-cbow/hidden-layer": { earned: 2, points: 2, at: "1970-01-01T00:00:00.000Z" } };

describe("the record of progress", () => {
  test("withPassed() keeps the day on which a check first passed, unless it earns more now", () => {
    const record = withPassed(NO_PROGRESS, check, new Date(0));
    expect(record).toEqual({ version: 1, passed: first });
    expect(withPassed(record, check, new Date(1e12))).toBe(record);
    const more = withPassed(record, { ...check, earned: 3 }, new Date(1e12));
    expect(more.passed[check.exercise]?.at).toBe(new Date(1e12).toISOString());
  });

  test("parseProgress() reads what the first pages wrote, and keeps what it does not know", () => {
    expect(parseProgress(JSON.stringify(first))).toEqual({ version: 1, passed: first });
    const more = { version: 1, passed: first, quizzes: { a: 1 } };
    expect(parseProgress(JSON.stringify(more))).toEqual(more);
    expect(
      withPassed(
        parseProgress(JSON.stringify(more)) ?? NO_PROGRESS,
        { ...check, exercise: "x/y" },
        new Date(0),
      ),
    ).toHaveProperty("quizzes", { a: 1 });
  });

  test("withChoice() keeps the latest choice, and a right one for good", () => {
    const wrong = { question: "04-cbow/q", choice: 2, right: false };
    const record = withChoice(withPassed(NO_PROGRESS, check, new Date(0)), wrong, new Date(0));
    expect(record).toEqual({
      version: 1,
      passed: first,
      choices: { "04-cbow/q": { choice: 2, right: false, at: "1970-01-01T00:00:00.000Z" } },
    });
    expect(withChoice(record, wrong, new Date(1e12))).toBe(record);
    const right = withChoice(record, { ...wrong, choice: 0, right: true }, new Date(1e12));
    expect(right.choices?.["04-cbow/q"]).toEqual({
      choice: 0,
      right: true,
      at: new Date(1e12).toISOString(),
    });
    expect(withChoice(right, wrong, new Date(2e12))).toBe(right);
    expect(parseProgress(JSON.stringify(right))).toEqual(right);
    expect(withPassed(right, { ...check, earned: 3 }, new Date(2e12)).choices).toEqual(right.choices);
  });

  test.each([
    "",
    "{",
    "[]",
    "null",
    "7",
    '{"a": 1}',
    '{"version": 1}',
    '{"version": 1, "passed": []}',
    '{"version": 1, "passed": {"a": {}}}',
  ])("parseProgress() finds no record in %j", (text) => {
    expect(parseProgress(text)).toBeUndefined();
  });

  test("parseProgress() refuses a later version", () => {
    expect(() => parseProgress('{"version": 2}')).toThrow(
      "Cannot read the progress as its version must be 1: current value is 2. Remedy: update the course",
    );
  });
});

describe("progress in a file", () => {
  let folder = "";
  let file = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "w2v-progress-"));
    file = join(folder, "work/progress.json");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test("addPassed() makes the folder and the file, and adds to what is there", async () => {
    expect(await readProgress(file)).toEqual(NO_PROGRESS);
    await addPassed(file, check, { now: new Date(0) });
    await addPassed(file, { ...check, exercise: "04-cbow/b" }, { now: new Date(0) });
    expect((await readProgress(file)).passed).toEqual({
      ...first,
      "04-cbow/b": first["04-cbow/hidden-layer"],
    });
    expect(readdirSync(join(folder, "work"))).toEqual(["progress.json"]);
  });

  test("kernels that write at the same time lose no entry", async () => {
    const module = pathToFileURL(join(projectRoot, "kernel-helpers/src/host/progress.node.ts")).href;
    const kernel = (k: number): Promise<number | null> => {
      const code =
        `const { addPassed } = await import(${JSON.stringify(module)});` +
        `for (let i = 0; i < 10; i++) await addPassed(${JSON.stringify(file)}, { exercise: "k${k}/" + i, earned: 1, points: 1 });`;
      const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
        cwd: projectRoot,
        stdio: "inherit",
      });
      return new Promise((resolve) => child.once("close", resolve));
    };
    expect(await Promise.all([0, 1, 2, 3].map(kernel))).toEqual([0, 0, 0, 0]);
    expect(Object.keys((await readProgress(file)).passed)).toHaveLength(40);
  });

  test("a lock that a killed kernel left behind is taken over", async () => {
    await addPassed(file, check);
    writeFileSync(`${file}.lock`, "");
    const before = Date.now() / 1000 - 60;
    utimesSync(`${file}.lock`, before, before);
    await addPassed(file, { ...check, exercise: "04-cbow/b" });
    expect(readdirSync(join(folder, "work"))).toEqual(["progress.json"]);
    expect(Object.keys((await readProgress(file)).passed)).toHaveLength(2);
  });

  test("a damaged file is kept, and a new one begins; one of a later version is left alone", async () => {
    await addPassed(file, check);
    writeFileSync(file, '{"version": 1, "pas');
    await expect(readProgress(file)).rejects.toThrow("it is damaged. Remedy: w2v progress --reset --yes");
    const said: string[] = [];
    await addPassed(file, check, { now: new Date(7), warn: (text) => said.push(text) });
    expect(said).toEqual([expect.stringContaining("was damaged: it is kept as")]);
    expect(readFileSync(`${file}.7.damaged`, "utf8")).toBe('{"version": 1, "pas');
    expect(Object.keys((await readProgress(file)).passed)).toEqual([check.exercise]);
    writeFileSync(file, '{"version": 2}');
    await expect(addPassed(file, check)).rejects.toThrow("its version must be 1");
    expect(readFileSync(file, "utf8")).toBe('{"version": 2}');
  });

  test("two that are put aside in the same moment are both kept", async () => {
    mkdirSync(join(folder, "work"));
    const now = new Date(0);
    const asides = [];
    for (const content of ["{}", '{"version":1,"passed":{}}']) {
      writeFileSync(file, content);
      asides.push(await setProgressAside(file, now));
    }
    expect(asides.map((path) => readFileSync(path as string, "utf8"))).toEqual([
      "{}",
      '{"version":1,"passed":{}}',
    ]);
    for (const content of ["one", "two"]) {
      writeFileSync(file, content);
      await addPassed(file, check, { now, warn: () => {} });
    }
    const damaged = readdirSync(join(folder, "work")).filter((name) => name.endsWith(".damaged"));
    expect(damaged.map((name) => readFileSync(join(folder, "work", name), "utf8")).sort()).toEqual([
      "one",
      "two",
    ]);
  });

  test("a lock from before the clock was set back is taken over", async () => {
    mkdirSync(join(folder, "work"));
    writeFileSync(`${file}.lock`, "");
    const later = new Date(Date.now() + 1e9);
    utimesSync(`${file}.lock`, later, later);
    await addPassed(file, check);
    expect(Object.keys((await readProgress(file)).passed)).toEqual([check.exercise]);
  });

  test("says of a folder and of a device what they are, and reads neither", async () => {
    await expect(readProgress(folder)).rejects.toThrow(`${folder}: it is a folder. Remedy: `);
    for (const work of [readProgress("/dev/zero"), addPassed("/dev/null", check)])
      await expect(work).rejects.toThrow(/must be a file: it is a device or a pipe\. Remedy: /);
  });

  test("a mark of byte order, which some editors add, damages nothing", async () => {
    mkdirSync(join(folder, "work"));
    writeFileSync(file, `\ufeff${JSON.stringify(first)}`);
    expect((await readProgress(file)).passed).toEqual(first);
  });

  test("setProgressAside() gives the file a dated name", async () => {
    expect(await setProgressAside(file)).toBeUndefined();
    await addPassed(file, check);
    const aside = await setProgressAside(file, new Date("2027-03-01T12:30:45Z"));
    expect(aside).toBe(join(folder, "work/progress.2027-03-01-12-30-45.json"));
    expect(readdirSync(join(folder, "work"))).toEqual(["progress.2027-03-01-12-30-45.json"]);
  });
});
