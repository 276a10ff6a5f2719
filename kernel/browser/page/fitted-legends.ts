/** The encoding of a Vega-Lite chart: each channel has its definition. */
export type Encoding = Readonly<Record<string, unknown>>;

interface Channel {
  readonly legend?: { readonly columns?: unknown } | null;
  readonly scale?: { readonly domain?: readonly string[] };
}

/** Pixels that kernel-helpers gives to a mark and the gaps around it and its name. */
const MARK = 50;

/**
 * The encoding with as many columns in each legend as fit into `room` pixels, at least one: Vega lays out the others behind
 * the edge of the chart. `widthOf` measures a name. Legends without a number of columns or without named values stay.
 */
export function fittedLegends(encoding: Encoding, room: number, widthOf: (name: string) => number): Encoding {
  const fitted = (definition: unknown): unknown => {
    const { legend, scale } = (definition ?? {}) as Channel;
    const names = scale?.domain ?? [];
    if (typeof legend?.columns !== "number" || names.length === 0) return definition;
    const widest = Math.max(...names.map(widthOf)) + MARK;
    const columns = Math.max(1, Math.min(legend.columns, Math.floor(room / widest)));
    return { ...(definition as object), legend: { ...legend, columns } };
  };
  return Object.fromEntries(Object.entries(encoding).map(([name, channel]) => [name, fitted(channel)]));
}
