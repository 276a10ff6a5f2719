import { counted } from "../base/index.ts";
import { requireDistinct, requireFinite } from "./require-drawable.ts";
import { type ChartOptions, type ChartSpec, chartSpec, rounded, spoken } from "./spec.ts";

/** Options of `heatChart`. */
export interface HeatChartOptions extends ChartOptions {
  /** Labels of the columns; default: those of the rows. */
  readonly columns?: readonly string[];
  /** What the numbers are. */
  readonly value?: string;
}

interface Cell {
  readonly row: string;
  readonly column: string;
  readonly value: number;
}

const mostNumbers = 150;

const legend = { orient: "bottom", direction: "horizontal", gradientLength: 220, tickCount: 3 };

/**
 * A matrix as coloured cells, `values[i][j]` in row i and column j: similarities, counts, attention. Up to 150
 * cells show their number. With negative values the colours diverge at zero; otherwise they rise.
 * Throws RangeError unless there is a label for each row and column, no two rows or columns share one, and all numbers are
 * finite.
 */
export function heatChart(
  values: readonly ArrayLike<number>[],
  rows: readonly string[],
  { title, columns = rows, value = "value", width, height }: HeatChartOptions = {},
): ChartSpec {
  const cells = cellsOf(values, rows, columns);
  const { scale, numbers } = coloursOf(cells);
  const room = typeof width === "number" ? width : Math.max(200, columns.length * 36);
  const heading = title === undefined ? undefined : { text: title, width: room };
  return chartSpec(describe(cells, rows, columns, value), heading, {
    width: width ?? { step: 36 },
    height: height ?? { step: 24 },
    data: { values: cells },
    encoding: {
      x: { field: "column", type: "nominal", sort: null, title: null },
      y: { field: "row", type: "nominal", sort: null, title: null },
    },
    layer: [
      {
        mark: { type: "rect", tooltip: true },
        encoding: { color: { field: "value", type: "quantitative", title: value, scale, legend } },
      },
      ...(cells.length <= mostNumbers ? [numbers] : []),
    ],
  });
}

/** The colours of the cells, and the layer of numbers in a colour that is readable on them. */
function coloursOf(cells: readonly Cell[]): { readonly scale: object; readonly numbers: object } {
  const values = cells.map(({ value }) => value);
  const least = values.reduce((low, x) => Math.min(low, x), Number.POSITIVE_INFINITY);
  const most = values.reduce((high, x) => Math.max(high, x), Number.NEGATIVE_INFINITY);
  const reach = Math.max(-least, most);
  // The dark colours are the ends of blueorange and the low part of viridis, up to where black has the greater contrast.
  const dark =
    least < 0
      ? `abs(datum.value) > ${0.6 * reach}`
      : `datum.value < ${rounded(least + 0.42 * (most - least))}`;
  const numbers = {
    mark: { type: "text", fontSize: 11 },
    encoding: {
      text: { field: "value", type: "quantitative", format: ".2~f" },
      color: { condition: { test: dark, value: "white" }, value: "black" },
    },
  };
  const scale = least < 0 ? { scheme: "blueorange", domain: [-reach, reach] } : { scheme: "viridis" };
  return { scale, numbers };
}

function cellsOf(
  values: readonly ArrayLike<number>[],
  rows: readonly string[],
  columns: readonly string[],
): readonly Cell[] {
  requireLabels(values, rows, columns);
  requireDistinct("Cannot draw cells", "row", rows);
  requireDistinct("Cannot draw cells", "column", columns);
  const cells = rows.flatMap((row, i) =>
    columns.map((column, j) => ({ row, column, value: (values[i] as ArrayLike<number>)[j] as number })),
  );
  requireFinite(
    "Cannot draw cells",
    cells.map(({ row, column, value }) => ({
      name: `the number in row "${row}", column "${column}"`,
      value,
    })),
  );
  return cells.map((cell) => ({ ...cell, value: rounded(cell.value) }));
}

function requireLabels(
  values: readonly ArrayLike<number>[],
  rows: readonly string[],
  columns: readonly string[],
): void {
  const action = "Cannot draw cells as each row and each column needs a label";
  const remedy = "Remedy: give the labels of the rows, and as the option columns those of the columns";
  if (values.length !== rows.length || rows.length === 0) {
    throw new RangeError(
      `${action}: there are ${counted(values.length, "row")} and ${counted(rows.length, "label")} for them. ${remedy}`,
    );
  }
  const other = values.findIndex(({ length }) => length !== columns.length || length === 0);
  if (other < 0) return;
  throw new RangeError(
    `${action}: row ${other} has ${counted(values[other]?.length ?? 0, "number")}, and there are ` +
      `${counted(columns.length, "label")} for columns. ${remedy}`,
  );
}

function describe(
  cells: readonly Cell[],
  rows: readonly string[],
  columns: readonly string[],
  value: string,
): string {
  const sorted = [...cells].sort((a, b) => a.value - b.value);
  const name = ({ row, column, value: number }: Cell): string => `${spoken(number)} (${row}, ${column})`;
  return (
    `Heat map of ${value}, ${counted(rows.length, "row")} and ${counted(columns.length, "column")}, ` +
    `from ${name(sorted[0] as Cell)} to ${name(sorted.at(-1) as Cell)}.`
  );
}
