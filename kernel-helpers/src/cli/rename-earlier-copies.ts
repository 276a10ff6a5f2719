import { renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { isAnything } from "./is-anything.ts";

/** A learner's copy that still had the name of an earlier version of the course, paths relative to work/. */
export interface EarlierCopy {
  /** "exercises/04-cbow.ipynb". */
  readonly earlier: string;
  /** "exercises/04-cbow-exercises.ipynb". */
  readonly path: string;
  /** False if both names are taken: then both copies stay as they are. */
  readonly isRenamed: boolean;
}

/**
 * Gives the copies in work/ the names that the course's `notebooks` have now. A copy is never overwritten: if the learner
 * has one under either name, both stay. A folder is no copy. Returns what was found under an earlier name.
 */
export function renameEarlierCopies(root: string, notebooks: readonly string[]): EarlierCopy[] {
  return notebooks.flatMap((path) => {
    const earlier = earlierName(path);
    if (earlier === undefined || notebooks.includes(earlier)) return [];
    const [from, to] = [join(root, "work", earlier), join(root, "work", path)];
    if (!isAnything(from) || statSync(from, { throwIfNoEntry: false })?.isDirectory()) return [];
    const isRenamed = !isAnything(to);
    if (isRenamed) renameSync(from, to);
    return [{ earlier, path, isRenamed }];
  });
}

/**
 * The name that a notebook had in an earlier version of the course; undefined if it never changed.
 *
 * @example
 * earlierName("exercises/04-cbow-exercises.ipynb"); // "exercises/04-cbow.ipynb"
 * earlierName("notebooks/04-cbow.ipynb"); // undefined
 */
export function earlierName(path: string): string | undefined {
  const ending = "-exercises.ipynb";
  if (!path.startsWith("exercises/") || !path.endsWith(ending)) return undefined;
  return `${path.slice(0, -ending.length)}.ipynb`;
}
