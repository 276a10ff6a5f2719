/** A Vega-Lite chart, as notebooks hold it. */
export type ChartSpec = Readonly<Record<string, unknown>>;

/**
 * The chart for a page with `room` pixels for it, where it takes `natural`: laid out anew, not scaled down, so that its text
 * keeps its size. A square one stays square. A chart whose cells have a fixed size keeps its width and scrolls.
 */
export function fittedChart(spec: ChartSpec, natural: number, room: number): ChartSpec {
  const { width, height, title } = spec;
  if (natural <= room || typeof width !== "number") return spec;
  if (width === height) {
    const side = Math.max(120, width - Math.ceil(natural - room));
    return { ...spec, width: side, height: side };
  }
  const lines = typeof title === "string" ? { title: { text: broken(title, room) } } : {};
  return { ...spec, ...lines, width: room, autosize: { type: "fit-x", contains: "padding" } };
}

/** A title as lines that are no wider than `room` pixels, measured in the font of Vega's titles. */
function broken(title: string, room: number): readonly string[] {
  const pen = document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D;
  pen.font = "bold 14px sans-serif";
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && pen.measureText(longer).width <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
