import { colour } from "./palette.ts";
import { requireFinite } from "./require-drawable.ts";
import { type ChartOptions, type ChartSpec, chartSpec, rounded, spoken } from "./spec.ts";
import { neutral } from "./theme.ts";

/** One step of a range test. */
export interface LearningRatePoint {
  /** Learning rate of the step, > 0. */
  readonly alpha: number;
  /** Mean loss of its examples, in nats. */
  readonly loss: number;
  /** The loss, smoothed. */
  readonly smoothed: number;
}

/** Options of `learningRateChart`. */
export interface LearningRateChartOptions extends ChartOptions {
  /** The learning rate to mark with a line. */
  readonly suggested?: number;
}

/**
 * The loss of a range test over the learning rate, on a logarithmic axis: points, the smoothed loss as a line, and the
 * suggested value as a vertical line. Losses above three times the lowest are left out, because they would flatten
 * everything else, and so are losses that are not finite. Throws RangeError for an empty history and for a learning rate
 * that is not finite or not above 0.
 */
export function learningRateChart(
  history: readonly LearningRatePoint[],
  {
    title = "Range test of the learning rate",
    width = 400,
    height = 220,
    suggested,
  }: LearningRateChartOptions = {},
): ChartSpec {
  if (history.length === 0) {
    throw new RangeError(
      "Cannot draw a range test as at least one step is needed: its history is empty. Remedy: run findLearningRate",
    );
  }
  requireAboveZero(history);
  const lowest = history.reduce((low, point) =>
    point.smoothed < low.smoothed || Number.isNaN(low.smoothed) ? point : low,
  );
  const values = history
    .filter(({ loss, smoothed }) => Math.max(loss, smoothed) <= 3 * lowest.smoothed)
    .map(({ alpha, loss, smoothed }) => ({
      alpha: rounded(alpha),
      loss: rounded(loss),
      smoothed: rounded(smoothed),
    }));
  const x = { field: "alpha", type: "quantitative", scale: { type: "log" }, title: "learning rate α" };
  const y = (field: string): object => ({
    field,
    type: "quantitative",
    title: "loss",
    scale: { zero: false },
  });
  const marked =
    suggested !== undefined && Number.isFinite(suggested) && suggested > 0 ? [markAt(suggested, x)] : [];
  return chartSpec(
    describe(history, lowest, suggested),
    { text: title, width },
    {
      width,
      height,
      data: { values },
      layer: [
        { mark: { type: "point", color: neutral, size: 12, opacity: 1 }, encoding: { x, y: y("loss") } },
        { mark: { type: "line", color: colour(0), tooltip: true }, encoding: { x, y: y("smoothed") } },
        ...marked,
      ],
    },
  );
}

function requireAboveZero(history: readonly LearningRatePoint[]): void {
  const named = history.map(({ alpha }, step) => ({ name: `alpha of step ${step}`, value: alpha }));
  requireFinite("Cannot draw a range test", named);
  const wrong = named.find(({ value }) => value <= 0);
  if (wrong === undefined) return;
  throw new RangeError(
    `Cannot draw a range test as each learning rate must be > 0 on a logarithmic axis: ${wrong.name} is ${wrong.value}. ` +
      "Remedy: leave such steps out",
  );
}

function markAt(alpha: number, x: object): object {
  return {
    data: { values: [{ alpha: rounded(alpha) }] },
    mark: { type: "rule", color: colour(1), strokeDash: [4, 4] },
    encoding: { x, tooltip: { field: "alpha", type: "quantitative", title: "suggested α" } },
  };
}

function describe(
  history: readonly LearningRatePoint[],
  lowest: LearningRatePoint,
  suggested: number | undefined,
): string {
  const [first, last] = [history[0], history.at(-1)] as [LearningRatePoint, LearningRatePoint];
  return (
    `Line chart on a logarithmic axis. Smoothed loss over the learning rate: ${spoken(first.smoothed)} at ` +
    `${spoken(first.alpha)}, lowest ${spoken(lowest.smoothed)} at ${spoken(lowest.alpha)}, ` +
    `${spoken(last.smoothed)} at ${spoken(last.alpha)}.` +
    (suggested === undefined || Number.isNaN(suggested) ? "" : ` Suggested: ${spoken(suggested)}.`)
  );
}
