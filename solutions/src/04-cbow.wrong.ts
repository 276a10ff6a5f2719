// %% exercise="hidden-layer" expects="sum-for-mean"
function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
  const h = new Float64Array(input.width);
  for (const word of context) addScaled(h, 1, row(input, word));
  return h;
}

// %% exercise="hidden-layer" expects="repeats-dropped"
function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
  const words = new Set(context);
  const h = new Float64Array(input.width);
  for (const word of words) addScaled(h, 1 / words.size, row(input, word));
  return h;
}

// %% exercise="hidden-layer" expects="divided-by-width"
function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
  const h = new Float64Array(input.width);
  for (const word of context) addScaled(h, 1 / input.width, row(input, word));
  return h;
}

// %% exercise="softmax-errors" expects="target-not-subtracted"
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  const z = Array.from({ length: output.rows }, (_, word) => dot(row(output, word), h));
  const powers = z.map((x) => Math.exp(x - Math.max(...z)));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return Float64Array.from(powers, (x) => x / total);
}

// %% exercise="softmax-errors" expects="sign-flipped"
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  const z = Array.from({ length: output.rows }, (_, word) => dot(row(output, word), h));
  const powers = z.map((x) => Math.exp(x - Math.max(...z)));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return Float64Array.from(powers, (x, word) => (word === center ? 1 : 0) - x / total);
}

// %% exercise="softmax-errors" expects="overflow"
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  const e = new Float64Array(output.rows);
  let total = 0;
  for (let word = 0; word < output.rows; word++) {
    e[word] = Math.exp(dot(row(output, word), h));
    total += e[word];
  }
  for (let word = 0; word < output.rows; word++) e[word] = e[word] / total;
  e[center] -= 1;
  return e;
}

// %% exercise="softmax-errors" expects="scores-for-probabilities"
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  const e = Float64Array.from({ length: output.rows }, (_, word) => dot(row(output, word), h));
  e[center] -= 1;
  return e;
}

// %% exercise="input-gradient" expects="c-times-too-large"
function inputGradient(model: Model, context: readonly number[], center: number): Table {
  const errors = softmaxErrors(model.output, hiddenLayer(model.input, context), center);
  const gradient = zeroTable(model.input.rows, model.input.width);
  for (const c of context) errors.forEach((e, word) => addScaled(row(gradient, c), e, row(model.output, word)));
  return gradient;
}

// %% exercise="input-gradient" expects="repeats-overwritten"
function inputGradient(model: Model, context: readonly number[], center: number): Table {
  const errors = softmaxErrors(model.output, hiddenLayer(model.input, context), center);
  const gradient = zeroTable(model.input.rows, model.input.width);
  for (const c of context) {
    const share = new Float64Array(model.input.width);
    errors.forEach((e, word) => addScaled(share, e / context.length, row(model.output, word)));
    row(gradient, c).set(share);
  }
  return gradient;
}

// %% exercise="input-gradient" expects="context-and-center-swapped"
function inputGradient(model: Model, context: readonly number[], center: number): Table {
  const errors = softmaxErrors(model.output, row(model.input, center), context[0]);
  const gradient = zeroTable(model.input.rows, model.input.width);
  errors.forEach((e, word) => addScaled(row(gradient, center), e, row(model.output, word)));
  return gradient;
}

// %% exercise="input-gradient" expects="sign-flipped"
function inputGradient(model: Model, context: readonly number[], center: number): Table {
  const errors = softmaxErrors(model.output, hiddenLayer(model.input, context), center);
  const gradient = zeroTable(model.input.rows, model.input.width);
  for (const c of context) {
    errors.forEach((e, word) => addScaled(row(gradient, c), -e / context.length, row(model.output, word)));
  }
  return gradient;
}

// %% exercise="softmax-errors" expects="clamped-scores"
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  const z = Array.from({ length: output.rows }, (_, word) => dot(row(output, word), h));
  const powers = z.map((x) => Math.exp(Math.min(700, x)));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return Float64Array.from(powers, (x, word) => x / total - (word === center ? 1 : 0));
}

// %% exercise="softmax-errors" expects="not-a-number"
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  const z = Array.from({ length: output.rows }, (_, word) => dot(row(output, word), h));
  const powers = z.map((x) => Math.exp(x - z[0]));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return Float64Array.from(powers, (x, word) => x / total - (word === center ? 1 : 0));
}

// %% exercise="softmax-errors" expects="not-a-number"
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  const z = Array.from({ length: output.rows }, (_, word) => dot(row(output, word), h));
  const powers = z.map((x) => Math.exp(x - 100));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return Float64Array.from(powers, (x, word) => x / total - (word === center ? 1 : 0));
}

// %% exercise="softmax-errors" expects="not-a-number"
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  const z = Array.from({ length: output.rows }, (_, word) => dot(row(output, word), h));
  const powers = z.map((x) => Math.exp(x - Math.max(...z.map(Math.abs))));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return Float64Array.from(powers, (x, word) => x / total - (word === center ? 1 : 0));
}

// %% exercise="softmax-errors" expects="unnamed"
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  const z = Array.from({ length: output.rows }, (_, word) => dot(row(output, word), h));
  const powers = z.map((x) => Math.exp(x));
  const total = powers.reduce((sum, x) => sum + x, 0);
  return Float64Array.from(powers, (x, word) => (Number.isNaN(x / total) ? 1 : x / total) - (word === center ? 1 : 0));
}

// %% exercise="hidden-layer" expects="view"
function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
  if (context.length === 1) return row(input, context[0]);
  const h = new Float64Array(input.width);
  for (const word of context) addScaled(h, 1 / context.length, row(input, word));
  return h;
}

// %% exercise="hidden-layer" expects="argument-changed"
function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
  const h = row(input, context[0]);
  for (const word of context.slice(1)) addScaled(h, 1, row(input, word));
  return h.map((x) => x / context.length);
}

// %% exercise="hidden-layer" expects="precision"
function hiddenLayer(input: Table, context: readonly number[]): Float64Array {
  const h = new Float32Array(input.width);
  for (const word of context) addScaled(h, 1 / context.length, row(input, word));
  return Float64Array.from(h);
}

// %% exercise="input-gradient" expects="shape"
function inputGradient(model: Model, context: readonly number[], center: number): Table {
  const errors = softmaxErrors(model.output, hiddenLayer(model.input, context), center);
  const rows = Array.from({ length: model.input.rows }, () => new Array(model.input.width).fill(0));
  for (const c of context) {
    errors.forEach((e, word) => row(model.output, word).forEach((u, k) => { rows[c][k] += (e * u) / context.length; }));
  }
  return rows as unknown as Table;
}

// %% exercise="softmax-errors" expects="unnamed"
function softmaxErrors(output: Table, h: Float64Array, center: number): Float64Array {
  const z = Float64Array.from({ length: output.rows }, (_, j) => dot(row(output, j), h));
  const m = Math.max(...z);
  const p = z.map((x) => Math.exp(x - m));
  const t = p.reduce((a, b) => a + b, 0);
  return p.map((x, j) => (x / t < 1e-3 ? 0 : x / t) - (j === center ? 1 : 0));
}

// %% exercise="move-inputs" expects="variants-exchanged"
function moveInputs(
  input: Table,
  context: readonly number[],
  toHidden: Float64Array,
  alpha: number,
  variant: "gradient" | "word2vec.c",
): void {
  const C = variant === "gradient" ? 1 : context.length;
  for (const word of context) addScaled(row(input, word), -alpha / C, toHidden);
}

// %% exercise="move-inputs" expects="always-divided"
function moveInputs(
  input: Table,
  context: readonly number[],
  toHidden: Float64Array,
  alpha: number,
  variant: "gradient" | "word2vec.c",
): void {
  const C = context.length;
  for (const word of context) addScaled(row(input, word), -alpha / C, toHidden);
}

// %% exercise="move-inputs" expects="never-divided"
function moveInputs(
  input: Table,
  context: readonly number[],
  toHidden: Float64Array,
  alpha: number,
  variant: "gradient" | "word2vec.c",
): void {
  const C = variant === "gradient" ? context.length : 1;
  for (const word of context) addScaled(row(input, word), -alpha, toHidden);
}

// %% exercise="move-inputs" expects="uphill"
function moveInputs(
  input: Table,
  context: readonly number[],
  toHidden: Float64Array,
  alpha: number,
  variant: "gradient" | "word2vec.c",
): void {
  const C = variant === "gradient" ? context.length : 1;
  for (const word of context) addScaled(row(input, word), alpha / C, toHidden);
}

// %% exercise="move-inputs" expects="repeats-dropped"
function moveInputs(
  input: Table,
  context: readonly number[],
  toHidden: Float64Array,
  alpha: number,
  variant: "gradient" | "word2vec.c",
): void {
  const C = variant === "gradient" ? context.length : 1;
  for (const word of new Set(context)) addScaled(row(input, word), -alpha / C, toHidden);
}

// %% exercise="move-inputs" expects="divided-by-different-words"
function moveInputs(
  input: Table,
  context: readonly number[],
  toHidden: Float64Array,
  alpha: number,
  variant: "gradient" | "word2vec.c",
): void {
  const C = variant === "gradient" ? new Set(context).size : 1;
  for (const word of context) addScaled(row(input, word), -alpha / C, toHidden);
}

// %% exercise="move-inputs" expects="multiplied-by-count"
function moveInputs(
  input: Table,
  context: readonly number[],
  toHidden: Float64Array,
  alpha: number,
  variant: "gradient" | "word2vec.c",
): void {
  for (const word of context) addScaled(row(input, word), -alpha * (variant === "gradient" ? 1 / context.length : context.length), toHidden);
}

// %% exercise="move-inputs" expects="nothing-changed"
function moveInputs(
  input: Table,
  context: readonly number[],
  toHidden: Float64Array,
  alpha: number,
  variant: "gradient" | "word2vec.c",
): void {
  const C = variant === "gradient" ? context.length : 1;
  for (const word of context) addScaled(row(input, word).slice(), -alpha / C, toHidden);
}
