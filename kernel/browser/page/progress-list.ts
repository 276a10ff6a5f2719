import type { Passed } from "./progress-store.ts";

/** An exercise of the course. */
export interface ListedExercise {
  /** "04-cbow/hidden-layer". */
  readonly id: string;
  readonly points: number;
}

/** An exercise and the learner's progress with it. */
interface ProgressLine extends ListedExercise {
  /** "hidden layer". */
  readonly name: string;
  readonly passed: Passed | undefined;
}

/** What points in a browser mean, in the page and in the file. */
export const PRACTICE =
  "This is practice, not a grade: it is kept in this browser alone, and whoever can use the browser can change it.";

/** The exercises by lesson, each with the learner's result. */
export function progressList(
  exercises: readonly ListedExercise[],
  passed: Readonly<Record<string, Passed>>,
): ReadonlyMap<string, readonly ProgressLine[]> {
  const lessons = new Map<string, ProgressLine[]>();
  for (const { id, points } of exercises) {
    const [lesson = "", name = id] = id.split("/");
    const lines = lessons.get(lesson) ?? [];
    lines.push({ id, points, name: name.replaceAll("-", " "), passed: passed[id] });
    lessons.set(lesson, lines);
  }
  return lessons;
}

/** The learner's progress as a file. */
export function progressFile(
  exercises: readonly ListedExercise[],
  passed: Readonly<Record<string, Passed>>,
): string {
  const lines = [...progressList(exercises, passed).values()].flat();
  const marks = lines.map(({ id, points, passed }) => ({
    exercise: id,
    passed: passed !== undefined,
    earned: passed?.earned ?? 0,
    points,
    ...(passed && { at: passed.at }),
  }));
  return `${JSON.stringify({ note: PRACTICE, exercises: marks }, null, 1)}\n`;
}
