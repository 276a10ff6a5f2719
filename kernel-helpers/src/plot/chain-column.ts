import {
  backward,
  boxOf,
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

/** The least distance between two boxes, and the widths of the arrows at their sides. */
const [GAP, LEFT, RIGHT] = [26, 26, 22];

/** The parts of the width that derivatives take at most: those of parameters and those of steps. */
const [MOST_BESIDE, MOST_BACK] = [0.28, 0.32];

/** Pixels between the middle of a box and an arrow that shares it with another. */
const ASIDE = 6;

interface Column {
  readonly steps: readonly ChainStep[];
  readonly width: number;
  readonly lines: readonly (readonly string[])[];
  readonly backs: readonly (ChainBack & { readonly lines: readonly string[] })[];
  readonly beside: readonly (readonly string[])[];
  /** The width of what enters from the left; 0 if nothing does. */
  readonly left: number;
  /** The box of a step: the left end and the width. */
  readonly box: { readonly left: number; readonly width: number };
}

/** The chain from top to bottom, with the arrows back at its right, for `width` pixels. */
export function chainColumn(steps: readonly ChainStep[], width: number): Drawing {
  const column = columnOf(steps, width);
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

function columnOf(steps: readonly ChainStep[], width: number): Column {
  const beside = steps.map(({ parameter }) => formulaLines(parameter?.derivative ?? "", MOST_BESIDE * width));
  const names = steps.flatMap(({ parameter }) => (parameter ? [linesWidth([parameter.name]) + 2 * RIM] : []));
  const left = names.length === 0 ? 0 : Math.max(...names, ...beside.map(linesWidth));
  const start = left === 0 ? 1 : left + LEFT;
  const natural = Math.max(...steps.map((step) => linesWidth(textsOf(step)))) + 2 * RIM;
  const most = Math.max(MOST_BACK * width, width - start - natural - RIGHT - 1);
  const backs = backsOf(steps).map((back) => ({ ...back, lines: formulaLines(back.text, most) }));
  const right = backs.length === 0 ? 0 : RIGHT + Math.max(...backs.map(({ lines }) => linesWidth(lines)));
  const room = width - start - right - 1;
  const lines = steps.map((step) => linesOf(step, room));
  const box = { left: start, width: Math.min(room, Math.max(...lines.map(linesWidth)) + 2 * RIM) };
  return { steps, width, lines, backs, beside, left, box };
}

/** How far what enters a step from the left reaches below the middle of the step. */
function below({ steps, beside }: Column, index: number): number {
  if (!steps[index]?.parameter) return 0;
  const lines =
    steps[index].parameter.derivative === undefined ? 0 : (beside[index] as readonly string[]).length;
  return PARAMETER / 2 + 2 + lines * LINE;
}

/** The middles of the boxes from top to bottom, so far apart that no text touches another. */
function middlesOf(column: Column, heights: readonly number[]): readonly number[] {
  const middles = [1 + Math.max((heights[0] as number) / 2, column.steps[0]?.parameter ? PARAMETER / 2 : 0)];
  for (let i = 1; i < heights.length; i++) {
    const apart = ((heights[i - 1] as number) + (heights[i] as number)) / 2 + GAP;
    const entering = below(column, i - 1) + PARAMETER / 2 + 6;
    const back = column.backs.find(({ from }) => from === i);
    const text = (back?.lines.length ?? 0) * LINE + 2 * ASIDE + 4;
    const spanned =
      back === undefined ? 0 : text - ((middles[i - 1] as number) - (middles[back.to] as number));
    middles.push((middles[i - 1] as number) + Math.max(apart, entering, spanned));
  }
  return middles;
}

/** An arrow back at the right of the boxes, with its derivative. */
function backOf(
  { from, to, lines }: Column["backs"][number],
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
    boxOf([parameter.name], { x: left - width / 2, y }, { width, height: PARAMETER, rim: rims.moved }),
    { lines: parameter.derivative === undefined ? [into] : [into, back] },
    parameter.derivative === undefined
      ? {}
      : {
          texts: textsAt(beside, { x: left, y: y + PARAMETER / 2 + 2 + (beside.length * LINE) / 2 }, "right"),
        },
  ]);
}
