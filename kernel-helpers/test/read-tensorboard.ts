import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";

const python = environmentProgram(projectRoot, "python");
const script = fileURLToPath(new URL("read-tensorboard.py", import.meta.url));

/** False if TensorBoard is not installed: tests that need it are then skipped, with a line that says why. */
export const tensorboardIsHere: boolean =
  existsSync(python) && existsSync(environmentProgram(projectRoot, "tensorboard"));

if (!tensorboardIsHere) {
  console.warn(
    "tests that need TensorBoard are skipped: it is not in .venv (npm run setup -- --dev installs it)",
  );
}

/** What TensorBoard reads in a log folder. */
export interface TensorboardData {
  /** tag -> [step, value, wall time] */
  readonly scalars: Readonly<Record<string, readonly (readonly [number, number | "NaN", number])[]>>;
  readonly histograms: Readonly<Record<string, readonly object[]>>;
  readonly embedding?: {
    readonly vectors: readonly (readonly number[])[];
    readonly metadata: readonly (readonly string[])[];
  };
}

/** Reads a log folder with TensorBoard. */
export function readTensorboard(folder: string): TensorboardData {
  return JSON.parse(
    execFileSync(python, [script, folder], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }),
  );
}
