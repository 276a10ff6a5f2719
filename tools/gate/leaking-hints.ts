import type { CourseSource } from "../notebooks/course-files.ts";
import { exerciseParts } from "./exercise-parts.ts";
import { namesOf, type Practice } from "./practice.ts";
import type { Problem } from "./problem.ts";

/** So many names, numbers and signs in a row make up a piece of code. */
const PIECE = 6;

/** The hints that contain a piece of the right answer's code. */
export function leakingHints(source: CourseSource, practice: Practice): Problem[] {
  return exerciseParts(source).flatMap(({ id, answers }) => {
    const answer = piecesOf(answers.map((cell) => cell.source).join("\n"));
    const exercise = practice.get(id);
    const hints = exercise ? [...exercise.hints, ...namesOf(exercise).map(({ hint }) => hint)] : [];
    return hints
      .filter((hint) => piecesOf(hint).some((piece) => answer.includes(piece)))
      .map((hint) => ({ where: `practice ${id}`, text: `a hint contains code of the answer: ${hint}` }));
  });
}

/** Every run of `PIECE` tokens of a text, as one string each. Comments are no code. */
function piecesOf(text: string): string[] {
  const tokens = text.replace(/\/\/.*/g, "").match(/[A-Za-z_$][\w$]*|\d+|[^\s\w]/g) ?? [];
  return tokens.slice(PIECE - 1).map((_, i) => tokens.slice(i, i + PIECE).join(" "));
}
