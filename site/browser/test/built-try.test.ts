import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildOnce } from "./built-try.ts";

let parent = "";
let folder = "";
let builds = 0;
const build = async (): Promise<void> => {
  await sleep(50);
  mkdirSync(folder, { recursive: true });
  builds++;
};

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "w2v-once-"));
  folder = join(parent, "site");
  builds = 0;
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

test("buildOnce() builds for new inputs only", async () => {
  expect(await buildOnce({ folder, state: () => "a", build })).toBe(true);
  expect(await buildOnce({ folder, state: () => "a", build })).toBe(false);
  expect(await buildOnce({ folder, state: () => "b", build })).toBe(true);
  rmSync(folder, { recursive: true });
  expect(await buildOnce({ folder, state: () => "b", build })).toBe(true);
  expect(builds).toBe(3);
});

test("of several who ask at once one builds and the others wait for it", async () => {
  const asked = [1, 2, 3].map(async () => {
    const built = await buildOnce({ folder, state: () => "a", build });
    expect(existsSync(folder)).toBe(true);
    return built;
  });
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  expect(builds).toBe(1);
});

test("a build that fails is tried again, and leaves no lock behind", async () => {
  const fail = async (): Promise<void> => {
    throw new Error("no disk");
  };
  await expect(buildOnce({ folder, state: () => "a", build: fail })).rejects.toThrow("no disk");
  expect(await buildOnce({ folder, state: () => "a", build })).toBe(true);
});

test("the lock of a process that is gone holds nobody up", async () => {
  writeFileSync(`${folder}.lock`, "999999999");
  expect(await buildOnce({ folder, state: () => "a", build })).toBe(true);
});
