import type { CourseSource } from "../notebooks/course-files.ts";
import { notebookText } from "../notebooks/notebook.ts";
import type { SourceCell } from "../notebooks/parse-cells.ts";
import { hasSolution, withSolution } from "../notebooks/solution-region.ts";
import { hiddenCells } from "./hidden-cells.ts";

/** A known mistake, and the cells of the notebook that try it. */
export interface Trial {
  readonly exercise: string;
  /** Name of the known mistake that the check must recognise. */
  readonly expects: string;
  /** Its line in solutions/src/*.wrong.ts. */
  readonly line: number;
  readonly answerId: string;
  readonly checkId: string;
  /** Prefix of the cells of hidden checks, which must fail too. */
  readonly hiddenId: string;
}

/**
 * The solved notebook, with each known mistake and its checks inserted before the right answer. So the earlier exercises
 * are right when a mistake is tried, and the right answer replaces it afterwards. Hidden checks run for both.
 */
export function knownMistakesNotebook(
  source: CourseSource,
  mistakes: CourseSource | undefined,
): { text: string; trials: Trial[] } {
  const trials: Trial[] = [];
  const cells = source.cells.flatMap((cell): SourceCell[] => {
    const exercise = cell.attributes.get("exercise");
    const { file } = source;
    if (cell.attributes.has("hidden")) return hiddenCells(cell, cell.attributes.get("name") ?? "", file);
    const solved = withSolution(cell, file);
    if (!hasSolution(cell)) return [solved];
    const check = source.cells.find(({ attributes }) => attributes.get("check") === exercise);
    const hidden = source.cells.filter(({ attributes }) => attributes.get("hidden") === exercise);
    const own = mistakes?.cells.filter(({ attributes }) => attributes.get("exercise") === exercise) ?? [];
    const tried = own.flatMap((mistake) => {
      const trial = trialOf(mistake, trials.length);
      trials.push(trial);
      if (!check) return [];
      const unseen = hidden.flatMap((one, i) => hiddenCells(one, `${trial.hiddenId}-${i + 1}`, file));
      return [named(mistake, trial.answerId), named(check, trial.checkId), ...unseen];
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
    hiddenId: `wrong-${number + 1}-hidden`,
  };
}

function named(cell: SourceCell, name: string): SourceCell {
  return { ...cell, attributes: new Map([["name", name]]) };
}
