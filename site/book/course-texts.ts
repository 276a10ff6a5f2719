import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A work that lessons cite. */
export interface Reference {
  /** Its place on the page of references: "rong-2014". */
  readonly key: string;
  /** Family names, all of them, in order. */
  readonly authors: readonly string[];
  /** With a letter where the lessons use one: "2013a". */
  readonly year: string;
  readonly title: string;
  /** Where it appeared. */
  readonly where: string;
  readonly url?: string;
}

/** A word that the lessons use in a meaning of their own. */
export interface Term {
  readonly term: string;
  /** What stands for it in formulas. */
  readonly symbols?: readonly string[];
  /** What it means, in a sentence. */
  readonly definition: string;
  /** Its formula, as text. */
  readonly formula?: string;
  /** The lesson that introduces it: "04-cbow". */
  readonly lesson: string;
  /** Other forms under which the lesson has it. */
  readonly forms?: readonly string[];
}

/** The works that the lessons of the course in `root` cite: notebooks/src/references.json; none without that file. */
export function courseReferences(root: string): Reference[] {
  return read(root, "references");
}

/** The terms of the course in `root`: notebooks/src/glossary.json; none without that file. */
export function courseGlossary(root: string): Term[] {
  return read(root, "glossary");
}

function read<Entry>(root: string, name: string): Entry[] {
  const file = join(root, "notebooks/src", `${name}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Entry[]) : [];
}
