import type { FigurePart } from "./plotly-types.ts";

/** The colours of the page's theme that a figure uses. */
export interface ThemeColours {
  readonly text: string;
  readonly lines: string;
}

/** A layout in the colours of the page, except where the figure sets its own. */
export function themedLayout(layout: FigurePart, { text, lines }: ThemeColours): FigurePart {
  const axis = (own: unknown): object => ({
    gridcolor: lines,
    zerolinecolor: lines,
    linecolor: lines,
    ...(own as object | undefined),
  });
  const scene = layout.scene as FigurePart | undefined;
  return {
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    ...layout,
    font: { color: text, ...(layout.font as object | undefined) },
    ...(scene
      ? { scene: { ...scene, xaxis: axis(scene.xaxis), yaxis: axis(scene.yaxis), zaxis: axis(scene.zaxis) } }
      : { xaxis: axis(layout.xaxis), yaxis: axis(layout.yaxis) }),
  };
}

/** The colour of text at `node` as it is now, and a faint one for lines; those of the page if it is not in the page yet. */
export function themeColours(node: Element): ThemeColours {
  const text = getComputedStyle(node).color || getComputedStyle(document.body).color;
  const [red = "128", green = "128", blue = "128"] = text.match(/[\d.]+/g) ?? [];
  return { text, lines: `rgba(${red}, ${green}, ${blue}, 0.2)` };
}
