// npm run lock                writes setup/locks/ from requirements.txt and requirements-dev.txt; fixed versions stay
// npm run lock -- --renew     takes the newest versions that the lists allow
// uv resolves for every system and every Python from 3.11 at once, and notes the hashes of all files of a version.
import "../print/plain-errors.ts";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";
import { LOCK_FILES, type LockFile, lockedPackages, lockHeader } from "./lock-file.ts";

const renew = process.argv.includes("--renew");
const uv = environmentProgram(projectRoot, "uv");
if (!existsSync(uv)) {
  throw new Error("Cannot lock the Python packages: uv is not in .venv. Remedy: npm run setup -- --dev");
}
const [authors, learners] = LOCK_FILES as readonly [LockFile, LockFile];
write(authors, renew ? ["--upgrade"] : []);
write(learners, ["--constraints", authors.path, ...(renew ? ["--upgrade"] : [])]);

function write(lock: LockFile, more: readonly string[]): void {
  mkdirSync(dirname(join(projectRoot, lock.path)), { recursive: true });
  const words = [
    ...["pip", "compile", lock.source, "--output-file", lock.path, ...more],
    ...["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-package", "w2v-papermill"],
    ...["--no-header", "--no-annotate", "--no-emit-index-url", "--no-config", "--quiet"],
  ];
  // standard output repeats the file
  const { status, error } = spawnSync(uv, words, {
    cwd: projectRoot,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (status !== 0) {
    throw new Error(
      `Cannot lock ${lock.source}: ${error?.message ?? "uv says why above"}. Remedy: a version that exists, or the network`,
    );
  }
  const text = readFileSync(join(projectRoot, lock.path), "utf8").replace(/^#.*\n/gm, "");
  writeFileSync(join(projectRoot, lock.path), lockHeader(projectRoot, lock) + text);
  console.log(`${lock.path}: ${lockedPackages(text).length} packages`);
}
