/** A Vega-Lite v5 chart as plain data: what JupyterLab draws and what `show()` shows. */
export interface ChartSpec {
  /** Which Vega-Lite it is written for. */
  readonly $schema: string;
  /** The text for those who do not see the chart: what it shows, with its numbers. */
  readonly description: string;
  /** What stands above the chart. */
  readonly title?: string;
  readonly [property: string]: unknown;
}

/** A Plotly figure as plain data. */
export interface Figure {
  /** The traces. */
  readonly data: readonly PlotlyPart[];
  /** Title, axes, size. */
  readonly layout: PlotlyPart;
  /** The text for those who do not see the figure. */
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
  /** What stands above the chart. */
  readonly title?: string;
  /** Pixels of the drawing, without axes. */
  readonly width?: number;
  /** Pixels of the drawing, without axes. */
  readonly height?: number;
}

/** Puts what every chart has in front of what this one draws. */
export function chartSpec(description: string, title: string | undefined, body: object): ChartSpec {
  return {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    description,
    ...(title === undefined ? {} : { title }),
    ...body,
  };
}

/** x with six significant digits: more are not seen, and every one is stored in the notebook. */
export function rounded(x: number): number {
  return Number(x.toPrecision(6));
}

/** x for a sentence: four significant digits. */
export function spoken(x: number): string {
  return Number.isFinite(x) ? String(Number(x.toPrecision(4))) : String(x);
}
