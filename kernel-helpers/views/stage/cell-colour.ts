import { palette } from "../../src/plot/palette.ts";

/**
 * The ground of a number: blue above zero, vermilion below, stronger the further from zero, and faint enough for text in
 * the page's ink. `scale` is the size that gets the full strength.
 */
export function cellColour(value: number, scale: number): string {
  const strength = scale > 0 ? Math.min(1, Math.abs(value) / scale) : 0;
  const percent = Math.round(42 * strength);
  return `color-mix(in srgb, ${palette[value < 0 ? 1 : 0]} ${percent}%, transparent)`;
}

/** A number as it stands in a cell: two decimals, and a real minus. */
export function cellNumber(value: number, digits = 2): string {
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
}
