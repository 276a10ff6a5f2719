import { addScaled, dot } from "../base/index.ts";

/** A function to be minimised: returns f(x) and writes its gradient, shape as x, into `gradient`. */
export type Smooth = (x: Float64Array, gradient: Float64Array) => number;

/** Where `minimise` ended. */
export interface Minimum {
  /** The last point. */
  readonly x: Float64Array;
  /** f there. */
  readonly value: number;
  /** Steps taken. */
  readonly steps: number;
  /** Whether the gradient is as small as was asked, or no step along it makes f smaller in float64. */
  readonly converged: boolean;
}

/** Options of `minimise`. */
export interface MinimiseOptions {
  /** Ends when no number of the gradient is farther from 0. */
  readonly tolerance: number;
  /** Ends after so many steps. */
  readonly maxSteps: number;
}

const MEMORY = 10; // pairs of steps and gradient changes that stand for the second derivatives
const SUFFICIENT = 1e-4; // share of the promised decrease that a step must bring (Armijo)
const HALVINGS = 40;

/** One remembered step s and the change y of the gradient along it. */
interface Pair {
  readonly s: Float64Array;
  readonly y: Float64Array;
}

/**
 * L-BFGS (Nocedal and Wright 2006, algorithm 7.5) from `start`, which is not changed: x += t p with p = -H g, where H stands for the
 * inverse of the second derivatives as the last ten steps show them, and t is the first of 1, 1/2, 1/4, … that makes f small enough.
 * For convex functions, such as those of regularised linear classifiers.
 */
export function minimise(start: Float64Array, f: Smooth, { tolerance, maxSteps }: MinimiseOptions): Minimum {
  let x: Float64Array = start.slice();
  let gradient: Float64Array = new Float64Array(x.length);
  let value = f(x, gradient);
  const pairs: Pair[] = [];
  for (let steps = 0; steps < maxSteps; steps++) {
    if (gradient.every((g) => Math.abs(g) <= tolerance)) return { x, value, steps, converged: true };
    const direction = descentDirection(gradient, pairs);
    const next = lineSearch(x, value, gradient, direction, f);
    if (next === undefined) return { x, value, steps, converged: true };
    const pair = { s: difference(next.x, x), y: difference(next.gradient, gradient) };
    if (dot(pair.s, pair.y) > 1e-12 * dot(pair.y, pair.y)) pairs.push(pair); // else H would not be positive
    if (pairs.length > MEMORY) pairs.shift();
    ({ x, value, gradient } = next);
  }
  return { x, value, steps: maxSteps, converged: false };
}

/** -H g by the two loops of algorithm 7.4. */
function descentDirection(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const q = gradient.map((g) => -g);
  const newestFirst = [...pairs].reverse();
  const shares = newestFirst.map(({ s, y }) => {
    const share = dot(s, q) / dot(s, y);
    addScaled(q, -share, y);
    return share;
  });
  const [newest] = newestFirst;
  const scale = newest
    ? dot(newest.s, newest.y) / dot(newest.y, newest.y)
    : 1 / Math.sqrt(dot(gradient, gradient));
  q.forEach((number, i) => {
    q[i] = scale * number;
  });
  pairs.forEach(({ s, y }, i) => {
    const share = shares[pairs.length - 1 - i] as number;
    addScaled(q, share - dot(y, q) / dot(s, y), s);
  });
  return q;
}

interface Step {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
}

/** The first step along `direction` that is good enough; undefined if none is. */
function lineSearch(
  x: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
  f: Smooth,
): Step | undefined {
  const slope = dot(gradient, direction);
  const nextGradient = new Float64Array(x.length);
  for (let halving = 0; halving < HALVINGS; halving++) {
    const step = 2 ** -halving;
    const next = x.slice();
    addScaled(next, step, direction);
    const nextValue = f(next, nextGradient);
    if (nextValue < value && nextValue <= value + SUFFICIENT * step * slope) {
      return { x: next, value: nextValue, gradient: nextGradient };
    }
  }
  return undefined;
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((number, i) => number - (b[i] as number));
}
