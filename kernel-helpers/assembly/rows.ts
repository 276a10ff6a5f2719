import {
  add1,
  add2,
  add4,
  combine1,
  combine2,
  combine3,
  exchange1,
  exchange2,
  exchange3,
  exchange6,
  sum1,
  sum2,
  sum4,
} from "./tiles";

/**
 * y_i += Σ_k w_ik x_k for M rows y and `count` rows x. Rows y may be the same one several times: a tile that would read it
 * twice and then write it twice is done row by row.
 */
export function addCombinations(
  ys: usize,
  m: usize,
  xs: usize,
  count: usize,
  weights: usize,
  nextRow: usize,
  nextColumn: usize,
  bytes: usize,
): void {
  let i: usize = 0;
  while (i < m) {
    const y = ys + (i << 2);
    const w = weights + i * nextRow;
    const size = distinct(y, m - i);
    if (size === 3) combine3(y, xs, count, w, nextRow, nextColumn, bytes);
    else if (size === 2) combine2(y, xs, count, w, nextRow, nextColumn, bytes);
    else combine1(y, xs, count, w, nextRow, nextColumn, bytes);
    i += size;
  }
}

/** How many rows the next tile takes: rows that are not the same one, at most 3, and of four 2. */
@inline
function distinct(ys: usize, left: usize): usize {
  if (left === 1 || load<u32>(ys) === load<u32>(ys, 4)) return 1;
  if (left === 2 || left === 4 || load<u32>(ys) === load<u32>(ys, 8) || load<u32>(ys, 4) === load<u32>(ys, 8)) return 2;
  return 3;
}

/** Copies a row of `bytes` bytes. */
export function copyRow(from: usize, to: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 32) {
    v128.store(to + at, v128.load(from + at, 0), 0);
    v128.store(to + at, v128.load(from + at, 16), 16);
  }
}

/** y_i += weight · x for M rows y, which may be the same one several times. */
export function addToEach(ys: usize, m: usize, x: usize, weight: f32, bytes: usize): void {
  let i: usize = 0;
  for (; i + 4 <= m; i += 4) add4(ys + (i << 2), x, weight, bytes);
  if (m & 2) {
    add2(ys + (i << 2), x, weight, bytes);
    i += 2;
  }
  if (m & 1) add1(ys + (i << 2), x, weight, bytes);
}

/** to = Σ_i x_i over M > 0 rows x. */
export function sumRows(xs: usize, m: usize, to: usize, bytes: usize): void {
  let i: usize = 0;
  for (; i + 4 <= m; i += 4) sum4(xs + (i << 2), to, i === 0, bytes);
  if (m & 2) {
    sum2(xs + (i << 2), to, i === 0, bytes);
    i += 2;
  }
  if (m & 1) sum1(xs + (i << 2), to, i === 0, bytes);
}

/** row *= factor. */
export function scaleRow(row: usize, factor: f32, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 32) {
    v128.store(row + at, f32x4.mul(v128.load(row + at, 0), f32x4.splat(factor)), 0);
    v128.store(row + at, f32x4.mul(v128.load(row + at, 16), f32x4.splat(factor)), 16);
  }
}

/** move = Σ_j w_j u_j and u_j += w_j h over N > 0 rows u, all of them as they were before. */
export function exchange(us: usize, n: usize, h: usize, move: usize, weights: usize, bytes: usize): void {
  let j: usize = 0;
  for (; j + 6 <= n; j += 6) exchange6(us + (j << 2), h, move, weights + (j << 2), j === 0, bytes);
  for (; j + 3 <= n; j += 3) exchange3(us + (j << 2), h, move, weights + (j << 2), j === 0, bytes);
  if (n - j === 2) exchange2(us + (j << 2), h, move, weights + (j << 2), j === 0, bytes);
  else if (n - j === 1) exchange1(us + (j << 2), h, move, weights + (j << 2), j === 0, bytes);
}

/** Whether a row is among N rows twice. */
export function hasTwice(rows: usize, n: usize): bool {
  for (let i: usize = 1; i < n; i++) {
    const row = load<u32>(rows + (i << 2));
    for (let j: usize = 0; j < i; j++) if (load<u32>(rows + (j << 2)) === row) return true;
  }
  return false;
}

/** Sets a row to zero. */
export function clearRow(row: usize, bytes: usize): void {
  memory.fill(row, 0, bytes);
}
