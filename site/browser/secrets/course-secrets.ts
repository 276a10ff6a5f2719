import { courseSources } from "../../../tools/notebooks/course-files.ts";
import type { SourceCell } from "../../../tools/notebooks/parse-cells.ts";

/** Something that a learner must not find. */
export interface Secret {
  /** What it is: "solution hidden-layer of 04-cbow". */
  readonly name: string;
  readonly text: string;
}

/** Every solution and every hidden check of the exercises in `root`, the hidden cells' names included. */
export function courseSecrets(root: string): Secret[] {
  return courseSources(root, "solutions/src").flatMap(({ name: lesson, cells }) =>
    cells.flatMap((cell) => secretsOf(cell, lesson)),
  );
}

function secretsOf({ attributes, source }: SourceCell, lesson: string): Secret[] {
  const cell = attributes.get("name") ?? "";
  if (attributes.has("hidden")) {
    return [
      { name: `hidden check ${cell} of ${lesson}`, text: source },
      { name: `name of the hidden check ${cell} of ${lesson}`, text: cell },
    ];
  }
  const solution = /\/\/ BEGIN SOLUTION\n(.*?)\n *\/\/ END SOLUTION/s.exec(source)?.[1];
  return solution === undefined ? [] : [{ name: `solution ${cell} of ${lesson}`, text: solution }];
}
