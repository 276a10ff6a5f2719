import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Lesson } from "./course-list.ts";
import { type CellResult, executeNotebook, type Run } from "./execute-notebook.ts";
import { countFigures } from "./figures.ts";
import type { Progress } from "./progress.ts";
import { readTimes, timeOf, writeTimes } from "./times.ts";

/** How a lesson went. */
export interface LessonResult {
  readonly lesson: Lesson;
  /** Code cells that ran. */
  readonly cells: number;
  readonly seconds: number;
  readonly figures: number;
  /** The cells that failed; without `allowErrors` at most one. */
  readonly failures: readonly CellResult[];
  /** Why the lesson failed although no cell did. */
  readonly problem: string | undefined;
}

/** Where the lessons are, where the executed ones are written, and how they run. */
export interface LessonOptions {
  /** Folder of the course. */
  readonly root: string;
  /** Folder for the executed notebooks. */
  readonly build: string;
  /** The setting W2V_FAST for the cells: "1" or a share for smaller corpora. Default: the whole ones. */
  readonly fast?: string | undefined;
  /** More of the environment of the cells. */
  readonly env?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  readonly progress: Progress;
}

/** Runs the lessons one after another, each in its own kernel; a failing one does not stop the others. */
export async function runLessons(
  lessons: readonly Lesson[],
  options: LessonOptions,
): Promise<LessonResult[]> {
  const timesFile = join(options.build, options.fast ? "times-fast.json" : "times.json");
  const results: LessonResult[] = [];
  for (const [i, lesson] of lessons.entries()) {
    if (options.signal.aborted) break;
    const times = readTimes(timesFile);
    const ids = lessons.slice(i).map(({ id }) => id);
    options.progress.begin(lesson.id, timeOf(ids, times));
    const result = await runLesson(lesson, options);
    options.progress.end();
    if (options.signal.aborted) break;
    results.push(result);
    if (succeeded(result)) writeTimes(timesFile, { ...times, [lesson.id]: result.seconds });
  }
  return results;
}

/** Whether every cell of the lesson ran and did what it should. */
export function succeeded({ failures, problem }: LessonResult): boolean {
  return failures.length === 0 && problem === undefined;
}

async function runLesson(lesson: Lesson, options: LessonOptions): Promise<LessonResult> {
  const folder = join(options.root, "notebooks");
  const target = join(options.build, `${lesson.id}.ipynb`);
  rmSync(target, { force: true }); // no page from an older run
  const run: Run = await executeNotebook({
    source: join(folder, `${lesson.id}.ipynb`),
    target,
    folder,
    env: { ...options.env, ...(options.fast === undefined ? {} : { W2V_FAST: options.fast }) },
    signal: options.signal,
    onEvent: options.progress.follow,
  });
  return {
    lesson,
    cells: run.cells.length,
    seconds: run.seconds,
    figures: run.problem === undefined ? countFigures(target) : 0,
    failures: run.cells.filter(({ status }) => status !== "ok"),
    problem: run.problem,
  };
}
