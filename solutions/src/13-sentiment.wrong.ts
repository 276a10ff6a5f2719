// %% exercise="masked-mean" expects="padding-counted"
function maskedMean(vectors: Table, mask: readonly number[]): Float64Array {
  const h = new Float64Array(vectors.width);
  for (let t = 0; t < vectors.rows; t++) addScaled(h, 1 / vectors.rows, row(vectors, t));
  return h;
}

// %% exercise="masked-mean" expects="divided-by-places"
function maskedMean(vectors: Table, mask: readonly number[]): Float64Array {
  const h = new Float64Array(vectors.width);
  mask.forEach((m, t) => addScaled(h, m / mask.length, row(vectors, t)));
  return h;
}

// %% exercise="masked-mean" expects="sum-for-mean"
function maskedMean(vectors: Table, mask: readonly number[]): Float64Array {
  const h = new Float64Array(vectors.width);
  mask.forEach((m, t) => addScaled(h, m, row(vectors, t)));
  return h;
}

// %% exercise="masked-mean" expects="nothing-by-nothing"
function maskedMean(vectors: Table, mask: readonly number[]): Float64Array {
  const h = new Float64Array(vectors.width);
  mask.forEach((m, t) => addScaled(h, m, row(vectors, t)));
  const n = mask.reduce((sum, m) => sum + m, 0);
  return h.map((x) => x / n);
}

// %% exercise="masked-mean" expects="cut-at-first-padding"
function maskedMean(vectors: Table, mask: readonly number[]): Float64Array {
  const h = new Float64Array(vectors.width);
  let n = 0;
  while (n < mask.length && mask[n] === 1) n++;
  for (let t = 0; t < n; t++) addScaled(h, 1 / n, row(vectors, t));
  return h;
}

// %% exercise="masked-mean" expects="unnamed"
function maskedMean(vectors: Table, mask: readonly number[]): Float64Array {
  const h = new Float64Array(vectors.width);
  const n = mask.reduce((sum, m) => sum + m, 0);
  mask.forEach((m, t) => {
    if (m === 1) addScaled(h, 1 / (n + 1), row(vectors, t));
  });
  return h;
}

// %% exercise="masked-mean" expects="argument-changed"
function maskedMean(vectors: Table, mask: readonly number[]): Float64Array {
  const n = mask.reduce((sum, m) => sum + m, 0);
  mask.forEach((m, t) => {
    const x = row(vectors, t);
    x.forEach((_, i) => {
      x[i] *= n === 0 ? 0 : m / n;
    });
  });
  const h = new Float64Array(vectors.width);
  mask.forEach((_, t) => addScaled(h, 1, row(vectors, t)));
  return h;
}

// %% exercise="word-gradient" expects="length-forgotten"
function wordGradient(
  weights: Table,
  errors: Float64Array,
  times: number,
  length: number,
): Float64Array {
  const gradient = new Float64Array(weights.width);
  errors.forEach((e, k) => addScaled(gradient, e * times, row(weights, k)));
  return gradient;
}

// %% exercise="word-gradient" expects="repeats-forgotten"
function wordGradient(
  weights: Table,
  errors: Float64Array,
  times: number,
  length: number,
): Float64Array {
  const gradient = new Float64Array(weights.width);
  errors.forEach((e, k) => addScaled(gradient, e / length, row(weights, k)));
  return gradient;
}

// %% exercise="word-gradient" expects="times-for-share"
function wordGradient(
  weights: Table,
  errors: Float64Array,
  times: number,
  length: number,
): Float64Array {
  const gradient = new Float64Array(weights.width);
  errors.forEach((e, k) => addScaled(gradient, (e * length) / Math.max(1, times), row(weights, k)));
  return gradient;
}

// %% exercise="word-gradient" expects="sign-flipped"
function wordGradient(
  weights: Table,
  errors: Float64Array,
  times: number,
  length: number,
): Float64Array {
  const gradient = new Float64Array(weights.width);
  errors.forEach((e, k) => addScaled(gradient, -(e * times) / length, row(weights, k)));
  return gradient;
}

// %% exercise="word-gradient" expects="rows-not-weighted"
function wordGradient(
  weights: Table,
  errors: Float64Array,
  times: number,
  length: number,
): Float64Array {
  const gradient = new Float64Array(weights.width);
  errors.forEach((e, k) => addScaled(gradient, times / length, row(weights, k)));
  return gradient;
}

// %% exercise="word-gradient" expects="mean-over-classes"
function wordGradient(
  weights: Table,
  errors: Float64Array,
  times: number,
  length: number,
): Float64Array {
  const gradient = new Float64Array(weights.width);
  errors.forEach((e, k) => addScaled(gradient, (e * times) / (length * weights.rows), row(weights, k)));
  return gradient;
}

// %% exercise="word-gradient" expects="unnamed"
function wordGradient(
  weights: Table,
  errors: Float64Array,
  times: number,
  length: number,
): Float64Array {
  const gradient = new Float64Array(weights.width);
  errors.forEach((e, k) => addScaled(gradient, (e * times) / (length + 1), row(weights, k)));
  return gradient;
}

// %% exercise="tuned-vector" expects="frozen-part-forgotten"
function tunedVector(
  vector: Float64Array,
  shares: Float64Array,
  directions: Table,
): Float64Array {
  const tuned = new Float64Array(vector.length);
  shares.forEach((a, k) => addScaled(tuned, a, row(directions, k)));
  return tuned;
}

// %% exercise="tuned-vector" expects="subtracted"
function tunedVector(
  vector: Float64Array,
  shares: Float64Array,
  directions: Table,
): Float64Array {
  const tuned = vector.slice();
  shares.forEach((a, k) => addScaled(tuned, -a, row(directions, k)));
  return tuned;
}

// %% exercise="tuned-vector" expects="mean-of-directions"
function tunedVector(
  vector: Float64Array,
  shares: Float64Array,
  directions: Table,
): Float64Array {
  const tuned = vector.slice();
  shares.forEach((a, k) => addScaled(tuned, a / shares.length, row(directions, k)));
  return tuned;
}

// %% exercise="tuned-vector" expects="first-direction-only"
function tunedVector(
  vector: Float64Array,
  shares: Float64Array,
  directions: Table,
): Float64Array {
  const tuned = vector.slice();
  shares.forEach((a, k) => addScaled(tuned, k === 0 ? a : 0, row(directions, k)));
  return tuned;
}

// %% exercise="tuned-vector" expects="shares-forgotten"
function tunedVector(
  vector: Float64Array,
  shares: Float64Array,
  directions: Table,
): Float64Array {
  const tuned = vector.slice();
  shares.forEach((a, k) => addScaled(tuned, 1, row(directions, k)));
  return tuned;
}

// %% exercise="tuned-vector" expects="argument-changed"
function tunedVector(
  vector: Float64Array,
  shares: Float64Array,
  directions: Table,
): Float64Array {
  const tuned = vector;
  shares.forEach((a, k) => addScaled(tuned, a, row(directions, k)));
  return tuned;
}

// %% exercise="tuned-vector" expects="unnamed"
function tunedVector(
  vector: Float64Array,
  shares: Float64Array,
  directions: Table,
): Float64Array {
  const tuned = vector.slice();
  shares.forEach((a, k) => addScaled(tuned, 2 * a, row(directions, k)));
  return tuned;
}

// %% exercise="best-epoch" expects="looked-ahead"
function bestEpoch(losses: readonly number[], patience: number): number {
  return losses.indexOf(Math.min(...losses)) + 1;
}

// %% exercise="best-epoch" expects="last-for-best"
function bestEpoch(losses: readonly number[], patience: number): number {
  let best = 0;
  for (let i = 1; i < losses.length; i++) {
    if (losses[i] < losses[best]) best = i;
    else if (i - best >= patience) return i + 1;
  }
  return losses.length;
}

// %% exercise="best-epoch" expects="counted-from-zero"
function bestEpoch(losses: readonly number[], patience: number): number {
  let best = 0;
  for (let i = 1; i < losses.length; i++) {
    if (losses[i] < losses[best]) best = i;
    else if (i - best >= patience) return best;
  }
  return best;
}

// %% exercise="best-epoch" expects="equal-taken-for-lower"
function bestEpoch(losses: readonly number[], patience: number): number {
  let best = 0;
  for (let i = 1; i < losses.length; i++) {
    if (losses[i] <= losses[best]) best = i;
    else if (i - best >= patience) return best + 1;
  }
  return best + 1;
}

// %% exercise="best-epoch" expects="one-epoch-more"
function bestEpoch(losses: readonly number[], patience: number): number {
  let best = 0;
  for (let i = 1; i < losses.length; i++) {
    if (losses[i] < losses[best]) best = i;
    else if (i - best > patience) return best + 1;
  }
  return best + 1;
}

// %% exercise="best-epoch" expects="highest-for-lowest"
function bestEpoch(losses: readonly number[], patience: number): number {
  return losses.indexOf(Math.max(...losses)) + 1;
}

// %% exercise="best-epoch" expects="unnamed"
function bestEpoch(losses: readonly number[], patience: number): number {
  for (let i = 1; i < losses.length; i++) if (losses[i] >= losses[i - 1]) return i;
  return losses.length;
}

// %% exercise="macro-f1" expects="micro-for-macro"
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  const right = labels.filter((label, i) => label === predicted[i]).length;
  return right / labels.length;
}

// %% exercise="macro-f1" expects="weighted-for-macro"
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const n = labels.filter((label) => label === k).length;
    const p = predicted.filter((label) => label === k).length;
    const c = labels.filter((label, i) => label === k && predicted[i] === k).length;
    if (n + p > 0) sum += (n * 2 * c) / (n + p);
  }
  return sum / labels.length;
}

// %% exercise="macro-f1" expects="recall-for-f1"
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const n = labels.filter((label) => label === k).length;
    const p = predicted.filter((label) => label === k).length;
    const c = labels.filter((label, i) => label === k && predicted[i] === k).length;
    if (n > 0) sum += c / n;
  }
  return sum / classes;
}

// %% exercise="macro-f1" expects="precision-for-f1"
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const n = labels.filter((label) => label === k).length;
    const p = predicted.filter((label) => label === k).length;
    const c = labels.filter((label, i) => label === k && predicted[i] === k).length;
    if (p > 0) sum += c / p;
  }
  return sum / classes;
}

// %% exercise="macro-f1" expects="arithmetic-mean"
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const n = labels.filter((label) => label === k).length;
    const p = predicted.filter((label) => label === k).length;
    const c = labels.filter((label, i) => label === k && predicted[i] === k).length;
    sum += ((n > 0 ? c / n : 0) + (p > 0 ? c / p : 0)) / 2;
  }
  return sum / classes;
}

// %% exercise="macro-f1" expects="absent-class-left-out"
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  const found: number[] = [];
  for (let k = 0; k < classes; k++) {
    const n = labels.filter((label) => label === k).length;
    const p = predicted.filter((label) => label === k).length;
    const c = labels.filter((label, i) => label === k && predicted[i] === k).length;
    if (n + p > 0) found.push((2 * c) / (n + p));
  }
  return found.reduce((sum, f) => sum + f, 0) / found.length;
}

// %% exercise="macro-f1" expects="f1-of-means"
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  let [precision, recall] = [0, 0];
  for (let k = 0; k < classes; k++) {
    const n = labels.filter((label) => label === k).length;
    const p = predicted.filter((label) => label === k).length;
    const c = labels.filter((label, i) => label === k && predicted[i] === k).length;
    if (p > 0) precision += c / p / classes;
    if (n > 0) recall += c / n / classes;
  }
  const both = precision + recall;
  return both === 0 ? 0 : (2 * precision * recall) / both;
}

// %% exercise="macro-f1" expects="not-a-number"
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const n = labels.filter((label) => label === k).length;
    const p = predicted.filter((label) => label === k).length;
    const c = labels.filter((label, i) => label === k && predicted[i] === k).length;
    sum += (2 * c) / (n + p);
  }
  return sum / classes;
}

// %% exercise="macro-f1" expects="unnamed"
function macroF1(
  labels: readonly number[],
  predicted: readonly number[],
  classes: number,
): number {
  let sum = 0;
  for (let k = 0; k < classes; k++) {
    const n = labels.filter((label) => label === k).length;
    const p = predicted.filter((label) => label === k).length;
    const c = labels.filter((label, i) => label === k && predicted[i] === k).length;
    if (n + p > 0) sum += c / (n + p);
  }
  return sum / classes;
}

// %% exercise="leak-share" expects="divided-by-training"
function leakShare(train: readonly string[], test: readonly string[]): number {
  const seen = new Set(train);
  return test.filter((text) => seen.has(text)).length / train.length;
}

// %% exercise="leak-share" expects="training-texts-counted"
function leakShare(train: readonly string[], test: readonly string[]): number {
  const seen = new Set(test);
  return train.filter((text) => seen.has(text)).length / train.length;
}

// %% exercise="leak-share" expects="test-copies-once"
function leakShare(train: readonly string[], test: readonly string[]): number {
  const seen = new Set(train);
  const once = [...new Set(test)];
  return once.filter((text) => seen.has(text)).length / once.length;
}

// %% exercise="leak-share" expects="test-copies-once"
function leakShare(train: readonly string[], test: readonly string[]): number {
  const once = [...new Set(test)];
  return once.filter((text) => train.includes(text)).length / test.length;
}

// %% exercise="leak-share" expects="part-for-whole"
function leakShare(train: readonly string[], test: readonly string[]): number {
  return test.filter((text) => train.join("\n").includes(text)).length / test.length;
}

// %% exercise="leak-share" expects="share-of-clean"
function leakShare(train: readonly string[], test: readonly string[]): number {
  return test.filter((text) => !train.includes(text)).length / test.length;
}

// %% exercise="leak-share" expects="names-of-objects"
function leakShare(train: readonly string[], test: readonly string[]): number {
  const seen: { [text: string]: boolean } = {};
  for (const text of train) seen[text] = true;
  return test.filter((text) => text in seen).length / test.length;
}

// %% exercise="leak-share" expects="unnamed"
function leakShare(train: readonly string[], test: readonly string[]): number {
  const seen = new Set(train);
  return test.filter((text) => seen.has(text)).length;
}

// %% exercise="pipeline" expects="tags-for-classes"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora[0];
  const labels = corpus.labels.map((label) => classes.indexOf(label as string));
  const words = [...new Set(train.flatMap((i) => corpus.texts[i]))].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(texts, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = h;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    [...likeliestClasses(z)].slice(0, labels.length);
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, validation));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], test),
  };
}

// %% exercise="pipeline" expects="label-from-first-character"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) =>
    labels.every((label) => typeof label === "string"),
  )[0];
  const labels = corpus.labels.map((label) => (label[0] === "positive" ? 1 : 0));
  const words = [...new Set(train.flatMap((i) => corpus.texts[i]))].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(texts, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = h;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    [...likeliestClasses(z)].slice(0, labels.length);
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, validation));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], test),
  };
}

// %% exercise="pipeline" expects="vocabulary-from-all-parts"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) =>
    labels.every((label) => typeof label === "string"),
  )[0];
  const labels = corpus.labels.map((label) => classes.indexOf(label as string));
  const words = [...new Set(corpus.texts.flat())].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(texts, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = h;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    [...likeliestClasses(z)].slice(0, labels.length);
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, validation));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], test),
  };
}

// %% exercise="pipeline" expects="padding-counted"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) =>
    labels.every((label) => typeof label === "string"),
  )[0];
  const labels = corpus.labels.map((label) => classes.indexOf(label as string));
  const words = [...new Set(train.flatMap((i) => corpus.texts[i]))].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(padded, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = h;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    [...likeliestClasses(z)].slice(0, labels.length);
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, validation));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], test),
  };
}

// %% exercise="pipeline" expects="unpooled"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) =>
    labels.every((label) => typeof label === "string"),
  )[0];
  const labels = corpus.labels.map((label) => classes.indexOf(label as string));
  const words = [...new Set(train.flatMap((i) => corpus.texts[i]))].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(texts, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = unpooled;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    [...likeliestClasses(z)].slice(0, labels.length);
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, validation));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], test),
  };
}

// %% exercise="pipeline" expects="one-sigmoid"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) =>
    labels.every((label) => typeof label === "string"),
  )[0];
  const labels = corpus.labels.map((label) => classes.indexOf(label as string));
  const words = [...new Set(train.flatMap((i) => corpus.texts[i]))].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(texts, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = h;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    labels.map((_, i) => (sigmoid(row(z, i)[0]) > 0.5 ? 1 : 0));
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, validation));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], test),
  };
}

// %% exercise="pipeline" expects="epoch-by-test"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) =>
    labels.every((label) => typeof label === "string"),
  )[0];
  const labels = corpus.labels.map((label) => classes.indexOf(label as string));
  const words = [...new Set(train.flatMap((i) => corpus.texts[i]))].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(texts, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = h;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    [...likeliestClasses(z)].slice(0, labels.length);
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, test));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], test),
  };
}

// %% exercise="pipeline" expects="validation-reported"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) =>
    labels.every((label) => typeof label === "string"),
  )[0];
  const labels = corpus.labels.map((label) => classes.indexOf(label as string));
  const words = [...new Set(train.flatMap((i) => corpus.texts[i]))].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(texts, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = h;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    [...likeliestClasses(z)].slice(0, labels.length);
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, validation));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], validation),
  };
}

// %% exercise="pipeline" expects="tags-for-classes"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora[0];
  const labels = corpus.labels.map((label) => (label[0] === "positive" ? 1 : 0));
  const words = [...new Set(corpus.texts.flat())].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(padded, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = unpooled;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    labels.map((_, i) => (sigmoid(row(z, i)[0]) > 0.5 ? 1 : 0));
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, test));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], validation),
  };
}

// %% exercise="pipeline" expects="padding-counted"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) =>
    labels.every((label) => typeof label === "string"),
  )[0];
  const labels = corpus.labels.map((label) => classes.indexOf(label as string));
  const words = [...new Set(train.flatMap((i) => corpus.texts[i]))].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(padded, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = unpooled;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    labels.map((_, i) => (sigmoid(row(z, i)[0]) > 0.5 ? 1 : 0));
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, test));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], validation),
  };
}

// %% exercise="pipeline" expects="one-sigmoid"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) =>
    labels.every((label) => typeof label === "string"),
  )[0];
  const labels = corpus.labels.map((label) => classes.indexOf(label as string));
  const words = [...new Set(train.flatMap((i) => corpus.texts[i]))].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(texts, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = h;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    labels.map((_, i) => (sigmoid(row(z, i)[0]) > 0.5 ? 1 : 0));
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, validation));
  const best = byEpoch.indexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], validation),
  };
}

// %% exercise="pipeline" expects="unnamed"
function pipeline(study: Study): StudyReport {
  const { corpora, classes, table, heads, train, validation, test } = study;
  const corpus = corpora.filter(({ labels }) =>
    labels.every((label) => typeof label === "string"),
  )[0];
  const labels = corpus.labels.map((label) => classes.indexOf(label as string));
  const words = [...new Set(train.flatMap((i) => corpus.texts[i]))].sort((a, b) => a - b);
  const texts = corpus.texts.map((ids) => ids.filter((id) => words.includes(id)));
  const places = Math.max(1, ...texts.map((ids) => ids.length));
  const padded = texts.map((ids) => [...ids, ...Array(places - ids.length).fill(0)]);
  const h = meanVectors(texts, table);
  const unpooled = zeroTable(padded.length * places, table.width);
  padded.flat().forEach((id, at) => row(unpooled, at).set(row(table, id)));
  const x = h;
  const scoresOf = (W: Table): Table => {
    const z = zeroTable(x.rows, W.rows);
    for (let i = 0; i < x.rows; i++)
      for (let k = 0; k < W.rows; k++) row(z, i)[k] = dot(row(x, i), row(W, k));
    return z;
  };
  const classesOf = (z: Table): number[] =>
    [...likeliestClasses(z)].slice(0, labels.length);
  const accuracy = (W: Table, part: readonly number[]): number => {
    const predicted = classesOf(scoresOf(W));
    return part.filter((i) => predicted[i] === labels[i]).length / part.length;
  };
  const byEpoch = heads.map((W) => accuracy(W, validation));
  const best = byEpoch.lastIndexOf(Math.max(...byEpoch));
  const scores = scoresOf(heads[best]);
  return {
    corpus: corpus.name,
    labels,
    words,
    h,
    epoch: best + 1,
    scores,
    predicted: classesOf(scores),
    accuracy: accuracy(heads[best], test),
  };
}
