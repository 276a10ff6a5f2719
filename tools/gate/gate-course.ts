import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { counted } from "../../kernel-helpers/src/base/index.ts";
import { readCourse, selectLessons } from "../course/course-list.ts";
import { executeNotebook, type Run, type RunOptions } from "../course/execute-notebook.ts";
import { type CourseSource, courseSources, knownMistakes } from "../notebooks/course-files.ts";
import { notebookPaths } from "../notebooks/notebook-paths.ts";
import { differences } from "../notebooks/update-files.ts";
import { checkCourseList } from "./check-course-list.ts";
import { checkLinks } from "./check-links.ts";
import { checkPoints } from "./check-points.ts";
import { checkQuizzes, type Questions } from "./check-quizzes.ts";
import { checkStructure } from "./check-structure.ts";
import { judgeShipped, judgeSolved } from "./judge-runs.ts";
import { knownMistakesNotebook } from "./known-mistakes-notebook.ts";
import { leakingHints } from "./leaking-hints.ts";
import type { Practice } from "./practice.ts";
import type { Problem } from "./problem.ts";

/** Where a course is, and how its exercises are checked. */
export interface GateOptions {
  /** Folder of the course. */
  readonly root: string;
  /** Folder for the notebooks that the gate runs; inside the project. */
  readonly build: string;
  readonly practice: Practice;
  /** The questions of the lessons. Default: the course asks none, and none are checked. */
  readonly questions?: Questions;
  readonly say?: (line: string) => void;
  /** Lessons whose exercises are run, by number or name. Default: all. */
  readonly only?: readonly string[];
  /** Which of a lesson's wrong and right answers are tried, by their place in its file. Default: all. */
  readonly tries?: (place: number) => boolean;
  /** Runs a notebook. Default: in the kernel in Node. */
  readonly execute?: (options: RunOptions) => Promise<Run>;
}

/** Problems found in the sources, without running anything. */
export function gateSources(root: string, practice: Practice, questions?: Questions): Problem[] {
  const sources = {
    lessons: courseSources(root, "notebooks/src"),
    exercises: courseSources(root, "solutions/src"),
    knownMistakes: knownMistakes(root),
  };
  return [
    ...differences(root).map(({ path, problem }) => ({ where: path, text: `${problem}: npm run notebooks` })),
    ...checkCourseList(root),
    ...checkLinks(root),
    ...checkStructure(sources, practice),
    ...(questions ? checkQuizzes(sources.lessons, questions) : []),
    ...sources.exercises.flatMap((source) => [
      ...checkPoints(source, practice),
      ...leakingHints(source, practice),
    ]),
  ];
}

/**
 * All problems of a course: first of the sources, then those found by running the exercises in the real kernel. Throws a
 * RangeError when `only` names no lesson.
 */
export async function gateCourse(options: GateOptions): Promise<Problem[]> {
  const { root, practice, only = [], say = () => {}, tries = () => true } = options;
  const chosen = new Set(selectLessons(readCourse(root).lessons, only).map(({ id }) => id));
  const { questions } = options;
  const problems = gateSources(root, practice, questions);
  const asked = questions ? `, with ${counted(Object.keys(questions).length, "question")}` : "";
  say(`sources${asked}: ${counted(problems.length, "problem")}`);
  const mistakes = knownMistakes(root);
  for (const source of courseSources(root, "solutions/src").filter(({ name }) => chosen.has(name))) {
    const all = mistakes.find(({ name }) => name === source.name);
    const own = all && { ...all, cells: all.cells.filter((_, place) => tries(place)) };
    const found = await gateExercises(source, own, options);
    say(`${source.name}: ${counted(found.length, "problem")}`);
    problems.push(...found);
  }
  return problems;
}

/** Runs the notebook as shipped and as solved, at the same time in two kernels. */
async function gateExercises(
  source: CourseSource,
  mistakes: CourseSource | undefined,
  { root, build, practice, execute = executeNotebook }: GateOptions,
): Promise<Problem[]> {
  const { text, trials } = knownMistakesNotebook(source, mistakes);
  const solved = join(build, `${source.name}.solved.ipynb`);
  mkdirSync(build, { recursive: true });
  writeFileSync(solved, text);
  const run = (notebook: string, kind: string, folder: string): Promise<Run> =>
    execute({
      source: notebook,
      target: join(build, `${source.name}.${kind}.ipynb`),
      folder: join(root, folder),
      allowErrors: true,
    });
  const shipped = join(root, notebookPaths(source.name).exercises);
  const [first, second] = await Promise.all([
    run(shipped, "shipped-run", "exercises"),
    run(solved, "solved-run", "solutions"),
  ]);
  return [...judgeShipped(source, first), ...judgeSolved(source, second, trials, practice)];
}
