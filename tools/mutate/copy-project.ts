import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";

/** Packages of the project itself: the copy must see its own, not the ones that `npm install` linked. */
const OWN: ReadonlyMap<string, string> = new Map([
  ["kernel-helpers", "kernel-helpers"],
  ["w2v-kernel", "kernel"],
]);

/** What setup made and tests read. */
const MADE = [".venv", "datasets/build"];

/**
 * Makes a copy of the project in which files may be changed: what git knows or would add. What setup installed or
 * made is linked.
 */
export function copyProject(root: string, into: string): void {
  rmSync(into, { recursive: true, force: true });
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of new Set(listed.split("\0"))) {
    const from = join(root, file);
    if (file === "" || !existsSync(from) || !lstatSync(from).isFile()) continue;
    mkdirSync(dirname(join(into, file)), { recursive: true });
    copyFileSync(from, join(into, file));
  }
  mkdirSync(join(into, "node_modules"));
  for (const name of readdirSync(join(root, "node_modules"))) {
    // vite writes into its folders
    if (!name.startsWith(".vite")) link(root, OWN.get(name) ?? `node_modules/${name}`, into, name);
  }
  for (const made of MADE.filter((name) => existsSync(join(root, name)))) {
    symlinkSync(join(root, made), join(into, made), "junction");
  }
}

function link(root: string, to: string, into: string, name: string): void {
  const from = join([...OWN.values()].includes(to) ? into : root, to);
  if (lstatSync(from).isDirectory()) symlinkSync(from, join(into, "node_modules", name), "junction");
}
