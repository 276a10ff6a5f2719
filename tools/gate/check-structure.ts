import { slips } from "../../kernel-helpers/src/check/index.ts";
import type { CourseSource } from "../notebooks/course-files.ts";
import { type ExerciseParts, exerciseParts } from "./exercise-parts.ts";
import { namesOf, type Practice, type PracticeExercise, UNNAMED } from "./practice.ts";
import type { Problem } from "./problem.ts";

/** The sources of a course. */
export interface CourseSources {
  readonly lessons: readonly CourseSource[];
  readonly exercises: readonly CourseSource[];
  /** The known mistakes as a learner would type them: solutions/src/*.wrong.ts. */
  readonly knownMistakes: readonly CourseSource[];
}

/** Problems found by reading the sources of exercises, without running them. */
export function checkStructure(
  { lessons, exercises, knownMistakes }: CourseSources,
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
      .flatMap((exercise) => untypedMistakes(exercise, knownMistakes)),
    ...knownMistakes.flatMap((source) => unknownMistakes(source, practice)),
  ];
}

/** Whether a lesson uses the check itself, so that no exercise has to. */
function isShown(id: string, lessons: readonly CourseSource[]): boolean {
  return lessons.some(({ cells }) => cells.some(({ source }) => source.includes(`check("${id}"`)));
}

function missingCells(file: string, { name, prompts, answers, checks, hidden }: ExerciseParts): Problem[] {
  const where = `${file} ${name}`;
  const texts = [
    prompts.length > 0 ? undefined : `no [markdown] cell has exercise="${name}"`,
    answers.length === 1 ? undefined : "exactly one of its cells must contain BEGIN SOLUTION",
    checks.length === 1 ? undefined : `exactly one cell must have check="${name}"`,
    hidden.length > 0 ? undefined : `no cell has hidden="${name}"`,
  ];
  return texts.flatMap((text) => (text === undefined ? [] : [{ where, text }]));
}

function missingPractice(file: string, { name, id }: ExerciseParts, found?: PracticeExercise): Problem[] {
  const where = `${file} ${name}`;
  if (!found) return [{ where, text: `the stage practice has no check "${id}"` }];
  const hints = new Set(found.hints.map((hint) => hint.trim())).size;
  return [
    ...(hints === 3 ? [] : [{ where, text: `three different hints are needed: there are ${hints}` }]),
    ...(found.points > 0
      ? []
      : [{ where, text: `points must be above 0: current value is ${found.points}` }]),
  ];
}

/** Known mistakes that no *.wrong.ts contains, so nothing tests whether the check recognises them. */
function untypedMistakes(exercise: PracticeExercise, typed: readonly CourseSource[]): Problem[] {
  const ids = new Set(typed.flatMap((source) => source.cells.map((cell) => mistakeId(source, cell))));
  return namesOf(exercise)
    .filter(({ name }) => !ids.has(`${exercise.id} ${name}`))
    .map(({ name }) => ({
      where: `practice ${exercise.id}`,
      text: `no solutions/src/*.wrong.ts contains the known mistake ${name}`,
    }));
}

/** Verdicts in *.wrong.ts that no check gives. */
function unknownMistakes(source: CourseSource, practice: Practice): Problem[] {
  const known = new Set(
    [...practice.values()].flatMap((exercise) =>
      namesOf(exercise).map(({ name }) => `${exercise.id} ${name}`),
    ),
  );
  const general = new Set([UNNAMED, ...slips.map(({ name }) => name)]);
  return source.cells
    .filter((cell) => !known.has(mistakeId(source, cell)))
    .filter(({ attributes }) => !general.has(attributes.get("expects") ?? ""))
    .map((cell) => ({
      where: `${source.file}:${cell.line}`,
      text: "exercise and expects name no known mistake of the stage practice, and expects no slip of the stage check",
    }));
}

function mistakeId({ name }: CourseSource, { attributes }: CourseSource["cells"][number]): string {
  return `${name}/${attributes.get("exercise")} ${attributes.get("expects")}`;
}
