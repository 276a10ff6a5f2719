import type { CourseSource } from "../notebooks/course-files.ts";
import type { SourceCell } from "../notebooks/parse-cells.ts";
import { hasSolution } from "../notebooks/solution-region.ts";

/** The cells of one exercise. */
export interface ExerciseParts {
  /** Notebook and exercise: "04-cbow/hidden-layer". */
  readonly id: string;
  /** Its name in the notebook. */
  readonly name: string;
  readonly prompts: readonly SourceCell[];
  readonly answers: readonly SourceCell[];
  readonly checks: readonly SourceCell[];
  /** Checks that learners do not see. */
  readonly hidden: readonly SourceCell[];
}

/** The exercises of a source, in order of their first cells. */
export function exerciseParts({ name: notebook, cells }: CourseSource): ExerciseParts[] {
  const names = new Set(
    cells.flatMap(({ attributes }) => {
      const name = attributes.get("exercise") ?? attributes.get("check") ?? attributes.get("hidden");
      return name === undefined ? [] : [name];
    }),
  );
  return [...names].map((name) => {
    const own = cells.filter(({ attributes }) => attributes.get("exercise") === name);
    return {
      id: `${notebook}/${name}`,
      name,
      prompts: own.filter(({ type }) => type === "markdown"),
      answers: own.filter(hasSolution),
      checks: cells.filter(({ attributes }) => attributes.get("check") === name),
      hidden: cells.filter(({ attributes }) => attributes.get("hidden") === name),
    };
  });
}
