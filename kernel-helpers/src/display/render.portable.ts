import type { ChartSpec } from "../plot/index.ts";

/**
 * Type of "#render" for portable files: a chart as SVG text, or undefined where this run-time makes no images.
 * Does not change `spec`. Throws Error when Vega cannot draw it.
 */
export declare function renderSvg(spec: ChartSpec): Promise<string | undefined>;
