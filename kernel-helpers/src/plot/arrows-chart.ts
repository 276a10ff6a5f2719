import { counted } from "../base/index.ts";
import { type Arc, angleBetween, arcOf, cosineBetween, degrees, type Point } from "./arc.ts";
import type { Place } from "./box.ts";
import { labelLayersOf } from "./label-layers.ts";
import { colour } from "./palette.ts";
import { placeLabels } from "./place-labels.ts";
import { requireFinite, requireSizes } from "./require-drawable.ts";
import { type ChartSpec, chartSpec, rounded, spoken } from "./spec.ts";
import { fontSize, ink } from "./theme.ts";

/** A vector of two numbers with a name. */
export interface Arrow {
  /** The label at its point. */
  readonly word: string;
  /** First number: horizontal. */
  readonly x: number;
  /** Second number: vertical. */
  readonly y: number;
}

/** Options of `arrowsChart`. */
export interface ArrowsChartOptions {
  /** Title above the chart. */
  readonly title?: string;
  /** Side of the square in pixels. */
  readonly size?: number;
}

/**
 * Vectors as arrows from the origin, with the same scale on both axes so that angles look right. Two arrows also get
 * the angle between them, in degrees, and its cosine. Throws RangeError without an arrow, and for a number that
 * is not finite.
 */
export function arrowsChart(
  arrows: readonly Arrow[],
  { title = "Vectors", size = 320 }: ArrowsChartOptions = {},
): ChartSpec {
  if (arrows.length === 0) {
    throw new RangeError(
      "Cannot draw arrows as at least one is needed: none were given. Remedy: give { word, x, y }",
    );
  }
  requireSizes("Cannot draw arrows", { size });
  requireFinite(
    "Cannot draw arrows",
    arrows.flatMap(({ word, x, y }) => [
      { name: `the x of "${word}"`, value: x },
      { name: `the y of "${word}"`, value: y },
    ]),
  );
  const reach = 1.15 * Math.max(...arrows.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]), 1e-9);
  const angle = arrows.length === 2 ? angleBetween(arrows[0] as Arrow, arrows[1] as Arrow) : undefined;
  const values = arrows.map(({ word, x, y }) => ({
    word,
    x: rounded(x),
    y: rounded(y),
    zero: 0,
    turn: rounded(90 - (Math.atan2(y, x) * 180) / Math.PI), // a triangle points up, and turns clockwise
  }));
  const arc = angle === undefined ? undefined : arcOf(arrows as readonly [Arrow, Arrow], angle, reach);
  return chartSpec(
    describe(arrows, angle),
    { text: title, width: size },
    {
      width: size,
      height: size,
      layer: [
        ...arrowLayers(values, arrows, reach),
        ...(arc === undefined ? [] : [arcLayer(arc)]),
        ...labelLayers(arrows, arc, { size, reach }),
      ],
    },
  );
}

const at = (field: string): object => ({ field, type: "quantitative" });

function arrowLayers(values: readonly object[], arrows: readonly Arrow[], reach: number): object[] {
  const scale = { domain: [rounded(-reach), rounded(reach)], nice: false };
  const axis = (field: string): object => ({ ...at(field), title: field, scale });
  const range = arrows.map((_, index) => colour(index));
  const colours = { domain: arrows.map(({ word }) => word), range };
  const color = { field: "word", type: "nominal", legend: null, scale: colours };
  const layer = (mark: object, encoding: object): object => ({
    data: { values },
    mark,
    encoding: { x: axis("x"), y: axis("y"), color, tooltip: { field: "word" }, ...encoding },
  });
  return [
    layer({ type: "rule", strokeWidth: 2 }, { x2: { field: "zero" }, y2: { field: "zero" } }),
    layer(
      { type: "point", shape: "triangle-up", filled: true, size: 120, opacity: 1 },
      { angle: { field: "turn", type: "quantitative", scale: null } },
    ),
  ];
}

function arcLayer({ steps }: Arc): object {
  return {
    data: { values: steps.map((step, order) => ({ ...step, order })) },
    mark: { type: "line", color: ink, strokeWidth: 1 },
    encoding: { x: at("x"), y: at("y"), order: at("order") },
  };
}

/** The names at the arrows' points and the angle at its arc, where they cover neither arrows nor one another. */
function labelLayers(
  arrows: readonly Arrow[],
  arc: Arc | undefined,
  { size, reach }: { readonly size: number; readonly reach: number },
): object[] {
  const scale = size / (2 * reach);
  const pixels = ({ x, y }: Point): Place => ({ x: (reach + x) * scale, y: (reach - y) * scale });
  const zero = pixels({ x: 0, y: 0 });
  const named = arrows.map((arrow) => ({ ...pixels(arrow), text: arrow.word }));
  const turn = arc ? [{ ...pixels(arc.steps[12] as Point), text: arc.text }] : [];
  const labels = placeLabels([...turn, ...named], {
    area: { left: 0, top: 0, right: size, bottom: size },
    fontSize,
    radius: 7,
    lines: arrows.map((arrow) => [zero, pixels(arrow)]),
  });
  return labelLayersOf(labels, [...turn, ...named], ({ x, y }) => ({
    x: x / scale - reach,
    y: reach - y / scale,
  }));
}

function describe(arrows: readonly Arrow[], angle: number | undefined): string {
  const named = arrows.map(({ word, x, y }) => `${word} to (${spoken(x)}, ${spoken(y)})`).join(", ");
  const between =
    angle === undefined
      ? ""
      : ` The angle between them is ${degrees(angle)}°, its cosine ${spoken(cosineBetween(...(arrows as [Arrow, Arrow])))}.`;
  return `${counted(arrows.length, "arrow")} from the origin: ${named}.${between}`;
}
