import type { CourseSource } from "../notebooks/course-files.ts";
import { type ExerciseParts, exerciseParts } from "./exercise-parts.ts";
import type { Practice } from "./practice.ts";
import type { Problem } from "./problem.ts";

/** The headings, or the sum in the first cell, that give other points than the stage practice. */
export function checkPoints(source: CourseSource, practice: Practice): Problem[] {
  const parts = exerciseParts(source);
  const points = parts.map(({ id }) => practice.get(id)?.points ?? 0);
  const sum = points.reduce((total, one) => total + one, 0);
  return [
    ...parts.flatMap((exercise, i) => wrongHeading(source.file, exercise, points[i] as number)),
    // the sum means nothing if a part is missing, which checkStructure has already reported
    ...(points.every((one) => one > 0) ? wrongSum(source, sum) : []),
  ];
}

/** "## 1 The hidden layer (2 points)". */
function wrongHeading(file: string, { name, prompts }: ExerciseParts, points: number): Problem[] {
  const heading = prompts[0]?.source.split("\n")[0];
  if (heading === undefined || points <= 0) return [];
  const said = /^#+ .* \((\d+) points?\)$/.exec(heading)?.[1];
  if (said === String(points)) return [];
  const text = `the heading "${heading}" must end with "(${inWords(points)})", as in the stage practice`;
  return [{ where: `${file} ${name}`, text }];
}

/** "Three functions, 9 points: …" in the first cell. */
function wrongSum({ file, cells }: CourseSource, sum: number): Problem[] {
  const said = /\b(\d+) points?\b/.exec(cells[0]?.source ?? "")?.[1];
  if (said === String(sum)) return [];
  const found = said === undefined ? "it says none" : `it says ${said}`;
  return [
    { where: file, text: `the first cell must say ${inWords(sum)}, the sum of its exercises: ${found}` },
  ];
}

function inWords(points: number): string {
  return `${points} ${points === 1 ? "point" : "points"}`;
}
