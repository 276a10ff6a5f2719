import { realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "./usage-error.ts";

/** A file of a command line, and the option that names it. */
export interface NamedFile {
  readonly option: string;
  readonly path: string;
}

/**
 * Throws UsageError if an output is the same file as an input or as another output, links followed: writing it would
 * destroy the other.
 */
export function requireDistinct(outputs: readonly NamedFile[], inputs: readonly NamedFile[]): void {
  for (const [i, output] of outputs.entries()) {
    const other = [...outputs.slice(0, i), ...inputs].find(({ path }) => isSameFile(path, output.path));
    if (other === undefined) continue;
    throw new UsageError(
      `Cannot write ${output.option} ${output.path}: it is the file of ${other.option}. Remedy: another name for ${output.option}`,
    );
  }
}

/** Whether two paths lead to one file, also to one that does not exist yet. */
export function isSameFile(a: string, b: string): boolean {
  if (realPath(a) === realPath(b)) return true;
  const [first, second] = [a, b].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return first !== undefined && second !== undefined && first.dev === second.dev && first.ino === second.ino;
}

/** The path from the root with every link followed, also of a file that does not exist yet. */
export function realPath(path: string): string {
  const whole = absolute(path);
  try {
    return realpathSync.native(whole);
  } catch {
    const parent = dirname(whole);
    return parent === whole || parent === "." ? whole : join(realPath(parent), basename(whole));
  }
}

/** The path from the root; the path itself where the current folder was removed, and none leads there. */
function absolute(path: string): string {
  try {
    return resolve(path);
  } catch {
    return path;
  }
}
