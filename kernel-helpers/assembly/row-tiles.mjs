// Functions of tiles.ts that move rows.

/** @param {number} count @param {(i: number) => string} text @param {string} [between] */
export const each = (count, text, between = "") =>
  Array.from({ length: count }, (_, i) => text(i)).join(between);

/** rows += a linear combination of other rows. @param {number} a */
function combine(a) {
  return `
/** y_i += Σ_k weights[i][k] x_k for ${a} row${a > 1 ? "s" : ""} y and \`count\` rows x, all of \`bytes\` bytes. \`nextRow\` bytes lie between the weights of neighbouring y, \`nextColumn\` between those of neighbouring x. */
export function combine${a}(ys: usize, xs: usize, count: usize, weights: usize, nextRow: usize, nextColumn: usize, bytes: usize): void {
${each(a, (i) => `  const y${i} = <usize>load<u32>(ys, ${4 * i});\n`)}  const end = xs + (count << 2);
  for (let at: usize = 0; at < bytes; at += 32) {
${each(a, (i) => `    let p${i} = v128.load(y${i} + at, 0);\n    let q${i} = v128.load(y${i} + at, 16);\n`)}    let w = weights;
    for (let x = xs; x < end; x += 4, w += nextColumn) {
      const row = <usize>load<u32>(x) + at;
      const p = v128.load(row, 0);
      const q = v128.load(row, 16);
${each(a, (i) => `      const w${i} = v128.load32_splat(w${i === 0 ? "" : i === 1 ? " + nextRow" : ` + ${i} * nextRow`});\n      p${i} = multiplyAdd(w${i}, p, p${i});\n      q${i} = multiplyAdd(w${i}, q, q${i});\n`)}    }
${each(a, (i) => `    v128.store(y${i} + at, p${i}, 0);\n    v128.store(y${i} + at, q${i}, 16);\n`)}  }
}
`;
}

/** to = a sum of rows, or to += it. @param {number} a */
function sum(a) {
  return `
/** \`to\` = start + Σ_i x_i for ${a} row${a > 1 ? "s" : ""} x of \`bytes\` bytes; start is \`to\` as it was, or 0 if these are the first rows. */
export function sum${a}(xs: usize, to: usize, first: bool, bytes: usize): void {
${each(a, (i) => `  const x${i} = <usize>load<u32>(xs, ${4 * i});\n`)}  for (let at: usize = 0; at < bytes; at += 32) {
    let p = first ? f32x4.splat(0) : v128.load(to + at, 0);
    let q = first ? f32x4.splat(0) : v128.load(to + at, 16);
${each(a, (i) => `    p = f32x4.add(p, v128.load(x${i} + at, 0));\n    q = f32x4.add(q, v128.load(x${i} + at, 16));\n`)}    v128.store(to + at, p, 0);
    v128.store(to + at, q, 16);
  }
}
`;
}

/** rows += a multiple of one row. @param {number} a */
function add(a) {
  return `
/** y_i += w x for ${a} row${a > 1 ? "s" : ""} y of \`bytes\` bytes, one after the other, so that the same row may come twice. */
export function add${a}(ys: usize, x: usize, weight: f32, bytes: usize): void {
${each(a, (i) => `  const y${i} = <usize>load<u32>(ys, ${4 * i});\n`)}  const w = f32x4.splat(weight);
  for (let at: usize = 0; at < bytes; at += 32) {
    const p = v128.load(x + at, 0);
    const q = v128.load(x + at, 16);
${each(a, (i) => `    v128.store(y${i} + at, multiplyAdd(w, p, v128.load(y${i} + at, 0)), 0);\n    v128.store(y${i} + at, multiplyAdd(w, q, v128.load(y${i} + at, 16)), 16);\n`)}  }
}
`;
}

/** Two updates in one walk. @param {number} a */
function exchange(a) {
  return `
/** move += Σ_j w_j u_j, then u_j += w_j h, for ${a} different row${a > 1 ? "s" : ""} u of \`bytes\` bytes; the move starts at 0 if these are the first rows. */
export function exchange${a}(us: usize, h: usize, move: usize, weights: usize, first: bool, bytes: usize): void {
${each(a, (j) => `  const u${j} = <usize>load<u32>(us, ${4 * j});\n  const w${j} = v128.load32_splat(weights, ${4 * j});\n`)}  for (let at: usize = 0; at < bytes; at += 32) {
    const hp = v128.load(h + at, 0);
    const hq = v128.load(h + at, 16);
    let p = first ? f32x4.splat(0) : v128.load(move + at, 0);
    let q = first ? f32x4.splat(0) : v128.load(move + at, 16);
${each(a, (j) => `    const p${j} = v128.load(u${j} + at, 0);\n    const q${j} = v128.load(u${j} + at, 16);\n    p = multiplyAdd(w${j}, p${j}, p);\n    q = multiplyAdd(w${j}, q${j}, q);\n    v128.store(u${j} + at, multiplyAdd(w${j}, hp, p${j}), 0);\n    v128.store(u${j} + at, multiplyAdd(w${j}, hq, q${j}), 16);\n`)}    v128.store(move + at, p, 0);
    v128.store(move + at, q, 16);
  }
}
`;
}

/** Both updates of Skip-Gram in one walk. @param {number} n */
function update(n) {
  return `
/** v_i += Σ_j w_ij u_j and u_j += Σ_i w_ij v_i for M rows v and ${n} rows u of \`bytes\` bytes, with the rows as they were before on the right; no two rows may be the same. */
export function update${n}(vs: usize, m: usize, us: usize, weights: usize, bytes: usize): void {
${each(n, (j) => `  const u${j} = <usize>load<u32>(us, ${4 * j});\n`)}  const end = vs + (m << 2);
  for (let at: usize = 0; at < bytes; at += 16) {
${each(n, (j) => `    const p${j} = v128.load(u${j} + at);\n    let q${j} = p${j};\n`)}    let w = weights;
    for (let i = vs; i < end; i += 4, w += ${4 * n}) {
      const row = <usize>load<u32>(i) + at;
      const v = v128.load(row);
      let sum = v;
${each(n, (j) => `      const w${j} = v128.load32_splat(w, ${4 * j});\n      sum = multiplyAdd(w${j}, p${j}, sum);\n      q${j} = multiplyAdd(w${j}, v, q${j});\n`)}      v128.store(row, sum);
    }
${each(n, (j) => `    v128.store(u${j} + at, q${j});\n`)}  }
}
`;
}

/** Their text. */
export function rowTiles() {
  const moves = [1, 2, 4].flatMap((a) => [sum(a), add(a)]);
  return [...[1, 2, 3].map(combine), ...moves, ...[1, 2, 3, 6].map(exchange), update(6)].join("");
}
