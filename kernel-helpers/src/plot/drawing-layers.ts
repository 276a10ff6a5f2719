import type { Drawing, DrawnBox, DrawnLine } from "./drawing.ts";
import { ink } from "./theme.ts";

/** The side of an arrow's point, in pixels. */
const POINT = 8;

/** The layers of a Vega-Lite chart that draw boxes, lines, the lines' points and texts. */
export function drawingLayers({ boxes, lines, texts }: Drawing): object[] {
  return [
    ...grouped(boxes, ({ stroke, radius, opacity }) => ({ stroke, cornerRadius: radius, opacity })).map(
      ([look, some]) => ({
        data: { values: some.map(boxValue) },
        mark: { type: "rect", strokeWidth: 1, ...look },
        encoding: { ...ends, fill: { field: "fill", type: "nominal", scale: null } },
      }),
    ),
    ...grouped(lines, ({ colour, width }) => ({ color: colour, strokeWidth: width })).map(([look, some]) => ({
      data: { values: some.map(lineValue) },
      mark: { type: "rule", strokeCap: "square", ...look },
      encoding: ends,
    })),
    ...grouped(
      lines.filter(({ arrow }) => arrow),
      ({ colour }) => ({ color: colour }),
    ).map(([look, some]) => ({
      data: { values: some.map(pointValue) },
      mark: { type: "point", shape: "triangle", filled: true, opacity: 1, size: POINT ** 2, ...look },
      encoding: { angle: { field: "turn", type: "quantitative", scale: null } },
    })),
    ...grouped(texts, ({ align, size, weight, colour = ink }) => ({
      align,
      fontSize: size,
      color: colour,
      fontWeight: weight,
    })).map(([look, some]) => ({
      data: { values: some.map(({ x, y, text }) => ({ x: tenth(x), y: tenth(y), text })) },
      mark: { type: "text", baseline: "middle", ...look },
      encoding: { text: { field: "text" } },
    })),
  ];
}

const ends = { x2: { field: "x2" }, y2: { field: "y2" } };

/** x with one decimal: a tenth of a pixel cannot be seen. */
function tenth(x: number): number {
  return Math.round(10 * x) / 10;
}

function boxValue({ left, top, right, bottom, fill }: DrawnBox): object {
  return { x: tenth(left), y: tenth(top), x2: tenth(right), y2: tenth(bottom), fill };
}

/** A line with a point ends inside it, so that its own end does not stand out in front. */
function lineValue({ from, to, arrow }: DrawnLine): object {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = arrow && length > 0 ? Math.max(0, 1 - POINT / 2 / length) : 1;
  const end = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
  return { x: tenth(from.x), y: tenth(from.y), x2: tenth(end.x), y2: tenth(end.y) };
}

/** The place and the turn of a line's point, which touches the line's end. */
function pointValue({ from, to }: DrawnLine): object {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const back = POINT / 2 / (Math.hypot(dx, dy) || 1);
  return {
    x: tenth(to.x - back * dx),
    y: tenth(to.y - back * dy),
    turn: Math.round(90 + (Math.atan2(dy, dx) * 180) / Math.PI), // a triangle points up, and turns clockwise
  };
}

/** The items that share a look, in the order of each look's first; properties that are undefined are left out. */
function grouped<Item>(
  items: readonly Item[],
  lookOf: (item: Item) => object,
): readonly (readonly [object, readonly Item[]])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = JSON.stringify(lookOf(item));
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups].map(([key, some]) => [JSON.parse(key) as object, some]);
}
