// %% exercise="intensity"
function intensity(M: number, N: number, d: number, bytes: number): number {
  const operations = M * N * (2 + 2 + 2);
  return operations / ((M + N) * (bytes + bytes));
}

// %% exercise="window-step"
function windowStep(model: Model, inputs: readonly number[], outputs: readonly number[], alpha: number): number {
  const old = structuredClone(model);
  const scores = inputs.map((i) => outputs.map((o) => dot(row(old.input, i), row(old.output, o))));
  outputs.forEach((o, j) => {
    inputs.forEach((i, k) => addScaled(row(model.output, o), -alpha * (sigmoid(scores[k][j]) - (j ? 0 : 1)), row(old.input, i)));
  });
  inputs.forEach((i, k) => {
    outputs.forEach((o, j) => addScaled(row(model.input, i), -alpha * (sigmoid(scores[k][j]) - (j ? 0 : 1)), row(old.output, o)));
  });
  return scores.flatMap((line) => line.map((z, j) => softplus(j ? z : -z))).reduce((sum, x) => sum + x, 0);
}

// %% exercise="draw-alias"
function drawAlias(share: ArrayLike<number>, alias: ArrayLike<number>, x: number): number {
  const cell = Math.trunc(x * share.length);
  return (x * share.length) % 1 >= share[cell] ? alias[cell] : cell;
}

// %% exercise="speedup"
function speedup(alone: number, shared: number, threads: number): number {
  const serial = alone / (alone + shared);
  return 1 / (serial + (1 - serial) / threads);
}
