import { counted } from "../base/index.ts";
import { colour } from "./palette.ts";
import { requireDistinct, requireFinite } from "./require-drawable.ts";
import { type ChartOptions, type ChartSpec, chartSpec, rounded, spoken } from "./spec.ts";
import { ink } from "./theme.ts";

/** One bar. */
export interface Bar {
  /** Label below the bar; labels must be distinct. */
  readonly label: string;
  /** Its height. */
  readonly value: number;
  /** Lower end of a line over the bar that shows a spread, at most `value`; given together with `high`. */
  readonly low?: number;
  /** Upper end of that line, at least `value`. */
  readonly high?: number;
}

/** Options of `barChart`. */
export interface BarChartOptions extends ChartOptions {
  /** Name of the axis of labels. */
  readonly x?: string;
  /** Name of the axis of values. */
  readonly y?: string;
}

/**
 * Bars in the given order, such as probabilities of words or counts. A bar with `low` and `high` has a line between them,
 * such as from the least to the largest of several measurements whose mean is the bar. Throws RangeError without a bar, if
 * two share a label, for a number that is not finite, and unless low <= value <= high.
 *
 * @example
 * barChart([{ label: "K = 5", value: 0.5, low: 0.25, high: 1 }], { y: "share" }).description; // "Bar chart of share with 1 bar, the largest K = 5. K = 5 0.5 (0.25 to 1)."
 */
export function barChart(
  bars: readonly Bar[],
  { title, width = 400, height = 220, x = "word", y = "value" }: BarChartOptions = {},
): ChartSpec {
  if (bars.length === 0) {
    throw new RangeError(
      "Cannot draw bars as at least one is needed: none were given. Remedy: give { label, value }",
    );
  }
  requireFinite(
    "Cannot draw bars",
    bars.flatMap(({ label, value, low = value, high = value }) => [
      { name: `the value of "${label}"`, value },
      { name: `low of "${label}"`, value: low },
      { name: `high of "${label}"`, value: high },
    ]),
  );
  requireSpreads(bars);
  requireDistinct(
    "Cannot draw bars",
    "bar",
    bars.map(({ label }) => label),
  );
  const mark = { type: "bar", color: colour(0), tooltip: true };
  const values = bars.map(({ label, value, low, high }) => ({
    label,
    value: rounded(value),
    ...(low !== undefined && high !== undefined && { low: rounded(low), high: rounded(high) }),
  }));
  return chartSpec(describe(bars, y), title === undefined ? undefined : { text: title, width }, {
    width,
    height,
    data: { values },
    ...(bars.some(({ low }) => low !== undefined) ? { layer: [{ mark }, spreadLayer(y)] } : { mark }),
    encoding: {
      x: { field: "label", type: "nominal", sort: null, title: x, axis: { labelAngle: -45 } },
      y: { field: "value", type: "quantitative", title: y, stack: null }, // Vega cannot stack a bar called "constructor"
    },
  });
}

/** A line with ticks from low to high, over the bars that have them. */
function spreadLayer(y: string): object {
  return {
    transform: [{ filter: "isValid(datum.low)" }],
    mark: { type: "errorbar", thickness: 2, ticks: { size: 12 }, color: ink },
    encoding: { y: { field: "low", type: "quantitative", title: y }, y2: { field: "high" } },
  };
}

function requireSpreads(bars: readonly Bar[]): void {
  for (const { label, value, low, high } of bars) {
    if (low === undefined && high === undefined) continue;
    if (low !== undefined && high !== undefined && low <= value && value <= high) continue;
    throw new RangeError(
      `Cannot draw bars as low must be at most the value, and high at least: "${label}" has ${low}, ${value} and ${high}. ` +
        "Remedy: give both, such as the least and the largest of several measurements",
    );
  }
}

function describe(bars: readonly Bar[], y: string): string {
  const [first, ...others] = bars as readonly [Bar, ...Bar[]];
  const largest = others.reduce((most, bar) => (bar.value > most.value ? bar : most), first);
  const named = bars.slice(0, 20).map(({ label, value, low, high }) => {
    const spread = low === undefined || high === undefined ? "" : ` (${spoken(low)} to ${spoken(high)})`;
    return `${label} ${spoken(value)}${spread}`;
  });
  return (
    `Bar chart of ${y} with ${counted(bars.length, "bar")}, the largest ${largest.label}. ` +
    `${named.join(", ")}${bars.length > 20 ? " and more" : ""}.`
  );
}
