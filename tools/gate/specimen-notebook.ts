import type { CourseSource } from "../notebooks/course-files.ts";
import { notebookText } from "../notebooks/notebook.ts";
import type { SourceCell } from "../notebooks/parse-cells.ts";
import { hasSolution, withSolution } from "../notebooks/solution-region.ts";

/** A wrong answer, and the cells of the notebook that try it. */
export interface Trial {
  readonly exercise: string;
  /** Name of the near miss that the check must recognise. */
  readonly expects: string;
  /** Line of the specimen in its source. */
  readonly line: number;
  readonly answerId: string;
  readonly checkId: string;
}

/**
 * The solved notebook with each wrong answer, and a check of it, before the right one. So earlier exercises are
 * right when a wrong answer is tried, and the right one takes its place after.
 */
export function specimenNotebook(
  source: CourseSource,
  specimens: CourseSource | undefined,
): { text: string; trials: Trial[] } {
  const trials: Trial[] = [];
  const cells = source.cells.flatMap((cell): SourceCell[] => {
    const exercise = cell.attributes.get("exercise");
    if (cell.attributes.has("hidden")) return [];
    const solved = withSolution(cell, source.file);
    if (!hasSolution(cell)) return [solved];
    const check = source.cells.find(({ attributes }) => attributes.get("check") === exercise);
    const wrong = specimens?.cells.filter(({ attributes }) => attributes.get("exercise") === exercise) ?? [];
    const tried = wrong.flatMap((specimen) => {
      const trial = trialOf(specimen, trials.length);
      trials.push(trial);
      return check ? [named(specimen, trial.answerId), named(check, trial.checkId)] : [];
    });
    return [...tried, solved];
  });
  return { text: notebookText(cells, source.file), trials };
}

function trialOf({ attributes, line }: SourceCell, number: number): Trial {
  return {
    exercise: attributes.get("exercise") ?? "",
    expects: attributes.get("expects") ?? "",
    line,
    answerId: `wrong-${number + 1}`,
    checkId: `wrong-${number + 1}-check`,
  };
}

function named(cell: SourceCell, name: string): SourceCell {
  return { ...cell, attributes: new Map([["name", name]]) };
}
