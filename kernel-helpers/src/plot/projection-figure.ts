import type { Numbers, Table } from "../base/index.ts";
import type { WordVectors } from "../vectors/index.ts";
import { figureLayout, solidLayout } from "./figure-layout.ts";
import { colour, shape } from "./palette.ts";
import { escaped } from "./plotly-text.ts";
import { projectGroups, projectTable, type WordGroups } from "./project-words.ts";
import { describeProjection, groupsOf, isSolid, type ProjectedWord } from "./projected-word.ts";
import { hiddenIn, mapChart, type ProjectionOptions, usualAxes } from "./projection-chart.ts";
import { requireSizes } from "./require-drawable.ts";
import { type Figure, type PlotlyPart, rounded } from "./spec.ts";

/** Options of `projectionFigure` of vectors. */
export interface VectorProjectionOptions extends ProjectionOptions {
  /** The number of principal components to draw. Default: 2. */
  readonly dimensions?: 2 | 3;
}

/**
 * A map of words as a Plotly figure that can be zoomed and, in three dimensions, rotated. Labels do not overlap; words
 * without a place for theirs appear under the pointer. Groups differ in colour and shape. The figure contains layouts for
 * narrower pages, and as its image `projectionChart` of the same words. Three ways to call it:
 *
 * - `projectionFigure(table, words)`: row i of the table, shape (V, d), belongs to words[i]; drawn are the rows' principal
 *   components, and the axes say which share of the variance each shows. Throws RangeError if the counts differ.
 * - `projectionFigure(vectors, { months: ["may", …], … })`, or a list of words without groups: the principal components of
 *   these words' vectors alone. Words that the vectors lack are left out and named below the title. Throws RangeError if
 *   all are, and for a word in two groups.
 * - `projectionFigure(points)`: at places that you have computed. Throws RangeError without a word, when only some
 *   have z, and for a number that is not finite.
 *
 * @example
 * projectionFigure({ rows: 2, width: 2, data: new Float64Array([0, 0, 3, 4]) }, ["cat", "dog"]).description; // "Scatter plot of 2 words in 2 dimensions. cat (-2.5, 0), dog (2.5, 0)."
 */
export function projectionFigure(points: readonly ProjectedWord[], options?: ProjectionOptions): Figure;
export function projectionFigure(
  table: Table<Numbers>,
  words: readonly string[],
  options?: VectorProjectionOptions,
): Figure;
export function projectionFigure(
  vectors: WordVectors,
  groups: WordGroups,
  options?: VectorProjectionOptions,
): Figure;
export function projectionFigure(
  source: readonly ProjectedWord[] | Table<Numbers> | WordVectors,
  second: ProjectionOptions | WordGroups = {},
  options: VectorProjectionOptions = {},
): Figure {
  if (isPoints(source)) return figureOf(source, second as ProjectionOptions);
  const { dimensions = 2, ...others } = options;
  const { points, ...found } =
    "table" in source
      ? projectGroups(source, second as WordGroups, dimensions)
      : projectTable(source, second as readonly string[], dimensions);
  return figureOf(points, { ...found, ...others });
}

function isPoints(source: unknown): source is readonly ProjectedWord[] {
  return Array.isArray(source);
}

function figureOf(
  points: readonly ProjectedWord[],
  {
    title = "Word vectors",
    width = 640,
    height = 520,
    axes = usualAxes,
    labels = 80,
    note = "",
  }: ProjectionOptions,
): Figure {
  requireSizes("Cannot draw a projection", { width, height });
  const solid = isSolid(points);
  const frame = { title, note, axes, groups: groupsOf(points), width, height };
  const flat = figureLayout(points, frame, labels);
  const hidden = solid ? [] : hiddenIn(points, flat.map);
  return {
    data: tracesOf(points, solid, solid && points.length <= labels),
    layout: solid ? solidLayout(frame) : flat.layout,
    description: describeProjection(points, { solid, hidden, note }),
    picture: mapChart(points, flat.map, { title, axes, note, solid }),
  };
}

/** The shapes of points in three dimensions, of which Plotly has fewer. */
const solidShapes = ["circle", "square", "diamond", "cross", "circle-open", "square-open", "diamond-open"];

function tracesOf(
  points: readonly ProjectedWord[],
  solid: boolean,
  labelled: boolean,
): readonly PlotlyPart[] {
  return groupsOf(points).map((name, index) => {
    const words = points.filter(({ group = "" }) => group === name);
    const symbol = solid ? solidShapes[index % solidShapes.length] : shape(index);
    return {
      type: solid ? "scatter3d" : "scatter",
      mode: labelled ? "markers+text" : "markers",
      text: words.map(({ word }) => escaped(word)),
      textposition: "top center",
      hoverinfo: "text",
      x: words.map(({ x }) => rounded(x)),
      y: words.map(({ y }) => rounded(y)),
      ...(solid ? { z: words.map(({ z }) => rounded(z as number)) } : {}),
      name: escaped(name),
      marker: { color: colour(index), symbol, size: solid ? 5 : 9 },
    };
  });
}
