import { LINE, linesOf, PARAMETER, RIM, textsOf } from "./chain-parts.ts";
import { backsOf, type ChainBack, type ChainStep } from "./chain-step.ts";
import { formulaLines, linesWidth } from "./formula-lines.ts";

/** The least distance between two boxes. */
const GAP = 26;

/** Pixels for the arrows between a parameter and its step, and for those back at the right. */
const LEFT = 22;
export const RIGHT = 22;

/** The parts of the width that derivatives take at most: those of parameters and those of steps. */
const [MOST_BESIDE, MOST_BACK] = [0.28, 0.27];

/** Pixels between the middle of a box and an arrow that shares it with another. */
export const ASIDE = 6;

/** A chain from top to bottom, with its texts in lines. */
export interface MeasuredColumn {
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

/** The chain in `width` pixels. */
export function measuredColumn(steps: readonly ChainStep[], width: number): MeasuredColumn {
  const beside = steps.map(({ parameter }) =>
    formulaLines(parameter?.derivative ?? "", MOST_BESIDE * width, "first"),
  );
  const names = steps.flatMap(({ parameter }) => (parameter ? [linesWidth([parameter.name]) + 2 * RIM] : []));
  const left = names.length === 0 ? 0 : Math.max(...names, ...beside.map(linesWidth));
  const start = left === 0 ? 1 : left + LEFT;
  const natural = Math.max(...steps.map((step) => linesWidth(textsOf(step)))) + 2 * RIM;
  const most = Math.max(MOST_BACK * width, width - start - natural - RIGHT - 1);
  const backs = backsOf(steps).map((back) => ({ ...back, lines: formulaLines(back.text, most, "first") }));
  const right = backs.length === 0 ? 0 : RIGHT + Math.max(...backs.map(({ lines }) => linesWidth(lines)));
  const room = width - start - right - 1;
  const lines = steps.map((step) => linesOf(step, room));
  const box = { left: start, width: Math.min(room, Math.max(...lines.map(linesWidth)) + 2 * RIM) };
  return { steps, width, lines, backs, beside, left, box };
}

/** How far what enters a step from the left reaches below the middle of the step. */
export function below({ steps, beside }: MeasuredColumn, index: number): number {
  if (!steps[index]?.parameter) return 0;
  const lines =
    steps[index].parameter.derivative === undefined ? 0 : (beside[index] as readonly string[]).length;
  return PARAMETER / 2 + 2 + lines * LINE;
}

/** The middles of the boxes from top to bottom, so far apart that no text touches another. */
export function middlesOf(column: MeasuredColumn, heights: readonly number[]): readonly number[] {
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
