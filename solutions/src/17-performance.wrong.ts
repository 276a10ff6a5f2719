// %% exercise="intensity" expects="scores-only"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (2 * M * N * d) / (2 * (M + N) * d * bytes);
}

// %% exercise="intensity" expects="one-table-moved"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (4 * M * N * d) / (2 * (M + N) * d * bytes);
}

// %% exercise="intensity" expects="multiply-add-as-one"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (3 * M * N * d) / (2 * (M + N) * d * bytes);
}

// %% exercise="intensity" expects="reads-only"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (6 * M * N * d) / ((M + N) * d * bytes);
}

// %% exercise="intensity" expects="rows-of-pairs"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (6 * M * N * d) / (2 * M * (1 + N) * d * bytes);
}

// %% exercise="intensity" expects="rows-of-pairs"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (6 * M * N * d) / (4 * M * N * d * bytes);
}

// %% exercise="intensity" expects="numbers-for-bytes"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (3 * M * N) / (M + N);
}

// %% exercise="intensity" expects="always-four-bytes"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (3 * M * N) / (4 * (M + N));
}

// %% exercise="intensity" expects="matrix-for-rows"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (6 * M * N * d) / (2 * M * N * bytes);
}

// %% exercise="intensity" expects="times-d"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (6 * M * N * d) / (2 * (M + N) * bytes);
}

// %% exercise="intensity" expects="d-forgotten"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (6 * M * N) / (2 * (M + N) * d * bytes);
}

// %% exercise="intensity" expects="upside-down"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (2 * (M + N) * bytes) / (6 * M * N);
}

// %% exercise="intensity" expects="unnamed"
function intensity(M: number, N: number, d: number, bytes: number): number {
  return (6 * M * N * d) / (2 * (M + N) * d * bytes) + 1;
}

// %% exercise="window-step" expects="inputs-read-late"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  const errors = inputs.map((a) => outputs.map((b, j) => sigmoid(dot(row(before.input, a), row(before.output, b))) - (j === 0 ? 1 : 0)));
  let loss = 0;
  for (const a of inputs) outputs.forEach((b, j) => { loss += softplus((j === 0 ? -1 : 1) * dot(row(before.input, a), row(before.output, b))); });
  inputs.forEach((a, i) => outputs.forEach((b, j) => addScaled(row(model.output, b), -alpha * errors[i][j], row(before.input, a))));
  const moved = structuredClone(model.output);
  inputs.forEach((a, i) => outputs.forEach((b, j) => addScaled(row(model.input, a), -alpha * errors[i][j], row(moved, b))));
  return loss;
}

// %% exercise="window-step" expects="outputs-read-late"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  const errors = inputs.map((a) => outputs.map((b, j) => sigmoid(dot(row(before.input, a), row(before.output, b))) - (j === 0 ? 1 : 0)));
  let loss = 0;
  for (const a of inputs) outputs.forEach((b, j) => { loss += softplus((j === 0 ? -1 : 1) * dot(row(before.input, a), row(before.output, b))); });
  inputs.forEach((a, i) => outputs.forEach((b, j) => addScaled(row(model.input, a), -alpha * errors[i][j], row(before.output, b))));
  inputs.forEach((a, i) => outputs.forEach((b, j) => addScaled(row(model.output, b), -alpha * errors[i][j], row(model.input, a))));
  return loss;
}

// %% exercise="window-step" expects="pair-by-pair"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  let loss = 0;
  for (const a of inputs) {
    const v = row(model.input, a);
    const moves = new Float64Array(v.length);
    outputs.forEach((b, j) => {
      const u = row(model.output, b);
      const z = dot(v, u);
      loss += softplus(j === 0 ? -z : z);
      const e = sigmoid(z) - (j === 0 ? 1 : 0);
      addScaled(moves, -alpha * e, u);
      addScaled(u, -alpha * e, v);
    });
    addScaled(v, 1, moves);
  }
  return loss;
}

// %% exercise="window-step" expects="pair-by-pair"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  let loss = 0;
  for (const a of inputs) {
    const v = row(model.input, a).slice();
    const B = outputs.map((b) => row(model.output, b).slice());
    B.forEach((u, j) => {
      const z = dot(v, u);
      loss += softplus(z) - (j === 0 ? z : 0);
      const e = sigmoid(z) - (j === 0 ? 1 : 0);
      addScaled(row(model.output, outputs[j]), -alpha * e, v);
      addScaled(row(model.input, a), -alpha * e, u);
    });
  }
  return loss;
}

// %% exercise="window-step" expects="target-forgotten"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  let loss = 0;
  inputs.forEach((a, i) => {
    outputs.forEach((b, j) => {
      const [v, u] = [row(before.input, a), row(before.output, b)];
      const z = dot(v, u);
      loss += softplus(z) - (0) * z;
      const e = sigmoid(z) - (0);
      addScaled(row(model.output, b), -alpha * e, v);
      addScaled(row(model.input, a), -alpha * e, u);
    });
  });
  return loss;
}

// %% exercise="window-step" expects="target-forgotten"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  let loss = 0;
  inputs.forEach((a, i) => {
    outputs.forEach((b, j) => {
      const [v, u] = [row(before.input, a), row(before.output, b)];
      const z = dot(v, u);
      loss += softplus(z) - (j === 0 ? 1 : 0) * z;
      const e = sigmoid(z);
      addScaled(row(model.output, b), -alpha * e, v);
      addScaled(row(model.input, a), -alpha * e, u);
    });
  });
  return loss;
}

// %% exercise="window-step" expects="label-by-input"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  let loss = 0;
  inputs.forEach((a, i) => {
    outputs.forEach((b, j) => {
      const [v, u] = [row(before.input, a), row(before.output, b)];
      const z = dot(v, u);
      loss += softplus(z) - (i === 0 && j === 0 ? 1 : 0) * z;
      const e = sigmoid(z) - (i === 0 && j === 0 ? 1 : 0);
      addScaled(row(model.output, b), -alpha * e, v);
      addScaled(row(model.input, a), -alpha * e, u);
    });
  });
  return loss;
}

// %% exercise="window-step" expects="wrong-axis"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  let loss = 0;
  inputs.forEach((a, i) => {
    outputs.forEach((b, j) => {
      const [v, u] = [row(before.input, a), row(before.output, b)];
      const z = dot(v, u);
      loss += softplus(z) - (i === 0 ? 1 : 0) * z;
      const e = sigmoid(z) - (i === 0 ? 1 : 0);
      addScaled(row(model.output, b), -alpha * e, v);
      addScaled(row(model.input, a), -alpha * e, u);
    });
  });
  return loss;
}

// %% exercise="window-step" expects="mean-over-inputs"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  let loss = 0;
  inputs.forEach((a, i) => {
    outputs.forEach((b, j) => {
      const [v, u] = [row(before.input, a), row(before.output, b)];
      const z = dot(v, u);
      loss += softplus(z) - (j === 0 ? 1 : 0) * z;
      const e = sigmoid(z) - (j === 0 ? 1 : 0);
      addScaled(row(model.output, b), (-alpha / inputs.length) * e, v);
      addScaled(row(model.input, a), (-alpha / inputs.length) * e, u);
    });
  });
  return loss;
}

// %% exercise="window-step" expects="last-write-wins"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  let loss = 0;
  const errors = inputs.map((a) => outputs.map((b, j) => {
    const z = dot(row(before.input, a), row(before.output, b));
    loss += softplus(j === 0 ? -z : z);
    return sigmoid(z) - (j === 0 ? 1 : 0);
  }));
  outputs.forEach((b, j) => {
    const u = row(before.output, b).slice();
    inputs.forEach((a, i) => addScaled(u, -alpha * errors[i][j], row(before.input, a)));
    row(model.output, b).set(u);
  });
  inputs.forEach((a, i) => {
    const v = row(before.input, a).slice();
    outputs.forEach((b, j) => addScaled(v, -alpha * errors[i][j], row(before.output, b)));
    row(model.input, a).set(v);
  });
  return loss;
}

// %% exercise="window-step" expects="inputs-not-moved"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  let loss = 0;
  inputs.forEach((a, i) => {
    outputs.forEach((b, j) => {
      const [v, u] = [row(before.input, a), row(before.output, b)];
      const z = dot(v, u);
      loss += softplus(z) - (j === 0 ? 1 : 0) * z;
      const e = sigmoid(z) - (j === 0 ? 1 : 0);
      addScaled(row(model.output, b), -alpha * e, v);
    });
  });
  return loss;
}

// %% exercise="window-step" expects="outputs-not-moved"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  let loss = 0;
  inputs.forEach((a, i) => {
    outputs.forEach((b, j) => {
      const [v, u] = [row(before.input, a), row(before.output, b)];
      const z = dot(v, u);
      loss += softplus(z) - (j === 0 ? 1 : 0) * z;
      const e = sigmoid(z) - (j === 0 ? 1 : 0);
      addScaled(row(model.input, a), -alpha * e, u);
    });
  });
  return loss;
}

// %% exercise="window-step" expects="uphill"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  let loss = 0;
  inputs.forEach((a, i) => {
    outputs.forEach((b, j) => {
      const [v, u] = [row(before.input, a), row(before.output, b)];
      const z = dot(v, u);
      loss += softplus(z) - (j === 0 ? 1 : 0) * z;
      const e = sigmoid(z) - (j === 0 ? 1 : 0);
      addScaled(row(model.output, b), alpha * e, v);
      addScaled(row(model.input, a), alpha * e, u);
    });
  });
  return loss;
}

// %% exercise="window-step" expects="loss-mean"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  let loss = 0;
  inputs.forEach((a, i) => {
    outputs.forEach((b, j) => {
      const [v, u] = [row(before.input, a), row(before.output, b)];
      const z = dot(v, u);
      loss += softplus(z) - (j === 0 ? 1 : 0) * z;
      const e = sigmoid(z) - (j === 0 ? 1 : 0);
      addScaled(row(model.output, b), -alpha * e, v);
      addScaled(row(model.input, a), -alpha * e, u);
    });
  });
  return loss / (inputs.length * outputs.length);
}

// %% exercise="window-step" expects="loss-mean"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const before = structuredClone(model);
  let loss = 0;
  inputs.forEach((a, i) => {
    outputs.forEach((b, j) => {
      const [v, u] = [row(before.input, a), row(before.output, b)];
      const z = dot(v, u);
      loss += softplus(z) - (j === 0 ? 1 : 0) * z;
      const e = sigmoid(z) - (j === 0 ? 1 : 0);
      addScaled(row(model.output, b), -alpha * e, v);
      addScaled(row(model.input, a), -alpha * e, u);
    });
  });
  return loss / inputs.length;
}

// %% exercise="window-step" expects="nothing-returned"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): any {
  const before = structuredClone(model);
  let loss = 0;
  inputs.forEach((a, i) => {
    outputs.forEach((b, j) => {
      const [v, u] = [row(before.input, a), row(before.output, b)];
      const z = dot(v, u);
      loss += softplus(z) - (j === 0 ? 1 : 0) * z;
      const e = sigmoid(z) - (j === 0 ? 1 : 0);
      addScaled(row(model.output, b), -alpha * e, v);
      addScaled(row(model.input, a), -alpha * e, u);
    });
  });

}

// %% exercise="draw-alias" expects="exchanged"
function drawAlias(share: ArrayLike<number>, alias: ArrayLike<number>, x: number): number {
  const cell = Math.floor(x * share.length);
  return x * share.length - cell < share[cell] ? alias[cell] : cell;
}

// %% exercise="draw-alias" expects="always-own-word"
function drawAlias(share: ArrayLike<number>, alias: ArrayLike<number>, x: number): number {
  return Math.floor(x * share.length);
}

// %% exercise="draw-alias" expects="always-other-word"
function drawAlias(share: ArrayLike<number>, alias: ArrayLike<number>, x: number): number {
  return alias[Math.floor(x * alias.length)];
}

// %% exercise="draw-alias" expects="place-in-table"
function drawAlias(share: ArrayLike<number>, alias: ArrayLike<number>, x: number): number {
  const cell = Math.floor(x * share.length);
  return x < share[cell] ? cell : alias[cell];
}

// %% exercise="draw-alias" expects="cell-not-subtracted"
function drawAlias(share: ArrayLike<number>, alias: ArrayLike<number>, x: number): number {
  const cell = Math.floor(x * share.length);
  return x * share.length < share[cell] ? cell : alias[cell];
}

// %% exercise="draw-alias" expects="border-own"
function drawAlias(share: ArrayLike<number>, alias: ArrayLike<number>, x: number): number {
  const cell = Math.floor(x * share.length);
  return x * share.length - cell <= share[cell] ? cell : alias[cell];
}

// %% exercise="draw-alias" expects="rounded"
function drawAlias(share: ArrayLike<number>, alias: ArrayLike<number>, x: number): number {
  const cell = Math.round(x * share.length) % share.length;
  return x * share.length - cell < share[cell] ? cell : alias[cell];
}

// %% exercise="draw-alias" expects="walk"
function drawAlias(share: ArrayLike<number>, alias: ArrayLike<number>, x: number): number {
  const total = Array.from(share).reduce((sum, s) => sum + s, 0);
  let sum = 0;
  for (let word = 0; word < share.length; word++) {
    sum += share[word] / total;
    if (x < sum) return word;
  }
  return share.length - 1;
}

// %% exercise="speedup" expects="seconds-for-speedup"
function speedup(alone: number, shared: number, threads: number): number {
  return alone + shared / threads;
}

// %% exercise="speedup" expects="all-shared"
function speedup(alone: number, shared: number, threads: number): number {
  return threads;
}

// %% exercise="speedup" expects="exchanged"
function speedup(alone: number, shared: number, threads: number): number {
  return (alone + shared) / (alone / threads + shared);
}

// %% exercise="speedup" expects="upside-down"
function speedup(alone: number, shared: number, threads: number): number {
  return (alone + shared / threads) / (alone + shared);
}

// %% exercise="speedup" expects="grown-work"
function speedup(alone: number, shared: number, threads: number): number {
  return (alone + threads * shared) / (alone + shared);
}

// %% exercise="speedup" expects="limit"
function speedup(alone: number, shared: number, threads: number): number {
  return (alone + shared) / alone;
}

// %% exercise="speedup" expects="shared-part-only"
function speedup(alone: number, shared: number, threads: number): number {
  return shared / (alone + shared / threads);
}

// %% exercise="speedup" expects="share-not-divided"
function speedup(alone: number, shared: number, threads: number): number {
  return 1 / (alone + shared / threads);
}

// %% exercise="speedup" expects="share-not-divided"
function speedup(alone: number, shared: number, threads: number): number {
  return 1 / (alone + (1 - alone) / threads);
}

// %% exercise="speedup" expects="unnamed"
function speedup(alone: number, shared: number, threads: number): number {
  return (alone + shared) / (alone + shared / threads) - 0.1;
}
