import type { ListedLesson } from "./course-lists.ts";

/** The notebook that belongs to another: to a lesson its exercises, to exercises their lesson. */
export interface Counterpart {
  readonly kind: "Exercises" | "Lesson";
  readonly path: string;
}

/**
 * The counterpart of the notebook at `path`, in the same course folder; undefined for a lesson without exercises and for a
 * notebook that is the learner's own.
 */
export function counterpart(path: string, lessons: readonly ListedLesson[]): Counterpart | undefined {
  for (const { id } of lessons.filter(({ exercises }) => exercises)) {
    const [lesson, exercises] = [`notebooks/${id}.ipynb`, `exercises/${id}-exercises.ipynb`];
    for (const [from, to, kind] of [
      [lesson, exercises, "Exercises"],
      [exercises, lesson, "Lesson"],
    ] as const) {
      if (path === from || path.endsWith(`/${from}`)) {
        return { kind, path: `${path.slice(0, -from.length)}${to}` };
      }
    }
  }
  return undefined;
}
