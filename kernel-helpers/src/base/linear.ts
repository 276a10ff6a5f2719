import type { Numbers } from "./table.ts";

/** a · b = Σ_i a_i b_i for two vectors of equal length. */
export function dot(a: Numbers, b: Numbers): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** |a| = √(a · a), the length of a vector. */
export function norm(a: Numbers): number {
  return Math.sqrt(dot(a, a));
}

/** target += factor · vector, in place. */
export function addScaled(target: Numbers, factor: number, vector: Numbers): void {
  for (let i = 0; i < target.length; i++) {
    target[i] = (target[i] as number) + factor * (vector[i] as number);
  }
}
