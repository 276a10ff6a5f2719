import { colour, palette } from "./palette.ts";
import { type ChartOptions, type ChartSpec, chartSpec, rounded, spoken } from "./spec.ts";
import { thinned } from "./thinned.ts";

/** The loss at one moment of a training. */
export interface LossPoint {
  /** Mean loss per example, in nats. */
  readonly loss: number;
  /** Updates done. */
  readonly step?: number;
  /** Pairs of words seen. */
  readonly pairs?: number;
  /** Name of the training, where several are compared. */
  readonly series?: string;
}

/** Options of `lossChart`. */
export interface LossChartOptions extends ChartOptions {
  /** The x axis. Default: pairs if the history has them, otherwise step. */
  readonly x?: "step" | "pairs";
}

const mostPoints = 500;

/**
 * The loss of one training or of several (`series`) as lines. A long history is thinned to 500 points; the first and
 * the last point of each series are kept. A NaN loss leaves a gap. Throws RangeError for an empty history and for a
 * point without `x`.
 */
export function lossChart(
  history: readonly LossPoint[],
  { title = "Loss", width = 400, height = 220, x = axisOf(history) }: LossChartOptions = {},
): ChartSpec {
  const groups = seriesOf(history, x);
  const share = Math.floor(mostPoints / groups.size);
  const values = [...groups].flatMap(([series, points]) =>
    thinned(points, share).map((point) => ({
      [x]: point[x],
      loss: rounded(point.loss),
      ...(groups.size > 1 ? { series } : {}),
    })),
  );
  const color =
    groups.size > 1 ? { color: { field: "series", type: "nominal", scale: { range: palette } } } : {};
  return chartSpec(describe(groups, x), title, {
    width,
    height,
    data: { values },
    mark: { type: "line", color: colour(0), tooltip: true },
    encoding: {
      x: { field: x, type: "quantitative", title: x === "pairs" ? "pairs of words" : "step" },
      y: { field: "loss", type: "quantitative", title: "loss", scale: { zero: false } },
      ...color,
    },
  });
}

function axisOf(history: readonly LossPoint[]): "step" | "pairs" {
  return history[0]?.pairs === undefined ? "step" : "pairs";
}

function seriesOf(
  history: readonly LossPoint[],
  x: "step" | "pairs",
): ReadonlyMap<string, readonly LossPoint[]> {
  if (history.length === 0) throw new RangeError("Cannot draw a loss: its history is empty");
  const groups = new Map<string, LossPoint[]>();
  for (const [index, point] of history.entries()) {
    if (point[x] === undefined) {
      throw new RangeError(`Cannot draw a loss: each point needs "${x}", and point ${index} has none`);
    }
    const name = point.series ?? "";
    const group = groups.get(name);
    if (group) group.push(point);
    else groups.set(name, [point]);
  }
  return groups;
}

function describe(groups: ReadonlyMap<string, readonly LossPoint[]>, x: "step" | "pairs"): string {
  const sentences = [...groups].map(([series, points]) => {
    const [first, last] = [points[0], points.at(-1)] as [LossPoint, LossPoint];
    const least = points.reduce((lowest, { loss }) => Math.min(lowest, loss), Number.POSITIVE_INFINITY);
    return (
      `${series === "" ? "Loss" : `Loss of ${series}`} from ${spoken(first.loss)} at ${x} ${first[x]} ` +
      `to ${spoken(last.loss)} at ${x} ${last[x]}, lowest ${spoken(least)}`
    );
  });
  return `Line chart. ${sentences.join(". ")}.`;
}
