// %% exercise="scatter-add-rows" expects="last-write-wins"
function scatterAddRows(table: Table, ids: readonly number[], rows: Table, scale: number): void {
  const before = table.data.slice();
  for (let i = 0; i < ids.length; i++) {
    for (let k = 0; k < table.width; k++) {
      const at = ids[i] * table.width + k;
      table.data[at] = before[at] + scale * rows.data[i * table.width + k];
    }
  }
}

// %% exercise="scatter-add-rows" expects="first-write-wins"
function scatterAddRows(table: Table, ids: readonly number[], rows: Table, scale: number): void {
  const seen = new Set<number>();
  ids.forEach((id, i) => {
    if (seen.has(id)) return;
    seen.add(id);
    addScaled(row(table, id), scale, row(rows, i));
  });
}

// %% exercise="scatter-add-rows" expects="mean-for-sum"
function scatterAddRows(table: Table, ids: readonly number[], rows: Table, scale: number): void {
  const count = new Map<number, number>();
  for (const id of ids) count.set(id, (count.get(id) ?? 0) + 1);
  ids.forEach((id, i) => addScaled(row(table, id), scale / (count.get(id) ?? 1), row(rows, i)));
}

// %% exercise="scatter-add-rows" expects="scale-forgotten"
function scatterAddRows(table: Table, ids: readonly number[], rows: Table, scale: number): void {
  for (let i = 0; i < ids.length; i++) {
    for (let k = 0; k < table.width; k++) table.data[ids[i] * table.width + k] += rows.data[i * rows.width + k];
  }
}

// %% exercise="scatter-add-rows" expects="sign-flipped"
function scatterAddRows(table: Table, ids: readonly number[], rows: Table, scale: number): void {
  ids.forEach((id, i) => addScaled(row(table, id), -scale, row(rows, i)));
}

// %% exercise="scatter-add-rows" expects="row-replaced"
function scatterAddRows(table: Table, ids: readonly number[], rows: Table, scale: number): void {
  for (let i = 0; i < ids.length; i++) {
    for (let k = 0; k < table.width; k++) table.data[ids[i] * table.width + k] = scale * rows.data[i * rows.width + k];
  }
}

// %% exercise="log-sigmoid" expects="naive"
function logSigmoid(x: number): number {
  return -Math.log(1 + Math.exp(-x));
}

// %% exercise="log-sigmoid" expects="epsilon-added"
function logSigmoid(x: number): number {
  const p = x > 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  return Math.log(p + 1e-7);
}

// %% exercise="log-sigmoid" expects="clamped-at-six"
function logSigmoid(x: number): number {
  const z = x > 6 ? 6 : x < -6 ? -6 : x;
  return Math.log(1 / (1 + Math.exp(-z)));
}

// %% exercise="log-sigmoid" expects="sign-lost"
function logSigmoid(x: number): number {
  return Math.max(-x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

// %% exercise="log-sigmoid" expects="other-side"
function logSigmoid(x: number): number {
  return Math.min(-x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
}

// %% exercise="log-sigmoid" expects="sigmoid-alone"
function logSigmoid(x: number): number {
  return x > 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
}

// %% exercise="gradient-bytes" expects="one-table"
function gradientBytes(V: number, d: number, B: number, K: number): { dense: number; rows: number } {
  return { dense: V * d * 4, rows: (B + B * (K + 1)) * d * 4 };
}

// %% exercise="gradient-bytes" expects="numbers-for-bytes"
function gradientBytes(V: number, d: number, B: number, K: number): { dense: number; rows: number } {
  return { dense: 2 * V * d, rows: (B + B * (K + 1)) * d };
}

// %% exercise="gradient-bytes" expects="float64"
function gradientBytes(V: number, d: number, B: number, K: number): { dense: number; rows: number } {
  return { dense: 2 * V * d * 8, rows: (B + B * (K + 1)) * d * 8 };
}

// %% exercise="gradient-bytes" expects="one-row-short"
function gradientBytes(V: number, d: number, B: number, K: number): { dense: number; rows: number } {
  return { dense: 2 * V * d * 4, rows: B * (K + 1) * d * 4 };
}

// %% exercise="gradient-bytes" expects="dense-per-pair"
function gradientBytes(V: number, d: number, B: number, K: number): { dense: number; rows: number } {
  return { dense: B * 2 * V * d * 4, rows: B * (K + 2) * d * 4 };
}

// %% exercise="batch-step" expects="mean-for-sum"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): Scalar {
  return tf.tidy(() => {
    const [B, n] = words.shape;
    const ids = words.reshape([B * n]) as Tensor1D;
    const v = tf.gather(model.input, centers).expandDims(1);
    const u = tf.gather(model.output, ids).reshape([B, n, -1]);
    const scores = tf.sum(tf.mul(u, v), 2);
    const labels = tf.oneHot(tf.zeros([B], "int32"), n).toFloat();
    const errors = tf.div(tf.sub(tf.sigmoid(scores), labels), B).expandDims(2);
    const toCenters = tf.sum(tf.mul(errors, u), 1);
    const toWords = tf.mul(errors, v).reshape([B * n, -1]);
    scatterRows(tf, model.input, centers, toCenters, -alpha);
    scatterRows(tf, model.output, ids, toWords, -alpha);
    const losses = tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels)), 1);
    return tf.mean(losses) as Scalar;
  });
}

// %% exercise="batch-step" expects="last-write-wins"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): Scalar {
  return tf.tidy(() => {
    const [B, n] = words.shape;
    const ids = words.reshape([B * n]) as Tensor1D;
    const v = tf.gather(model.input, centers).expandDims(1);
    const u = tf.gather(model.output, ids).reshape([B, n, -1]);
    const scores = tf.sum(tf.mul(u, v), 2);
    const labels = tf.oneHot(tf.zeros([B], "int32"), n).toFloat();
    const errors = tf.sub(tf.sigmoid(scores), labels).expandDims(2);
    const toCenters = tf.sum(tf.mul(errors, u), 1);
    const toWords = tf.mul(errors, v).reshape([B * n, -1]);
    const put = (table: TensorModel["input"], at: Tensor1D, rows: Tensor2D): void => {
      const numbers = Float32Array.from(table.dataSync());
      const changed = tf.sub(tf.gather(table, at), tf.mul(rows, alpha)).dataSync();
      at.dataSync().forEach((id, i) => {
        numbers.set(changed.subarray(i * table.shape[1], (i + 1) * table.shape[1]), id * table.shape[1]);
      });
      table.assign(tf.tensor2d(numbers, table.shape));
    };
    put(model.input, centers, toCenters as Tensor2D);
    put(model.output, ids, toWords as Tensor2D);
    const losses = tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels)), 1);
    return tf.mean(losses) as Scalar;
  });
}

// %% exercise="batch-step" expects="uphill"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): Scalar {
  return tf.tidy(() => {
    const [B, n] = words.shape;
    const ids = words.reshape([B * n]) as Tensor1D;
    const v = tf.gather(model.input, centers).expandDims(1);
    const u = tf.gather(model.output, ids).reshape([B, n, -1]);
    const scores = tf.sum(tf.mul(u, v), 2);
    const labels = tf.oneHot(tf.zeros([B], "int32"), n).toFloat();
    const errors = tf.sub(tf.sigmoid(scores), labels).expandDims(2);
    const toCenters = tf.sum(tf.mul(errors, u), 1);
    const toWords = tf.mul(errors, v).reshape([B * n, -1]);
    scatterRows(tf, model.input, centers, toCenters, alpha);
    scatterRows(tf, model.output, ids, toWords, alpha);
    const losses = tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels)), 1);
    return tf.mean(losses) as Scalar;
  });
}

// %% exercise="batch-step" expects="reads-after-writing"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): Scalar {
  return tf.tidy(() => {
    const [B, n] = words.shape;
    const ids = words.reshape([B * n]) as Tensor1D;
    const v = tf.gather(model.input, centers).expandDims(1);
    const u = tf.gather(model.output, ids).reshape([B, n, -1]);
    const scores = tf.sum(tf.mul(u, v), 2);
    const labels = tf.oneHot(tf.zeros([B], "int32"), n).toFloat();
    const errors = tf.sub(tf.sigmoid(scores), labels).expandDims(2);
    scatterRows(tf, model.output, ids, tf.mul(errors, v).reshape([B * n, -1]), -alpha);
    const moved = tf.gather(model.output, ids).reshape([B, n, -1]);
    scatterRows(tf, model.input, centers, tf.sum(tf.mul(errors, moved), 1), -alpha);
    const losses = tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels)), 1);
    return tf.mean(losses) as Scalar;
  });
}

// %% exercise="batch-step" expects="one-by-one"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): Scalar {
  return tf.tidy(() => {
    const losses: Scalar[] = [];
    const [B, n] = words.shape;
    const labels = tf.oneHot(tf.zeros([1], "int32"), n).toFloat();
    const scoresOf = (b: number) => {
      const center = tf.slice(centers, b, 1) as Tensor1D;
      const ids = tf.slice(words, [b, 0], [1, n]).reshape([n]) as Tensor1D;
      const v = tf.gather(model.input, center);
      const u = tf.gather(model.output, ids);
      return { center, ids, v, u, scores: tf.sum(tf.mul(u, v), 1).expandDims(0) };
    };
    for (let b = 0; b < B; b++) {
      const { scores } = scoresOf(b);
      losses.push(tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels))) as Scalar);
    }
    for (let b = 0; b < B; b++) {
      const { center, ids, v, u, scores } = scoresOf(b);
      const errors = tf.sub(tf.sigmoid(scores), labels).reshape([n, 1]);
      scatterRows(tf, model.input, center, tf.sum(tf.mul(errors, u), 0).expandDims(0), -alpha);
      scatterRows(tf, model.output, ids, tf.mul(errors, v), -alpha);
    }
    return tf.mean(tf.stack(losses)) as Scalar;
  });
}

// %% exercise="batch-step" expects="loss-summed"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): Scalar {
  return tf.tidy(() => {
    const [B, n] = words.shape;
    const ids = words.reshape([B * n]) as Tensor1D;
    const v = tf.gather(model.input, centers).expandDims(1);
    const u = tf.gather(model.output, ids).reshape([B, n, -1]);
    const scores = tf.sum(tf.mul(u, v), 2);
    const labels = tf.oneHot(tf.zeros([B], "int32"), n).toFloat();
    const errors = tf.sub(tf.sigmoid(scores), labels).expandDims(2);
    const toCenters = tf.sum(tf.mul(errors, u), 1);
    const toWords = tf.mul(errors, v).reshape([B * n, -1]);
    scatterRows(tf, model.input, centers, toCenters, -alpha);
    scatterRows(tf, model.output, ids, toWords, -alpha);
    const losses = tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels)), 1);
    return tf.sum(losses) as Scalar;
  });
}

// %% exercise="batch-step" expects="leaked-tensors"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): Scalar {
  const [B, n] = words.shape;
  const ids = words.reshape([B * n]) as Tensor1D;
  const v = tf.gather(model.input, centers).expandDims(1);
  const u = tf.gather(model.output, ids).reshape([B, n, -1]);
  const scores = tf.sum(tf.mul(u, v), 2);
  const labels = tf.oneHot(tf.zeros([B], "int32"), n).toFloat();
  const errors = tf.sub(tf.sigmoid(scores), labels).expandDims(2);
  const toCenters = tf.sum(tf.mul(errors, u), 1);
  const toWords = tf.mul(errors, v).reshape([B * n, -1]);
  scatterRows(tf, model.input, centers, toCenters, -alpha);
  scatterRows(tf, model.output, ids, toWords, -alpha);
  const losses = tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels)), 1);
  return tf.mean(losses) as Scalar;
}

// %% exercise="batch-step" expects="infinite"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): Scalar {
  return tf.tidy(() => {
    const [B, n] = words.shape;
    const ids = words.reshape([B * n]) as Tensor1D;
    const v = tf.gather(model.input, centers).expandDims(1);
    const u = tf.gather(model.output, ids).reshape([B, n, -1]);
    const scores = tf.sum(tf.mul(u, v), 2);
    const labels = tf.oneHot(tf.zeros([B], "int32"), n).toFloat();
    const errors = tf.sub(tf.sigmoid(scores), labels).expandDims(2);
    const toCenters = tf.sum(tf.mul(errors, u), 1);
    const toWords = tf.mul(errors, v).reshape([B * n, -1]);
    scatterRows(tf, model.input, centers, toCenters, -alpha);
    scatterRows(tf, model.output, ids, toWords, -alpha);
    const signed = tf.mul(scores, tf.sub(tf.mul(labels, 2), 1)); // z for the context word, -z for noise
    return tf.neg(tf.mean(tf.sum(tf.log(tf.sigmoid(signed)), 1))) as Scalar;
  });
}

// %% exercise="batch-step" expects="epsilon-added"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): Scalar {
  return tf.tidy(() => {
    const [B, n] = words.shape;
    const ids = words.reshape([B * n]) as Tensor1D;
    const v = tf.gather(model.input, centers).expandDims(1);
    const u = tf.gather(model.output, ids).reshape([B, n, -1]);
    const scores = tf.sum(tf.mul(u, v), 2);
    const labels = tf.oneHot(tf.zeros([B], "int32"), n).toFloat();
    const errors = tf.sub(tf.sigmoid(scores), labels).expandDims(2);
    const toCenters = tf.sum(tf.mul(errors, u), 1);
    const toWords = tf.mul(errors, v).reshape([B * n, -1]);
    scatterRows(tf, model.input, centers, toCenters, -alpha);
    scatterRows(tf, model.output, ids, toWords, -alpha);
    const signed = tf.mul(scores, tf.sub(tf.mul(labels, 2), 1)); // z for the context word, -z for noise
    return tf.neg(tf.mean(tf.sum(tf.log(tf.add(tf.sigmoid(signed), 1e-7)), 1))) as Scalar;
  });
}

// %% exercise="log-sigmoid" expects="small-results-lost"
function logSigmoid(x: number): number {
  return x > -30 ? -Math.log(1 + Math.exp(-x)) : x;
}

// %% exercise="log-sigmoid" expects="logarithm-of-sigma"
function logSigmoid(x: number): number {
  const power = Math.exp(-Math.abs(x));
  return Math.log(x > 0 ? 1 / (1 + power) : power / (1 + power));
}

// %% exercise="log-sigmoid" expects="precision"
function logSigmoid(x: number): number { if (x < -10) return x; return -Math.log1p(Math.exp(-x)); }

// %% exercise="batch-step" expects="leaked-tensors"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): any {
  const out = inner(model, centers, words, alpha);
  words.dispose();
  tf.scalar(1);
  return out;
}
function inner(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): any {
  return tf.tidy(() => {
    const [B, n] = words.shape;
    const ids = words.reshape([B * n]);
    const v = tf.gather(model.input, centers).expandDims(1);
    const u = tf.gather(model.output, ids).reshape([B, n, -1]);
    const scores = tf.sum(tf.mul(u, v), 2);
    const labels = tf.oneHot(tf.zeros([B], "int32"), n).toFloat();
    const errors = tf.sub(tf.sigmoid(scores), labels).expandDims(2);
    const toCenters = tf.sum(tf.mul(errors, u), 1) as Tensor2D;
    const toWords = tf.mul(errors, v).reshape([B * n, -1]);
    scatterRows(tf, model.input, centers, toCenters, -alpha);
    scatterRows(tf, model.output, ids, toWords, -alpha);
    const losses = tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels)), 1);

    return tf.mean(losses) as Scalar;
  });
}

// %% exercise="batch-step" expects="disposed-arguments"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): Scalar {
  return tf.tidy(() => {
    const [B, n] = words.shape;
    const ids = words.reshape([B * n]) as Tensor1D;
    const v = tf.gather(model.input, centers).expandDims(1);
    const u = tf.gather(model.output, ids).reshape([B, n, -1]);
    const scores = tf.sum(tf.mul(u, v), 2);
    const labels = tf.oneHot(tf.zeros([B], "int32"), n).toFloat();
    const errors = tf.sub(tf.sigmoid(scores), labels).expandDims(2);
    const toCenters = tf.sum(tf.mul(errors, u), 1);
    const toWords = tf.mul(errors, v).reshape([B * n, -1]);
    scatterRows(tf, model.input, centers, toCenters, -alpha);
    scatterRows(tf, model.output, ids, toWords, -alpha);
    const losses = tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels)), 1);
    centers.dispose();
    words.dispose();
    return tf.mean(losses) as Scalar;
  });
}
