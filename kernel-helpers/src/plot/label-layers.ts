import type { Place } from "./box.ts";
import type { PlacedLabel } from "./label.ts";
import type { NamedPlace } from "./place-labels.ts";
import { rounded } from "./spec.ts";
import { fontSize, neutral } from "./theme.ts";

const at = (field: string): object => ({ field, type: "quantitative" });

/** The layers of a Vega-Lite chart with leader lines and texts. `numbers` gives a place in pixels as numbers of the axes. */
export function labelLayersOf(
  labels: readonly PlacedLabel[],
  points: readonly NamedPlace[],
  numbers: (place: Place) => Place,
): object[] {
  const texts = labels.map(({ index, box }) => {
    const { x, y } = numbers({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });
    return { label: points[index]?.text, x: rounded(x), y: rounded(y) };
  });
  const leaders = labels.flatMap(({ leader }) => {
    if (leader === undefined) return [];
    const [from, to] = leader.map(numbers) as [Place, Place];
    return { x: rounded(from.x), y: rounded(from.y), x2: rounded(to.x), y2: rounded(to.y) };
  });
  const rule = {
    data: { values: leaders },
    mark: { type: "rule", color: neutral, strokeWidth: 1 },
    encoding: { x: at("x"), y: at("y"), x2: { field: "x2" }, y2: { field: "y2" } },
  };
  const text = {
    data: { values: texts },
    mark: { type: "text", align: "center", baseline: "middle", fontSize },
    encoding: { x: at("x"), y: at("y"), text: { field: "label" } },
  };
  return leaders.length > 0 ? [rule, text] : [text];
}
