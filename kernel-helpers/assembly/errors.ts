import { LABELS, LOSS, MATRIX } from "../src/simd/layout";
import { expOfMinus, sigmoidOf, softplusOf } from "./arithmetic";

/**
 * Farther from 0 a score counts as this far in e^-|z|, which is 1.6e-28 there: much smaller numbers would become subnormal, and
 * a processor takes a hundred times as long for those.
 */
const FARTHEST: f32 = 64;

/**
 * Turns scores z_ij into -α e_ij = α (t_j - σ(z_ij)), t_j the label of output j, and adds the losses to the thread's sum:
 *
 *   L_ij = -log σ(z_ij) for t_j = 1, -log σ(-z_ij) for t_j = 0, that is log(1 + e^z_ij) - t_j z_ij
 *
 * Labels of 1 may be among the first `ones` outputs only. The matrix has M rows of N without space between; the scores behind the last one, up to a multiple of 4, are overwritten.
 */
export function errors(thread: usize, m: usize, n: usize, ones: usize, alpha: f32): void {
  const matrix = <usize>load<u32>(thread, MATRIX);
  const count = m * n;
  const end = matrix + (count << 2);
  let loss = -labelled(thread, m, n, ones);
  for (let at = count; at & 3; at++) store<f32>(matrix + (at << 2), -100); // their σ and their loss are about 0
  const move = f32x4.splat(-alpha);
  let losses = f32x4.splat(0);
  for (let at = matrix; at < end; at += 16) {
    const z = v128.load(at);
    const y = expOfMinus(f32x4.pmin(f32x4.abs(z), f32x4.splat(FARTHEST)));
    losses = f32x4.add(losses, softplusOf(z, y));
    v128.store(at, f32x4.mul(move, sigmoidOf(z, y)));
  }
  loss += <f64>f32x4.extract_lane(losses, 0) + <f64>f32x4.extract_lane(losses, 1);
  loss += <f64>f32x4.extract_lane(losses, 2) + <f64>f32x4.extract_lane(losses, 3);
  store<f64>(thread, load<f64>(thread, LOSS) + loss, LOSS);
  addLabels(thread, m, n, ones, alpha);
}

/** Σ_ij t_j z_ij. */
function labelled(thread: usize, m: usize, n: usize, ones: usize): f64 {
  const labels = <usize>load<u32>(thread, LABELS);
  let sum: f64 = 0;
  for (let j: usize = 0; j < ones; j++) {
    if (load<u32>(labels + (j << 2)) === 0) continue;
    let z = <usize>load<u32>(thread, MATRIX) + (j << 2);
    for (let i: usize = 0; i < m; i++, z += n << 2) sum += <f64>load<f32>(z);
  }
  return sum;
}

/** Adds α t_j to every entry. */
function addLabels(thread: usize, m: usize, n: usize, ones: usize, alpha: f32): void {
  const labels = <usize>load<u32>(thread, LABELS);
  for (let j: usize = 0; j < ones; j++) {
    if (load<u32>(labels + (j << 2)) === 0) continue;
    let z = <usize>load<u32>(thread, MATRIX) + (j << 2);
    for (let i: usize = 0; i < m; i++, z += n << 2) store<f32>(z, load<f32>(z) + alpha);
  }
}
