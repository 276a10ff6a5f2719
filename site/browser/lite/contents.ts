import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Course, Lesson } from "../../../tools/course/course-list.ts";
import type { Notebook } from "../../../tools/notebooks/notebook.ts";
import { notebookPaths } from "../../../tools/notebooks/notebook-paths.ts";

/** A notebook of the browser's site. */
export interface TryNotebook {
  /** Identifies the learner's copy: "exercises/04-cbow". It stays the same if the path changes. */
  readonly id: string;
  /** Its path: "exercises/04-cbow-exercises.ipynb", as in a learner's work/ folder. */
  readonly path: string;
  readonly title: string;
  /** Identifies the text: a copy with another version is older or newer. */
  readonly version: string;
  /** The text of the file, id and version in its metadata. */
  readonly text: string;
}

const FOLDERS = ["notebooks", "exercises"] as const;

/**
 * The notebooks in `root` that run anywhere, with their exercises. Made from the files that learners get: the content of
 * solutions/, including the hidden checks, is never included.
 */
export function tryContents(root: string, course: Course): TryNotebook[] {
  const lessons = course.lessons.filter(({ run }) => run === "any");
  return lessons.flatMap((lesson) => FOLDERS.flatMap((folder) => contentsOf(root, folder, lesson)));
}

/** course.json of the site: id -> entry, for a page that checks whether a learner's copy is current. */
export function tryCatalogue(notebooks: readonly TryNotebook[]): string {
  const entries = notebooks.map(({ id, path, title, version }) => [id, { path, title, version }]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 1)}\n`;
}

function contentsOf(root: string, folder: (typeof FOLDERS)[number], lesson: Lesson): TryNotebook[] {
  if (folder === "exercises" && !lesson.exercises) return [];
  const id = `${folder}/${lesson.id}`;
  const paths = notebookPaths(lesson.id);
  const path = folder === "exercises" ? paths.exercises : paths.lesson;
  const file = join(root, path);
  if (!existsSync(file)) {
    throw new Error(`Cannot write the site for browsers: there is no ${path}. Remedy: npm run notebooks`);
  }
  const given = readFileSync(file, "utf8");
  // of the text only: the same lesson has the same version wherever and whenever the site is built
  const version = createHash("sha256").update(given).digest("hex").slice(0, 12);
  const notebook = JSON.parse(given) as Notebook;
  const metadata = { ...notebook.metadata, "word2vec-lab": { id, version } };
  const title = folder === "exercises" ? `Exercises: ${lesson.title}` : lesson.title;
  return [{ id, path, title, version, text: `${JSON.stringify({ ...notebook, metadata }, null, 1)}\n` }];
}
