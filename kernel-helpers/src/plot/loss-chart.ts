import { colour } from "./palette.ts";
import { requireFinite } from "./require-drawable.ts";
import { seriesEncoding } from "./series.ts";
import { type ChartOptions, type ChartSpec, chartSpec, rounded, spoken } from "./spec.ts";
import { thinned } from "./thinned.ts";

/** The loss at one moment of a training. */
export interface LossPoint {
  /** Mean loss per example, in nats. */
  readonly loss: number;
  /** Pairs of words seen. */
  readonly pairs?: number;
  /** Examples seen. */
  readonly examples?: number;
  /** Passes over the text. */
  readonly epoch?: number;
  /** Updates done. */
  readonly step?: number;
  /** Name of the training, where several are compared. */
  readonly series?: string;
}

/** Options of `lossChart`. */
export interface LossChartOptions extends ChartOptions {
  /** What the x axis counts. Default: the first of pairs, examples, epoch and step that the history has. */
  readonly x?: "pairs" | "examples" | "epoch" | "step";
  /** Name of the x axis, where it counts something else. Default: "pairs of words", "examples", "epoch" or "step". */
  readonly unit?: string;
}

/** What a history counts. */
type Count = NonNullable<LossChartOptions["x"]>;

/** The counts in the order in which they are looked for, and their names on the axis. */
const counts = { pairs: "pairs of words", examples: "examples", epoch: "epoch", step: "step" } as const;

const mostPoints = 500;

/**
 * The loss of one training or of several (`series`) as lines. A long history is thinned to 500 points; the first and
 * the last point of each series are kept. A loss that is not finite leaves a gap. Throws RangeError for an empty history
 * and for a point whose `x` is no finite number.
 */
export function lossChart(
  history: readonly LossPoint[],
  { title = "Loss", width = 400, height = 220, x = axisOf(history), unit = counts[x] }: LossChartOptions = {},
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
  return chartSpec(
    describe(groups, x, unit),
    { text: title, width },
    {
      width,
      height,
      data: { values },
      mark: { type: "line", color: colour(0), tooltip: true },
      encoding: {
        x: { field: x, type: "quantitative", title: unit },
        y: { field: "loss", type: "quantitative", title: "loss", scale: { zero: false } },
        ...seriesEncoding([...groups.keys()], width),
      },
    },
  );
}

function axisOf(history: readonly LossPoint[]): Count {
  return (Object.keys(counts) as Count[]).find((count) => history[0]?.[count] !== undefined) ?? "step";
}

function seriesOf(history: readonly LossPoint[], x: Count): ReadonlyMap<string, readonly LossPoint[]> {
  if (history.length === 0) {
    throw new RangeError(
      "Cannot draw a loss as at least one point is needed: its history is empty. Remedy: train first",
    );
  }
  const groups = new Map<string, LossPoint[]>();
  for (const [index, point] of history.entries()) {
    if (point[x] === undefined) {
      throw new RangeError(
        `Cannot draw a loss as each point needs "${x}": point ${index} has none. ` +
          `Remedy: give the option x, one of ${Object.keys(counts).join(", ")}`,
      );
    }
    requireFinite("Cannot draw a loss", [{ name: `"${x}" of point ${index}`, value: point[x] }]);
    const name = point.series ?? "";
    const group = groups.get(name);
    if (group) group.push(point);
    else groups.set(name, [point]);
  }
  return groups;
}

function describe(groups: ReadonlyMap<string, readonly LossPoint[]>, x: Count, unit: string): string {
  const sentences = [...groups].map(([series, points]) => {
    const [first, last] = [points[0], points.at(-1)] as [LossPoint, LossPoint];
    const least = points.reduce(
      (lowest, { loss }) => (loss < lowest || Number.isNaN(lowest) ? loss : lowest),
      Number.NaN,
    );
    return (
      `${series === "" ? "Loss" : `Loss of ${series}`} from ${spoken(first.loss)} at ${unit} ${first[x]} ` +
      `to ${spoken(last.loss)} at ${unit} ${last[x]}, lowest ${spoken(least)}`
    );
  });
  return `Line chart. ${sentences.join(". ")}.`;
}
