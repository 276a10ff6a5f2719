import { type Drawing, drawnTogether } from "./drawing.ts";
import type { NetworkParts } from "./drawn-network.ts";
import { type MeasuredNetwork, measureNetwork } from "./measured-network.ts";
import { networkCaption } from "./network-caption.ts";
import { LEAST_BAR, scoresWidth } from "./network-scores.ts";
import { stackedNetwork } from "./network-stacked.ts";
import { PAD } from "./network-table.ts";
import { wideNetwork } from "./network-wide.ts";
import { fontSize } from "./theme.ts";
import { wrapped } from "./wrapped.ts";

/** The least distances from a table to h. */
const LEAST_GAP = 30;

/** The drawing of `width` pixels: from left to right where there is room, else from top to bottom. */
export function networkDrawing(parts: NetworkParts, width: number): Drawing {
  const measured = measureNetwork(parts);
  const bars = width - widthOf(measured, LEAST_GAP);
  const { drawn, height, written } =
    bars >= LEAST_BAR ? wideNetwork(measured, width, bars) : stackedNetwork(measured, width);
  const lines = networkCaption(parts, { count: measured.cells.count, written }).flatMap((text) =>
    wrapped(text, width, fontSize),
  );
  const texts = lines.map((text, i) => ({
    x: 0,
    y: height + 8 + 17 * (i + 0.5),
    text,
    align: "left" as const,
    size: fontSize,
  }));
  return { width, height: height + 8 + 17 * lines.length, ...drawnTogether([drawn, { texts }]) };
}

/** What stands beside one another, without the bars: two tables, h between them, and the scores. */
function widthOf({ parts, names, cells, columns }: MeasuredNetwork, gap: number): number {
  const numbers = cells.count * cells.cell;
  return names[0] + names[1] + (1 + parts.tables) * numbers + 3 * PAD + 2 * gap + scoresWidth(columns, 0);
}
