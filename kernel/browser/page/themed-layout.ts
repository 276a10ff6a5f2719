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

/** The colours of JupyterLab's theme as it is now. */
export function themeColours(): ThemeColours {
  const style = getComputedStyle(document.body);
  const colour = (name: string, otherwise: string): string =>
    style.getPropertyValue(name).trim() || otherwise;
  return { text: colour("--jp-content-font-color1", "#222"), lines: colour("--jp-border-color1", "#bbb") };
}
