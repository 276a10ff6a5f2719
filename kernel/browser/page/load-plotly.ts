import type { FigurePart, Plotly } from "./plotly-types.ts";

/** Where the two builds of Plotly lie: the whole one is seven times as large. */
export interface PlotlyBuilds {
  /** Draws lines, points, bars and pies. */
  readonly basic: string;
  /** Draws everything. */
  readonly whole: string;
}

/** The addresses of both builds in the folder `base`, which ends with "/". */
export function plotlyBuilds(base: string): PlotlyBuilds {
  return { basic: new URL("plotly-basic.min.js", base).href, whole: new URL("plotly.min.js", base).href };
}

const BASIC = ["scatter", "bar", "pie"];

/** The address of the smallest build that draws these traces. */
export function buildFor(traces: readonly FigurePart[], { basic, whole }: PlotlyBuilds): string {
  return traces.every(({ type = "scatter" }) => BASIC.includes(type as string)) ? basic : whole;
}

/** By the address of a build. */
const loads = new Map<string, Promise<Plotly>>();

/** Loads Plotly from `url`, once per page, for the first figure. */
export function loadPlotly(url: string): Promise<Plotly> {
  const loading = loads.get(url) ?? load(url);
  loads.set(url, loading);
  return loading;
}

function load(url: string): Promise<Plotly> {
  return new Promise<Plotly>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve((globalThis as unknown as { readonly Plotly: Plotly }).Plotly);
    script.onerror = () => {
      loads.delete(url); // the network may be back for the next figure
      script.remove();
      reject(new Error(`Cannot draw the figure: ${url} did not load. Remedy: run the cell again`));
    };
    document.head.append(script);
  });
}
