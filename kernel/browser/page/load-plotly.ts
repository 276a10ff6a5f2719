import type { Plotly } from "./plotly-types.ts";

let loading: Promise<Plotly> | undefined;

/**
 * Loads Plotly from `url`, once per page, for the first figure: compressed, it is a third of the size of everything
 * else.
 */
export function loadPlotly(url: string): Promise<Plotly> {
  loading ??= new Promise<Plotly>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve((globalThis as unknown as { readonly Plotly: Plotly }).Plotly);
    script.onerror = () => {
      loading = undefined; // the network may be back for the next figure
      script.remove();
      reject(new Error(`Cannot draw the figure: ${url} did not load. Remedy: run the cell again`));
    };
    document.head.append(script);
  });
  return loading;
}
