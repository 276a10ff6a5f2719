import type { CourseSource } from "../notebooks/course-files.ts";
import { type ExerciseParts, exerciseParts } from "./exercise-parts.ts";
import type { Practice, PracticeExercise } from "./practice.ts";
import type { Problem } from "./problem.ts";

/** The sources of a course. */
export interface CourseSources {
  readonly lessons: readonly CourseSource[];
  readonly exercises: readonly CourseSource[];
  /** Wrong answers. */
  readonly specimens: readonly CourseSource[];
}

/** What is missing in the sources of exercises: read, not run. */
export function checkStructure(
  { lessons, exercises, specimens }: CourseSources,
  practice: Practice,
): Problem[] {
  const parts = exercises.flatMap((source) =>
    exerciseParts(source).map((exercise) => ({ file: source.file, exercise })),
  );
  const asked = new Set(parts.map(({ exercise }) => exercise.id));
  return [
    ...parts.flatMap(({ file, exercise }) => [
      ...missingCells(file, exercise),
      ...missingPractice(file, exercise, practice.get(exercise.id)),
    ]),
    ...[...practice.keys()]
      .filter((id) => !asked.has(id) && !isShown(id, lessons))
      .map((id) => ({ where: `practice ${id}`, text: "no exercise in solutions/src and no lesson uses it" })),
    ...[...practice.values()]
      .filter(({ id }) => asked.has(id))
      .flatMap((exercise) => untriedNearMisses(exercise, specimens)),
    ...specimens.flatMap((source) => unknownSpecimens(source, practice)),
  ];
}

/** Whether a lesson shows the check: it needs no exercise of its own then. */
function isShown(id: string, lessons: readonly CourseSource[]): boolean {
  return lessons.some(({ cells }) => cells.some(({ source }) => source.includes(`check("${id}"`)));
}

function missingCells(file: string, { name, prompts, answers, checks }: ExerciseParts): Problem[] {
  const where = `${file} ${name}`;
  const texts = [
    prompts.length > 0 ? undefined : `a [markdown] cell with exercise="${name}" must ask for it`,
    answers.length === 1 ? undefined : "exactly one cell must hold BEGIN SOLUTION, which becomes its TODO",
    checks.length === 1 ? undefined : `exactly one cell must have check="${name}"`,
  ];
  return texts.flatMap((text) => (text === undefined ? [] : [{ where, text }]));
}

function missingPractice(file: string, { name, id }: ExerciseParts, found?: PracticeExercise): Problem[] {
  const where = `${file} ${name}`;
  if (!found) return [{ where, text: `the stage practice must have a check "${id}"` }];
  const hints = new Set(found.hints.map((hint) => hint.trim())).size;
  return [
    ...(hints === 3 ? [] : [{ where, text: `there must be three different hints: there are ${hints}` }]),
    ...(found.points > 0
      ? []
      : [{ where, text: `points must be above 0: current value is ${found.points}` }]),
  ];
}

/** Near misses that no specimen proves: nobody would know whether the check recognises them. */
function untriedNearMisses(exercise: PracticeExercise, specimens: readonly CourseSource[]): Problem[] {
  const tried = new Set(specimens.flatMap((source) => source.cells.map((cell) => specimenId(source, cell))));
  return exercise.nearMisses
    .filter(({ name }) => !tried.has(`${exercise.id} ${name}`))
    .map(({ name }) => ({
      where: `practice ${exercise.id}`,
      text: `the near miss ${name} must have a specimen in solutions/src/*.wrong.ts`,
    }));
}

function unknownSpecimens(source: CourseSource, practice: Practice): Problem[] {
  const known = new Set(
    [...practice.values()].flatMap(({ id, nearMisses }) => nearMisses.map(({ name }) => `${id} ${name}`)),
  );
  return source.cells
    .filter((cell) => !known.has(specimenId(source, cell)))
    .map((cell) => ({
      where: `${source.file}:${cell.line}`,
      text: "exercise and expects must name a near miss of the stage practice",
    }));
}

function specimenId({ name }: CourseSource, { attributes }: CourseSource["cells"][number]): string {
  return `${name}/${attributes.get("exercise")} ${attributes.get("expects")}`;
}
