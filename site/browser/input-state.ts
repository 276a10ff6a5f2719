import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fingerprint } from "../../setup/step.mjs";

/** Files and folders of the project that the site for browsers is made of. */
const INPUTS = [
  "datasets",
  "exercises",
  "kernel-helpers/dist",
  "kernel",
  "kernel-helpers/src",
  "notebooks",
  "package-lock.json",
  "setup/locks/learners.txt",
  "solutions/course.json",
  "site/book/assets",
  "site/browser",
];

/** Names, sizes and times of everything that the site for browsers is made from, as one word. */
export function inputState(root: string): string {
  return fingerprint(INPUTS.flatMap((path) => filesBelow(root, path)).map((file) => stateOf(root, file)));
}

/** No input: tests, and what compilers note for themselves beside their results. */
const NO_INPUT = /\.(?:test|case)\.ts$|\.tsbuildinfo$|__pycache__|[\\/](?:test|compare|types)[\\/]/;

function filesBelow(root: string, path: string): string[] {
  const place = join(root, path);
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [path];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)))
    .filter((file) => !NO_INPUT.test(file))
    .sort();
}

function stateOf(root: string, file: string): string {
  const { size, mtimeMs } = statSync(join(root, file));
  return `${file} ${size} ${mtimeMs}`;
}
