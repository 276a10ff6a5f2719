import { colour, palette } from "./palette.ts";
import {
  type ChartOptions,
  type ChartSpec,
  chartSpec,
  type Figure,
  type PlotlyPart,
  rounded,
  spoken,
} from "./spec.ts";

/** A word and its position. */
export interface ProjectedWord {
  /** The text beside the point or under the pointer. */
  readonly word: string;
  /** Position along the first axis. */
  readonly x: number;
  /** Position along the second axis. */
  readonly y: number;
  /** If every word has it, `projectionFigure` draws in three dimensions. */
  readonly z?: number;
  /** Words of the same group have the same colour. */
  readonly group?: string;
}

/** Options of `projectionFigure` and `projectionChart`. */
export interface ProjectionOptions extends ChartOptions {
  /** Names of the axes. */
  readonly axes?: readonly string[];
  /** Maximum number of words for which labels are written beside the points. */
  readonly labels?: number;
}

const usualAxes = ["component 1", "component 2", "component 3"];

/**
 * Words as points of a Plotly figure that can be zoomed and, with z, rotated; labels are beside the points or under the
 * pointer. Contains `projectionChart` of the same words as its image. Throws RangeError without a word, and when only
 * some words have z.
 */
export function projectionFigure(
  points: readonly ProjectedWord[],
  {
    title = "Word vectors",
    width = 640,
    height = 520,
    axes = usualAxes,
    labels = 80,
  }: ProjectionOptions = {},
): Figure {
  const solid = isSolid(points);
  const grouped = [...groupsOf(points)];
  const data = grouped.map(([group, words], index) => ({
    ...trace(words, solid, points.length <= labels),
    name: group,
    marker: { color: colour(index), size: solid ? 4 : 7 },
  }));
  const [x, y, z] = axes.map((name) => ({ title: { text: name } }));
  const layout = {
    title: { text: title },
    width,
    height,
    showlegend: grouped.length > 1,
    hovermode: "closest",
    ...(solid ? { scene: { xaxis: x, yaxis: y, zaxis: z } } : { xaxis: x, yaxis: y }),
  };
  const picture = projectionChart(points, { title, axes, labels });
  return { data, layout, description: describe(points, solid), picture };
}

/** The same words as a Vega-Lite chart of x and y, without z. Throws RangeError without a word. */
export function projectionChart(
  points: readonly ProjectedWord[],
  {
    title = "Word vectors",
    width = 480,
    height = 400,
    axes = usualAxes,
    labels = 80,
  }: ProjectionOptions = {},
): ChartSpec {
  const solid = isSolid(points);
  const groups = [...groupsOf(points).keys()];
  const color =
    groups.length > 1
      ? { color: { field: "group", type: "nominal", scale: { domain: groups, range: palette } } }
      : {};
  const text = { mark: { type: "text", dx: 6, align: "left" }, encoding: { text: { field: "word" } } };
  return chartSpec(describe(points, false) + (solid ? " The third component is not drawn." : ""), title, {
    width,
    height,
    data: {
      values: points.map(({ word, x, y, group = "" }) => ({ word, x: rounded(x), y: rounded(y), group })),
    },
    encoding: {
      x: { field: "x", type: "quantitative", title: axes[0] ?? "x", scale: { zero: false, padding: 24 } },
      y: { field: "y", type: "quantitative", title: axes[1] ?? "y", scale: { zero: false, padding: 24 } },
      tooltip: { field: "word" },
      ...color,
    },
    layer: [
      { mark: { type: "point", filled: true, ...(groups.length > 1 ? {} : { color: colour(0) }) } },
      ...(points.length <= labels ? [text] : []),
    ],
  });
}

function trace(words: readonly ProjectedWord[], solid: boolean, labelled: boolean): PlotlyPart {
  return {
    type: solid ? "scatter3d" : "scatter",
    mode: labelled ? "markers+text" : "markers",
    text: words.map(({ word }) => word),
    textposition: "top center",
    hoverinfo: "text",
    x: words.map(({ x }) => rounded(x)),
    y: words.map(({ y }) => rounded(y)),
    ...(solid ? { z: words.map(({ z }) => rounded(z as number)) } : {}),
  };
}

function isSolid(points: readonly ProjectedWord[]): boolean {
  if (points.length === 0) throw new RangeError("Cannot draw a projection: it has no words");
  const solid = points.filter(({ z }) => z !== undefined).length;
  if (solid !== 0 && solid !== points.length) {
    throw new RangeError(
      `Cannot draw a projection: either all words need z or none, but ${solid} of ${points.length} have it`,
    );
  }
  return solid > 0;
}

function groupsOf(points: readonly ProjectedWord[]): ReadonlyMap<string, readonly ProjectedWord[]> {
  const groups = new Map<string, ProjectedWord[]>();
  for (const point of points) {
    const group = groups.get(point.group ?? "") ?? [];
    group.push(point);
    groups.set(point.group ?? "", group);
  }
  return groups;
}

function describe(points: readonly ProjectedWord[], solid: boolean): string {
  const groups = groupsOf(points);
  const named = points.slice(0, 20).map(({ word, x, y }) => `${word} (${spoken(x)}, ${spoken(y)})`);
  return (
    `Scatter plot of ${points.length} words in ${solid ? 3 : 2} dimensions` +
    (groups.size > 1 ? `, ${groups.size} groups: ${[...groups.keys()].join(", ")}` : "") +
    `. ${named.join(", ")}${points.length > 20 ? " and more" : ""}.`
  );
}
