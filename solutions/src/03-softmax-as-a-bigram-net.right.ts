// %% exercise="bigram-model"
function bigramModel(counts: Table): Table {
  const totals = new Float64Array(counts.rows);
  counts.data.forEach((n, i) => {
    totals[Math.floor(i / counts.width)] += n;
  });
  const data = counts.data.map((n, i) => {
    const total = totals[Math.floor(i / counts.width)];
    return total === 0 ? 1 / counts.width : n / total;
  });
  return { ...counts, data };
}

// %% exercise="sentence-loss"
function sentenceLoss(probabilities: Table, sentence: readonly number[]): number {
  return sentence
    .slice(1)
    .map((next, t) => Math.log(1 / probabilities.data[sentence[t] * probabilities.width + next]))
    .reduce((sum, x) => sum + x, 0);
}

// %% exercise="softmax-rows"
function softmaxRows(scores: Table): Table {
  const data = new Float64Array(scores.data.length);
  for (let w = 0; w < scores.rows; w++) {
    const z = Array.from(row(scores, w));
    const most = Math.max(...z);
    const total = most + Math.log(z.map((x) => Math.exp(x - most)).reduce((a, b) => a + b));
    data.set(
      z.map((x) => Math.exp(x - total)),
      w * scores.width,
    );
  }
  return { rows: scores.rows, width: scores.width, data };
}

// %% exercise="bigram-gradient"
function bigramGradient(scores: Table, pairs: readonly (readonly [w: number, c: number])[]): Table {
  const counts = zeroTable(scores.rows, scores.width);
  for (const [w, c] of pairs) row(counts, w)[c]++;
  const predicted = softmaxRows(scores);
  const data = predicted.data.map((p, i) => {
    const w = Math.floor(i / scores.width);
    return row(counts, w).reduce((a, b) => a + b, 0) * p - counts.data[i];
  });
  return { ...predicted, data };
}

// %% exercise="loss-parts"
function lossParts(
  p: Float64Array,
  q: Float64Array,
): { crossEntropy: number; entropy: number; divergence: number } {
  const mean = (of: (c: number) => number): number =>
    p.reduce((sum, share, c) => sum + (share > 0 ? share * of(c) : 0), 0);
  return {
    crossEntropy: mean((c) => -Math.log(q[c])),
    entropy: mean((c) => -Math.log(p[c])),
    divergence: mean((c) => Math.log(p[c] / q[c])),
  };
}
