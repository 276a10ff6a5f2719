// Makes tiles.ts, whose functions differ in the number of rows that they hold in registers:
//   node kernel-helpers/assembly/build.mjs
import { writeFileSync } from "node:fs";

const SIZES = [1, 2, 3]; // 3 × 3 sums, 3 + 3 rows: 15 of the 16 registers of a processor
const HALVES = [0, 16]; // a turn takes 8 numbers, so that a row's width is a multiple of 8

/** @param {number} count @param {(i: number) => string} text @param {string} [between] */
const each = (count, text, between = "") => Array.from({ length: count }, (_, i) => text(i)).join(between);

/**
 * The inner products of `a` rows with `b` rows. An addition must wait for the one before it into the same sum; a small tile has
 * two sums for each product, so that fewer wait.
 *
 * @param {number} a
 * @param {number} b
 */
function dots(a, b) {
  const sums = a * b <= 4 ? 2 : 1;
  /** @param {number} i @param {number} j @param {number} half */
  const name = (i, j, half) => `s${i}${j}${half % sums === 1 ? "_16" : ""}`;
  const started = each(a, (i) =>
    each(b, (j) => each(sums, (half) => `  let ${name(i, j, half)} = f32x4.splat(0);\n`)),
  );
  const added = HALVES.map(
    (at, half) =>
      each(b, (j) => `    const b${j}_${at} = v128.load(u${j}, ${at});\n`) +
      each(
        a,
        (i) =>
          `    const a${i}_${at} = v128.load(x${i}, ${at});\n` +
          each(
            b,
            (j) => `    ${name(i, j, half)} = multiplyAdd(a${i}_${at}, b${j}_${at}, ${name(i, j, half)});\n`,
          ),
      ),
  ).join("");
  /** @param {number} i @param {number} j */
  const total = (i, j) => {
    if (j >= b) return "f32x4.splat(0)";
    return sums === 2 ? `f32x4.add(${name(i, j, 0)}, ${name(i, j, 1)})` : name(i, j, 0);
  };
  const stored = each(a, (i) => {
    const place = i === 0 ? "matrix" : `matrix + ${i === 1 ? "" : `${i} * `}next`;
    return each(Math.ceil(b / 4), (four) => {
      const totals = [0, 1, 2, 3].map((lane) => total(i, 4 * four + lane));
      return (
        `  const r${i}_${four} = laneSums(${totals.join(", ")});\n` +
        each(
          Math.min(4, b - 4 * four),
          (lane) => `  v128.store32_lane(${place}, r${i}_${four}, ${lane}, ${16 * four + 4 * lane});\n`,
        )
      );
    });
  });
  return `
/** Puts x_i · u_j into matrix[i][j] for ${a} row${a > 1 ? "s" : ""} x and ${b} row${b > 1 ? "s" : ""} u of \`bytes\` bytes; \`next\` bytes lie between rows of the matrix. */
export function dots${a}x${b}(xs: usize, us: usize, matrix: usize, next: usize, bytes: usize): void {
${each(a, (i) => `  let x${i} = <usize>load<u32>(xs, ${4 * i});\n`)}${each(b, (j) => `  let u${j} = <usize>load<u32>(us, ${4 * j});\n`)}${started}  const end = u0 + bytes;
  do {
${added}${each(a, (i) => `    x${i} += 32;\n`)}${each(b, (j) => `    u${j} += 32;\n`)}  } while (u0 < end);
${stored}}
`;
}

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

/** The text of tiles.ts. */
export function tilesText() {
  return `// Generated by generate-tiles.mjs; a test compares.
import { laneSums, multiplyAdd } from "./arithmetic";
${SIZES.flatMap((a) => SIZES.map((b) => dots(a, b))).join("")}${dots(1, 6)}${SIZES.map(combine).join("")}${[1, 2, 4].flatMap((a) => [sum(a), add(a)]).join("")}${[1, 2, 3, 6].map(exchange).join("")}${update(6)}`;
}

/** Writes tiles.ts. */
export function writeTiles() {
  writeFileSync(new URL("tiles.ts", import.meta.url), tilesText());
}
