import { counted } from "../base/index.ts";
import { colour } from "./palette.ts";
import { requireDistinct, requireFinite } from "./require-drawable.ts";
import { type ChartOptions, type ChartSpec, chartSpec, rounded, spoken } from "./spec.ts";

/** One bar. */
export interface Bar {
  /** Label below the bar; labels must be distinct. */
  readonly label: string;
  /** Its height. */
  readonly value: number;
}

/** Options of `barChart`. */
export interface BarChartOptions extends ChartOptions {
  /** Name of the axis of labels. */
  readonly x?: string;
  /** Name of the axis of values. */
  readonly y?: string;
}

/**
 * Bars in the given order, such as probabilities of words or counts. Throws RangeError without a bar, if two share a
 * label, and for a value that is not finite.
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
    bars.map(({ label, value }) => ({ name: `the value of "${label}"`, value })),
  );
  requireDistinct(
    "Cannot draw bars",
    "bar",
    bars.map(({ label }) => label),
  );
  return chartSpec(describe(bars, y), title === undefined ? undefined : { text: title, width }, {
    width,
    height,
    data: { values: bars.map(({ label, value }) => ({ label, value: rounded(value) })) },
    mark: { type: "bar", color: colour(0), tooltip: true },
    encoding: {
      x: { field: "label", type: "nominal", sort: null, title: x, axis: { labelAngle: -45 } },
      y: { field: "value", type: "quantitative", title: y, stack: null }, // Vega cannot stack a bar called "constructor"
    },
  });
}

function describe(bars: readonly Bar[], y: string): string {
  const [first, ...others] = bars as readonly [Bar, ...Bar[]];
  const largest = others.reduce((most, bar) => (bar.value > most.value ? bar : most), first);
  const named = bars.slice(0, 20).map(({ label, value }) => `${label} ${spoken(value)}`);
  return (
    `Bar chart of ${y} with ${counted(bars.length, "bar")}, the largest ${largest.label}. ` +
    `${named.join(", ")}${bars.length > 20 ? " and more" : ""}.`
  );
}
