import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fingerprint } from "../../setup/step.mjs";

/** A file that fixes the version and the hashes of every Python package. */
export interface LockFile {
  /** Its path in the project. */
  readonly path: string;
  /** The list that people write, of which it is made. */
  readonly source: string;
  /** The lists that `source` includes, and `source`. */
  readonly sources: readonly string[];
}

const LEARNERS: LockFile = {
  path: "setup/locks/learners.txt",
  source: "requirements.txt",
  sources: ["requirements.txt"],
};
const AUTHORS: LockFile = {
  path: "setup/locks/authors.txt",
  source: "requirements-dev.txt",
  sources: ["requirements.txt", "requirements-dev.txt"],
};

/** Both files, the larger one first: the smaller one takes its versions. */
export const LOCK_FILES: readonly LockFile[] = [AUTHORS, LEARNERS];

/** The first line of a lock file, which names the lists that it was made of by their SHA-256. */
export function lockHeader(root: string, { sources }: LockFile): string {
  const sha256 = fingerprint(sources.flatMap((file) => directPins(root, file)));
  return `# Made by npm run lock from ${sources.join(" and ")}: ${sha256}\n`;
}

/** The lines of a list that name packages of others; those with a path are ours. */
export function directPins(root: string, file: string): string[] {
  const lines = readFileSync(join(root, file), "utf8").split(/\r?\n/);
  return lines.map((line) => line.trim()).filter((line) => line !== "" && !/^(#|-r |\.\/)/.test(line));
}

/** A package in a lock file. */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** The SHA-256 of each file that the package's authors published for this version. */
  readonly hashes: readonly string[];
}

/** Reads a lock file; throws for a line that pins nothing, such as one with an address. */
export function lockedPackages(text: string): LockedPackage[] {
  const entries = text.replaceAll(/\\\r?\n\s*/g, "").split(/\r?\n/);
  return entries
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const [, name, version, hashes] =
        /^([\w.-]+)==(\S+)(?: ; [^-]*?[^-\s])?((?:\s*--hash=sha256:[0-9a-f]{64})+)$/.exec(line) ?? [];
      if (name === undefined || version === undefined || hashes === undefined) {
        throw new Error(
          `Cannot read a lock file as each entry must be NAME==VERSION with a --hash: current value is "${line.slice(0, 80)}". Remedy: npm run lock`,
        );
      }
      return { name, version, hashes: hashes.match(/[0-9a-f]{64}/g) ?? [] };
    });
}
