import { existsSync, lstatSync } from "node:fs";

/** Whether a file, a folder or a link is at `path`: a link to a disk that is not there now is a learner's copy too. */
export function isAnything(path: string): boolean {
  return existsSync(path) || lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
