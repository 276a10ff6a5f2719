import { type Encoding, fittedLegends } from "./fitted-legends.ts";

/** A Vega-Lite chart, as notebooks hold it. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/**
 * The chart for a page with `room` pixels for it, where it takes `natural`: laid out again, not scaled down, so that its text
 * keeps its size. A square one stays square. A chart whose cells have a fixed size keeps its width and scrolls. A drawing of
 * kernel-helpers brings its layouts for narrower pages, in `usermeta.narrower`, widest first.
 */
export function fittedChart(spec: ChartSpec, natural: number, room: number): ChartSpec {
  const { width, height } = spec;
  if (natural <= room || typeof width !== "number") return spec;
  const { narrower } = (spec.usermeta ?? {}) as { readonly narrower?: readonly ChartSpec[] };
  if (narrower !== undefined) {
    const drawing = room - (natural - width);
    const fits = narrower.find((layout) => (layout.width as number) <= drawing);
    return { ...spec, ...(fits ?? narrower.at(-1)) };
  }
  const inner = Math.max(120, width - Math.ceil(natural - room));
  const titled = {
    ...spec,
    ...fittedTitle(spec.title, room - 2 * PADDING),
    ...legends(spec.encoding, inner),
  };
  if (width === height) return { ...titled, width: inner, height: inner };
  return { ...titled, width: room, autosize: { type: "fit-x", contains: "padding" } };
}

/** The encoding with legends for a drawing that is `inner` pixels wide. */
function legends(encoding: unknown, inner: number): { readonly encoding?: Encoding } {
  if (encoding === undefined) return {};
  const widthOf = (name: string): number => pen(NAME).measureText(name).width;
  return { encoding: fittedLegends(encoding as Encoding, inner, widthOf) };
}

/** Pixels that Vega leaves free on each side of a chart. */
const PADDING = 5;

/** The title of kernel-helpers' charts, and the note below it, broken again; a title of another form stays. */
function fittedTitle(title: unknown, room: number): { readonly title?: object } {
  if (typeof title === "string") return { title: { text: broken(title, room, TITLE) } };
  const { text, subtitle } = (title ?? {}) as Readonly<Record<string, unknown>>;
  if (!Array.isArray(text)) return {};
  const note = Array.isArray(subtitle) && { subtitle: broken(subtitle.join(" "), room, NOTE) };
  return { title: { ...(title as object), text: broken(text.join(" "), room, TITLE), ...note } };
}

/** The fonts of titles, notes and names in kernel-helpers' charts. */
const [TITLE, NOTE, NAME] = ["bold 14px sans-serif", "12px sans-serif", "12px sans-serif"];

/** What measures texts in a font. */
function pen(font: string): CanvasRenderingContext2D {
  const context = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  context.font = font;
  return context;
}

/** A text as lines that are no wider than `room` pixels in a font. */
function broken(title: string, room: number, font: string): readonly string[] {
  const measure = pen(font);
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && measure.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
