import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** An npm package that is partly in a bundle. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** Where it is installed. */
  readonly folder: string;
}

/** The packages that the files at `paths` (the inputs of a bundle, relative to `from`) belong to, by name. */
export function bundledPackages(paths: readonly string[], from: string = process.cwd()): BundledPackage[] {
  // a plugin's files have a namespace before their path: "never-called:os"
  const folders = new Set(paths.flatMap((path) => packageFolder(resolve(from, path)) ?? []));
  return [...folders].map(readPackage).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The package in a folder, by its package.json. */
export function readPackage(folder: string): BundledPackage {
  const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return { name, version, folder };
}

/** The innermost package that contains a file; undefined for our own files. */
function packageFolder(path: string): string | undefined {
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/.exec(path)?.[0];
}
