import { colour } from "./palette.ts";
import { seriesEncoding } from "./series.ts";
import { type ChartOptions, type ChartSpec, chartSpec, rounded, spoken } from "./spec.ts";

/** One point of a line. */
export interface LinePoint {
  /** Its place on the horizontal axis. */
  readonly x: number;
  /** Its place on the vertical axis. */
  readonly y: number;
  /** Name of the line, where there are several. */
  readonly series?: string;
  /** Lower end of the interval in which y lies, drawn as a bar; only together with `high`. */
  readonly low?: number;
  /** Upper end of that interval. */
  readonly high?: number;
}

/** Options of `lineChart`. */
export interface LineChartOptions extends ChartOptions {
  /** Name of the horizontal axis. */
  readonly x?: string;
  /** Name of the vertical axis. */
  readonly y?: string;
  /** The axes on which equal factors are equal distances. Default: none. */
  readonly log?: "x" | "y" | "both";
  /** Draws a dot at each point, for measurements; a curve has none. Default: false. */
  readonly dots?: boolean;
}

/**
 * y over x as one line or as several (`series`), which differ in colour and in dashes, such as a function and its tangent,
 * or a time over a size. A point with `low` and `high` has its interval as a bar. On a logarithmic x axis with at most ten different x, these are its labels. Throws RangeError
 * without a point, and for a number that is not finite or, on a logarithmic axis, not above 0.
 *
 * @example
 * lineChart([{ x: 0, y: 1 }, { x: 2, y: 5 }], { y: "loss" }).description; // "Line chart of loss over x. From 1 at 0 to 5 at 2, lowest 1, highest 5."
 */
export function lineChart(
  points: readonly LinePoint[],
  { title, width = 400, height = 220, x = "x", y = "y", log, dots = false }: LineChartOptions = {},
): ChartSpec {
  if (points.length === 0) {
    throw new RangeError(
      "Cannot draw a line as at least one point is needed: none were given. Remedy: give { x, y }",
    );
  }
  const [logX, logY] = [log === "x" || log === "both", log === "y" || log === "both"];
  for (const point of points) requireDrawable(point, logX, logY);
  const names = [...new Set(points.map(({ series = "" }) => series))];
  const hasIntervals = points.some(({ low, high }) => low !== undefined && high !== undefined);
  const room = hasIntervals && { padding: 4 }; // else an interval ends at the frame, as if it were cut off
  const yAxis = {
    type: "quantitative",
    title: y,
    scale: { ...(logY ? { type: "log" } : { zero: false }), ...room },
  };
  const line = {
    mark: { type: "line", color: colour(0), tooltip: true, point: dots },
    encoding: { y: { field: "y", ...yAxis } },
  };
  const intervals = {
    mark: { type: "rule", color: colour(0), strokeWidth: 1.5, opacity: 0.7 },
    encoding: { y: { field: "low", ...yAxis }, y2: { field: "high" }, strokeDash: { value: [] } },
  };
  const shared = {
    x: { field: "x", type: "quantitative", title: x, ...(logX && logAxis(points)) },
    ...seriesEncoding(names, width),
  };
  return chartSpec(describe(points, names, x, y), title === undefined ? undefined : { text: title, width }, {
    width,
    height,
    data: { values: points.map(roundedPoint) },
    ...(hasIntervals
      ? { encoding: shared, layer: [intervals, line] }
      : { mark: line.mark, encoding: { ...shared, ...line.encoding } }),
  });
}

function roundedPoint({ x, y, low, high, ...point }: LinePoint): object {
  const interval = low === undefined || high === undefined ? {} : { low: rounded(low), high: rounded(high) };
  return { ...point, x: rounded(x), y: rounded(y), ...interval };
}

function requireDrawable({ x, y, low = y, high = y }: LinePoint, logX: boolean, logY: boolean): void {
  for (const [value, log] of [[x, logX], ...[y, low, high].map((value) => [value, logY] as const)] as const) {
    if (Number.isFinite(value) && (!log || value > 0)) continue;
    throw new RangeError(
      `Cannot draw a line as each number must be finite${log ? " and > 0 on a logarithmic axis" : ""}: ` +
        `a point is (${x}, ${y}). Remedy: leave such points out`,
    );
  }
}

const mostLabels = 10;

function logAxis(points: readonly LinePoint[]): object {
  const values = [...new Set(points.map(({ x }) => rounded(x)))];
  return {
    scale: { type: "log", nice: false },
    ...(values.length <= mostLabels && { axis: { values } }),
  };
}

function describe(points: readonly LinePoint[], names: readonly string[], x: string, y: string): string {
  const lines = names.map((name) => {
    const own = points.filter(({ series = "" }) => series === name);
    const [first, last] = [own[0], own.at(-1)] as [LinePoint, LinePoint];
    const [lowest, highest] = [Math.min, Math.max].map((extreme) =>
      own.reduce((most, point) => extreme(most, point.y), first.y),
    ) as [number, number];
    return (
      `${name === "" ? "From" : `${name}: from`} ${spoken(first.y)} at ${rounded(first.x)} to ${spoken(last.y)} ` +
      `at ${rounded(last.x)}, lowest ${spoken(lowest)}, highest ${spoken(highest)}`
    );
  });
  return `Line chart of ${y} over ${x}. ${lines.join(". ")}.`;
}
