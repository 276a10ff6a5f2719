import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { buildOnce } from "./build-once.ts";

let parent = "";
let folder = "";
let builds = 0;
const build = async (part: string): Promise<void> => {
  await new Promise((done) => setImmediate(done));
  writeFileSync(join(part, "index.html"), String(++builds));
};

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "w2v-once-"));
  folder = join(parent, "site");
  builds = 0;
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

test("buildOnce() builds only for new inputs", async () => {
  expect(await buildOnce({ folder, state: () => "a", build })).toBe(true);
  expect(await buildOnce({ folder, state: () => "a", build })).toBe(false);
  expect(await buildOnce({ folder, state: () => "b", build })).toBe(true);
  rmSync(folder, { recursive: true });
  expect(await buildOnce({ folder, state: () => "b", build })).toBe(true);
  expect(builds).toBe(3);
});

test("of several calls at the same time one builds and the others wait for it", async () => {
  const asked = [1, 2, 3].map(async () => {
    const built = await buildOnce({ folder, state: () => "a", build });
    expect(existsSync(folder)).toBe(true);
    return built;
  });
  expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(1);
  expect(builds).toBe(1);
});

test("a failed build is tried again, and leaves the earlier result as it was", async () => {
  const fail = async (): Promise<void> => {
    throw new Error("no disk");
  };
  await buildOnce({ folder, state: () => "old", build });
  await expect(buildOnce({ folder, state: () => "a", build: fail })).rejects.toThrow("no disk");
  expect(readdirSync(parent)).toEqual(["site"]);
  expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("1");
  expect(await buildOnce({ folder, state: () => "a", build })).toBe(true);
});
