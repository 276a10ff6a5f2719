import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";

/** The folder of kernel-helpers. */
export const helpers: string = join(projectRoot, "kernel-helpers");

/**
 * Copies the sources and their configurations to build/planted/`name`, adds `files` (path -> text) and returns the
 * folder. It is inside the project, so that packages are found.
 */
export function plantedCopy(name: string, files: Readonly<Record<string, string>>): string {
  const copy = join(projectRoot, "build/planted", name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(projectRoot, ".dependency-cruiser.cjs"), join(copy, ".dependency-cruiser.cjs"));
  const settings = readdirSync(helpers).filter((file) => file.endsWith(".json"));
  for (const path of [...settings, "src"].map((part) => `kernel-helpers/${part}`)) {
    cpSync(join(projectRoot, path), join(copy, path), { recursive: true });
  }
  for (const path of ["kernel", "setup"]) {
    cpSync(join(projectRoot, path), join(copy, path), { recursive: true });
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  return copy;
}
