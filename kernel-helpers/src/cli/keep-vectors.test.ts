import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepVectors } from "./keep-vectors.ts";
import { requireOutputs } from "./train-checks.ts";
import { planOf } from "./train-plan.suite.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-keep-"));
  for (const name of ["full", "also-full", "free"]) mkdirSync(join(folder, name));
  vi.spyOn(console, "error").mockReturnValue();
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

/** Writes, unless the folder's name says that it is full. */
async function save(path: string): Promise<void> {
  if (path.includes("full")) throw Object.assign(new Error(`no room in ${path}`), { code: "ENOSPC" });
  writeFileSync(path, "vectors");
}

const out = (): string => join(folder, "full/a.vec");
const places = (...names: string[]): string[] => names.map((name) => join(folder, name));

test("keepVectors() writes to the place that was asked for if it can, and says nothing", async () => {
  const path = join(folder, "free/a.vec");
  expect(await keepVectors(path, save, { places: places("also-full") })).toBe(path);
  expect(console.error).not.toHaveBeenCalled();
});

test("keepVectors() tries the other places in turn, and replaces no file there", async () => {
  for (const name of ["a.vec", "a-2.vec"]) writeFileSync(join(folder, "free", name), "mine");
  const kept = await keepVectors(out(), save, {
    places: places("full", "also-full", "free"),
    ask: undefined,
  });
  expect(kept).toBe(join(folder, "free/a-3.vec"));
  expect(readFileSync(join(folder, "free/a.vec"), "utf8")).toBe("mine");
  expect(console.error).toHaveBeenCalledExactlyOnceWith(`warning: no room in ${out()}`);
});

test("keepVectors() asks until a place is good, and then for none that must not be written", async () => {
  const answers = [
    join(folder, "also-full/a.vec"),
    join(folder, "free/corpus.vec"),
    join(folder, "free/b.vec"),
  ];
  const check = (path: string): void => {
    if (path.includes("corpus")) throw new Error("it is the corpus");
  };
  const ask = async (): Promise<string> => answers.shift() ?? "";
  expect(await keepVectors(out(), save, { places: [], ask, check })).toBe(join(folder, "free/b.vec"));
  expect(readdirSync(join(folder, "free"))).toEqual(["b.vec"]);
});

test.each([undefined, async () => " "])(
  "keepVectors() says what it tried if no place is left",
  async (ask) => {
    const tried = `neither ${out()} nor ${join(folder, "also-full")}. Remedy: free some space`;
    await expect(keepVectors(out(), save, { places: places("also-full"), ask })).rejects.toThrow(tried);
  },
);

test("keepVectors() needs no current folder: it may have been removed since", async () => {
  vi.spyOn(process, "cwd").mockImplementation(() => {
    throw Object.assign(new Error("uv_cwd"), { code: "ENOENT" }); // as Node does
  });
  vi.stubEnv("HOME", join(folder, "free")).stubEnv("USERPROFILE", join(folder, "free"));
  const written = join(folder, "free/b.vec");
  expect(await keepVectors(written, save, { ask: undefined })).toBe(written);
  for (const path of [out(), "full/a.vec"])
    expect(dirname(await keepVectors(path, save, { ask: undefined }))).toBe(join(folder, "free"));
  const check = (path: string): void => requireOutputs(planOf({ out: path, checkpoint: "a.ckpt" }));
  const asked = { places: [], ask: async () => join(folder, "free/c.vec"), check };
  expect(await keepVectors("full/a.vec", save, asked)).toBe(join(folder, "free/c.vec"));
  vi.unstubAllEnvs();
});

test("keepVectors() does not take a defect for a full disk", async () => {
  const defect = new TypeError("vectors is undefined");
  await expect(keepVectors(out(), () => Promise.reject(defect), { places: [] })).rejects.toBe(defect);
});
