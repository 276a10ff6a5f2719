// %% exercise="masked-mean"
function maskedMean(vectors: Table, mask: readonly number[]): Float64Array {
  const h = new Float64Array(vectors.width);
  let n = 0;
  for (let t = 0; t < vectors.rows; t++) {
    n += mask[t];
    for (let i = 0; i < h.length; i++) h[i] += mask[t] * row(vectors, t)[i];
  }
  return n === 0 ? h : h.map((x) => x / n);
}

// %% exercise="masked-mean"
function maskedMean(vectors: Table, mask: readonly number[]): Float64Array {
  const words = [...mask.keys()].filter((t) => mask[t] > 0);
  return Float64Array.from({ length: vectors.width }, (_, i) =>
    words.reduce((sum, t) => sum + row(vectors, t)[i] / words.length, 0),
  );
}

// %% exercise="word-gradient"
function wordGradient(
  weights: Table,
  errors: Float64Array,
  times: number,
  length: number,
): Float64Array {
  return Float64Array.from({ length: weights.width }, (_, i) => {
    let pull = 0;
    for (let k = 0; k < weights.rows; k++)
      pull += errors[k] * weights.data[k * weights.width + i];
    return (times * pull) / length;
  });
}

// %% exercise="tuned-vector"
function tunedVector(
  vector: Float64Array,
  shares: Float64Array,
  directions: Table,
): Float64Array {
  return vector.map((x, i) =>
    shares.reduce((sum, a, k) => sum + a * directions.data[k * directions.width + i], x),
  );
}

// %% exercise="best-epoch"
function bestEpoch(losses: readonly number[], patience: number): number {
  let [best, lowest, waited] = [0, Infinity, 0];
  for (const [i, loss] of losses.entries()) {
    if (loss < lowest) {
      [best, lowest, waited] = [i + 1, loss, 0];
      continue;
    }
    waited++;
    if (waited === patience) break;
  }
  return best;
}

// %% exercise="macro-f1"
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  const counts = Array.from({ length: classes }, () => ({ hits: 0, total: 0 }));
  labels.forEach((label, i) => {
    counts[label].total++;
    counts[predicted[i]].total++;
    if (label === predicted[i]) counts[label].hits++;
  });
  return counts.reduce(
    (sum, { hits, total }) => sum + (total === 0 ? 0 : (2 * hits) / total / classes),
    0,
  );
}

// %% exercise="macro-f1"
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const taken = predicted.filter((one) => one === k).length;
    const of = labels.filter((one) => one === k).length;
    const hits = labels.filter((one, i) => one === k && predicted[i] === k).length;
    const [precision, recall] = [taken ? hits / taken : 0, of ? hits / of : 0];
    if (hits > 0) sum += (2 * precision * recall) / (precision + recall);
  }
  return sum / classes;
}

// %% exercise="leak-share"
function leakShare(train: readonly string[], test: readonly string[]): number {
  return test.filter((text) => train.includes(text)).length / test.length;
}

// %% exercise="pipeline"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) => !Array.isArray(labels[0]))[0];
  const labels = corpus.labels.map((label) => classes.indexOf(String(label)));
  const known = new Set<number>();
  for (const i of train) for (const id of corpus.texts[i]) known.add(id);
  const h = zeroTable(corpus.texts.length, table.width);
  corpus.texts.forEach((text, i) => {
    const ids = text.filter((id) => known.has(id));
    for (const id of ids) addScaled(row(h, i), 1 / ids.length, row(table, id));
  });
  const scored = heads.map((W) => {
    const z = zeroTable(h.rows, W.rows);
    for (let i = 0; i < h.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(W, k), row(h, i));
    return z;
  });
  const share = (z: Table, part: readonly number[]): number => {
    const predicted = likeliestClasses(z);
    return part.reduce((sum, i) => sum + (predicted[i] === labels[i] ? 1 : 0), 0) / part.length;
  };
  let best = 0;
  for (let epoch = 1; epoch < scored.length; epoch++)
    if (share(scored[epoch], validation) > share(scored[best], validation)) best = epoch;
  return {
    corpus: corpus.name,
    labels,
    words: Array.from(known).sort((a, b) => a - b),
    h,
    epoch: best + 1,
    scores: scored[best],
    predicted: Array.from(likeliestClasses(scored[best])),
    accuracy: share(scored[best], test),
  };
}
