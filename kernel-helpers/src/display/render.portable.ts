import type { ChartSpec } from "../plot/index.ts";

/**
 * Type of "#render" for portable files: a chart as SVG text, or undefined where this run-time makes no images.
 * Does not change `spec`. Throws Error when Vega cannot draw it.
 */
export declare function renderSvg(spec: ChartSpec): Promise<string | undefined>;

/**
 * Type of "#render" for portable files: the script that draws interactive views on a page that does not know them, or
 * undefined where each page that shows our outputs has it. Throws Error when the library was not built.
 */
export declare function viewScript(): Promise<string | undefined>;
