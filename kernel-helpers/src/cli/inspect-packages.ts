import { existsSync, readFileSync, statSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { nodeProblem } from "w2v-kernel";
import { type Finding, fine, wrong } from "./finding.ts";

/** Node, which must be able to `require` ES modules. */
export function inspectNode(version: string = process.versions.node): Finding {
  const problem = nodeProblem(version);
  return problem === undefined
    ? fine("Node", version)
    : wrong("Node", problem, "install a newer Node (https://nodejs.org)");
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly optional?: boolean }>>;
}

/** Checks that the npm packages are the ones in package-lock.json. */
export function inspectPackages(root: string): Finding {
  const name = "npm packages";
  const installedFile = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installedFile)) return wrong(name, "none are installed");
  const installed = readLock(installedFile).packages;
  const wanted = Object.entries(readLock(join(root, "package-lock.json")).packages).filter(
    ([path, { optional }]) => path.startsWith("node_modules/") && !optional,
  );
  const differing = wanted.filter(([path, { version }]) => installed[path]?.version !== version);
  const [first] = differing;
  if (!first) return fine(name, `${wanted.length}, as in package-lock.json`);
  return wrong(
    name,
    `${differing.length} differ from package-lock.json, such as ${first[0].slice("node_modules/".length)}`,
  );
}

function readLock(file: string): Lock {
  return JSON.parse(readFileSync(file, "utf8")) as Lock;
}

/** Checks that kernel-helpers/dist was built from the current sources. */
export async function inspectBuild(root: string): Promise<Finding> {
  const name = "build";
  const built = join(root, "kernel-helpers/dist/portable.tsbuildinfo");
  if (!existsSync(built)) return wrong(name, "kernel-helpers is not built");
  const since = statSync(built).mtimeMs;
  const src = join(root, "kernel-helpers/src");
  const files = (await readdir(src, { recursive: true })).filter((file) => isSource(file));
  const newer = files.filter((file) => statSync(join(src, file)).mtimeMs > since);
  if (newer.length === 0) return fine(name, "kernel-helpers/dist is current");
  return wrong(name, `sources newer than kernel-helpers/dist: ${newer.length}, such as src/${newer[0]}`);
}

function isSource(file: string): boolean {
  return file.endsWith(".ts") && !/\.(?:test|suite|node|browser)\.ts$|^cli[\\/]/.test(file);
}
