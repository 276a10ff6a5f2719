import { ChartInRoom } from "../../../kernel/browser/page/chart-in-room.ts";
import { drawFigure, fittingWidth } from "../../../kernel/browser/page/draw-figure.ts";
import type { ChartSpec } from "../../../kernel/browser/page/fitted-chart.ts";
import { isSolid } from "../../../kernel/browser/page/flat-figure.ts";
import { hasWebGl } from "../../../kernel/browser/page/has-webgl.ts";
import { plotlyBuilds } from "../../../kernel/browser/page/load-plotly.ts";
import type { PlotlyFigure } from "../../../kernel/browser/page/plotly-types.ts";
import { fromRoot } from "../page/from-root.ts";

/** A chart on the page. */
export interface DrawnChart {
  /** Draws it again if the width that it has on the page asks for another layout. */
  refit(): Promise<void>;
  /** Draws it again in the colours that the page has now, where it does not follow them by itself. */
  recolour(): Promise<void>;
}

declare const vegaEmbed: (place: HTMLElement, spec: ChartSpec, options: object) => Promise<unknown>;

/** Draws the chart of a `figure` of the page in its `frame`. Throws Error where the browser cannot. */
export function drawChart(figure: HTMLElement, frame: HTMLElement): Promise<DrawnChart> {
  const spec: unknown = JSON.parse(figure.querySelector("script")?.textContent ?? "");
  // Vega labels what it draws in; the frame has our label.
  const place = frame.appendChild(document.createElement("div"));
  return figure.dataset.kind === "vega"
    ? drawVega(place, spec as ChartSpec)
    : drawPlotly(place, spec as PlotlyFigure, frame.ariaLabel ?? "");
}

async function drawVega(place: HTMLElement, spec: ChartSpec): Promise<DrawnChart> {
  const options = { actions: false, renderer: "svg" };
  const chart = new ChartInRoom(place.parentElement as HTMLElement, (fitted) =>
    vegaEmbed(place, fitted, options),
  );
  await chart.show(spec);
  return { refit: () => chart.refit(), recolour: async () => {} };
}

async function drawPlotly(place: HTMLElement, figure: PlotlyFigure, spoken: string): Promise<DrawnChart> {
  if (isSolid(figure) && !hasWebGl()) throw new Error("this browser has no WebGL");
  const builds = plotlyBuilds(new URL(fromRoot("assets/"), document.baseURI).href);
  const model = { data: { "application/vnd.plotly.v1+json": figure, "text/plain": spoken } };
  const draw = (): Promise<void> => drawFigure(place, model, builds);
  let width = fittingWidth(place, model);
  await draw();
  const refit = async (): Promise<void> => {
    const fitting = fittingWidth(place, model);
    if (fitting === width) return;
    width = fitting;
    await draw();
  };
  return { refit, recolour: draw };
}
