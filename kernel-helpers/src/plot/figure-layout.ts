import { legendColumns } from "./legend.ts";
import { type MapLayout, mapLayout } from "./map-layout.ts";
import { escaped } from "./plotly-text.ts";
import type { ProjectedWord } from "./projected-word.ts";
import { type PlotlyPart, rounded } from "./spec.ts";
import { figureTheme, fontSize, titleSize } from "./theme.ts";
import { widthsFor } from "./widths-for.ts";
import { wrapped } from "./wrapped.ts";

/** What stands around the words of a figure, and its size with all that, in pixels. */
export interface Frame {
  readonly title: string;
  /** Text below the title; "" for none. */
  readonly note: string;
  /** Names of the axes. */
  readonly axes: readonly string[];
  readonly groups: readonly string[];
  readonly width: number;
  readonly height: number;
}

const SIDES = { l: 60, r: 14, b: 52 };
/** Heights of the lines above the drawing, in pixels. */
const LINE = { title: 20, note: 16, legend: 20 };
const USUAL_TOP = 60;

/** A layout of the figure's own width, with the map that it draws, and layouts for narrower pages. */
export function figureLayout(
  points: readonly ProjectedWord[],
  frame: Frame,
  labels: number,
): { readonly layout: PlotlyPart; readonly map: MapLayout } {
  const [first, ...others] = widthsFor(frame.width).map((width) => {
    const map = mapLayout(points, { ...drawingSize(width, frame.height), labels });
    return { map, layout: flatLayout(points, { ...frame, width }, map) };
  }) as [{ layout: PlotlyPart; map: MapLayout }];
  return {
    ...first,
    layout: withNarrower(
      first.layout,
      others.map(({ layout }) => layout),
    ),
  };
}

/** Layouts of a figure in three dimensions, whose labels Plotly places. */
export function solidLayout(frame: Frame): PlotlyPart {
  const [first, ...others] = widthsFor(frame.width).map((width) => {
    const [xaxis, yaxis, zaxis] = frame.axes.map((name) => ({ title: { text: escaped(name) } }));
    const sized = { ...frame, width };
    return { ...aroundOf(sized, { l: 0, r: 0, b: 0 }, frame.height), scene: { xaxis, yaxis, zaxis } };
  });
  return withNarrower(first as PlotlyPart, others);
}

/** The drawing inside a figure of this size; a narrow one is at most a quarter higher than wide. */
function drawingSize(width: number, height: number): { readonly width: number; readonly height: number } {
  const inner = Math.max(120, width - SIDES.l - SIDES.r);
  return {
    width: inner,
    height: Math.max(120, Math.min(height - SIDES.b - USUAL_TOP, Math.round(1.25 * inner))),
  };
}

function withNarrower(layout: PlotlyPart, narrower: readonly PlotlyPart[]): PlotlyPart {
  return narrower.length === 0 ? layout : { ...layout, meta: { narrower } };
}

function flatLayout(points: readonly ProjectedWord[], frame: Frame, map: MapLayout): PlotlyPart {
  const axis = (name: string | undefined, range: readonly number[]): object => ({
    title: { text: escaped(name ?? ""), standoff: 8 },
    range: range.map(rounded),
    zeroline: false,
    nticks: 7,
  });
  return {
    ...aroundOf(frame, SIDES, map.height + SIDES.b),
    xaxis: axis(frame.axes[0], map.x),
    yaxis: axis(frame.axes[1], map.y),
    annotations: annotationsOf(points, map),
  };
}

/** Title, note, legend and the margins that they need, so that the drawing has exactly its size. */
function aroundOf(
  { title, note, groups, width }: Frame,
  sides: { readonly l: number; readonly r: number; readonly b: number },
  below: number,
): PlotlyPart {
  const titleLines = wrapped(title, width - 24, titleSize * 1.1);
  const noteLines = note === "" ? [] : wrapped(note, width - 24, fontSize);
  const inner = width - sides.l - sides.r;
  const rows = groups.length > 1 ? Math.ceil(groups.length / legendColumns(groups, inner)) : 0;
  const top = 14 + titleLines.length * LINE.title + noteLines.length * LINE.note + rows * LINE.legend;
  const small = noteLines.map(
    (line) => `<br><span style="font-size:${fontSize}px;font-weight:normal">${escaped(line)}</span>`,
  );
  return {
    template: figureTheme,
    title: {
      text: titleLines.map(escaped).join("<br>") + small.join(""),
      x: 0,
      xanchor: "left",
      y: 1,
      yanchor: "top",
      pad: { l: 8, t: 10 },
    },
    width,
    height: top + below,
    margin: { ...sides, t: top, pad: 0, autoexpand: false },
    showlegend: groups.length > 1,
    legend: { orientation: "h", x: 0, xanchor: "left", y: 1, yanchor: "bottom" },
    hovermode: "closest",
  };
}

function annotationsOf(
  points: readonly ProjectedWord[],
  { labels, pixels }: MapLayout,
): readonly PlotlyPart[] {
  return labels.map(({ index, box, leader }) => {
    const point = points[index] as ProjectedWord;
    const place = pixels(point);
    const [right, down] = [(box.left + box.right) / 2 - place.x, (box.top + box.bottom) / 2 - place.y].map(
      (shift) => Math.round(10 * shift) / 10,
    ) as [number, number];
    const at = { x: rounded(point.x), y: rounded(point.y), text: escaped(point.word) };
    return leader === undefined
      ? { ...at, xshift: right, yshift: -down }
      : { ...at, showarrow: true, ax: right, ay: down, standoff: 5 };
  });
}
