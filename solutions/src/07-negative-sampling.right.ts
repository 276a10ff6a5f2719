// %% exercise="text-probability"
function textProbability(z: number, K: number, noise: number): number {
  if (z < 0) {
    const p = Math.exp(z);
    return p / (p + K * noise);
  }
  return 1 / (1 + K * noise * Math.exp(-z));
}

// %% exercise="nce-loss"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const minusLogSigmoid = (x: number): number =>
    x > 0 ? Math.log1p(Math.exp(-x)) : -x + Math.log1p(Math.exp(x));
  return [seen, ...negatives]
    .map((word, k) => {
      const x = z[word] - Math.log(negatives.length) - Math.log(noise[word]);
      return minusLogSigmoid(k === 0 ? x : -x);
    })
    .reduce((a, b) => a + b, 0);
}

// %% exercise="noise-shares"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const result = new Float64Array(counts.length);
  let sum = 0;
  for (let c = 0; c < counts.length; c++) {
    if (counts[c] === 0) continue;
    result[c] = Math.exp(power * Math.log(counts[c]));
    sum += result[c];
  }
  for (let c = 0; c < counts.length; c++) result[c] /= sum;
  return result;
}

// %% exercise="expected-loss"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  return z.reduce(
    (sum, score, c) =>
      sum + (c === seen ? softplus(-score) : 0) + K * noise[c] * softplus(score),
    0,
  );
}

// %% exercise="optimal-scores"
function optimalScores(counts: Table, K: number, power: number): Table {
  const { rows, width, data } = counts;
  const total = (wanted: (i: number) => boolean): number =>
    data.reduce((sum, n, i) => (wanted(i) ? sum + n : sum), 0);
  const ofContext = Array.from({ length: width }, (_, c) => total((i) => i % width === c));
  const smooth = ofContext.reduce((sum, n) => sum + Math.pow(n, power), 0);
  const scores = data.map((n, i) => {
    const w = Math.floor(i / width);
    const share = n / total((j) => Math.floor(j / width) === w);
    const noise = Math.pow(ofContext[i % width], power) / smooth;
    return Math.log(share) - Math.log(noise) - Math.log(K);
  });
  return { rows, width, data: scores };
}
