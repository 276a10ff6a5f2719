import type { CourseParts } from "../../../kernel-helpers/src/practice/progress-list.ts";

/** A lesson that the front end can open. */
export interface ListedLesson {
  /** "04-cbow". */
  readonly id: string;
  readonly title: string;
  /** Whether it has a notebook of exercises. */
  readonly exercises: boolean;
}

/** What the extension knows of the course; the bundler inserts it. */
export interface CourseLists extends CourseParts {
  readonly lessons: readonly ListedLesson[];
}
