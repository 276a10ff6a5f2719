// %% exercise="scatter-add-rows"
function scatterAddRows(table: Table, ids: readonly number[], rows: Table, scale: number): void {
  for (let i = 0; i < ids.length; i++) {
    for (let k = 0; k < table.width; k++) table.data[ids[i] * table.width + k] += scale * rows.data[i * table.width + k];
  }
}

// %% exercise="log-sigmoid"
function logSigmoid(x: number): number {
  return x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x));
}

// %% exercise="gradient-bytes"
function gradientBytes(V: number, d: number, B: number, K: number): { dense: number; rows: number } {
  return { rows: (2 + K) * B * d * 4, dense: 2 * V * d * 4 };
}

// %% exercise="batch-step"
function batchStep(model: TensorModel, centers: Tensor1D, words: Tensor2D, alpha: number): Scalar {
  return tf.tidy(() => {
    const [B, n] = words.shape;
    const flat = words.flatten() as Tensor1D;
    const v = tf.gather(model.input, centers);
    const u = tf.gather(model.output, flat).reshape([B, n, -1]) as Tensor3D;
    const z = tf.matMul(u, v.expandDims(2)).squeeze([2]);
    const labels = tf.concat([tf.ones([B, 1]), tf.zeros([B, n - 1])], 1);
    const e = tf.sub(tf.sigmoid(z), labels);
    const toWords = tf.matMul(e.expandDims(2), v.expandDims(1)).reshape([B * n, -1]);
    const toCenters = tf.matMul(e.expandDims(1), u).squeeze([1]);
    const loss = tf.mean(tf.sum(tf.softplus(tf.mul(z, tf.sub(1, tf.mul(labels, 2)))), 1));
    scatterRows(tf, model.output, flat, toWords as Tensor2D, -alpha);
    scatterRows(tf, model.input, centers, toCenters as Tensor2D, -alpha);
    return loss as Scalar;
  });
}

// %% exercise="scatter-add-rows"
const scatterAddRows = (table: Table, ids: readonly number[], rows: Table, scale: number) =>
  ids.reduce((t, id, i) => {
    addScaled(row(t, id), scale, row(rows, i));
    return t;
  }, table);
