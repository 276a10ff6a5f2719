import type { Place } from "./box.ts";
import { type DrawnLine, drawnTogether, lineThrough } from "./drawing.ts";
import type { LaidOutNetwork, MeasuredNetwork } from "./measured-network.ts";
import { hiddenText } from "./network-caption.ts";
import { LEAST_BAR, networkScores, scoresWidth } from "./network-scores.ts";
import {
  cellsOf,
  networkTable,
  numbersLeft,
  numbersRight,
  PAD,
  ROW,
  type RowPlaces,
  type TableColumns,
} from "./network-table.ts";
import { headsOf, lookOf } from "./network-wide.ts";
import { colour } from "./palette.ts";
import { fontSize, neutral } from "./theme.ts";

/** Pixels for the line that goes down at the left, to the output table. */
const SIDE = 14;

/** Limits of a written number's width and of the longest bar, and the least width of a number that is only coloured. */
const [MOST_CELL, MOST_BAR, LEAST_CELL] = [48, 120, 2];

/** The network from top to bottom in `width` pixels, with h below the input table, number under number. */
export function stackedNetwork(
  { parts, columns, names, cells }: MeasuredNetwork,
  width: number,
): LaidOutNetwork {
  const least = SIDE + PAD + cells.count * LEAST_CELL + scoresWidth(columns, 0);
  const most = Math.min(Math.max(...names), 0.3 * width, width - least);
  const roomFor = (bar: number): number =>
    (width - SIDE - most - PAD - scoresWidth(columns, bar)) / cells.count;
  const room = roomFor(roomFor(LEAST_BAR) >= cells.cell ? LEAST_BAR : 0);
  const fits = room >= cells.cell;
  const cell =
    fits && cells.written ? Math.min(MOST_CELL, room) : Math.max(LEAST_CELL, Math.min(cells.cell, room));
  const table: TableColumns = { ...cells, cell, written: cells.written && fits, left: SIDE, names: most };
  const outputs = parts.tables === 2 ? table : { ...table, count: 0 };
  const scoresLeft = numbersRight(outputs);
  const bar = Math.max(0, Math.min(MOST_BAR, width - scoresLeft - scoresWidth(columns, 0)));
  const top = { inputs: ROW, h: ROW * (1.5 + heightOf(parts.inputs)) };
  const y = top.h + ROW / 2;
  const outputTop = top.h + 3.5 * ROW;
  const read = networkTable(parts.inputs, top.inputs, table);
  const scored = networkTable(parts.outputs, outputTop, outputs);
  const hidden = { x: numbersLeft(table), y: top.h + 1.5 * ROW, text: hiddenText(parts), size: fontSize };
  return {
    height: outputTop + ROW * heightOf(parts.outputs),
    written: table.written,
    drawn: drawnTogether([
      { lines: linesDown({ x: numbersRight(table), y }, read.places) },
      { lines: linesIn({ x: numbersLeft(table), y }, scored.places) },
      read.drawn,
      cellsOf(parts.h, y, table, true),
      scored.drawn,
      networkScores(parts, outputTop, { left: scoresLeft, bar, columns }),
      { texts: headsOf(parts, [table, top.inputs], [outputs, outputTop]) },
      { texts: [{ ...hidden, align: "left" }] },
    ]),
  };
}

function heightOf({ rows, more }: MeasuredNetwork["parts"]["inputs"]): number {
  return rows.length + (more > 0 ? 1 : 0);
}

/** Lines from the rows that are read, down at the right, to h. */
function linesDown(h: Place, rows: readonly RowPlaces[]): readonly DrawnLine[] {
  const x = h.x + 18;
  const look = { colour: colour(0), width: 2 };
  const first = rows[0] as RowPlaces;
  return [
    ...rows.map(({ right }) => ({ from: { x: right.x + 3, y: right.y }, to: { x, y: right.y }, ...look })),
    ...lineThrough(
      [
        { x, y: first.right.y },
        { x, y: h.y },
        { x: h.x + 2, y: h.y },
      ],
      { ...look, arrow: true },
    ),
  ];
}

/** Lines from h, down at the left, to the rows that get a score. */
function linesIn(h: Place, rows: readonly RowPlaces[]): readonly DrawnLine[] {
  const x = 4;
  const last = rows.at(-1) as RowPlaces;
  return [
    ...lineThrough(
      [
        { x: h.x - 3, y: h.y },
        { x, y: h.y },
        { x, y: last.left.y },
      ],
      { colour: neutral, width: 1 },
    ),
    ...rows.map(({ left, role }) => ({
      from: { x, y: left.y },
      to: { x: left.x - 1, y: left.y },
      ...lookOf(role),
    })),
  ];
}
