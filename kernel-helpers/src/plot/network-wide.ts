import type { Place } from "./box.ts";
import { type DrawnLine, type DrawnText, drawnTogether, lineThrough } from "./drawing.ts";
import type { LaidOutNetwork, MeasuredNetwork } from "./measured-network.ts";
import { hiddenText } from "./network-caption.ts";
import { networkScores, scoresWidth } from "./network-scores.ts";
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
import { colour } from "./palette.ts";
import { fontSize, neutral } from "./theme.ts";
import { wrapped } from "./wrapped.ts";

/** The longest bar; gaps take the rest of the room. */
const MOST_BAR = 80;

/** The network from left to right in `width` pixels; `spare` of them are for the bars and wider gaps. */
export function wideNetwork(
  { parts, columns, names, cells }: MeasuredNetwork,
  width: number,
  spare: number,
): LaidOutNetwork {
  const bar = Math.min(MOST_BAR, spare);
  const rows = [parts.inputs, parts.outputs].map(({ rows, more }) => rows.length + (more > 0 ? 1 : 0));
  const note = wrapped(hiddenText(parts), cells.count * cells.cell, fontSize);
  const most = Math.max(...rows, 2 * note.length + 1);
  const [inputTop, outputTop] = rows.map((count) => ROW + ((most - count) / 2) * ROW) as [number, number];
  const inputs: TableColumns = { left: 0, names: names[0], ...cells };
  const scoresLeft = width - scoresWidth(columns, bar);
  const count = parts.tables === 2 ? cells.count : 0;
  const outputLeft = scoresLeft - names[1] - PAD - count * cells.cell;
  const outputs: TableColumns = { ...cells, left: outputLeft, names: names[1], count };
  const between = (numbersRight(inputs) + outputLeft - cells.count * cells.cell) / 2;
  const hidden: TableColumns = { left: between - PAD, names: 0, ...cells };
  const y = ROW + (most * ROW) / 2;
  const [read, scored] = [
    networkTable(parts.inputs, inputTop, inputs),
    networkTable(parts.outputs, outputTop, outputs),
  ];
  return {
    height: ROW * (most + 1),
    written: cells.written,
    drawn: drawnTogether([
      { lines: linesTo({ x: numbersLeft(hidden), y }, read.places) },
      { lines: linesFrom({ x: numbersRight(hidden), y }, scored.places) },
      read.drawn,
      cellsOf(parts.h, y, hidden, true),
      scored.drawn,
      networkScores(parts, outputTop, { left: scoresLeft, bar, columns }),
      { texts: headsOf(parts, [inputs, inputTop], [outputs, outputTop]) },
      { texts: textsBelow(note, hidden, y) },
    ]),
  };
}

/** Lines from the rows that are read to h. */
function linesTo(h: Place, rows: readonly RowPlaces[]): readonly DrawnLine[] {
  return rows.map(({ right }) => ({
    from: { x: right.x + 3, y: right.y },
    to: { x: h.x - 2, y: h.y },
    colour: colour(0),
    width: 2,
    arrow: true,
  }));
}

/** Lines from h to the rows that get a score; that of what was seen is the thickest. */
function linesFrom(h: Place, rows: readonly RowPlaces[]): readonly DrawnLine[] {
  return rows.flatMap(({ names, left, role }) =>
    lineThrough(
      [
        { x: h.x + 2, y: h.y },
        { x: names - 10, y: left.y },
        { x: left.x - 1, y: left.y },
      ],
      lookOf(role),
    ),
  );
}

/** The look of a line to a row with a score. */
export function lookOf(role: RowPlaces["role"]): Omit<DrawnLine, "from" | "to"> {
  const seen = role === "seen";
  return { colour: seen ? colour(1) : neutral, width: seen ? 2 : 1, arrow: true };
}

/** The names of the tables above them. */
export function headsOf(
  parts: MeasuredNetwork["parts"],
  ...tables: readonly (readonly [TableColumns, number])[]
): readonly DrawnText[] {
  const names = parts.tables === 2 ? ["input table v", "output table u"] : ["table Z", "next"];
  return tables.map(([columns, top], i) => ({
    x: columns.left,
    y: top - ROW / 2,
    text: names[i] as string,
    align: "left",
    size: fontSize,
    weight: "bold",
  }));
}

function textsBelow(lines: readonly string[], columns: TableColumns, y: number): readonly DrawnText[] {
  const [left, right] = [numbersLeft(columns), numbersRight(columns)];
  return lines.map((line, i) => ({
    x: (left + right) / 2,
    y: y + ROW * (i + 1),
    text: line,
    align: "center",
    size: fontSize,
  }));
}
