import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { requireDistinct } from "./require-distinct.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-distinct-"));
  mkdirSync(join(folder, "a"));
  writeFileSync(join(folder, "a/corpus.txt"), "one two");
  symlinkSync(join(folder, "a"), join(folder, "linked"), "junction");
  linkSync(join(folder, "a/corpus.txt"), join(folder, "hard.txt"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const corpus = (): { option: string; path: string } => ({
  option: "--corpus",
  path: join(folder, "a/corpus.txt"),
});

test.each([
  ["the same path", () => join(folder, "a/corpus.txt")],
  ["a path with dots", () => `${folder}/a/../a/./corpus.txt`],
  ["a relative path", () => relative(process.cwd(), join(folder, "a/corpus.txt"))],
  ["a linked folder", () => join(folder, "linked/corpus.txt")],
  ["a hard link", () => join(folder, "hard.txt")],
])("requireDistinct() refuses an output that is an input by %s", (_, path) => {
  expect(() => requireDistinct([{ option: "--out", path: path() }], [corpus()])).toThrow(
    /^Cannot write --out .*: it is the file of --corpus\. Remedy: another name for --out$/,
  );
});

test("requireDistinct() refuses two outputs with one name, also before the file exists", () => {
  const out = { option: "--out", path: join(folder, "a/new.txt") };
  const log = { option: "--log", path: join(folder, "linked/new.txt") };
  expect(() => requireDistinct([out, log], [])).toThrow(/^Cannot write --log .*: it is the file of --out\./);
});

test("requireDistinct() accepts different files, and inputs that are equal", () => {
  const out = { option: "--out", path: join(folder, "a/new.txt") };
  expect(() => requireDistinct([out], [corpus(), corpus()])).not.toThrow();
});
