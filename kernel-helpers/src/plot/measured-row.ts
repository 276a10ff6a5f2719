import { linesOf, RIM, textsOf } from "./chain-parts.ts";
import { backsOf, type ChainBack, type ChainStep } from "./chain-step.ts";
import { breaksWell, formulaLines, linesWidth } from "./formula-lines.ts";

/** Limits of the distance between two boxes. */
const [LEAST_GAP, MOST_GAP] = [28, 110];

/** Pixels between the middle of a box and an arrow that shares it with another. */
export const ASIDE = 8;

/** So many lines an arrow's derivative has at most. */
const MOST_LINES = 2;

/** Widths to which the boxes' formulas are broken, the first that leaves room is taken. */
const BOX_WIDTHS = [400, 240, 200, 170, 145, 120];

/** A chain from left to right, with its texts in lines. */
export interface MeasuredRow {
  readonly steps: readonly ChainStep[];
  readonly lines: readonly (readonly string[])[];
  readonly widths: readonly number[];
  /** The middles of the boxes. */
  readonly middles: readonly number[];
  readonly backs: readonly (ChainBack & { readonly lines: readonly string[] })[];
  /** The lines of each parameter's derivative. */
  readonly beside: readonly (readonly string[])[];
}

/** The chain in `width` pixels; undefined where they are not enough. */
export function measuredRow(steps: readonly ChainStep[], width: number): MeasuredRow | undefined {
  for (const most of BOX_WIDTHS) {
    const row = rowOf(steps, width, most);
    if (row) return row;
  }
  return undefined;
}

function rowOf(steps: readonly ChainStep[], width: number, most: number): MeasuredRow | undefined {
  if (!steps.every((step) => textsOf(step).every((text) => breaksWell(text, most - 2 * RIM, "last"))))
    return undefined;
  const lines = steps.map((step) => linesOf(step, most));
  const widths = lines.map((some, i) => {
    const parameter = steps[i]?.parameter;
    return Math.max(linesWidth(some), parameter ? linesWidth([parameter.name]) : 0) + 2 * RIM;
  });
  const gap = (width - widths.reduce((sum, one) => sum + one, 0) - 2) / (steps.length - 1);
  if (gap < LEAST_GAP) return undefined;
  const middles = middlesOf(widths, Math.min(MOST_GAP, gap));
  const room = (from: number, to: number): number => (middles[from] ?? width) - (middles[to] as number);
  const backs = backsOf(steps).map((back) => ({
    ...back,
    lines: fewLines(back.text, room(back.from, back.to) - 2 * ASIDE),
  }));
  const beside = steps.map(({ parameter }, i) => {
    const next = steps.findIndex((step, j) => j > i && step.parameter !== undefined);
    return parameter?.derivative === undefined
      ? []
      : fewLines(parameter.derivative, room(next, i) - 4 * ASIDE);
  });
  if ([...backs.map((back) => back.lines), ...beside].includes(undefined)) return undefined;
  return { steps, lines, widths, middles, backs, beside } as MeasuredRow;
}

/** A derivative in a few lines, if it can be broken into them well. */
function fewLines(text: string, room: number): readonly string[] | undefined {
  const lines = formulaLines(text, room, "first");
  return breaksWell(text, room, "first") && lines.length <= MOST_LINES ? lines : undefined;
}

function middlesOf(widths: readonly number[], gap: number): readonly number[] {
  let left = 1;
  return widths.map((width) => {
    const middle = left + width / 2;
    left += width + gap;
    return middle;
  });
}
