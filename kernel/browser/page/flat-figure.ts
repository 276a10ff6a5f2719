import type { FigurePart, PlotlyFigure } from "./plotly-types.ts";

/** Whether a figure has something that is drawn in three dimensions, which needs WebGL. */
export function isSolid({ data }: PlotlyFigure): boolean {
  return data.some(({ type }) => type === "scatter3d");
}

/** The same points seen along the third axis: a figure that every browser draws. */
export function flatFigure({ data, layout }: PlotlyFigure): PlotlyFigure {
  const { meta, ...widest } = layout as { readonly meta?: { readonly narrower?: readonly FigurePart[] } };
  const narrower = meta?.narrower && { meta: { ...meta, narrower: meta.narrower.map(flatLayout) } };
  return {
    data: data.map(({ z, ...trace }) => (trace.type === "scatter3d" ? { ...trace, type: "scatter" } : trace)),
    layout: { ...flatLayout(widest), ...narrower },
  };
}

/** A layout whose scene, if there is one, has become two axes. */
function flatLayout(layout: FigurePart): FigurePart {
  const { scene, ...rest } = layout as { readonly scene?: FigurePart };
  if (scene === undefined) return rest;
  const { xaxis = {}, yaxis = {} } = scene;
  return { ...rest, margin: undefined, xaxis, yaxis };
}
