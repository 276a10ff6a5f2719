import { readFileSync } from "node:fs";
import { join } from "node:path";

/** An entry of course.json. */
export interface Lesson {
  /** Name of the notebook: "04-cbow". */
  readonly id: string;
  readonly title: string;
  /** What a reader can do afterwards, in a sentence. */
  readonly learns: string;
  readonly minutes: number;
  /** Where it runs: anywhere, or only in Node. */
  readonly run: "any" | "node";
  /** Whether it has exercises. */
  readonly exercises: boolean;
}

/** A lesson that is still to come: it has no notebook. */
export interface PlannedLesson {
  /** Its place among all lessons: "02". */
  readonly number: string;
  readonly title: string;
  /** What a reader will be able to do afterwards, in a sentence. */
  readonly learns: string;
}

/** course.json. */
export interface Course {
  readonly title: string;
  /** What the course is, in a sentence. */
  readonly summary: string;
  readonly lessons: readonly Lesson[];
  /** The lessons to come; only the site lists them. */
  readonly planned?: readonly PlannedLesson[];
  /** The lesson whose last figure stands on the site's front page. */
  readonly cover?: string;
}

/** The course in the folder `root`. */
export function readCourse(root: string): Course {
  return JSON.parse(readFileSync(join(root, "solutions/course.json"), "utf8")) as Course;
}

/** The lessons whose names begin with one of `wanted`: "04" and "4" mean "04-cbow". All when none is wanted. */
export function selectLessons(lessons: readonly Lesson[], wanted: readonly string[]): Lesson[] {
  const chosen = new Set(wanted.flatMap((name) => lessonNamed(lessons, name)));
  return lessons.filter((lesson) => wanted.length === 0 || chosen.has(lesson));
}

function lessonNamed(lessons: readonly Lesson[], name: string): Lesson {
  const found = lessons.find(({ id }) => id === name || id.startsWith(`${name.padStart(2, "0")}-`));
  if (!found) {
    const known = lessons.map(({ id }) => id).join(", ");
    throw new RangeError(`Cannot find the lesson "${name}": course.json has ${known}`);
  }
  return found;
}
