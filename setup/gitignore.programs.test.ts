import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { projectRoot } from "./paths.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "w2v-ignored-"));
  cpSync(join(projectRoot, ".gitignore"), join(folder, ".gitignore"));
  git("init", "-q");
});
afterEach(() => rmSync(folder, { recursive: true }));

const git = (...words: string[]): string =>
  execFileSync("git", ["-c", "core.excludesFile=", ...words], { cwd: folder, encoding: "utf8" });

/** What `git add .` would add, besides .gitignore. */
const wouldAdd = (): string[] =>
  git("ls-files", "--others", "--exclude-standard")
    .split("\n")
    .filter((path) => path !== "" && path !== ".gitignore");

const made = [
  ".venv",
  "node_modules",
  "kernel/node_modules",
  "build",
  "work",
  "kernel-helpers/dist",
  "datasets/build",
];

test.each(made)(".gitignore leaves out %s, as a folder and as a link to one", (path) => {
  mkdirSync(join(folder, path), { recursive: true });
  writeFileSync(join(folder, path, "file"), "");
  expect(wouldAdd()).toEqual([]);
  rmSync(join(folder, path), { recursive: true });
  symlinkSync(tmpdir(), join(folder, path), "junction");
  expect(wouldAdd()).toEqual([]);
});

test.each(["build.mjs", "site/rebuild", "work.md", "kernel/build-kernel.ts"])(
  ".gitignore keeps %s",
  (path) => {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), "");
    expect(wouldAdd()).toEqual([path]);
  },
);
