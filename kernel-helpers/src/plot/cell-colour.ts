import { colour } from "./palette.ts";

/** The colours of numbers below and above 0, and of 0. */
const [BELOW, ABOVE, ZERO] = [colour(0), colour(1), "#ffffff"];

/** How much of its colour the largest number gets: black text keeps a contrast of 4.5:1 on it. */
const MOST = 0.85;

/**
 * The ground of the number `value`: white for 0, towards blue below and towards vermilion above; `reach` is the largest
 * absolute value of all. Black text can be read on it.
 */
export function cellColour(value: number, reach: number): string {
  const share = reach > 0 ? MOST * Math.min(1, Math.abs(value) / reach) : 0;
  const [from, to] = [partsOf(ZERO), partsOf(value < 0 ? BELOW : ABOVE)];
  const mixed = from.map((part, i) => Math.round(part + share * ((to[i] as number) - part)));
  return `#${mixed.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

function partsOf(hex: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
