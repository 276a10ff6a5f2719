import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder, without a slash at its end; the same from src and from dist. */
export const projectRoot: string = fileURLToPath(new URL("../../..", import.meta.url)).replace(/[\\/]$/, "");

/** A program of the project's Python environment in `root`. */
export function environmentProgram(root: string, name: string): string {
  return process.platform === "win32"
    ? join(root, ".venv", "Scripts", `${name}.exe`)
    : join(root, ".venv", "bin", name);
}
