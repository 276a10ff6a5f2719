import { flatFigure, isSolid } from "./flat-figure.ts";
import { hasWebGl } from "./has-webgl.ts";
import { loadPlotly } from "./load-plotly.ts";
import type { Plotly, PlotlyFigure } from "./plotly-types.ts";
import { themeColours, themedLayout } from "./themed-layout.ts";

/** An output of a cell that has a figure among its forms. */
export interface FigureModel {
  readonly data: Readonly<Record<string, unknown>>;
}

const CONFIG = { responsive: true, displaylogo: false };

const FLAT =
  "This browser draws nothing in three dimensions, as WebGL is missing: here is the figure seen along its third " +
  "axis. Remedy: allow hardware acceleration in the browser's settings.";

/** What Plotly drew into, by the output's place in the page, and who drew. */
const drawn = new WeakMap<HTMLElement, { readonly place: HTMLElement; readonly plotly: Plotly }>();

/**
 * Draws the figure of `model` in `node`, or anew after an update. Without WebGL a figure in three dimensions becomes
 * one in two, and its description is written below. Says so when Plotly does not load.
 */
export async function drawFigure(node: HTMLElement, { data }: FigureModel, url: string): Promise<void> {
  const figure = data["application/vnd.plotly.v1+json"] as PlotlyFigure;
  const spoken = typeof data["text/plain"] === "string" ? data["text/plain"] : "Figure";
  try {
    const plotly = await loadPlotly(url);
    const flat = isSolid(figure) && !hasWebGl();
    const place = drawn.get(node)?.place ?? document.createElement("div");
    drawn.set(node, { place, plotly });
    place.setAttribute("role", "figure");
    place.setAttribute("aria-label", spoken);
    node.replaceChildren(place, ...(flat ? [paragraph(FLAT), paragraph(spoken)] : []));
    const { data: traces, layout } = flat ? flatFigure(figure) : figure;
    await plotly.react(place, traces, themedLayout(layout, themeColours()), CONFIG);
  } catch (error) {
    node.replaceChildren(
      paragraph(error instanceof Error ? error.message : String(error)),
      paragraph(spoken),
    );
  }
}

/** Gives back what Plotly holds for a figure that goes: a page has few WebGL contexts. */
export function forgetFigure(node: HTMLElement): void {
  const figure = drawn.get(node);
  if (figure) figure.plotly.purge(figure.place);
  drawn.delete(node);
}

function paragraph(text: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = text;
  return made;
}
