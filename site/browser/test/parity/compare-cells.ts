import { difference, type Tolerance } from "./difference.ts";
import { type Output, shown } from "./shown.ts";

/** A code cell of an executed notebook. */
export interface ExecutedCell {
  readonly id: string;
  readonly metadata: { readonly tags?: readonly string[] };
  readonly outputs: readonly Output[];
}

/** Finite differences have an error of about 1e-11, of which the digits are noise. */
const TOLERANCE: Tolerance = { relative: 1e-9, absolute: 1e-10 };

/** The tag of cells whose outputs depend on the machine: times, and what backends it has. */
const MEASURED = "measured";

/**
 * The differences between a lesson's outputs in a page and in Node, a line for each cell: texts must be the same, numbers
 * within the tolerance. Of a cell tagged "measured" only the kinds of its outputs are compared.
 */
export function compareCells(inNode: readonly ExecutedCell[], inPage: readonly ExecutedCell[]): string[] {
  return inNode.flatMap((wanted, i) => {
    const got = inPage[i];
    if (got?.id !== wanted.id) return `${wanted.id}: the page has ${got?.id ?? "no such cell"}`;
    const problem = wanted.metadata.tags?.includes(MEASURED)
      ? otherKinds(wanted, got)
      : otherText(wanted, got);
    return problem === undefined ? [] : `${wanted.id}: ${problem}`;
  });
}

function otherText(wanted: ExecutedCell, got: ExecutedCell): string | undefined {
  return difference(shown(wanted.outputs).join("\n"), shown(got.outputs).join("\n"), TOLERANCE);
}

function otherKinds(wanted: ExecutedCell, got: ExecutedCell): string | undefined {
  const [a, b] = [wanted, got].map(({ outputs }) =>
    shown(outputs)
      .map((line) => line.slice(0, line.indexOf(":")))
      .join(", "),
  );
  return a === b ? undefined : `shows ${a} in Node, ${b} here`;
}
