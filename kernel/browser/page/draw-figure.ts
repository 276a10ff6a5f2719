import { fittingLayout } from "./fitting-layout.ts";
import { flatFigure, isSolid } from "./flat-figure.ts";
import { hasWebGl } from "./has-webgl.ts";
import { hiddenWords, hiddenWordsTable } from "./hidden-words.ts";
import { buildFor, loadPlotly, type PlotlyBuilds } from "./load-plotly.ts";
import type { Plotly, PlotlyFigure } from "./plotly-types.ts";
import { themeColours, themedLayout } from "./themed-layout.ts";

/** An output of a cell that contains a figure. */
export interface FigureModel {
  readonly data: Readonly<Record<string, unknown>>;
}

const TYPE = "application/vnd.plotly.v1+json";

const CONFIG = { responsive: true, displaylogo: false };

const FLAT =
  "This browser cannot draw in three dimensions, because WebGL is missing: here is the figure seen along its third " +
  "axis. Remedy: allow hardware acceleration in the browser's settings.";

interface Drawn {
  /** The element that Plotly drew into. */
  readonly place: HTMLElement;
  readonly plotly: Plotly;
}

/** By the output's element. */
const drawn = new WeakMap<HTMLElement, Drawn>();

/**
 * Draws the figure of `model` in `node`, or again after an update, in the layout that has room there and in the colours of
 * the page. Below a map stands a table of the words whose labels have no place. Without WebGL a three-dimensional figure is
 * drawn flat, with its description below. Says so when Plotly does not load.
 */
export async function drawFigure(
  node: HTMLElement,
  { data }: FigureModel,
  builds: PlotlyBuilds,
): Promise<void> {
  const figure = data[TYPE] as PlotlyFigure;
  const spoken = typeof data["text/plain"] === "string" ? data["text/plain"] : "Figure";
  try {
    const flat = isSolid(figure) && !hasWebGl();
    const { data: traces, layout } = flat ? flatFigure(figure) : figure;
    const plotly = await loadPlotly(buildFor(traces, builds));
    if (drawn.get(node)?.plotly !== plotly) forgetFigure(node);
    const { place } = drawn.get(node) ?? { place: document.createElement("div") };
    drawn.set(node, { place, plotly });
    place.setAttribute("role", "figure");
    place.setAttribute("aria-label", spoken);
    const fitting = fittingLayout(layout, node.clientWidth);
    const hidden = hiddenWords(traces, fitting);
    node.replaceChildren(
      place,
      ...(flat ? [paragraph(FLAT), paragraph(spoken)] : []),
      ...(hidden.length > 0 ? [hiddenWordsTable(hidden)] : []),
    );
    await plotly.react(place, traces, themedLayout(fitting, themeColours(node)), CONFIG);
  } catch (error) {
    node.replaceChildren(
      paragraph(error instanceof Error ? error.message : String(error)),
      paragraph(spoken),
    );
  }
}

/** The width of the layout that has room in `node`. */
export function fittingWidth(node: HTMLElement, { data }: FigureModel): unknown {
  return fittingLayout((data[TYPE] as PlotlyFigure).layout, node.clientWidth).width;
}

/** Frees what Plotly holds for a figure that is removed: a page has few WebGL contexts. */
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
