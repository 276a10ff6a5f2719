import { type ChainStep, formulaOf, shownValue } from "./chain-step.ts";
import type { Drawn, DrawnLine, DrawnText } from "./drawing.ts";
import { formulaLines } from "./formula-lines.ts";
import { colour } from "./palette.ts";
import { fontSize, ink, neutral } from "./theme.ts";

/** Pixels from one line of text to the next. */
export const LINE = 16;

/** Pixels between a text and the rim of its box. */
export const RIM = 8;

/** Height of a parameter's box. */
export const PARAMETER = 26;

/** The looks of arrows forwards and back. */
export const forward: Pick<DrawnLine, "colour" | "width" | "arrow"> = {
  colour: neutral,
  width: 2,
  arrow: true,
};
export const backward: Pick<DrawnLine, "colour" | "width" | "arrow"> = {
  colour: colour(1),
  width: 2,
  arrow: true,
};

/** Rims of boxes: what training moves, what it makes small, and what is between. */
export const rims: Readonly<Record<"moved" | "between" | "loss", string>> = {
  moved: colour(0),
  between: neutral,
  loss: colour(1),
};

/** The lines in the box of a step that is at most `width` pixels wide: its formula and its value. */
export function linesOf(step: ChainStep, width: number): readonly string[] {
  return textsOf(step).flatMap((text) => formulaLines(text, width - 2 * RIM, "last"));
}

/** What stands in the box of a step: its formula and its value. */
export function textsOf(step: ChainStep): readonly string[] {
  const value = shownValue(step);
  return [formulaOf(step), ...(value === undefined ? [] : [value])];
}

/** A box with lines of text in its middle. */
export function boxOf(
  lines: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
  { width, height, rim }: { readonly width: number; readonly height: number; readonly rim: string },
): Drawn {
  const box = {
    left: x - width / 2,
    top: y - height / 2,
    right: x + width / 2,
    bottom: y + height / 2,
    radius: 6,
  };
  return {
    boxes: [
      { ...box, fill: ink, opacity: 0.07 },
      { ...box, fill: "transparent", stroke: rim },
    ],
    lines: [],
    texts: textsAt(lines, { x, y }, "center"),
  };
}

/** Lines of text around the height y. */
export function textsAt(
  lines: readonly string[],
  { x, y }: { readonly x: number; readonly y: number },
  align: DrawnText["align"],
): readonly DrawnText[] {
  const first = y - ((lines.length - 1) * LINE) / 2;
  return lines.map((text, i) => ({ x, y: first + i * LINE, text, align, size: fontSize }));
}

/** The rim of step `index`. */
export function rimOf(index: number, steps: readonly ChainStep[]): string {
  if (index === 0) return rims.moved;
  return index === steps.length - 1 ? rims.loss : rims.between;
}
