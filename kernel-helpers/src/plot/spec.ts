import { requireSizes } from "./require-drawable.ts";
import { chartTheme, fontSize, titleSize } from "./theme.ts";
import { wrapped } from "./wrapped.ts";

/** A Vega-Lite v5 chart as plain data: what JupyterLab draws and what `show()` shows. */
export interface ChartSpec {
  /** The version of Vega-Lite it is written for. */
  readonly $schema: string;
  /** The text for readers who cannot see the chart: what it shows, with its numbers. */
  readonly description: string;
  /** Title above the chart, in lines with a note below where it needs them. */
  readonly title?: string | ChartTitle;
  readonly [property: string]: unknown;
}

/** A title of several lines, or one with a note below. */
export interface ChartTitle {
  /** The title's lines. */
  readonly text: readonly string[];
  /** The note's lines. */
  readonly subtitle?: readonly string[];
  /** What the title's left edge is that of. Vega's own: "bounds", what is drawn with its axes. */
  readonly frame?: "bounds" | "group";
}

/** A Plotly figure as plain data. */
export interface Figure {
  /** The traces. */
  readonly data: readonly PlotlyPart[];
  /** Title, axes, size. */
  readonly layout: PlotlyPart;
  /** The text for readers who cannot see the figure. */
  readonly description: string;
  /** The same points as a Vega-Lite chart, for pages that run no JavaScript or have no WebGL. */
  readonly picture?: ChartSpec;
}

/** A trace or a layout of Plotly: plain data. */
export interface PlotlyPart {
  readonly [property: string]: unknown;
}

/** Options that every chart has. */
export interface ChartOptions {
  /** Title above the chart. */
  readonly title?: string;
  /** Width of the drawing in pixels, without axes. */
  readonly width?: number;
  /** Height of the drawing in pixels, without axes. */
  readonly height?: number;
}

/** The parts of a chart that are its own. */
interface ChartBody {
  /** Pixels, or a step for each label. */
  readonly width: unknown;
  readonly height: unknown;
  readonly [property: string]: unknown;
}

/** A chart's body at one width, with its title. */
export interface Layout extends ChartBody {
  readonly width: number;
  readonly title?: string | ChartTitle;
}

/** A title that is broken into lines of the drawing's width. */
interface Heading {
  readonly text: string;
  readonly width: number;
  /** Text below the title; "" for none. */
  readonly note?: string;
}

/**
 * Combines the common parts of every chart with the parts of this one. SVG takes the page's colours, canvas does not. Throws
 * RangeError for a size that nothing can be drawn in. A page that has less room draws the first layout of `narrower`
 * that fits, in place of this body.
 */
export function chartSpec(
  description: string,
  heading: Heading | undefined,
  body: ChartBody,
  narrower: readonly Layout[] = [],
): ChartSpec {
  requireSizes("Cannot draw a chart", { width: body.width, height: body.height });
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description,
    ...(heading === undefined ? {} : { title: titleOf(heading) }),
    usermeta: { embedOptions: { renderer: "svg" }, ...(narrower.length > 0 && { narrower }) },
    config: chartTheme,
    ...body,
  };
}

/** The title in lines that fit, with its note. */
export function titleOf({ text, width, note = "" }: Heading): string | ChartTitle {
  const lines = wrapped(text, width, titleSize);
  if (note !== "") return { text: lines, subtitle: wrapped(note, width, fontSize) };
  return lines.length > 1 ? { text: lines } : text;
}

/** x with six significant digits: more cannot be seen, and every digit is stored in the notebook. */
export function rounded(x: number): number {
  return Number(x.toPrecision(6));
}

/** x for a sentence: four significant digits. */
export function spoken(x: number): string {
  return Number.isFinite(x) ? String(Number(x.toPrecision(4))) : String(x);
}
