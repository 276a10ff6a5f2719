import { createHash } from "node:crypto";
import { lstatSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

const LARGEST = 1 << 24; // bytes of a file that is read whole

/** Everything below a folder: relative path -> what is there, with a checksum of its bytes. */
export type FolderState = ReadonlyMap<string, string>;

/** What is below `folder` now. Of a file of many MiB size and time of its last change stand for its bytes. */
export function folderState(folder: string): FolderState {
  const names = readdirSync(folder, { recursive: true }) as string[];
  return new Map(names.sort().map((name) => [name.replaceAll("\\", "/"), describe(join(folder, name))]));
}

function describe(path: string): string {
  const about = lstatSync(path);
  if (about.isSymbolicLink()) return `a link to ${readlinkSync(path)}`;
  if (!about.isFile()) return about.isDirectory() ? "a folder" : "no file";
  if (about.size > LARGEST) return `${about.size} bytes of ${about.mtimeMs}`;
  return `${about.size} bytes, ${createHash("sha256").update(readFileSync(path)).digest("hex")}`;
}

/** The paths that came, went or changed. */
export function changes(before: FolderState, after: FolderState): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path));
}
