import { existsSync } from "node:fs";
import { environmentProgram } from "../setup/paths.mjs";

/** The Python of the environment in `root`, which `action` needs; the error says what works without it. */
export function requirePython(root: string, action: string): string {
  const python = environmentProgram(root, "python");
  if (existsSync(python)) return python;
  throw new Error(
    `Cannot ${action}: there is no .venv with the Python packages. Python runs the lessons, writes ` +
      "their pages and builds the site for browsers; a site that is built is read and served without it. " +
      "Remedy: npm run setup, with Python 3.11 or newer",
  );
}
