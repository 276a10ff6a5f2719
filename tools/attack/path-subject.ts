import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { projectRoot } from "../../setup/paths.mjs";
import type { Kit } from "./path-kit.ts";
import type { StateName } from "./path-states.ts";

/**
 * How a program must end: "well" with exit code 0; "refused" with another one and one sentence that names the path and a
 * remedy; "stopped" within two seconds of one Ctrl-C, or refused before.
 */
export type Ending = "well" | "refused" | "stopped";

/** Something that reads or writes at a path. */
export interface Subject {
  readonly name: string;
  /** The file or folder that is attacked: its name has the right ending. */
  readonly file: string;
  /** What a person has there before. */
  put(path: string, kit: Kit): void;
  /** What follows `node` on the command line. */
  words(path: string): readonly string[];
  /** How it ends in each state; one that is not here makes no sense for it. */
  readonly endings: Partial<Readonly<Record<StateName, Ending>>>;
  /** What else it may write beside the attacked file and in the current folder. */
  readonly creates?: RegExp;
  /** What is wrong with the result after it ended well; undefined if nothing is. */
  resultProblem?(path: string): string | undefined;
}

/** The program of the command line. */
export const w2v: string = join(projectRoot, "kernel-helpers/bin/w2v.js");
const library = pathToFileURL(join(projectRoot, "kernel-helpers/dist/index.js")).href;

/** The words that run code of a notebook, in which `lab` is the library and `path` the path; errors show as there. */
export const cell = (code: string): Subject["words"] => {
  const program = `const [lab, path] = [await import(${JSON.stringify(library)}), process.argv[1]];
try { ${code} } catch (error) { console.error(error.message); process.exitCode = 1; }`;
  return (path) => ["--input-type=module", "-e", program, path];
};
