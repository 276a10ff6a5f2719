import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of kernel-helpers. */
export const helpers: string = fileURLToPath(new URL(".", import.meta.url)).replace(/[\\/]$/, "");

/** The project's folder. */
export const root: string = dirname(helpers);

/**
 * A copy of the sources and their configurations under build/planted/`name`, with `files` planted into it: text by
 * path. Inside the project, so that packages are found. Gives its folder.
 */
export function plantedCopy(name: string, files: Readonly<Record<string, string>>): string {
  const copy = join(root, "build/planted", name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(join(root, ".dependency-cruiser.cjs"), join(copy, ".dependency-cruiser.cjs"));
  const settings = readdirSync(helpers).filter((file) => file.endsWith(".json"));
  for (const path of [...settings, "src"]) {
    cpSync(join(helpers, path), join(copy, "kernel-helpers", path), { recursive: true });
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(copy, path)), { recursive: true });
    writeFileSync(join(copy, path), text);
  }
  return copy;
}
