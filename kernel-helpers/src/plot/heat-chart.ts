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
 * Throws RangeError unless there is a label for each row and column.
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
  if (
    values.length !== rows.length ||
    values.some(({ length }) => length !== columns.length) ||
    rows.length === 0
  ) {
    throw new RangeError(
      `Cannot draw cells: each row and column needs a label, but there are ${rows.length} and ${columns.length} ` +
        `labels for ${values.length} rows of ${values.map(({ length }) => length).join(", ")} numbers`,
    );
  }
  return rows.flatMap((row, i) =>
    columns.map((column, j) => ({
      row,
      column,
      value: rounded((values[i] as ArrayLike<number>)[j] as number),
    })),
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
    `Heat map of ${value}, ${rows.length} rows and ${columns.length} columns, ` +
    `from ${name(sorted[0] as Cell)} to ${name(sorted.at(-1) as Cell)}.`
  );
}
