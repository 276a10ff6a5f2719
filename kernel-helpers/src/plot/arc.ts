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
  const [c, d] = [ofLengthOne(a), ofLengthOne(b)];
  return Math.atan2(Math.abs(c.x * d.y - c.y * d.x), c.x * d.x + c.y * d.y);
}

/** a · b / |a| |b| of two vectors that are not zero. */
export function cosineBetween(a: Point, b: Point): number {
  const [c, d] = [ofLengthOne(a), ofLengthOne(b)];
  return c.x * d.x + c.y * d.y;
}

/** Products of the coordinates themselves could be too small or too large for a number. */
function ofLengthOne({ x, y }: Point): Point {
  const size = Math.max(Math.abs(x), Math.abs(y)); // Math.hypot of the largest numbers is infinite
  const length = Math.hypot(x / size, y / size);
  return { x: x / size / length, y: y / size / length };
}

/** An angle in degrees, with one decimal. */
export function degrees(angle: number): string {
  return ((angle * 180) / Math.PI).toFixed(1);
}
