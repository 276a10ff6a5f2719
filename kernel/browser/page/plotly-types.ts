/** A part of a Plotly figure. */
export type FigurePart = Readonly<Record<string, unknown>>;

/** A Plotly figure, as notebooks hold it. */
export interface PlotlyFigure {
  readonly data: readonly FigurePart[];
  readonly layout: FigurePart;
}

/** The functions of Plotly that we call. */
export interface Plotly {
  react(
    node: HTMLElement,
    data: readonly FigurePart[],
    layout: FigurePart,
    config: FigurePart,
  ): Promise<unknown>;
  purge(node: HTMLElement): void;
}
