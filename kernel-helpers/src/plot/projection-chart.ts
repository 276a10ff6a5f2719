import { labelLayersOf } from "./label-layers.ts";
import { legendColumns } from "./legend.ts";
import { type MapLayout, mapLayout } from "./map-layout.ts";
import { colour, shape } from "./palette.ts";
import { describeProjection, groupsOf, isSolid, type ProjectedWord } from "./projected-word.ts";
import { requireSizes } from "./require-drawable.ts";
import { type ChartOptions, type ChartSpec, chartSpec, rounded } from "./spec.ts";

/** Options of `projectionFigure` and `projectionChart`. */
export interface ProjectionOptions extends ChartOptions {
  /** Names of the axes. */
  readonly axes?: readonly string[];
  /** Maximum number of words that get a label; the others appear under the pointer. Default: 80. */
  readonly labels?: number;
  /** A sentence below the title. */
  readonly note?: string;
}

/** The names of the axes of points whose meaning is unknown. */
export const usualAxes: readonly string[] = ["component 1", "component 2", "component 3"];

/**
 * Words as points of x and y in a Vega-Lite chart, with labels that do not overlap; z is not drawn. Throws RangeError
 * without a word.
 */
export function projectionChart(
  points: readonly ProjectedWord[],
  {
    title = "Word vectors",
    width = 480,
    height = 400,
    axes = usualAxes,
    labels = 80,
    note = "",
  }: ProjectionOptions = {},
): ChartSpec {
  requireSizes("Cannot draw a projection", { width, height });
  const solid = isSolid(points);
  return mapChart(points, mapLayout(points, { width, height, labels }), { title, axes, note, solid });
}

interface MapChartOptions {
  readonly title: string;
  readonly axes: readonly string[];
  readonly note: string;
  /** Whether the words have a third component. */
  readonly solid: boolean;
}

/** The words without a label. */
export function hiddenIn(points: readonly ProjectedWord[], { labels }: MapLayout): readonly string[] {
  const shown = new Set(labels.map(({ index }) => index));
  return points.filter((_, index) => !shown.has(index)).map(({ word }) => word);
}

/** The chart of words that are laid out. */
export function mapChart(
  points: readonly ProjectedWord[],
  layout: MapLayout,
  { title, axes, note, solid }: MapChartOptions,
): ChartSpec {
  const said = describeProjection(points, { solid: false, hidden: hiddenIn(points, layout), note });
  const places = points.map((point) => ({ ...layout.pixels(point), text: point.word }));
  const labels = labelLayersOf(layout.labels, places, layout.numbers);
  const heading = { text: title, note, width: layout.width };
  return chartSpec(said + (solid ? " The third component is not drawn." : ""), heading, {
    width: layout.width,
    height: layout.height,
    layer: [...labels.slice(0, -1), pointLayer(points, layout, axes), labels.at(-1)],
  });
}

function pointLayer(points: readonly ProjectedWord[], layout: MapLayout, axes: readonly string[]): object {
  const groups = groupsOf(points);
  const legend = { title: null, orient: "top", columns: legendColumns(groups, layout.width) };
  const group = (range: (index: number) => string): object => ({
    field: "group",
    type: "nominal",
    scale: { domain: groups, range: groups.map((_, index) => range(index)) },
    legend: groups.length > 1 ? legend : null,
  });
  const axis = (field: "x" | "y", name: string | undefined): object => ({
    field,
    type: "quantitative",
    title: name ?? field,
    scale: { domain: layout[field].map(rounded), nice: false, zero: false },
  });
  return {
    data: {
      values: points.map(({ word, x, y, group = "" }) => ({ word, x: rounded(x), y: rounded(y), group })),
    },
    mark: { type: "point", filled: true, size: 60, opacity: 1 },
    encoding: {
      x: axis("x", axes[0]),
      y: axis("y", axes[1]),
      color: group(colour),
      shape: group(shape),
      tooltip: { field: "word" },
    },
  };
}
