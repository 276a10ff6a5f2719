import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** A failure whose message already says what to do; setup prints it without a stack. */
export class SetupError extends Error {
  /**
   * @param {string} problem
   * @param {string} remedy
   */
  constructor(problem, remedy) {
    super(`${problem}. Remedy: ${remedy}`);
    this.name = "SetupError";
  }
}

/**
 * Runs one step and prints one line: its name, then what it found or did, and its time if noticeable.
 * A step returns a few words ("unchanged", "installed").
 *
 * @param {string} name
 * @param {() => string | Promise<string>} work
 * @param {NodeJS.WritableStream} [out]
 */
export async function step(name, work, out = process.stdout) {
  const start = performance.now();
  const label = name.padEnd(20, " ");
  out.write(`${label} … `);
  try {
    const result = await work();
    const seconds = (performance.now() - start) / 1000;
    // The time is for a person who waits: another stream gets the same text each time.
    const felt = seconds >= 1 && out === process.stdout;
    out.write(`${result}${felt ? `, ${seconds.toFixed(0)} s` : ""}\n`);
  } catch (error) {
    out.write("failed\n");
    throw withRemedyForDisk(error);
  }
}

/** @param {unknown} error */
function withRemedyForDisk(error) {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code !== "ENOSPC" && code !== "EDQUOT") return error;
  return new SetupError("Cannot write a file: the disk is full", DISK_REMEDY);
}

/** What to do when the disk is full, from the measured sizes of node_modules, .venv and build. */
export const DISK_REMEDY = "free about 2.5 GB on this disk, then run npm run setup again";

/**
 * SHA-256 of a few texts, for stamps.
 *
 * @param {readonly string[]} texts
 */
export function fingerprint(texts) {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  return hash.digest("hex");
}

/**
 * Whether the stamp file holds `value`: the step was completed for these inputs.
 *
 * @param {string} file
 * @param {string} value
 */
export function isStamped(file, value) {
  try {
    return readFileSync(file, "utf8") === value;
  } catch {
    return false;
  }
}

/**
 * Records that a step was completed for `value`. Written last, so that an interrupted step runs again.
 *
 * @param {string} file
 * @param {string} value
 */
export function stamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, value);
}
