import { spawnSync } from "node:child_process";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";

/** Our Python if it has this package, or undefined after printing which tests are skipped and how to get it. */
export function findPythonPackage(name: string): string | undefined {
  const python = environmentProgram(projectRoot, "python");
  const search = `import importlib.util, sys; sys.exit(importlib.util.find_spec("${name}") is None)`;
  if (spawnSync(python, ["-c", search]).status === 0) return python;
  console.warn(
    `tests that need ${name} are skipped: it is not in .venv (npm run setup -- --dev installs it)`,
  );
  return undefined;
}
