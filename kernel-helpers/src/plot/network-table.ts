import type { Place } from "./box.ts";
import { cellColour } from "./cell-colour.ts";
import { type Drawn, type DrawnBox, type DrawnText, drawnTogether } from "./drawing.ts";
import type { NetworkRow, NetworkTable } from "./drawn-network.ts";
import { colour } from "./palette.ts";
import { shortened } from "./shortened.ts";
import { textWidth } from "./text-size.ts";
import { fontSize, neutral } from "./theme.ts";
import { written } from "./written.ts";

/** Pixels from one row to the next. */
export const ROW = 20;

/** The size of numbers in pixels. */
export const numberSize = 11;

/** Pixels between a name's text and the rim of its ground, and between the names and the numbers. */
export const PAD = 5;

/** Where the names and the numbers of a table stand. */
export interface TableColumns {
  readonly left: number;
  /** Width of the names with their ground. */
  readonly names: number;
  /** Width of one number. */
  readonly cell: number;
  /** How many numbers of each row are drawn. */
  readonly count: number;
  /** Whether each is written, not only coloured. */
  readonly written: boolean;
  /** The largest absolute number of the drawing, which has the strongest colour. */
  readonly reach: number;
}

/** Narrower numbers have no rim: it would hide their colour. */
const LEAST_FRAMED = 8;

/** A row that the example touches: where lines may begin and end. */
export interface RowPlaces {
  readonly role: NetworkRow["role"];
  /** The left end of the table. */
  readonly names: number;
  /** The left end of the row's name. */
  readonly left: Place;
  readonly right: Place;
}

/** Grounds of names with the colour of text on each: a contrast of 4.5:1. */
export const GROUNDS: Readonly<Record<"read" | "seen" | "noise", readonly [ground: string, text: string]>> = {
  read: [colour(0), "#000000"],
  seen: [colour(1), "#ffffff"],
  noise: [neutral, "#ffffff"],
};

/** The left end of the numbers. */
export function numbersLeft({ left, names }: TableColumns): number {
  return left + names + PAD;
}

/** The right end of the numbers. */
export function numbersRight(columns: TableColumns): number {
  return numbersLeft(columns) + columns.count * columns.cell;
}

/** The words for rows that are not drawn. */
export function moreText({ more }: NetworkTable): string {
  return `… ${more.toLocaleString("en-US")} more`;
}

/** Whether the example reads a row or computes its score. */
export function touched({ role, scored }: NetworkRow): boolean {
  return role !== "other" || scored !== undefined;
}

/** A table from `top` on, and the places of the rows that the example touches. */
export function networkTable(
  table: NetworkTable,
  top: number,
  columns: TableColumns,
): { readonly drawn: Drawn; readonly places: readonly RowPlaces[] } {
  const middle = (index: number): number => top + ROW * (index + 0.5);
  const rows = table.rows.map((row, index) => rowOf(row, middle(index), columns));
  const more: DrawnText = {
    x: columns.left,
    y: middle(table.rows.length),
    text: moreText(table),
    align: "left",
    size: fontSize,
  };
  return {
    drawn: drawnTogether([...rows, { texts: table.more > 0 ? [more] : [] }]),
    places: table.rows.flatMap((row, index) =>
      touched(row)
        ? {
            role: row.role,
            names: columns.left,
            left: { x: columns.left + columns.names - nameWidth(row, columns), y: middle(index) },
            right: { x: numbersRight(columns), y: middle(index) },
          }
        : [],
    ),
  };
}

/** Pixels for the text of a name, with those that rounding may take. */
function nameRoom(names: number): number {
  return names - 2 * PAD + 0.01;
}

function nameWidth({ name }: NetworkRow, { names }: TableColumns): number {
  return textWidth(shortened(name, nameRoom(names), fontSize), fontSize) + 2 * PAD;
}

function rowOf(row: NetworkRow, y: number, columns: TableColumns): Drawn {
  const right = columns.left + columns.names;
  const [ground, colourOfText] = row.role === "other" ? [] : GROUNDS[row.role];
  const box = { left: right - nameWidth(row, columns), top: y - 9, right, bottom: y + 9 };
  const name: DrawnText = {
    x: right - PAD,
    y,
    text: shortened(row.name, nameRoom(columns.names), fontSize),
    align: "right",
    size: fontSize,
    ...(colourOfText && { colour: colourOfText }),
  };
  return drawnTogether([
    { boxes: ground === undefined ? [] : [{ ...box, fill: ground, radius: 4 }], texts: [name] },
    cellsOf(row.numbers, y, columns, touched(row)),
  ]);
}

/** The numbers of a row as coloured cells; those of a row that the example does not touch are faint. */
export function cellsOf(numbers: readonly number[], y: number, columns: TableColumns, lit: boolean): Drawn {
  const { cell, count, reach } = columns;
  const boxes = numbers.slice(0, count).map((x, i): DrawnBox => {
    const left = numbersLeft(columns) + i * cell;
    const box = { left, top: y - 9, right: left + cell, bottom: y + 9, fill: cellColour(x, reach) };
    return { ...box, ...(cell >= LEAST_FRAMED && { stroke: neutral }), ...(lit ? {} : { opacity: 0.3 }) };
  });
  const texts = numbers.slice(0, count).map((x, i): DrawnText => {
    const middle = numbersLeft(columns) + (i + 0.5) * cell;
    return { x: middle, y, text: written(x), align: "center", size: numberSize, colour: "#000000" };
  });
  return { boxes, lines: [], texts: lit && columns.written ? texts : [] };
}
