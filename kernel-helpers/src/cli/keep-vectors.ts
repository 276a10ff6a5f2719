import { existsSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, extname, join, resolve } from "node:path";
import { createInterface } from "node:readline/promises";
import { isFileError } from "#host";
import { isSameFile } from "./require-distinct.ts";

/** Where else vectors may go, and how to ask a person for a place. */
export interface KeepOptions {
  /** Folders that are tried. Default: the current one, the home folder, the one for temporary files. */
  readonly places?: readonly string[];
  /** Asks for a path; an empty answer gives up. Default: asks at the terminal; without a terminal nobody is asked. */
  readonly ask?: ((question: string) => Promise<string>) | undefined;
  /** Throws for a path that must not be written. */
  readonly check?: (path: string) => void;
}

/**
 * Saves to `out`, and where the system refuses that, for example as the disk is full, under the same name in another
 * folder, never over a file; then asks. Returns the path that was written. Throws Error with the places that were tried
 * if none could be written.
 * Whatever took hours to compute is not lost to a disk.
 */
export async function keepVectors(
  out: string,
  save: (path: string) => Promise<void>,
  { places, ask = terminalQuestion(), check = () => {} }: KeepOptions = {},
): Promise<string> {
  const failed = await trySave(out, save);
  if (failed === undefined) return out;
  console.error(`warning: ${failed}`);
  const others = [...new Set(places ?? usualPlaces())].filter((place) => !isSameFile(place, dirname(out)));
  for (const place of others) {
    const path = freePath(join(place, basename(out)));
    if ((await trySave(path, save)) === undefined) return path;
  }
  for (;;) {
    const path = await ask?.("Where else should the vectors go? (a path; nothing gives up) ");
    if (!path?.trim()) break;
    try {
      check(path);
      const problem = await trySave(path, save);
      if (problem === undefined) return path;
      console.error(problem);
    } catch (error) {
      console.error((error as Error).message);
    }
  }
  throw new Error(
    `Cannot keep the vectors: no place was left, neither ${[out, ...others].join(" nor ")}. ` +
      "Remedy: free some space, then train again, from the last checkpoint if there is one",
  );
}

/** The folders that the system names: it has no current one where that was removed. */
function usualPlaces(): string[] {
  return [() => process.cwd(), homedir, tmpdir].flatMap((place) => {
    try {
      return [resolve(place())];
    } catch {
      return [];
    }
  });
}

/** The problem in words if the system refused the file; other errors are thrown. */
async function trySave(path: string, save: (path: string) => Promise<void>): Promise<string | undefined> {
  try {
    await save(path);
    return undefined;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return error.message;
  }
}

/** The path, or with a number behind its name one that nothing has. */
function freePath(path: string): string {
  const ending = extname(path);
  const start = path.slice(0, path.length - ending.length);
  for (let number = 1; ; number++) {
    const free = number === 1 ? path : `${start}-${number}${ending}`;
    if (!existsSync(free)) return free;
  }
}

function terminalQuestion(): ((question: string) => Promise<string>) | undefined {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return async (question) => {
    const terminal = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await terminal.question(question);
    } finally {
      terminal.close();
    }
  };
}
