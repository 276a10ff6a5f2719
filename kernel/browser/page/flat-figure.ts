import type { FigurePart, PlotlyFigure } from "./plotly-types.ts";

/** Whether a figure has something that is drawn in three dimensions, which needs WebGL. */
export function isSolid({ data }: PlotlyFigure): boolean {
  return data.some(({ type }) => type === "scatter3d");
}

/** The same points seen along the third axis: a figure that every browser draws. */
export function flatFigure({ data, layout }: PlotlyFigure): PlotlyFigure {
  const { scene = {}, ...rest } = layout as { readonly scene?: FigurePart };
  const { xaxis = {}, yaxis = {} } = scene;
  return {
    data: data.map(({ z, ...trace }) => (trace.type === "scatter3d" ? { ...trace, type: "scatter" } : trace)),
    layout: { ...rest, xaxis, yaxis },
  };
}
