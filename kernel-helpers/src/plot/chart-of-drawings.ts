import type { Drawing } from "./drawing.ts";
import { drawingLayers } from "./drawing-layers.ts";
import { requireSizes } from "./require-drawable.ts";
import { type ChartSpec, type ChartTitle, chartSpec, type Layout, titleOf } from "./spec.ts";
import { titleSize } from "./theme.ts";
import { widthsFor } from "./widths-for.ts";
import { wrapped } from "./wrapped.ts";

/** What `chartOfDrawings` is told beside the drawings. */
interface DrawnOptions {
  readonly description: string;
  readonly title: string | undefined;
  readonly width: number;
}

/** A chart of drawings: that of its own width, and in its `usermeta` those for narrower pages, widest first. */
export function chartOfDrawings(
  { description, title, width }: DrawnOptions,
  draw: (width: number) => Drawing,
): ChartSpec {
  requireSizes("Cannot draw a chart", { width });
  const [own, ...narrower] = widthsFor(width).map((room) => layoutOf(draw(room), title)) as [
    Layout,
    ...Layout[],
  ];
  return chartSpec(description, undefined, own, narrower);
}

/** Pixels around a drawing, and for a line of its title. */
const [PADDING, TITLE_LINE] = [5, 18];

/** How much wider than others bold letters are. */
const BOLD = 1.15;

function layoutOf(drawing: Drawing, title: string | undefined): Layout {
  const { width, height } = drawing;
  const axis = (field: string, end: number, reverse: boolean): object => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: [0, end], nice: false, zero: false, reverse },
  });
  const room = width / BOLD;
  const lines = title === undefined ? 0 : wrapped(title, room, titleSize).length;
  return {
    ...(title === undefined ? {} : { title: titleAtTheEdge(title, room) }),
    autosize: "none", // Vega would measure texts, which it cannot do in Node, and add what they seem to need
    padding: { left: PADDING, right: PADDING, bottom: PADDING, top: PADDING + lines * TITLE_LINE },
    width,
    height,
    view: { stroke: null },
    encoding: { x: axis("x", width, false), y: axis("y", height, true) },
    layer: drawingLayers(drawing),
  };
}

/** The title, from the drawing's edge: not from what Vega thinks is the edge of its widest text, which is off the picture. */
function titleAtTheEdge(text: string, width: number): ChartTitle {
  const title = titleOf({ text, width });
  return { ...(typeof title === "string" ? { text: [title] } : title), frame: "group" };
}
