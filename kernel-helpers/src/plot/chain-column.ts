import { backward, boxOf, forward, LINE, PARAMETER, RIM, rimOf, rims, textsAt } from "./chain-parts.ts";
import type { ChainStep } from "./chain-step.ts";
import { type Drawing, type Drawn, drawnTogether, lineThrough } from "./drawing.ts";
import { linesWidth } from "./formula-lines.ts";
import { ASIDE, below, type MeasuredColumn, measuredColumn, middlesOf, RIGHT } from "./measured-column.ts";

/** The chain from top to bottom, with the arrows back at its right, for `width` pixels. */
export function chainColumn(steps: readonly ChainStep[], width: number): Drawing {
  const column = measuredColumn(steps, width);
  const heights = column.lines.map((lines) => lines.length * LINE + 2 * RIM);
  const middles = middlesOf(column, heights);
  const { left, box } = column;
  const x = box.left + box.width / 2;
  const end = (index: number, side: 1 | -1): number =>
    (middles[index] as number) + (side * (heights[index] as number)) / 2;
  const parts = steps.map((step, i) =>
    drawnTogether([
      i === 0
        ? {}
        : { lines: [{ from: { x, y: end(i - 1, 1) + 2 }, to: { x, y: end(i, -1) - 1 }, ...forward }] },
      boxOf(
        column.lines[i] as readonly string[],
        { x, y: middles[i] as number },
        { width: box.width, height: heights[i] as number, rim: rimOf(i, steps) },
      ),
      parameterOf(step, middles[i] as number, column.beside[i] as readonly string[], { left, to: box.left }),
    ]),
  );
  const backs = column.backs.map((back) => backOf(back, middles, box.left + box.width));
  const last = steps.length - 1;
  return {
    width,
    height: Math.max(end(last, 1), (middles[last] as number) + below(column, last)) + 2,
    ...drawnTogether([...backs, ...parts]),
  };
}

/** An arrow back at the right of the boxes, with its derivative. */
function backOf(
  { from, to, lines }: MeasuredColumn["backs"][number],
  middles: readonly number[],
  right: number,
): Partial<Drawn> {
  const [start, end] = [(middles[from] as number) - ASIDE, (middles[to] as number) + ASIDE];
  const x = right + 14;
  return {
    lines: lineThrough(
      [
        { x: right + 2, y: start },
        { x, y: start },
        { x, y: end },
        { x: right + 1, y: end },
      ],
      backward,
    ),
    texts: textsAt(lines, { x: right + RIGHT, y: (start + end) / 2 }, "left"),
  };
}

/** What enters a step from the left, the arrow back to it, and below it its derivative. */
function parameterOf(
  { parameter }: ChainStep,
  y: number,
  beside: readonly string[],
  { left, to }: { readonly left: number; readonly to: number },
): Partial<Drawn> {
  if (!parameter) return {};
  const width = linesWidth([parameter.name]) + 2 * RIM;
  const [from, end] = [left + 2, to - 1];
  const back = { from: { x: end, y: y + ASIDE }, to: { x: from, y: y + ASIDE }, ...backward };
  const into = { from: { x: from, y: y - ASIDE }, to: { x: end, y: y - ASIDE }, ...forward };
  return drawnTogether([
    boxOf(
      [parameter.name],
      { x: left - width / 2, y },
      { width, height: PARAMETER, rim: parameter.derivative === undefined ? rims.between : rims.moved },
    ),
    { lines: parameter.derivative === undefined ? [into] : [into, back] },
    parameter.derivative === undefined
      ? {}
      : {
          texts: textsAt(beside, { x: left, y: y + PARAMETER / 2 + 2 + (beside.length * LINE) / 2 }, "right"),
        },
  ]);
}
