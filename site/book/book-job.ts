import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import type { Course, Lesson } from "../../tools/course/course-list.ts";
import { countFigures } from "../../tools/course/figures.ts";
import { notebookPaths } from "../../tools/notebooks/notebook-paths.ts";
import { hasChat } from "./chat/write-chat.ts";
import { courseGlossary, courseReferences, type Reference, type Term } from "./course-texts.ts";
import { type ExerciseFacts, lessonExercises } from "./lesson-practice.ts";

/** A lesson as the pages need it. */
export interface BookLesson extends Lesson {
  /** "04". */
  readonly number: string;
  /** Path of the executed notebook; a lesson without one gets no page. */
  readonly notebook?: string;
  readonly figures?: number;
  readonly practice?: { readonly name: string; readonly file: string };
  readonly tasks: readonly ExerciseFacts[];
}

/** What convert/main.py makes the book of. */
export interface BookJob {
  readonly course: Omit<Course, "lessons"> & {
    readonly lessons: readonly BookLesson[];
    readonly browser: boolean;
    /** Whether there is a page with the chat. */
    readonly chat: boolean;
  };
  readonly references: readonly Reference[];
  readonly glossary: readonly Term[];
  /** Folder of the course: documents that lessons name are read from there. */
  readonly root: string;
  readonly target: string;
}

/** What `bookJob` gathers from. */
export interface BookSources {
  readonly course: Course;
  /** Folder of the course: exercises, references and glossary are read from there. */
  readonly root: string;
  /** Folder with the executed notebooks. */
  readonly notebooks: string;
  readonly target: string;
  /** Whether try/ will be next to the pages. */
  readonly browser: boolean;
}

/** Gathers what the pages of a course are made of. */
export function bookJob({ course, root, notebooks, target, browser }: BookSources): BookJob {
  const lessons = course.lessons.map((lesson): BookLesson => {
    const notebook = join(notebooks, `${lesson.id}.ipynb`);
    const file = join(root, notebookPaths(lesson.id).exercises);
    return {
      ...lesson,
      number: lesson.id.split("-")[0] ?? "",
      tasks: lessonExercises(lesson.id),
      ...(existsSync(notebook) ? { notebook, figures: countFigures(notebook) } : {}),
      ...(lesson.exercises ? { practice: { name: basename(file, ".ipynb"), file } } : {}),
    };
  });
  return {
    course: { ...course, lessons, browser, chat: hasChat(course) },
    references: courseReferences(root),
    glossary: courseGlossary(root),
    root,
    target,
  };
}
