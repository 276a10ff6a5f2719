import { readFile } from "node:fs/promises";
import type { LoggerInterface } from "vega";
import type { TopLevelSpec } from "vega-lite";
import type { ChartSpec } from "../plot/index.ts";

/** A chart as SVG text. Loads Vega (0.3 s) for the first chart. Throws Error when Vega rejects `spec`. */
export async function renderSvg(spec: ChartSpec): Promise<string> {
  const [vegaLite, vega] = await Promise.all([import("vega-lite"), import("vega")]);
  // A copy, because Vega adds an id to each row of the data.
  const chart = structuredClone(spec) as unknown as TopLevelSpec;
  try {
    const compiled = vegaLite.compile(chart, { logger }).spec;
    const view = new vega.View(vega.parse(compiled), { renderer: "none", logger });
    const svg = await view.toSVG();
    view.finalize(); // stops its timers
    return svg;
  } catch (error) {
    throw new Error(`Cannot draw a chart: Vega does not accept its spec: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/** The bundle of kernel-helpers/views. Throws Error when the library was not built. */
export async function viewScript(): Promise<string> {
  try {
    return await readFile(new URL("../../dist/views.js", import.meta.url), "utf8");
  } catch (error) {
    throw new Error("Cannot show an interactive view: kernel-helpers was not built. Remedy: npm run setup", {
      cause: error,
    });
  }
}

const ignore = (): unknown => logger;

/** Warnings are for authors, whose tests read them; in a notebook they would clutter the outputs. */
const logger = {
  level: ignore,
  error: fail,
  warn: ignore,
  info: ignore,
  debug: ignore,
} as unknown as LoggerInterface;

function fail(...reasons: readonly unknown[]): never {
  throw new Error(reasons.map(String).join(" "));
}
