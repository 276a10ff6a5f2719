import { colour } from "./palette.ts";
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
 * Bars in the given order, such as probabilities of words or counts. Throws RangeError without a bar or if two share a
 * label.
 */
export function barChart(
  bars: readonly Bar[],
  { title, width = 400, height = 220, x = "word", y = "value" }: BarChartOptions = {},
): ChartSpec {
  if (bars.length === 0) throw new RangeError("Cannot draw bars: none were given");
  if (new Set(bars.map(({ label }) => label)).size < bars.length) {
    throw new RangeError(
      "Cannot draw bars: two bars with the same label would be drawn as one. Remedy: give each its own label",
    );
  }
  return chartSpec(describe(bars, y), title === undefined ? undefined : { text: title, width }, {
    width,
    height,
    data: { values: bars.map(({ label, value }) => ({ label, value: rounded(value) })) },
    mark: { type: "bar", color: colour(0), tooltip: true },
    encoding: {
      x: { field: "label", type: "nominal", sort: null, title: x, axis: { labelAngle: -45 } },
      y: { field: "value", type: "quantitative", title: y },
    },
  });
}

function describe(bars: readonly Bar[], y: string): string {
  const [first, ...others] = bars as readonly [Bar, ...Bar[]];
  const largest = others.reduce((most, bar) => (bar.value > most.value ? bar : most), first);
  const named = bars.slice(0, 20).map(({ label, value }) => `${label} ${spoken(value)}`);
  return (
    `Bar chart of ${y} with ${bars.length} bars, the largest ${largest.label}. ` +
    `${named.join(", ")}${bars.length > 20 ? " and more" : ""}.`
  );
}
