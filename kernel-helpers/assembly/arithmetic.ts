/** a · b + c in each lane: rounded once where the binary has relaxed SIMD and the processor can, otherwise twice. */
@inline
export function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(f32x4.mul(a, b), c);
}

/** The sums of the lanes of a, b, c and d, in this order. */
@inline
export function laneSums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  return f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
}

/** 1.5 · 2^23: in the sum with a smaller number no bit is left for a fraction, and the lowest ones are those of its whole number. */
const ROUNDING: f32 = 12582912;

/** e^-a for 0 <= a <= 87, where 2^n is still a normal number: 2^n times a polynomial in the rest (the coefficients of Cephes' exp2f, Moshier 1989). */
@inline
export function expOfMinus(a: v128): v128 {
  const t = f32x4.mul(a, f32x4.splat(-1.44269504088896341));
  const shifted = f32x4.add(t, f32x4.splat(ROUNDING));
  const n = f32x4.sub(shifted, f32x4.splat(ROUNDING)); // t to the nearest whole number
  const f = f32x4.sub(t, n);
  let sum = f32x4.splat(1.5353361883195e-4);
  sum = multiplyAdd(sum, f, f32x4.splat(1.339887440266574e-3));
  sum = multiplyAdd(sum, f, f32x4.splat(9.61843735767464e-3));
  sum = multiplyAdd(sum, f, f32x4.splat(5.550332471162809e-2));
  sum = multiplyAdd(sum, f, f32x4.splat(2.402264791363012e-1));
  sum = multiplyAdd(sum, f, f32x4.splat(6.931472028550421e-1));
  sum = multiplyAdd(sum, f, f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(shifted, i32x4.splat(127)), 23); // the bits of 2^n
  return f32x4.mul(sum, power);
}

/** σ(x), where y = e^-|x|. */
@inline
export function sigmoidOf(x: v128, y: v128): v128 {
  const one = f32x4.splat(1);
  const above = f32x4.div(one, f32x4.add(one, y)); // σ(|x|)
  return v128.bitselect(f32x4.mul(y, above), above, f32x4.lt(x, f32x4.splat(0)));
}

/**
 * log(1 + e^x) = max(x, 0) + log(1 + y), where y = e^-|x|; log(1 + y) / y is
 * a polynomial that interpolates it at the Chebyshev points of [0, 1]; the largest error of log(1 + y) is 1.2e-7.
 */
@inline
export function softplusOf(x: v128, y: v128): v128 {
  let sum = f32x4.splat(-0.008371152549);
  sum = multiplyAdd(sum, y, f32x4.splat(0.04349389982));
  sum = multiplyAdd(sum, y, f32x4.splat(-0.1068500286));
  sum = multiplyAdd(sum, y, f32x4.splat(0.176874767));
  sum = multiplyAdd(sum, y, f32x4.splat(-0.2447477418));
  sum = multiplyAdd(sum, y, f32x4.splat(0.3327192838));
  sum = multiplyAdd(sum, y, f32x4.splat(-0.4999717452));
  sum = multiplyAdd(sum, y, f32x4.splat(0.9999997808));
  return multiplyAdd(sum, y, f32x4.pmax(x, f32x4.splat(0)));
}
