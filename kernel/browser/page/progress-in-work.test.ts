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
import { lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addPassed, readProgress } from "../../../kernel-helpers/src/host/progress.node.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import type { Turns } from "./contents-lock.ts";
import type { EditableContents } from "./front-end.ts";
import { ProgressInWork } from "./progress-in-work.ts";

const check = { exercise: "04-cbow/hidden-layer", earned: 2, points: 2 };
const chosen = { question: "04-cbow/share-of-a-place", choice: 1, right: true };

/**
 * Jupyter Server's contents in `folder`, as far as the progress asks for them: renaming looks whether the new name exists
 * and moves only afterwards, by shutil.move(): into what has become a folder; a folder onto a file never.
 */
function contentsIn(folder: string): EditableContents {
  const at = (path: string): string => join(folder, path);
  const isThere = (path: string): Promise<boolean> =>
    lstat(at(path)).then(
      () => true,
      () => false,
    );
  return {
    async get(path) {
      if ((await lstat(at(path))).isFile())
        return { type: "file", path, content: await readFile(at(path), "utf8") };
      const entries = await Promise.all(
        (await readdir(at(path))).map(async (name) => {
          const about = await lstat(at(join(path, name))); // as the server, fails if a file has gone
          return { type: "", path: name, content: null, created: about.ctime.toISOString() };
        }),
      );
      return { type: "directory", path, content: entries };
    },
    async save(path, { content }: { content?: unknown }) {
      await writeFile(at(`.~${path}`), String(content));
      await rename(at(`.~${path}`), at(path));
    },
    async rename(path, to) {
      if (await isThere(to)) throw Object.assign(new Error(`${to} exists`), { response: { status: 409 } });
      await sleep(Math.random() * 2); // another thread of the server moves
      const about = await lstat(at(to)).catch(() => undefined);
      if (about?.isDirectory()) return rename(at(path), join(at(to), basename(path)));
      await rename(at(path), at(to)).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOTDIR") throw error;
        await mkdir(at(to));
        await rm(at(path), { recursive: true });
      });
    },
    async newUntitled() {
      const path = basename(await mkdtemp(at("Untitled Folder ")));
      return { type: "directory", path, content: null };
    },
    async delete(path) {
      await rm(at(path), { recursive: true });
    },
  };
}

/** As the browser's LockManager: one at a time. */
function browserTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request(_, work) {
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
  };
}

/** A clock on which each wait takes a second. */
function hurriedClock(): { now: () => number; sleep: () => Promise<void> } {
  let time = 0;
  return {
    now: () => time,
    async sleep() {
      time += 1000;
    },
  };
}

describe("ProgressInWork", () => {
  let work = "";
  let file = "";
  let source: ProgressInWork;
  beforeEach(() => {
    work = mkdtempSync(join(tmpdir(), "w2v-work-"));
    file = join(work, "progress.json");
    source = new ProgressInWork(contentsIn(work));
  });
  afterEach(() => rmSync(work, { recursive: true, force: true }));

  test("reads the file that the kernel writes, and is empty without one", async () => {
    expect(await source.record()).toEqual({ version: 1, passed: {} });
    await addPassed(file, check, { now: new Date(0) });
    expect((await source.record()).passed).toEqual({
      [check.exercise]: { earned: 2, points: 2, at: "1970-01-01T00:00:00.000Z" },
    });
  });

  test("says so if the file is damaged, and does not write over it", async () => {
    writeFileSync(file, "{");
    for (const use of [() => source.record(), () => source.keepChoice(chosen)])
      await expect(use()).rejects.toThrow("it is damaged. Remedy: w2v progress --reset --yes");
    expect(readFileSync(file, "utf8")).toBe("{");
  });

  test("keeps a choice where the kernel finds it, and leaves nothing that is not put aside", async () => {
    await source.keepChoice(chosen, new Date(0));
    await source.keepChoice({ ...chosen, choice: 0, right: false });
    const { choices } = await readProgress(file);
    expect(choices).toEqual({
      [chosen.question]: { choice: 1, right: true, at: "1970-01-01T00:00:00.000Z" },
    });
    expect(readdirSync(work)).toEqual(["progress.json", "progress.json.unlocked"]);
    const inTwoMinutes = Date.now() + 120_000;
    const clock = vi.spyOn(Date, "now").mockReturnValue(inTwoMinutes);
    await addPassed(file, check);
    clock.mockRestore();
    expect(readdirSync(work)).toEqual(["progress.json"]);
    expect((await readProgress(file)).choices).toEqual(choices);
  });

  test("keeps the old list, with its choices, when a new one begins", async () => {
    await source.keepChoice(chosen);
    const before = readFileSync(file, "utf8");
    const said = await source.reset();
    const aside = /work\/(progress\.\d{4}-[\d-]+\.json)/.exec(said)?.[1] as string;
    expect(readFileSync(join(work, aside), "utf8")).toBe(before);
    expect(await source.record()).toEqual({ version: 1, passed: {} });
    expect(await source.reset()).toBe("The list is empty.");
  });

  test("two pages of a browser and two kernels that write at the same time lose no entry", async () => {
    const module = pathToFileURL(join(projectRoot, "kernel-helpers/src/host/progress.node.ts")).href;
    const kernel = (k: number): Promise<number | null> => {
      const code =
        `const { addPassed } = await import(${JSON.stringify(module)});` +
        `for (let i = 0; i < 40; i++) { await addPassed(${JSON.stringify(file)}, { exercise: "k${k}/" + i, earned: 1, points: 1 });` +
        " await new Promise((done) => setTimeout(done, 20 * Math.random())); }";
      const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code], {
        cwd: projectRoot,
        stdio: "inherit",
      });
      return new Promise((resolve) => child.once("close", resolve));
    };
    let running = true;
    const turns = browserTurns();
    const page = async (p: number): Promise<number> => {
      const pageOf = new ProgressInWork(contentsIn(work), { turns, sleep: () => sleep(3) });
      let kept = 0;
      while (running || kept < 10) {
        await pageOf.keepChoice({ question: `p${p}/${kept++}`, choice: 0, right: false });
        await sleep(40 * Math.random());
      }
      return kept;
    };
    const pages = Promise.all([page(0), page(1)]);
    const codes = await Promise.all([kernel(0), kernel(1)]).finally(() => {
      running = false;
    });
    const kept = await pages;
    expect(codes).toEqual([0, 0]);
    const { passed, choices = {} } = await readProgress(file);
    expect(Object.keys(passed)).toHaveLength(80);
    expect(Object.keys(choices)).toHaveLength(kept.reduce((sum, one) => sum + one, 0));
  });

  test("a kernel takes over the lock of a page that is gone, and a page that of a kernel", async () => {
    mkdirSync(`${file}.lock`);
    const now = Date.now();
    const clock = vi
      .spyOn(Date, "now")
      .mockReturnValueOnce(now + 4000)
      .mockReturnValue(now + 6000);
    await addPassed(file, check);
    expect(clock.mock.calls.length).toBeGreaterThanOrEqual(2);
    clock.mockRestore();
    writeFileSync(`${file}.lock`, "");
    utimesSync(`${file}.lock`, 0, 0);
    const hurried = hurriedClock();
    await new ProgressInWork(contentsIn(work), hurried).keepChoice(chosen);
    expect(hurried.now()).toBeGreaterThan(5000);
    expect(Object.keys((await readProgress(file)).choices ?? {})).toEqual([chosen.question]);
  });

  test("gives up, with a remedy, if the lock never becomes free", async () => {
    writeFileSync(`${file}.lock`, "");
    const stubborn = { ...contentsIn(work), delete: () => Promise.reject(new Error("no")) };
    await expect(new ProgressInWork(stubborn, hurriedClock()).keepChoice(chosen)).rejects.toThrow(
      "Remedy: delete work/progress.json.lock",
    );
  });

  test("writes nothing if the server was so slow that a kernel may have taken over", async () => {
    let time = 0;
    const contents = contentsIn(work);
    const slow = {
      ...contents,
      get: (...asked: Parameters<EditableContents["get"]>) => {
        time += 1500;
        return contents.get(...asked);
      },
    };
    await expect(new ProgressInWork(slow, { now: () => time }).keepChoice(chosen)).rejects.toThrow(
      "choose again",
    );
    expect(readdirSync(work)).toEqual(["progress.json.unlocked"]);
  });
});
