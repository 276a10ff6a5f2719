import { backward, boxOf, forward, LINE, PARAMETER, RIM, rimOf, rims, textsAt } from "./chain-parts.ts";
import type { ChainStep } from "./chain-step.ts";
import { type Drawing, type Drawn, drawnTogether, lineThrough } from "./drawing.ts";
import { linesWidth } from "./formula-lines.ts";
import { ASIDE, type MeasuredRow, measuredRow } from "./measured-row.ts";

/** Heights of an arrow back below the boxes, and of the arrows between a parameter and its step. */
const [BELOW, ABOVE] = [16, 38];

/** The chain from left to right, with the arrows back below it; undefined where `width` pixels are not enough. */
export function chainRow(steps: readonly ChainStep[], width: number): Drawing | undefined {
  const row = measuredRow(steps, width);
  return row && drawingOf(row, width);
}

function drawingOf({ steps, lines, widths, middles, backs, beside }: MeasuredRow, width: number): Drawing {
  const above = steps.some(({ parameter }) => parameter) ? PARAMETER + ABOVE : 0;
  const height = Math.max(...lines.map((some) => some.length)) * LINE + 2 * RIM;
  const [y, bottom] = [above + 1 + height / 2, above + 1 + height];
  const texts = Math.max(0, ...backs.map((back) => back.lines.length));
  const boxes = steps.map((_, i) =>
    boxOf(
      lines[i] as readonly string[],
      { x: middles[i] as number, y },
      { width: widths[i] as number, height, rim: rimOf(i, steps) },
    ),
  );
  const arrows = middles.slice(1).map((middle, i) => ({
    from: { x: (middles[i] as number) + (widths[i] as number) / 2 + 2, y },
    to: { x: middle - (widths[i + 1] as number) / 2 - 1, y },
    ...forward,
  }));
  const parameters = steps.map((step, i) =>
    parameterOf(step, middles[i] as number, beside[i] as readonly string[]),
  );
  return {
    width,
    height: bottom + (texts > 0 ? BELOW + texts * LINE + 4 : 2),
    ...drawnTogether([
      { lines: arrows },
      ...backs.map((back) => backOf(back, middles, bottom)),
      ...boxes,
      ...parameters,
    ]),
  };
}

/** An arrow back below the boxes, with its derivative. */
function backOf(
  { from, to, lines }: MeasuredRow["backs"][number],
  middles: readonly number[],
  bottom: number,
): Partial<Drawn> {
  const [right, left] = [(middles[from] as number) - ASIDE, (middles[to] as number) + ASIDE];
  const y = bottom + BELOW;
  return {
    lines: lineThrough(
      [
        { x: right, y: bottom + 2 },
        { x: right, y },
        { x: left, y },
        { x: left, y: bottom + 1 },
      ],
      backward,
    ),
    texts: textsAt(lines, { x: (left + right) / 2, y: y + 4 + (lines.length * LINE) / 2 }, "center"),
  };
}

/** What enters a step from above, and the arrow back to it with its derivative. */
function parameterOf({ parameter }: ChainStep, x: number, beside: readonly string[]): Partial<Drawn> {
  if (!parameter) return {};
  const box = {
    width: linesWidth([parameter.name]) + 2 * RIM,
    height: PARAMETER,
    rim: parameter.derivative === undefined ? rims.between : rims.moved,
  };
  const [top, bottom] = [PARAMETER + 3, PARAMETER + ABOVE];
  const back = { from: { x: x + ASIDE, y: bottom - 1 }, to: { x: x + ASIDE, y: top }, ...backward };
  const down = { from: { x: x - ASIDE, y: top }, to: { x: x - ASIDE, y: bottom }, ...forward };
  return drawnTogether([
    boxOf([parameter.name], { x, y: 1 + PARAMETER / 2 }, box),
    { lines: parameter.derivative === undefined ? [down] : [down, back] },
    parameter.derivative === undefined
      ? {}
      : { texts: textsAt(beside, { x: x + 2 * ASIDE, y: (top + bottom) / 2 }, "left") },
  ]);
}
