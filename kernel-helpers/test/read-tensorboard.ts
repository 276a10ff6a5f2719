import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { findPythonPackage } from "../../tools/programs/find-python-package.ts";

const script = fileURLToPath(new URL("read-tensorboard.py", import.meta.url));
const python = findPythonPackage("tensorboard");

/** False if TensorBoard is not installed: tests that need it are then skipped. */
export const tensorboardIsHere: boolean = python !== undefined;

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
    execFileSync(python as string, [script, folder], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }),
  );
}
