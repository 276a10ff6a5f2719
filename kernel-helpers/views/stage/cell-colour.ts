import { palette } from "../../src/plot/palette.ts";

/**
 * The ground of a number: blue below zero, vermilion above, as in heat maps, stronger the further from zero. It is faint
 * enough for text in the page's ink, unless more than the usual `most` percent are asked for. `scale` is the size that gets
 * the full strength.
 */
export function cellColour(value: number, scale: number, most = 42): string {
  const strength = scale > 0 ? Math.min(1, Math.abs(value) / scale) : 0;
  const opacity = Math.round((255 * most * strength) / 100);
  return `${palette[value < 0 ? 0 : 1]}${opacity.toString(16).padStart(2, "0")}`;
}

/** A number as it stands in a cell: two decimals, a real minus, and a power of ten where it would be long. */
export function cellNumber(value: number, digits = 2): string {
  if (Math.abs(value) >= 1e4) return value.toExponential(1).replace("-", "−");
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
}
