import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** word2vec.c 0.1c by its authors, in the npm package of this version; its licence is Apache 2.0. */
const PACKAGE = "word2vec@1.1.5";
const SHA256 = "3f8283efa8c629b0b18bad2488ec28feec7bf25349f7325ffd03fa38c387fa83";

/** The flags of its own makefile. */
const FLAGS = ["-O3", "-march=native", "-funroll-loops", "-Wno-unused-result", "-lm", "-pthread"];

/**
 * The path of word2vec.c's program, which is loaded from npm without running the package's scripts, and compiled, if it is
 * not there. Throws Error where there is no npm or no gcc.
 */
export function word2vecC(folder: string): string {
  const program = join(folder, "word2vec");
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  const run = (name: string, ...args: string[]): void => {
    execFileSync(name, args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  };
  run("npm", "pack", "--silent", PACKAGE);
  const archive = `${PACKAGE.replace("@", "-")}.tgz`;
  const found = createHash("sha256")
    .update(readFileSync(join(folder, archive)))
    .digest("hex");
  if (found !== SHA256) {
    throw new Error(`Cannot use ${archive} of npm as its SHA-256 must be ${SHA256}: it is ${found}`);
  }
  run("tar", "-xzf", archive);
  run("gcc", "package/src/word2vec.c", "-o", "word2vec", ...FLAGS);
  return program;
}
