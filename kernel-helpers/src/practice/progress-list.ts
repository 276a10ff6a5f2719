import type { Passed, ProgressRecord } from "../host/index.ts";

/** An exercise of the course, as lists of progress have it. */
export interface ListedExercise {
  /** "04-cbow/hidden-layer". */
  readonly id: string;
  /** Points that it is worth. */
  readonly points: number;
}

/** An exercise and the learner's progress with it. */
export interface ProgressLine extends ListedExercise {
  /** "hidden layer". */
  readonly name: string;
  /** When it passed and what it earned; undefined if it did not. */
  readonly passed: Passed | undefined;
}

/**
 * The exercises by lesson, each with the learner's result.
 *
 * @example
 * progressList([{ id: "04-cbow/hidden-layer", points: 2 }], {}).get("04-cbow")?.[0]?.name; // "hidden layer"
 */
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

/** What a course asks of its learners. */
export interface CourseParts {
  /** In the course's order. */
  readonly exercises: readonly ListedExercise[];
  /** The ids of its questions: "04-cbow/share-of-a-place". */
  readonly questions: readonly string[];
}

/** The learner's progress as a file to hand on. `note` says what it means. */
export function progressReport(
  { exercises, questions }: CourseParts,
  { passed, choices = {} }: Pick<ProgressRecord, "passed" | "choices">,
  note: string,
): string {
  const lines = [...progressList(exercises, passed).values()].flat();
  const marks = lines.map(({ id, points, passed }) => ({
    exercise: id,
    passed: passed !== undefined,
    earned: passed?.earned ?? 0,
    points,
    ...(passed && { at: passed.at }),
  }));
  const answers = questions.map((question) => ({ question, right: false, ...choices[question] }));
  return `${JSON.stringify({ note, exercises: marks, questions: answers }, null, 1)}\n`;
}
