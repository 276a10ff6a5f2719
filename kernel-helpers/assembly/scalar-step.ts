import {
  CBOW,
  COPIES,
  FLAGS,
  HIDDEN,
  INPUTS,
  LABELS,
  LOSS,
  MATRIX,
  OUTPUTS,
  ROW_BYTES,
  SUM,
  UNDIVIDED,
} from "../src/simd/layout";

/** The step of step.ts, one number at a time: easy to read, and what the blocked step is compared with. */
export function scalarStep(parameters: usize, thread: usize, m: usize, n: usize, alpha: f32): void {
  const flags = load<u32>(parameters, FLAGS);
  const width = <usize>load<u32>(parameters, ROW_BYTES) >> 2;
  const inputs = <usize>load<u32>(thread, INPUTS);
  const outputs = <usize>load<u32>(thread, OUTPUTS);
  const copies = <usize>load<u32>(thread, COPIES);
  const matrix = <usize>load<u32>(thread, MATRIX);
  const hidden = <usize>load<u32>(thread, HIDDEN);
  for (let j: usize = 0; j < n; j++) memory.copy(row(copies, j), row(outputs, j), width << 2);
  if (!(flags & CBOW)) {
    scalarErrors(thread, inputs, m, copies, n, width, alpha);
    for (let j: usize = 0; j < n; j++) {
      for (let i: usize = 0; i < m; i++) addScaled(row(outputs, j), entry(matrix, i * n + j), row(inputs, i), width);
    }
    for (let i: usize = 0; i < m; i++) {
      for (let j: usize = 0; j < n; j++) addScaled(row(inputs, i), entry(matrix, i * n + j), row(copies, j), width);
    }
    return;
  }
  const mean = flags & SUM ? <f32>1 : <f32>1 / <f32>m;
  const share = flags & UNDIVIDED ? <f32>1 : mean;
  memory.fill(row(hidden, 0), 0, width << 2);
  memory.fill(row(hidden, 1), 0, width << 2);
  for (let i: usize = 0; i < m; i++) addScaled(row(hidden, 0), mean, row(inputs, i), width);
  scalarErrors(thread, hidden, 1, copies, n, width, alpha);
  for (let j: usize = 0; j < n; j++) {
    addScaled(row(outputs, j), entry(matrix, j), row(hidden, 0), width);
    addScaled(row(hidden, 1), entry(matrix, j), row(copies, j), width);
  }
  for (let i: usize = 0; i < m; i++) addScaled(row(inputs, i), share, row(hidden, 1), width);
}

/** matrix[i][j] = -α e_ij, and the losses into the thread's sum. */
function scalarErrors(thread: usize, xs: usize, m: usize, us: usize, n: usize, width: usize, alpha: f32): void {
  const matrix = <usize>load<u32>(thread, MATRIX);
  const labels = <usize>load<u32>(thread, LABELS);
  let loss: f64 = 0;
  for (let i: usize = 0; i < m; i++) {
    for (let j: usize = 0; j < n; j++) {
      const label = <f64>load<u32>(labels + (j << 2));
      const z = <f64>dot(row(xs, i), row(us, j), width);
      const y = Math.exp(-Math.abs(z));
      const above = 1 / (1 + y);
      loss += Math.max(z, 0) + Math.log(1 + y) - label * z;
      store<f32>(matrix + ((i * n + j) << 2), <f32>(<f64>alpha * (label - (z < 0 ? y * above : above))));
    }
  }
  store<f64>(thread, load<f64>(thread, LOSS) + loss, LOSS);
}

@inline
function row(list: usize, i: usize): usize {
  return <usize>load<u32>(list + (i << 2));
}

@inline
function entry(matrix: usize, i: usize): f32 {
  return load<f32>(matrix + (i << 2));
}

function dot(a: usize, b: usize, width: usize): f32 {
  let sum: f32 = 0;
  for (let i: usize = 0; i < width; i++) sum += load<f32>(a + (i << 2)) * load<f32>(b + (i << 2));
  return sum;
}

function addScaled(to: usize, factor: f32, from: usize, width: usize): void {
  for (let i: usize = 0; i < width; i++) {
    store<f32>(to + (i << 2), load<f32>(to + (i << 2)) + factor * load<f32>(from + (i << 2)));
  }
}
