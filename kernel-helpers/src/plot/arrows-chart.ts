import { colour, palette } from "./palette.ts";
import { type ChartSpec, chartSpec, rounded, spoken } from "./spec.ts";

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
 * the angle between them, in degrees, and its cosine. Throws RangeError without an arrow.
 */
export function arrowsChart(
  arrows: readonly Arrow[],
  { title = "Vectors", size = 320 }: ArrowsChartOptions = {},
): ChartSpec {
  if (arrows.length === 0) throw new RangeError("Cannot draw arrows: none were given");
  const reach = 1.15 * Math.max(...arrows.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]), 1e-9);
  const angle = arrows.length === 2 ? angleBetween(arrows[0] as Arrow, arrows[1] as Arrow) : undefined;
  const values = arrows.map(({ word, x, y }) => ({
    word,
    x: rounded(x),
    y: rounded(y),
    zero: 0,
    turn: rounded(90 - (Math.atan2(y, x) * 180) / Math.PI), // a triangle points up, and turns clockwise
  }));
  return chartSpec(describe(arrows, angle), title, {
    width: size,
    height: size,
    layer: [
      ...arrowLayers(values, arrows, reach),
      ...(angle === undefined ? [] : arcLayers(arrows, angle, reach)),
    ],
  });
}

function arrowLayers(values: readonly object[], arrows: readonly Arrow[], reach: number): object[] {
  const scale = { domain: [rounded(-reach), rounded(reach)], nice: false };
  const axis = (field: string): object => ({ field, type: "quantitative", title: field, scale });
  const colours = { domain: arrows.map(({ word }) => word), range: palette };
  const color = { field: "word", type: "nominal", legend: null, scale: colours };
  const layer = (mark: object, encoding: object): object => ({
    data: { values },
    mark,
    encoding: { x: axis("x"), y: axis("y"), color, ...encoding },
  });
  return [
    layer({ type: "rule", strokeWidth: 2 }, { x2: { field: "zero" }, y2: { field: "zero" } }),
    layer(
      { type: "point", shape: "triangle-up", filled: true, size: 120, opacity: 1 },
      { angle: { field: "turn", type: "quantitative", scale: null } },
    ),
    layer({ type: "text", dx: 8, dy: -8, align: "left", fontSize: 13 }, { text: { field: "word" } }),
  ];
}

/** The arc from the first arrow to the second, the shorter way round, and its label. */
function arcLayers(arrows: readonly Arrow[], angle: number, reach: number): object[] {
  const [a, b] = arrows as [Arrow, Arrow];
  const start = Math.atan2(a.y, a.x);
  const side = a.x * b.y - a.y * b.x < 0 ? -1 : 1;
  const at = (share: number, radius: number): { x: number; y: number } => {
    const direction = start + side * angle * share;
    return { x: rounded(radius * Math.cos(direction)), y: rounded(radius * Math.sin(direction)) };
  };
  const steps = Array.from({ length: 25 }, (_, i) => ({ ...at(i / 24, reach * 0.2), order: i }));
  const place = { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } };
  return [
    {
      data: { values: steps },
      mark: { type: "line", color: colour(6), strokeWidth: 1 },
      encoding: { ...place, order: { field: "order", type: "quantitative" } },
    },
    {
      data: { values: [{ ...at(0.5, reach * 0.3), text: `${degrees(angle)}°` }] },
      mark: { type: "text", color: colour(6) },
      encoding: { ...place, text: { field: "text" } },
    },
  ];
}

/** θ = atan2(|a × b|, a · b), exact for small angles too; undefined for a zero vector. */
function angleBetween(a: Arrow, b: Arrow): number | undefined {
  if (Math.hypot(a.x, a.y) === 0 || Math.hypot(b.x, b.y) === 0) return undefined;
  return Math.atan2(Math.abs(a.x * b.y - a.y * b.x), a.x * b.x + a.y * b.y);
}

function degrees(angle: number): string {
  return ((angle * 180) / Math.PI).toFixed(1);
}

function describe(arrows: readonly Arrow[], angle: number | undefined): string {
  const named = arrows.map(({ word, x, y }) => `${word} to (${spoken(x)}, ${spoken(y)})`).join(", ");
  const between =
    angle === undefined
      ? ""
      : ` The angle between them is ${degrees(angle)}°, its cosine ${spoken(Math.cos(angle))}.`;
  return `${arrows.length} arrows from the origin: ${named}.${between}`;
}
