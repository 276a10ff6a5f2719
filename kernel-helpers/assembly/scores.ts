import { dots1x1, dots1x2, dots1x3, dots1x6, dots2x1, dots2x2, dots2x3, dots3x1, dots3x2, dots3x3 } from "./tiles";

/** matrix[i][j] = x_i · u_j for M rows x and N rows u; the matrix has no space between its rows. */
export function scores(xs: usize, m: usize, us: usize, n: usize, matrix: usize, bytes: usize): void {
  const next = n << 2;
  let i: usize = 0;
  for (; m - i === 3 || m - i > 4; i += 3) three(xs + (i << 2), us, n, matrix + i * next, bytes);
  for (; m - i >= 2; i += 2) two(xs + (i << 2), us, n, matrix + i * next, bytes); // 4 as 2 + 2, not as 3 + 1
  if (m - i === 1) one(xs + (i << 2), us, n, matrix + i * next, bytes);
}

function three(xs: usize, us: usize, n: usize, matrix: usize, bytes: usize): void {
  const next = n << 2;
  let j: usize = 0;
  for (; j + 3 <= n; j += 3) dots3x3(xs, us + (j << 2), matrix + (j << 2), next, bytes);
  if (n - j === 2) dots3x2(xs, us + (j << 2), matrix + (j << 2), next, bytes);
  else if (n - j === 1) dots3x1(xs, us + (j << 2), matrix + (j << 2), next, bytes);
}

function two(xs: usize, us: usize, n: usize, matrix: usize, bytes: usize): void {
  const next = n << 2;
  let j: usize = 0;
  for (; j + 3 <= n; j += 3) dots2x3(xs, us + (j << 2), matrix + (j << 2), next, bytes);
  if (n - j === 2) dots2x2(xs, us + (j << 2), matrix + (j << 2), next, bytes);
  else if (n - j === 1) dots2x1(xs, us + (j << 2), matrix + (j << 2), next, bytes);
}

function one(xs: usize, us: usize, n: usize, matrix: usize, bytes: usize): void {
  const next = n << 2;
  let j: usize = 0;
  for (; j + 6 <= n; j += 6) dots1x6(xs, us + (j << 2), matrix + (j << 2), next, bytes);
  for (; j + 3 <= n; j += 3) dots1x3(xs, us + (j << 2), matrix + (j << 2), next, bytes);
  if (n - j === 2) dots1x2(xs, us + (j << 2), matrix + (j << 2), next, bytes);
  else if (n - j === 1) dots1x1(xs, us + (j << 2), matrix + (j << 2), next, bytes);
}
