import { cpSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { updateFiles } from "./notebooks/update-files.ts";
import { projectRoot } from "./project-root.ts";

/** A fresh copy of a fixture course with its notebooks made, below build/ so that cells find the packages. */
export function fixtureCourse(name: "course" | "broken-course", use: string): string {
  const root = join(projectRoot, "build/fixture", `${use}-${name}`);
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  cpSync(join(projectRoot, "tools/fixture", name), root, { recursive: true });
  updateFiles(root);
  return root;
}
