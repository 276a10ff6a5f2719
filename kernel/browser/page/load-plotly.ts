import type { Plotly } from "./plotly-types.ts";

let loading: Promise<Plotly> | undefined;

/** Plotly from `url`, once in a page, when a figure asks for it: with gzip it is a third of everything else. */
export function loadPlotly(url: string): Promise<Plotly> {
  loading ??= new Promise<Plotly>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve((globalThis as unknown as { readonly Plotly: Plotly }).Plotly);
    script.onerror = () => {
      loading = undefined; // the next figure may find a network again
      script.remove();
      reject(new Error(`Cannot draw the figure as ${url} must load: it did not. Remedy: run the cell again`));
    };
    document.head.append(script);
  });
  return loading;
}
