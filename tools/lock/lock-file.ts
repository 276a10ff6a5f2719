import { readFileSync } from "node:fs";
import { join } from "node:path";
import { TENSORFLOW } from "../../setup/gpu/layout.mjs";
import { fingerprint } from "../../setup/step.mjs";

/** A file that fixes the version and the hashes of Python packages. */
export interface LockFile {
  /** Its path in the project. */
  readonly path: string;
  /** The lists that people write, or the one requirement, of which it is made. */
  readonly sources: readonly string[];
  /** Options of uv: for which machines, and with which packages that others ask for. */
  readonly options: readonly string[];
}

const EVERYWHERE = ["--universal", "--python-version", "3.11"];
/** The wheels of TensorFlow that setup/gpu/ takes: for Linux, and for one Python, whichever runs it. */
const TENSORFLOW_WHEELS = [
  "--python-platform",
  "linux",
  "--python-version",
  "3.12",
  "--only-binary",
  ":all:",
];
const AUTHORS = "setup/locks/authors.txt";

/** All of them; that of the authors comes before that of the learners, which takes its versions. */
export const LOCK_FILES: readonly LockFile[] = [
  { path: AUTHORS, sources: ["requirements.txt", "requirements-dev.txt"], options: EVERYWHERE },
  {
    path: "setup/locks/learners.txt",
    sources: ["requirements.txt"],
    options: [...EVERYWHERE, "--constraints", AUTHORS],
  },
  {
    path: "setup/locks/nbgrader.txt",
    sources: ["tools/interop/nbgrader-requirements.txt"],
    options: [...EVERYWHERE, "--no-deps"],
  },
  {
    path: "setup/locks/tensorflow-cpu.txt",
    sources: [`tensorflow-cpu==${TENSORFLOW}`],
    options: [...TENSORFLOW_WHEELS, "--no-deps"],
  },
  {
    path: "setup/locks/tensorflow-cuda.txt",
    sources: [`tensorflow[and-cuda]==${TENSORFLOW}`],
    options: TENSORFLOW_WHEELS,
  },
];

/** The first line of a lock file, which names what it was made of with its SHA-256. */
export function lockHeader(root: string, lock: LockFile): string {
  return `# Made by npm run lock from ${lock.sources.join(" and ")}: ${fingerprint(lockPins(root, lock))}\n`;
}

/** What people decided: the requirements of which a lock file is made. */
export function lockPins(root: string, { sources }: LockFile): string[] {
  return sources.flatMap((source) => (isList(source) ? directPins(root, source) : [source]));
}

/** Whether a source is a file, not a requirement. */
export function isList(source: string): boolean {
  return source.endsWith(".txt");
}

/** The lines of a list that name packages of others; those with a path are ours. */
function directPins(root: string, file: string): string[] {
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
