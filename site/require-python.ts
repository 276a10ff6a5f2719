import { existsSync } from "node:fs";
import { environmentProgram } from "../setup/paths.mjs";

/** The Python of the environment in `root`, which `action` cannot do without; the error says what else can. */
export function requirePython(root: string, action: string): string {
  const python = environmentProgram(root, "python");
  if (existsSync(python)) return python;
  throw new Error(
    `Cannot ${action} as the Python packages in .venv must be there: there is none. Python runs the lessons, writes ` +
      "their pages and builds the site for browsers; a site that is built is read and served without it. " +
      "Remedy: npm run setup, with Python 3.11 or newer",
  );
}
