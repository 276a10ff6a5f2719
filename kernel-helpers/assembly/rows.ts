import { combine1, combine2, combine3 } from "./tiles";

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

/** row += move. */
export function addRow(row: usize, move: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 32) {
    v128.store(row + at, f32x4.add(v128.load(row + at, 0), v128.load(move + at, 0)), 0);
    v128.store(row + at, f32x4.add(v128.load(row + at, 16), v128.load(move + at, 16)), 16);
  }
}

/** to = factor · Σ_c x_c over `count` rows x. */
export function sumRows(xs: usize, count: usize, factor: f32, to: usize, bytes: usize): void {
  const end = xs + (count << 2);
  for (let at: usize = 0; at < bytes; at += 32) {
    let p = f32x4.splat(0);
    let q = f32x4.splat(0);
    for (let x = xs; x < end; x += 4) {
      const row = <usize>load<u32>(x) + at;
      p = f32x4.add(p, v128.load(row, 0));
      q = f32x4.add(q, v128.load(row, 16));
    }
    v128.store(to + at, f32x4.mul(p, f32x4.splat(factor)), 0);
    v128.store(to + at, f32x4.mul(q, f32x4.splat(factor)), 16);
  }
}

/** Sets a row to zero. */
export function clearRow(row: usize, bytes: usize): void {
  memory.fill(row, 0, bytes);
}
