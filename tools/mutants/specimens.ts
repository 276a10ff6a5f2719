import type { AnyFunction, Exercise } from "../../kernel-helpers/src/check/index.ts";
import * as library from "../../kernel-helpers/src/index.ts";
import { courseSources, knownMistakes } from "../notebooks/course-files.ts";
import { type AnswerCode, answerCode } from "./answer.ts";
import type { Verdict } from "./try-answer.ts";

/** An answer as a learner would type it, and what the check must say of it. */
export interface Specimen {
  readonly exercise: Exercise<AnyFunction>;
  readonly code: AnswerCode;
  /** A known mistake, a slip, "unnamed" for an answer that is wrong in no known way, "right". */
  readonly expects: string;
  /** Its file and line. */
  readonly place: string;
}

/** Every specimen in solutions/src: the wrong answers in *.wrong.ts, and other right ones in *.right.ts. */
export function specimens(root: string): Specimen[] {
  const sources = courseSources(root, "solutions/src");
  const files = [...knownMistakes(root), ...knownMistakes(root, ".right")];
  return files.flatMap(({ name: notebook, file, cells }) =>
    cells.map(({ attributes, source, line }): Specimen => {
      const name = attributes.get("exercise") ?? "";
      const right = sources.find((one) => one.name === notebook);
      if (right === undefined)
        throw new RangeError(`Cannot try ${file} as solutions/src/${notebook}.ts is missing`);
      return {
        exercise: library.exerciseOf(`${notebook}/${name}` as library.ExerciseId),
        code: { ...answerCode(right, name), code: source },
        expects: attributes.get("expects") ?? "right",
        place: `${file}:${line}`,
      };
    }),
  );
}

/** A verdict in one word, as `expects` has it. */
export function verdictName(verdict: Verdict): string {
  if (typeof verdict === "string") return verdict;
  return verdict.passed ? "right" : (verdict.knownMistake ?? verdict.slip ?? "unnamed");
}
