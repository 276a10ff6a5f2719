// %% exercise="pairs" expects="center-with-itself"
function makePairs(sentence: readonly number[], window: number): SkipGramPair[] {
  const pairs: SkipGramPair[] = [];
  for (let t = 0; t < sentence.length; t++) {
    for (let j = -window; j <= window; j++) {
      if (t + j < 0 || t + j >= sentence.length) continue;
      pairs.push({ center: sentence[t], context: sentence[t + j] });
    }
  }
  return pairs;
}

// %% exercise="pairs" expects="equal-words-skipped"
function makePairs(sentence: readonly number[], window: number): SkipGramPair[] {
  const pairs: SkipGramPair[] = [];
  for (let t = 0; t < sentence.length; t++) {
    for (let j = -window; j <= window; j++) {
      const center = sentence[t];
      const context = sentence[t + j];
      if (context !== undefined && context !== center) pairs.push({ center: center, context: context });
    }
  }
  return pairs;
}

// %% exercise="pairs" expects="right-side-only"
function makePairs(sentence: readonly number[], window: number): SkipGramPair[] {
  const pairs: SkipGramPair[] = [];
  for (let t = 0; t < sentence.length; t++) {
    for (let s = t + 1; s <= t + window && s < sentence.length; s++) {
      pairs.push({ center: sentence[t], context: sentence[s] });
    }
  }
  return pairs;
}

// %% exercise="pairs" expects="window-one-short"
function makePairs(sentence: readonly number[], window: number): SkipGramPair[] {
  const pairs: SkipGramPair[] = [];
  for (let t = 0; t < sentence.length; t++) {
    for (let s = Math.max(0, t - window + 1); s < Math.min(sentence.length, t + window); s++) {
      if (s !== t) pairs.push({ center: sentence[t], context: sentence[s] });
    }
  }
  return pairs;
}

// %% exercise="gradients" expects="sign-flipped"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const result = { input: zeroTable(model.input.rows, model.input.width), output: zeroTable(model.output.rows, model.output.width) };
  const v = row(model.input, pair.center);
  [pair.context, ...negatives].forEach((word, i) => {
    const e = (i === 0 ? 1 : 0) - sigmoid(dot(row(model.output, word), v));
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, pair.center), e, row(model.output, word));
  });
  return result;
}

// %% exercise="gradients" expects="labels-exchanged"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const result = { input: zeroTable(model.input.rows, model.input.width), output: zeroTable(model.output.rows, model.output.width) };
  const v = row(model.input, pair.center);
  [pair.context, ...negatives].forEach((word, i) => {
    const e = sigmoid(dot(row(model.output, word), v)) - (i === 0 ? 0 : 1);
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, pair.center), e, row(model.output, word));
  });
  return result;
}

// %% exercise="gradients" expects="no-sigmoid"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const result = { input: zeroTable(model.input.rows, model.input.width), output: zeroTable(model.output.rows, model.output.width) };
  const v = row(model.input, pair.center);
  [pair.context, ...negatives].forEach((word, i) => {
    const e = dot(row(model.output, word), v) - (i === 0 ? 1 : 0);
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, pair.center), e, row(model.output, word));
  });
  return result;
}

// %% exercise="gradients" expects="squared-error"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const result = { input: zeroTable(model.input.rows, model.input.width), output: zeroTable(model.output.rows, model.output.width) };
  const v = row(model.input, pair.center);
  [pair.context, ...negatives].forEach((word, i) => {
    const p = sigmoid(dot(row(model.output, word), v));
    const e = (p - (i === 0 ? 1 : 0)) * p * (1 - p);
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, pair.center), e, row(model.output, word));
  });
  return result;
}

// %% exercise="gradients" expects="only-the-positive"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const result = { input: zeroTable(model.input.rows, model.input.width), output: zeroTable(model.output.rows, model.output.width) };
  const v = row(model.input, pair.center);
  [pair.context, ...negatives].forEach((word, i) => {
    const e = sigmoid(dot(row(model.output, word), v)) - (i === 0 ? 1 : 0);
    addScaled(row(result.output, word), e, v);
    if (i === 0) addScaled(row(result.input, pair.center), e, row(model.output, word));
  });
  return result;
}

// %% exercise="gradients" expects="mean-for-sum"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const result = { input: zeroTable(model.input.rows, model.input.width), output: zeroTable(model.output.rows, model.output.width) };
  const v = row(model.input, pair.center);
  const words = [pair.context, ...negatives];
  words.forEach((word, i) => {
    const e = (sigmoid(dot(row(model.output, word), v)) - (i === 0 ? 1 : 0)) / words.length;
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, pair.center), e, row(model.output, word));
  });
  return result;
}

// %% exercise="gradients" expects="repeats-dropped"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const result = { input: zeroTable(model.input.rows, model.input.width), output: zeroTable(model.output.rows, model.output.width) };
  const v = row(model.input, pair.center);
  [pair.context, ...new Set(negatives)].forEach((word, i) => {
    const e = sigmoid(dot(row(model.output, word), v)) - (i === 0 ? 1 : 0);
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, pair.center), e, row(model.output, word));
  });
  return result;
}

// %% exercise="gradients" expects="label-by-word"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const result = { input: zeroTable(model.input.rows, model.input.width), output: zeroTable(model.output.rows, model.output.width) };
  const v = row(model.input, pair.center);
  for (const word of [pair.context, ...negatives]) {
    const e = sigmoid(dot(row(model.output, word), v)) - (word === pair.context ? 1 : 0);
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, pair.center), e, row(model.output, word));
  }
  return result;
}

// %% exercise="gradients" expects="tables-exchanged"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const result = { input: zeroTable(model.input.rows, model.input.width), output: zeroTable(model.output.rows, model.output.width) };
  const v = row(model.output, pair.center);
  [pair.context, ...negatives].forEach((word, i) => {
    const e = sigmoid(dot(row(model.input, word), v)) - (i === 0 ? 1 : 0);
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, pair.center), e, row(model.input, word));
  });
  return result;
}

// %% exercise="step" expects="uphill"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  let loss = softplus(-dot(row(model.output, pair.context), v));
  for (const word of negatives) loss += softplus(dot(row(model.output, word), v));
  const { input, output } = gradients(model, pair, negatives);
  addScaled(model.input.data, alpha, input.data);
  addScaled(model.output.data, alpha, output.data);
  return loss;
}

// %% exercise="step" expects="reads-after-writing"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  let loss = softplus(-dot(row(model.output, pair.context), v));
  for (const word of negatives) loss += softplus(dot(row(model.output, word), v));
  addScaled(model.output.data, -alpha, gradients(model, pair, negatives).output.data);
  addScaled(model.input.data, -alpha, gradients(model, pair, negatives).input.data);
  return loss;
}

// %% exercise="step" expects="loss-after-the-step"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const { input, output } = gradients(model, pair, negatives);
  addScaled(model.input.data, -alpha, input.data);
  addScaled(model.output.data, -alpha, output.data);
  const v = row(model.input, pair.center);
  let loss = softplus(-dot(row(model.output, pair.context), v));
  for (const word of negatives) loss += softplus(dot(row(model.output, word), v));
  return loss;
}

// %% exercise="step" expects="output-table-kept"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  let loss = softplus(-dot(row(model.output, pair.context), v));
  for (const word of negatives) loss += softplus(dot(row(model.output, word), v));
  addScaled(model.input.data, -alpha, gradients(model, pair, negatives).input.data);
  return loss;
}

// %% exercise="gradients" expects="context-dropped-from-noise"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const result = { input: zeroTable(model.input.rows, model.input.width), output: zeroTable(model.output.rows, model.output.width) };
  const v = row(model.input, pair.center);
  const noise = negatives.filter((word) => word !== pair.context);
  [pair.context, ...noise].forEach((word, i) => {
    const e = sigmoid(dot(row(model.output, word), v)) - (i === 0 ? 1 : 0);
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, pair.center), e, row(model.output, word));
  });
  return result;
}

// %% exercise="gradients" expects="center-dropped-from-noise"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const result = { input: zeroTable(model.input.rows, model.input.width), output: zeroTable(model.output.rows, model.output.width) };
  const v = row(model.input, pair.center);
  const noise = negatives.filter((word) => word !== pair.center);
  [pair.context, ...noise].forEach((word, i) => {
    const e = sigmoid(dot(row(model.output, word), v)) - (i === 0 ? 1 : 0);
    addScaled(row(result.output, word), e, v);
    addScaled(row(result.input, pair.center), e, row(model.output, word));
  });
  return result;
}

// %% exercise="step" expects="infinite"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  let loss = -Math.log(sigmoid(dot(row(model.output, pair.context), v)));
  for (const word of negatives) loss += -Math.log(sigmoid(-dot(row(model.output, word), v)));
  const { input, output } = gradients(model, pair, negatives);
  addScaled(model.input.data, -alpha, input.data);
  addScaled(model.output.data, -alpha, output.data);
  return loss;
}

// %% exercise="step" expects="infinite"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  let loss = -Math.log(sigmoid(dot(row(model.output, pair.context), v)));
  for (const word of negatives) loss += -Math.log(1 - sigmoid(dot(row(model.output, word), v)));
  const { input, output } = gradients(model, pair, negatives);
  addScaled(model.input.data, -alpha, input.data);
  addScaled(model.output.data, -alpha, output.data);
  return loss;
}

// %% exercise="step" expects="context-dropped-from-noise"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const noise = negatives.filter((word) => word !== pair.context);
  const v = row(model.input, pair.center);
  let loss = softplus(-dot(row(model.output, pair.context), v));
  for (const word of noise) loss += softplus(dot(row(model.output, word), v));
  const { input, output } = gradients(model, pair, noise);
  addScaled(model.input.data, -alpha, input.data);
  addScaled(model.output.data, -alpha, output.data);
  return loss;
}

// %% exercise="step" expects="center-dropped-from-noise"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const noise = negatives.filter((word) => word !== pair.center);
  const v = row(model.input, pair.center);
  let loss = softplus(-dot(row(model.output, pair.context), v));
  for (const word of noise) loss += softplus(dot(row(model.output, word), v));
  const { input, output } = gradients(model, pair, noise);
  addScaled(model.input.data, -alpha, input.data);
  addScaled(model.output.data, -alpha, output.data);
  return loss;
}

// %% exercise="step" expects="moved-words-in-center"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  const words = [pair.context, ...negatives];
  const scores = words.map((word) => dot(row(model.output, word), v));
  const errors = scores.map((z, i) => sigmoid(z) - (i === 0 ? 1 : 0));
  words.forEach((word, i) => addScaled(row(model.output, word), -alpha * errors[i], v));
  const sum = new Float64Array(model.input.width);
  words.forEach((word, i) => addScaled(sum, errors[i], row(model.output, word)));
  addScaled(v, -alpha, sum);
  return scores.reduce((loss, z, i) => loss + softplus(i === 0 ? -z : z), 0);
}

// %% exercise="step" expects="moved-words-in-center-one-by-one"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  const sum = new Float64Array(model.input.width);
  let loss = 0;
  [pair.context, ...negatives].forEach((word, i) => {
    const u = row(model.output, word);
    const z = dot(u, v);
    const e = sigmoid(z) - (i === 0 ? 1 : 0);
    loss += softplus(i === 0 ? -z : z);
    addScaled(u, -alpha * e, v);
    addScaled(sum, e, u);
  });
  addScaled(v, -alpha, sum);
  return loss;
}

// %% exercise="step" expects="repeated-word-sees-its-move"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  const sum = new Float64Array(model.input.width);
  let loss = 0;
  [pair.context, ...negatives].forEach((word, i) => {
    const u = row(model.output, word);
    const z = dot(u, v);
    const e = sigmoid(z) - (i === 0 ? 1 : 0);
    loss += softplus(i === 0 ? -z : z);
    addScaled(sum, e, u);
    addScaled(u, -alpha * e, v);
  });
  addScaled(v, -alpha, sum);
  return loss;
}

// %% exercise="step" expects="nothing-changed"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  let loss = softplus(-dot(row(model.output, pair.context), v));
  for (const word of negatives) loss += softplus(dot(row(model.output, word), v));
  const { input, output } = gradients(model, pair, negatives);
  model.input.data.map((x, i) => x - alpha * input.data[i]);
  model.output.data.map((x, i) => x - alpha * output.data[i]);
  return loss;
}

// %% exercise="pairs" expects="length"
function makePairs(sentence: readonly number[], window: number): SkipGramPair[] {
  const pairs: SkipGramPair[] = [];
  for (let t = window; t < sentence.length - window; t++) {
    for (let s = t - window; s <= t + window; s++) {
      if (s !== t) pairs.push({ center: sentence[t], context: sentence[s] });
    }
  }
  return pairs;
}

// %% exercise="gradients" expects="unnamed"
function gradients(model: Model, pair: SkipGramPair, negatives: readonly number[]): Model {
  const { input, output } = model;
  const r = { input: zeroTable(input.rows, input.width), output: zeroTable(output.rows, output.width) };
  const v = row(input, pair.center);
  const s = (z: number) => (z > 6 ? 1 : z < -6 ? 0 : 1 / (1 + Math.exp(-z)));
  [pair.context, ...negatives].forEach((w, k) => {
    const e = s(dot(row(output, w), v)) - Number(k === 0);
    addScaled(row(r.output, w), e, v);
    addScaled(row(r.input, pair.center), e, row(output, w));
  });
  return r;
}

// %% exercise="step" expects="unnamed"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  const s = (z: number) => (z > 6 ? 1 : z < -6 ? 0 : 1 / (1 + Math.exp(-z)));
  let loss = 0;
  const es = [pair.context, ...negatives].map((w, k) => {
    const z = dot(row(model.output, w), v);
    loss += softplus(k === 0 ? -z : z);
    return s(z) - Number(k === 0);
  });
  const neu = new Float64Array(v.length);
  [pair.context, ...negatives].forEach((w, k) => addScaled(neu, es[k], row(model.output, w)));
  [pair.context, ...negatives].forEach((w, k) => addScaled(row(model.output, w), -alpha * es[k], v));
  addScaled(v, -alpha, neu);
  return loss;
}

// %% exercise="step" expects="unnamed"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  alpha = alpha || 0.025;
  const v = row(model.input, pair.center);
  let loss = softplus(-dot(row(model.output, pair.context), v));
  for (const w of negatives) loss += softplus(dot(row(model.output, w), v));
  const g = gradients(model, pair, negatives);
  addScaled(model.input.data, -alpha, g.input.data);
  addScaled(model.output.data, -alpha, g.output.data);
  return loss;
}

// %% exercise="step" expects="replaced"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  let loss = softplus(-dot(row(model.output, pair.context), v));
  for (const w of negatives) loss += softplus(dot(row(model.output, w), v));
  const g = gradients(model, pair, negatives);
  Object.assign(model.input, { data: model.input.data.map((x, i) => x - alpha * g.input.data[i]) });
  Object.assign(model.output, { data: model.output.data.map((x, i) => x - alpha * g.output.data[i]) });
  return loss;
}

// %% exercise="step" expects="repeated-word-sees-its-move"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  const ws = [pair.context, ...negatives];
  const loss = ws
    .map((w, k) => softplus((k ? 1 : -1) * dot(row(model.output, w), v)))
    .reduce((a, b) => a + b);
  const neu = new Float64Array(v.length);
  ws.forEach((w, k) => {
    const u = row(model.output, w);
    const e = sigmoid(dot(u, v)) - Number(k === 0);
    addScaled(neu, e, u);
    addScaled(u, -alpha * e, v);
  });
  addScaled(v, -alpha, neu);
  return loss;
}

// %% exercise="step" expects="moved-center-in-words"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  const ws = [pair.context, ...negatives];
  const zs = ws.map((w) => dot(row(model.output, w), v));
  const es = zs.map((z, k) => sigmoid(z) - Number(k === 0));
  const sum = new Float64Array(v.length);
  ws.forEach((w, k) => addScaled(sum, es[k], row(model.output, w)));
  addScaled(v, -alpha, sum);
  ws.forEach((w, k) => addScaled(row(model.output, w), -alpha * es[k], v));
  return zs.reduce((l, z, k) => l + softplus(k === 0 ? -z : z), 0);
}

// %% exercise="step" expects="input-table-kept"
function trainStep(model: Model, pair: SkipGramPair, negatives: readonly number[], alpha: number): number {
  const v = row(model.input, pair.center);
  let loss = softplus(-dot(row(model.output, pair.context), v));
  for (const word of negatives) loss += softplus(dot(row(model.output, word), v));
  addScaled(model.output.data, -alpha, gradients(model, pair, negatives).output.data);
  return loss;
}

// %% exercise="largest-move" expects="largest-score"
function largestMove(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
): number {
  const v = row(model.input, pair.center);
  const errors = new Float64Array(model.output.rows);
  [pair.context, ...negatives].forEach((word) => {
    errors[word] += sigmoid(dot(row(model.output, word), v));
  });
  const sizes = Array.from(errors, Math.abs);
  return sizes.indexOf(Math.max(...sizes));
}

// %% exercise="largest-move" expects="sign-kept"
function largestMove(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
): number {
  const v = row(model.input, pair.center);
  const errors = new Float64Array(model.output.rows);
  [pair.context, ...negatives].forEach((word, place) => {
    errors[word] += sigmoid(dot(row(model.output, word), v)) - (place === 0 ? 1 : 0);
  });
  const sizes = Array.from(errors, (e, word) => [pair.context, ...negatives].includes(word) ? e : -Infinity);
  return sizes.indexOf(Math.max(...sizes));
}

// %% exercise="largest-move" expects="repeats-not-added"
function largestMove(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
): number {
  const v = row(model.input, pair.center);
  const errors = new Float64Array(model.output.rows);
  [pair.context, ...negatives].forEach((word, place) => {
    errors[word] = sigmoid(dot(row(model.output, word), v)) - (place === 0 ? 1 : 0);
  });
  const sizes = Array.from(errors, Math.abs);
  return sizes.indexOf(Math.max(...sizes));
}

// %% exercise="largest-move" expects="noise-only"
function largestMove(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
): number {
  const v = row(model.input, pair.center);
  const errors = new Float64Array(model.output.rows);
  [pair.context, ...negatives].forEach((word, place) => {
    if (place === 0 && negatives.length > 0) return;
    errors[word] += sigmoid(dot(row(model.output, word), v)) - (place === 0 ? 1 : 0);
  });
  const sizes = Array.from(errors, Math.abs);
  return sizes.indexOf(Math.max(...sizes));
}

// %% exercise="largest-move" expects="smallest-move"
function largestMove(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
): number {
  const v = row(model.input, pair.center);
  const errors = new Float64Array(model.output.rows);
  [pair.context, ...negatives].forEach((word, place) => {
    errors[word] += sigmoid(dot(row(model.output, word), v)) - (place === 0 ? 1 : 0);
  });
  const sizes = Array.from(errors, Math.abs);
  return [pair.context, ...negatives].reduce((x, y) => (sizes[y] < sizes[x] ? y : x));
}

// %% exercise="largest-move" expects="sizes-added"
function largestMove(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
): number {
  const v = row(model.input, pair.center);
  const errors = new Float64Array(model.output.rows);
  [pair.context, ...negatives].forEach((word, place) => {
    errors[word] += Math.abs(sigmoid(dot(row(model.output, word), v)) - (place === 0 ? 1 : 0));
  });
  const sizes = Array.from(errors, Math.abs);
  return sizes.indexOf(Math.max(...sizes));
}

// %% exercise="largest-move" expects="unnamed"
function largestMove(
  model: Model,
  pair: SkipGramPair,
  negatives: readonly number[],
): number {
  const v = row(model.input, pair.center);
  const errors = new Float64Array(model.output.rows);
  [pair.context, ...negatives].forEach((word, place) => {
    errors[word] += sigmoid(dot(row(model.output, word), v)) - (place === 0 ? 1 : 0);
  });
  return pair.context;
}
