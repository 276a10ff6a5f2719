import type { Drawn } from "./drawing.ts";
import type { NetworkParts, NetworkTable } from "./drawn-network.ts";
import { type ScoreColumns, scoreColumns } from "./network-scores.ts";
import { moreText, numberSize, PAD, type TableColumns, touched } from "./network-table.ts";
import { textWidth } from "./text-size.ts";
import { fontSize } from "./theme.ts";
import { written } from "./written.ts";

/** The parts of a network with the sizes that they need. */
export interface MeasuredNetwork {
  readonly parts: NetworkParts;
  readonly columns: ScoreColumns;
  /** Widths of the names of both tables. */
  readonly names: readonly [inputs: number, outputs: number];
  /** Look of the numbers. */
  readonly cells: Pick<TableColumns, "cell" | "count" | "written" | "reach">;
}

/** A network in its place. */
export interface LaidOutNetwork {
  readonly drawn: Drawn;
  readonly height: number;
  /** Whether the numbers of the vectors are written, not only coloured. */
  readonly written: boolean;
}

/** Names that are wider are shortened. */
const MOST_NAME = 110;

/** So many numbers of a vector are written at most; of longer ones so many are coloured. */
const [MOST_WRITTEN, MOST_COLOURED] = [6, 24];

/** The width of the widest name of a table, in bold. */
const HEAD = 1.15 * textWidth("output table u", fontSize);

/** The whole width of the coloured cells of a long vector. */
const STRIP = 96;

/** The parts with their sizes. */
export function measureNetwork(parts: NetworkParts): MeasuredNetwork {
  const rows = [...parts.inputs.rows, ...(parts.tables === 2 ? parts.outputs.rows : [])];
  const numbers = [parts.h, ...rows.filter(touched).map((row) => row.numbers)];
  const all = [parts.h, ...rows.map((row) => row.numbers)].flat();
  const wide = parts.h.length <= MOST_WRITTEN;
  const count = wide ? parts.h.length : Math.min(parts.h.length, MOST_COLOURED);
  const text = numbers.flat().reduce((most, x) => Math.max(most, textWidth(written(x), numberSize)), 0);
  const cell = wide ? text + 3 : STRIP / count;
  const least = HEAD - PAD - count * cell;
  return {
    parts,
    columns: scoreColumns(parts),
    names: [namesWidth(parts.inputs, least), namesWidth(parts.outputs, least)],
    cells: {
      count,
      written: wide,
      cell,
      reach: all.reduce((most, x) => Math.max(most, Math.abs(x)), 0),
    },
  };
}

/** The width of the names with their grounds, and at least `least`, for what stands above and below them. */
function namesWidth(table: NetworkTable, least: number): number {
  const widest = table.rows.reduce((most, { name }) => Math.max(most, textWidth(name, fontSize)), 0);
  const names = Math.max(least, Math.min(MOST_NAME, widest + 2 * PAD));
  return table.more > 0 ? Math.max(names, textWidth(moreText(table), fontSize)) : names;
}
