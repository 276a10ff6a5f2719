// %% exercise="bigram-model" expects="columns-add-up"
function bigramModel(counts: Table): Table {
  const sums = new Float64Array(counts.width);
  counts.data.forEach((n, i) => { sums[i % counts.width] += n; });
  const data = counts.data.map((n, i) => {
    const all = sums[i % counts.width];
    return all > 0 ? n / all : 1 / counts.width;
  });
  return { ...counts, data };
}

// %% exercise="bigram-model" expects="divided-by-all"
function bigramModel(counts: Table): Table {
  const all = counts.data.reduce((sum, n) => sum + n, 0);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const known = times.some((n) => n > 0);
    for (let c = 0; c < counts.width; c++) row(result, w)[c] = known ? times[c] / all : 1 / counts.width;
  }
  return result;
}

// %% exercise="bigram-model" expects="zeros-for-empty-rows"
function bigramModel(counts: Table): Table {
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + n, 0);
    row(result, w).set(times.map((n) => all > 0 ? n / all : 0));
  }
  return result;
}

// %% exercise="bigram-model" expects="empty-row-by-rows"
function bigramModel(counts: Table): Table {
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + n, 0);
    row(result, w).set(times.map((n) => all > 0 ? n / all : 1 / counts.rows));
  }
  return result;
}

// %% exercise="bigram-model" expects="ones-for-empty-rows"
function bigramModel(counts: Table): Table {
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + n, 0);
    row(result, w).set(times.map((n) => all > 0 ? n / all : 1));
  }
  return result;
}

// %% exercise="bigram-model" expects="one-added"
function bigramModel(counts: Table): Table {
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + n, 0);
    row(result, w).set(times.map((n) => (n + 1) / (all + counts.width)));
  }
  return result;
}

// %% exercise="bigram-model" expects="largest-for-sum"
function bigramModel(counts: Table): Table {
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = Math.max(...times);
    row(result, w).set(times.map((n) => all > 0 ? n / all : 1 / counts.width));
  }
  return result;
}

// %% exercise="bigram-model" expects="softmax-of-counts"
function bigramModel(counts: Table): Table {
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + Math.exp(n - Math.max(...times)), 0);
    row(result, w).set(times.map((n) => Math.exp(n - Math.max(...times)) / all));
  }
  return result;
}

// %% exercise="bigram-model" expects="not-a-number"
function bigramModel(counts: Table): Table {
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + n, 0);
    row(result, w).set(times.map((n) => n / all));
  }
  return result;
}

// %% exercise="bigram-model" expects="argument-changed"
function bigramModel(counts: Table): Table {
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + n, 0);
    for (let c = 0; c < counts.width; c++) times[c] = all > 0 ? times[c] / all : 1 / counts.width;
  }
  return counts;
}

// %% exercise="bigram-model" expects="length"
function bigramModel(counts: Table): Table {
  const result = zeroTable(counts.rows, counts.rows);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + n, 0);
    for (let c = 0; c < counts.width; c++) result.data[w * counts.rows + c] = all > 0 ? times[c] / all : 1 / counts.width;
  }
  return result;
}

// %% exercise="bigram-model" expects="unnamed"
function bigramModel(counts: Table): Table {
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + n, 0);
    row(result, w).set(times.map((n) => all > 6 ? n / all : 1 / counts.width));
  }
  return result;
}

// %% exercise="bigram-model" expects="precision"
function bigramModel(counts: Table): Table {
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + n, 0);
    row(result, w).set(times.map((n) => (n + 1e-8) / (all + counts.width * 1e-8)));
  }
  return result;
}

// %% exercise="bigram-model" expects="shape"
function bigramModel(counts: Table): Table {
  return Array.from({ length: counts.rows }, (_, w) => {
    const times = row(counts, w);
    const all = times.reduce((sum, n) => sum + n, 0);
    return times.map((n) => (all > 0 ? n / all : 1 / counts.width));
  }) as unknown as Table;
}

// %% exercise="sentence-loss" expects="row-and-column-swapped"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    loss -= Math.log(row(probabilities, sentence[t])[sentence[t - 1]]);
  }
  return loss;
}

// %% exercise="sentence-loss" expects="the-word-itself"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    loss -= Math.log(row(probabilities, sentence[t - 1])[sentence[t - 1]]);
  }
  return loss;
}

// %% exercise="sentence-loss" expects="the-word-itself"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    loss -= Math.log(row(probabilities, sentence[t])[sentence[t]]);
  }
  return loss;
}

// %% exercise="sentence-loss" expects="two-words-further"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 2; t < sentence.length; t++) {
    loss -= Math.log(row(probabilities, sentence[t - 2])[sentence[t]]);
  }
  return loss;
}

// %% exercise="sentence-loss" expects="mean-for-sum"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  if (sentence.length < 2) return 0;
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) loss -= Math.log(row(probabilities, sentence[t - 1])[sentence[t]]);
  return loss / (sentence.length - 1);
}

// %% exercise="sentence-loss" expects="mean-for-sum"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    loss -= Math.log(row(probabilities, sentence[t - 1])[sentence[t]]);
  }
  return loss / (sentence.length - 1);
}

// %% exercise="sentence-loss" expects="mean-for-sum"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    loss -= Math.log(row(probabilities, sentence[t - 1])[sentence[t]]);
  }
  return loss / sentence.length;
}

// %% exercise="sentence-loss" expects="sign-flipped"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    loss += Math.log(row(probabilities, sentence[t - 1])[sentence[t]]);
  }
  return loss;
}

// %% exercise="sentence-loss" expects="logarithm-of-the-product"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let product = 1;
  for (let t = 1; t < sentence.length; t++) product *= row(probabilities, sentence[t - 1])[sentence[t]];
  return -Math.log(product);
}

// %% exercise="sentence-loss" expects="probabilities-added"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let total = 0;
  for (let t = 1; t < sentence.length; t++) total += row(probabilities, sentence[t - 1])[sentence[t]];
  return -Math.log(total);
}

// %% exercise="sentence-loss" expects="no-logarithm"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    loss -= row(probabilities, sentence[t - 1])[sentence[t]];
  }
  return loss;
}

// %% exercise="sentence-loss" expects="impossible-left-out"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    const p = row(probabilities, sentence[t - 1])[sentence[t]];
    if (p > 0) loss -= Math.log(p);
  }
  return loss;
}

// %% exercise="sentence-loss" expects="last-pair-forgotten"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length - 1; t++) {
    loss -= Math.log(row(probabilities, sentence[t - 1])[sentence[t]]);
  }
  return loss;
}

// %% exercise="sentence-loss" expects="first-pair-forgotten"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 2; t < sentence.length; t++) {
    loss -= Math.log(row(probabilities, sentence[t - 1])[sentence[t]]);
  }
  return loss;
}

// %% exercise="sentence-loss" expects="bits"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    loss -= Math.log2(row(probabilities, sentence[t - 1])[sentence[t]]);
  }
  return loss;
}

// %% exercise="sentence-loss" expects="stopped"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 0; t < sentence.length; t++) {
    loss -= Math.log(row(probabilities, sentence[t - 1])[sentence[t]]);
  }
  return loss;
}

// %% exercise="sentence-loss" expects="unnamed"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    loss -= Math.log(row(probabilities, sentence[t - 1])[sentence[t]] + 1e-9);
  }
  return loss;
}

// %% exercise="sentence-loss" expects="unnamed"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    loss -= Math.log(Math.max(row(probabilities, sentence[t - 1])[sentence[t]], 1e-12));
  }
  return loss;
}

// %% exercise="sentence-loss" expects="unnamed"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  const pairs = new Set<string>();
  let loss = 0;
  for (let t = 1; t < sentence.length; t++) {
    const pair = `${sentence[t - 1]} ${sentence[t]}`;
    if (!pairs.has(pair)) loss -= Math.log(row(probabilities, sentence[t - 1])[sentence[t]]);
    pairs.add(pair);
  }
  return loss;
}

// %% exercise="softmax-rows" expects="overflow"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const weights = z.map((x) => Math.exp(x));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / total));
  }
  return result;
}

// %% exercise="softmax-rows" expects="columns-add-up"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let j = 0; j < scores.width; j++) {
    const z = Array.from({ length: scores.rows }, (_, w) => row(scores, w)[j]);
    const largest = Math.max(...z);
    const total = z.reduce((sum, x) => sum + Math.exp(x - largest), 0);
    z.forEach((x, w) => { row(result, w)[j] = Math.exp(x - largest) / total; });
  }
  return result;
}

// %% exercise="softmax-rows" expects="whole-table"
function softmaxRows(scores: Table): Table {
  const largest = scores.data.reduce((most, x) => Math.max(most, x), -Infinity);
  const data = scores.data.map((x) => Math.exp(x - largest));
  const total = data.reduce((sum, x) => sum + x, 0);
  return { ...scores, data: data.map((x) => x / total) };
}

// %% exercise="softmax-rows" expects="clamped-scores"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const weights = z.map((x) => Math.exp(Math.min(700, x)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / total));
  }
  return result;
}

// %% exercise="softmax-rows" expects="one-shift-for-all"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  const largest = Math.max(...scores.data);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const weights = z.map((x) => Math.exp(x - largest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / total));
  }
  return result;
}

// %% exercise="softmax-rows" expects="shift-by-smallest"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const smallest = Math.min(...z);
    const weights = z.map((x) => Math.exp(x - smallest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / total));
  }
  return result;
}

// %% exercise="softmax-rows" expects="shift-by-first"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const weights = z.map((x) => Math.exp(x - z[0]));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / total));
  }
  return result;
}

// %% exercise="softmax-rows" expects="not-normalised"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const largest = Math.max(...z);
    const weights = z.map((x) => Math.exp(x - largest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight));
  }
  return result;
}

// %% exercise="softmax-rows" expects="logarithms"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const largest = Math.max(...z);
    const weights = z.map((x) => Math.exp(x - largest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(z.map((x) => x - largest - Math.log(total)));
  }
  return result;
}

// %% exercise="softmax-rows" expects="sign-flipped"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const smallest = Math.min(...z);
    const weights = z.map((x) => Math.exp(smallest - x));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / total));
  }
  return result;
}

// %% exercise="softmax-rows" expects="not-a-number"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const size = Math.max(...z.map(Math.abs));
    const weights = z.map((x) => Math.exp(x - size));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / total));
  }
  return result;
}

// %% exercise="softmax-rows" expects="not-a-number"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const mean = z.reduce((sum, x) => sum + x, 0) / z.length;
    const weights = z.map((x) => Math.exp(x - mean));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / total));
  }
  return result;
}

// %% exercise="softmax-rows" expects="unnamed"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const largest = Math.max(...z);
    const weights = z.map((x) => 2 ** (x - largest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / total));
  }
  return result;
}

// %% exercise="softmax-rows" expects="unnamed"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const largest = Math.max(...z);
    const weights = z.map((x) => Math.exp((x - largest) / Math.sqrt(z.length)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / total));
  }
  return result;
}

// %% exercise="softmax-rows" expects="precision"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.width);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const largest = Math.max(...z);
    const weights = z.map((x) => Math.exp(x - largest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    row(result, w).set(weights.map((weight) => weight / (total + 1e-7)));
  }
  return result;
}

// %% exercise="softmax-rows" expects="length"
function softmaxRows(scores: Table): Table {
  const result = zeroTable(scores.rows, scores.rows);
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const largest = Math.max(...z);
    const weights = z.map((x) => Math.exp(x - largest));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    weights.forEach((weight, j) => { result.data[w * scores.rows + j] = weight / total; });
  }
  return result;
}

// %% exercise="softmax-rows" expects="argument-changed"
function softmaxRows(scores: Table): Table {
  for (let w = 0; w < scores.rows; w++) {
    const z = row(scores, w);
    const largest = Math.max(...z);
    for (let j = 0; j < z.length; j++) z[j] = Math.exp(z[j] - largest);
    const total = z.reduce((sum, x) => sum + x, 0);
    for (let j = 0; j < z.length; j++) z[j] /= total;
  }
  return scores;
}

// %% exercise="bigram-gradient" expects="target-not-subtracted"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    row(predicted, w).forEach((p, j) => { row(gradient, w)[j] += p; });
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="target-subtracted-once"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  const seen = new Set<number>();
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    row(predicted, w).forEach((p, j) => { row(gradient, w)[j] += p; });
    if (!seen.has(w)) row(gradient, w)[c] -= 1;
    seen.add(w);
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="prediction-added-once"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  const seen = new Set<number>();
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    if (!seen.has(w)) row(gradient, w).set(row(predicted, w));
    seen.add(w);
    row(gradient, w)[c] -= 1;
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="sign-flipped"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    row(predicted, w).forEach((p, j) => { row(gradient, w)[j] -= p; });
    row(gradient, w)[c] += 1;
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="mean-for-sum"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    row(predicted, w).forEach((p, j) => { row(gradient, w)[j] += (p - (j === c ? 1 : 0)) / pairs.length; });
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="mean-for-sum"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    const times = pairs.filter(([word]) => word === w).length;
    row(predicted, w).forEach((p, j) => { row(gradient, w)[j] += (p - (j === c ? 1 : 0)) / times; });
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="repeats-overwritten"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    row(predicted, w).forEach((p, j) => { row(gradient, w)[j] = p - (j === c ? 1 : 0); });
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="repeats-dropped"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of [...new Set(pairs.map((pair) => pair.join(" ")))].map((pair) => pair.split(" ").map(Number))) {
    row(predicted, w).forEach((p, j) => { row(gradient, w)[j] += p; });
    row(gradient, w)[c] -= 1;
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="words-swapped"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [c, w] of pairs) {
    row(predicted, w).forEach((p, j) => { row(gradient, w)[j] += p; });
    row(gradient, w)[c] -= 1;
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="columns-add-up"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = zeroTable(scores.rows, scores.width);
  for (let j = 0; j < scores.width; j++) {
    const column = Array.from({ length: scores.rows }, (_, w) => row(scores, w)[j]);
    const largest = Math.max(...column);
    const total = column.reduce((sum, x) => sum + Math.exp(x - largest), 0);
    column.forEach((x, w) => { row(predicted, w)[j] = Math.exp(x - largest) / total; });
  }
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    row(predicted, w).forEach((p, j) => { row(gradient, w)[j] += p; });
    row(gradient, w)[c] -= 1;
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="scores-for-probabilities"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    row(scores, w).forEach((z, j) => { row(gradient, w)[j] += z; });
    row(gradient, w)[c] -= 1;
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="overflow"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    const z = row(scores, w);
    const total = z.reduce((sum, x) => sum + Math.exp(x), 0);
    z.forEach((x, j) => { row(gradient, w)[j] += Math.exp(x) / total - (j === c ? 1 : 0); });
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="unnamed"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  const gradient = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) {
    row(predicted, w).forEach((p, j) => { row(gradient, w)[j] += p; });
    row(gradient, c)[w] -= 1;
  }
  return gradient;
}

// %% exercise="bigram-gradient" expects="unnamed"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  const gradient = { ...predicted, data: predicted.data.slice() };
  for (const [w, c] of pairs) row(gradient, w)[c] -= 1;
  return gradient;
}

// %% exercise="bigram-gradient" expects="argument-changed"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const predicted = softmaxRows(scores);
  for (const [w, c] of pairs) {
    row(predicted, w).forEach((p, j) => { row(scores, w)[j] -= p; });
    row(scores, w)[c] += 1;
  }
  return scores;
}

// %% exercise="loss-parts" expects="p-and-q-swapped"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  let divergence = 0;
  for (let c = 0; c < p.length; c++) {
    if (q[c] === 0) continue;
    crossEntropy -= q[c] * Math.log(p[c]);
    entropy -= q[c] * Math.log(q[c]);
    divergence += q[c] * Math.log(q[c] / p[c]);
  }
  return { crossEntropy, entropy, divergence };
}

// %% exercise="loss-parts" expects="divergence-reversed"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  let divergence = 0;
  for (let c = 0; c < p.length; c++) {
    crossEntropy -= (p[c] === 0 ? 0 : p[c] * Math.log(q[c]));
    entropy -= (p[c] === 0 ? 0 : p[c] * Math.log(p[c]));
    divergence += (q[c] === 0 ? 0 : q[c] * Math.log(q[c] / p[c]));
  }
  return { crossEntropy, entropy, divergence };
}

// %% exercise="loss-parts" expects="entropy-of-the-model"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  let divergence = 0;
  for (let c = 0; c < p.length; c++) {
    crossEntropy -= (p[c] === 0 ? 0 : p[c] * Math.log(q[c]));
    entropy -= (q[c] === 0 ? 0 : q[c] * Math.log(q[c]));
    divergence += (p[c] === 0 ? 0 : p[c] * Math.log(p[c] / q[c]));
  }
  return { crossEntropy, entropy, divergence };
}

// %% exercise="loss-parts" expects="sign-flipped"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  let divergence = 0;
  for (let c = 0; c < p.length; c++) {
    if (p[c] === 0) continue;
    crossEntropy += p[c] * Math.log(q[c]);
    entropy += p[c] * Math.log(p[c]);
    divergence -= p[c] * Math.log(p[c] / q[c]);
  }
  return { crossEntropy, entropy, divergence };
}

// %% exercise="loss-parts" expects="sign-flipped"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  let divergence = 0;
  for (let c = 0; c < p.length; c++) {
    if (p[c] === 0) continue;
    crossEntropy += p[c] * Math.log(q[c]);
    entropy += p[c] * Math.log(p[c]);
    divergence += p[c] * Math.log(p[c] / q[c]);
  }
  return { crossEntropy, entropy, divergence };
}

// %% exercise="loss-parts" expects="divergence-negative"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  for (let c = 0; c < p.length; c++) {
    if (p[c] === 0) continue;
    crossEntropy -= p[c] * Math.log(q[c]);
    entropy -= p[c] * Math.log(p[c]);
  }
  return { crossEntropy, entropy, divergence: entropy - crossEntropy };
}

// %% exercise="loss-parts" expects="mean-for-sum"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  for (let c = 0; c < p.length; c++) {
    if (p[c] === 0) continue;
    crossEntropy -= p[c] * Math.log(q[c]) / p.length;
    entropy -= p[c] * Math.log(p[c]) / p.length;
  }
  return { crossEntropy, entropy, divergence: crossEntropy - entropy };
}

// %% exercise="loss-parts" expects="weights-forgotten"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  for (let c = 0; c < p.length; c++) {
    if (p[c] === 0) continue;
    crossEntropy -= Math.log(q[c]);
    entropy -= Math.log(p[c]);
  }
  return { crossEntropy, entropy, divergence: crossEntropy - entropy };
}

// %% exercise="loss-parts" expects="impossible-left-out"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  let divergence = 0;
  for (let c = 0; c < p.length; c++) {
    if (p[c] === 0) continue;
    crossEntropy -= (q[c] === 0 ? 0 : p[c] * Math.log(q[c]));
    entropy -= p[c] * Math.log(p[c]);
    divergence += (q[c] === 0 ? 0 : p[c] * Math.log(p[c] / q[c]));
  }
  return { crossEntropy, entropy, divergence };
}

// %% exercise="loss-parts" expects="impossible-left-out"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  for (let c = 0; c < p.length; c++) {
    if (p[c] === 0 || q[c] === 0) continue;
    crossEntropy -= p[c] * Math.log(q[c]);
    entropy -= p[c] * Math.log(p[c]);
  }
  return { crossEntropy, entropy, divergence: crossEntropy - entropy };
}

// %% exercise="loss-parts" expects="bits"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  for (let c = 0; c < p.length; c++) {
    if (p[c] === 0) continue;
    crossEntropy -= p[c] * Math.log2(q[c]);
    entropy -= p[c] * Math.log2(p[c]);
  }
  return { crossEntropy, entropy, divergence: crossEntropy - entropy };
}

// %% exercise="loss-parts" expects="not-a-number"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  for (let c = 0; c < p.length; c++) {
    crossEntropy -= p[c] * Math.log(q[c]);
    entropy -= p[c] * Math.log(p[c]);
  }
  return { crossEntropy, entropy, divergence: crossEntropy - entropy };
}

// %% exercise="loss-parts" expects="unnamed"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  for (let c = 0; c < p.length; c++) {
    crossEntropy -= p[c] * Math.log(q[c] + 1e-9);
    entropy -= p[c] * Math.log(p[c] + 1e-9);
  }
  return { crossEntropy, entropy, divergence: crossEntropy - entropy };
}

// %% exercise="loss-parts" expects="unnamed"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  for (let c = 0; c < p.length; c++) {
    if (p[c] < 0.3) continue;
    crossEntropy -= p[c] * Math.log(q[c]);
    entropy -= p[c] * Math.log(p[c]);
  }
  return { crossEntropy, entropy, divergence: crossEntropy - entropy };
}

// %% exercise="loss-parts" expects="unnamed"
function lossParts(p: Float64Array, q: Float64Array): { crossEntropy: number; entropy: number; divergence: number } {
  let crossEntropy = 0;
  let entropy = 0;
  let divergence = 0;
  for (let c = 0; c < p.length; c++) {
    if (p[c] === 0) continue;
    crossEntropy -= p[c] * Math.log(q[c]);
    entropy -= p[c] * Math.log(p[c]);
    divergence += p[c] * (p[c] / q[c]);
  }
  return { crossEntropy, entropy, divergence };
}
