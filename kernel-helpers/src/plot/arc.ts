import { rounded } from "./spec.ts";

/** A point of the plane, in the numbers of the axes. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The arc from the first arrow to the second, the shorter way round, and what is written at its middle. */
export interface Arc {
  readonly steps: readonly Point[];
  readonly text: string;
}

/** The arc from `a` to `b`; `reach` is the end of the axes. */
export function arcOf([a, b]: readonly [Point, Point], angle: number, reach: number): Arc {
  const start = Math.atan2(a.y, a.x);
  const side = a.x * b.y - a.y * b.x < 0 ? -1 : 1;
  const steps = Array.from({ length: 25 }, (_, i) => {
    const direction = start + (side * angle * i) / 24;
    const radius = reach * 0.2;
    return { x: rounded(radius * Math.cos(direction)), y: rounded(radius * Math.sin(direction)) };
  });
  return { steps, text: `${degrees(angle)}°` };
}

/** θ = atan2(|a × b|, a · b), exact for small angles too; undefined for a zero vector. */
export function angleBetween(a: Point, b: Point): number | undefined {
  if (Math.hypot(a.x, a.y) === 0 || Math.hypot(b.x, b.y) === 0) return undefined;
  return Math.atan2(Math.abs(a.x * b.y - a.y * b.x), a.x * b.x + a.y * b.y);
}

/** An angle in degrees, with one decimal. */
export function degrees(angle: number): string {
  return ((angle * 180) / Math.PI).toFixed(1);
}
