import {
  backward,
  boxOf,
  breaksWell,
  formulaLines,
  forward,
  LINE,
  linesOf,
  linesWidth,
  PARAMETER,
  RIM,
  rimOf,
  rims,
  textsAt,
  textsOf,
} from "./chain-parts.ts";
import { backsOf, type ChainBack, type ChainStep } from "./chain-step.ts";
import { type Drawing, type Drawn, drawnTogether, lineThrough } from "./drawing.ts";

/** Limits of the distance between two boxes. */
const [LEAST_GAP, MOST_GAP] = [28, 110];

/** Heights of an arrow back below the boxes, and of the arrows between a parameter and its step. */
const [BELOW, ABOVE] = [16, 38];

/** Pixels between the middle of a box and an arrow that shares it with another. */
const ASIDE = 8;

/** So many lines an arrow's derivative has at most. */
const MOST_LINES = 2;

/** Widths to which the boxes' formulas are broken, the first that leaves room is taken. */
const BOX_WIDTHS = [400, 240, 200, 170, 145, 120];

interface Row {
  readonly steps: readonly ChainStep[];
  readonly lines: readonly (readonly string[])[];
  readonly widths: readonly number[];
  /** The middles of the boxes. */
  readonly middles: readonly number[];
  readonly backs: readonly (ChainBack & { readonly lines: readonly string[] })[];
  /** The lines of each parameter's derivative. */
  readonly beside: readonly (readonly string[])[];
}

/** The chain from left to right, with the arrows back below it; undefined where `width` pixels are not enough. */
export function chainRow(steps: readonly ChainStep[], width: number): Drawing | undefined {
  for (const most of BOX_WIDTHS) {
    const row = rowOf(steps, width, most);
    if (row) return drawingOf(row, width);
  }
  return undefined;
}

function rowOf(steps: readonly ChainStep[], width: number, most: number): Row | undefined {
  if (!steps.every((step) => textsOf(step).every((text) => breaksWell(text, most - 2 * RIM))))
    return undefined;
  const lines = steps.map((step) => linesOf(step, most));
  const widths = lines.map((some, i) => {
    const parameter = steps[i]?.parameter;
    return Math.max(linesWidth(some), parameter ? linesWidth([parameter.name]) : 0) + 2 * RIM;
  });
  const gap = (width - widths.reduce((sum, one) => sum + one, 0) - 2) / (steps.length - 1);
  if (gap < LEAST_GAP) return undefined;
  const middles = middlesOf(widths, Math.min(MOST_GAP, gap));
  const backs = backsOf(steps).map((back) => {
    const room = (middles[back.from] as number) - (middles[back.to] as number) - 2 * ASIDE;
    return { ...back, lines: formulaLines(back.text, room) };
  });
  const beside = steps.map(({ parameter }, i) => {
    const next = middles.find((_, j) => j > i && steps[j]?.parameter !== undefined) ?? width;
    return formulaLines(parameter?.derivative ?? "", next - (middles[i] as number) - 4 * ASIDE);
  });
  const fits = [...backs.map((back) => back.lines), ...beside].every((some) => some.length <= MOST_LINES);
  return fits ? { steps, lines, widths, middles, backs, beside } : undefined;
}

function middlesOf(widths: readonly number[], gap: number): readonly number[] {
  let left = 1;
  return widths.map((width) => {
    const middle = left + width / 2;
    left += width + gap;
    return middle;
  });
}

function drawingOf({ steps, lines, widths, middles, backs, beside }: Row, width: number): Drawing {
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
  { from, to, lines }: Row["backs"][number],
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
  const box = { width: linesWidth([parameter.name]) + 2 * RIM, height: PARAMETER, rim: rims.moved };
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
