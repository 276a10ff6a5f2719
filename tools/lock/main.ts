// npm run lock                writes setup/locks/ from the lists of requirements; fixed versions stay
// npm run lock -- --renew     takes the newest versions that the lists allow
// uv resolves for every system and every Python from 3.11 at once, and notes the hashes of all files of a version.
import "../print/plain-errors.ts";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";
import { isList, LOCK_FILES, type LockFile, lockedPackages, lockHeader } from "./lock-file.ts";

const renew = process.argv.includes("--renew");
const uv = environmentProgram(projectRoot, "uv");
if (!existsSync(uv)) {
  throw new Error("Cannot lock the Python packages: uv is not in .venv. Remedy: npm run setup -- --dev");
}
for (const lock of LOCK_FILES) write(lock);

function write(lock: LockFile): void {
  mkdirSync(dirname(join(projectRoot, lock.path)), { recursive: true });
  const source = lock.sources.at(-1) as string; // a list includes those before it
  const words = [
    ...["pip", "compile", isList(source) ? source : "-", "--output-file", lock.path, ...lock.options],
    ...(renew ? ["--upgrade"] : []),
    ...["--generate-hashes", "--no-emit-package", "w2v-papermill"],
    ...["--no-header", "--no-annotate", "--no-emit-index-url", "--no-config", "--quiet"],
  ];
  // standard output repeats the file
  const { status, error } = spawnSync(uv, words, {
    cwd: projectRoot,
    input: `${source}\n`,
    stdio: ["pipe", "ignore", "inherit"],
  });
  if (status !== 0) {
    throw new Error(
      `Cannot lock ${source}: ${error?.message ?? "uv says why above"}. Remedy: a version that exists, or the network`,
    );
  }
  const text = readFileSync(join(projectRoot, lock.path), "utf8").replace(/^#.*\n/gm, "");
  writeFileSync(join(projectRoot, lock.path), lockHeader(projectRoot, lock) + text);
  console.log(`${lock.path}: ${lockedPackages(text).length} packages`);
}
