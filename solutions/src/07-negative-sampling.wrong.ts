// %% exercise="text-probability" expects="constant-forgotten"
function textProbability(z: number, K: number, noise: number): number {
  return sigmoid(z);
}

// %% exercise="text-probability" expects="constant-added"
function textProbability(z: number, K: number, noise: number): number {
  return sigmoid(z + Math.log(K * noise));
}

// %% exercise="text-probability" expects="number-forgotten"
function textProbability(z: number, K: number, noise: number): number {
  return sigmoid(z - Math.log(noise));
}

// %% exercise="text-probability" expects="share-forgotten"
function textProbability(z: number, K: number, noise: number): number {
  return sigmoid(z - Math.log(K));
}

// %% exercise="text-probability" expects="no-logarithm"
function textProbability(z: number, K: number, noise: number): number {
  return sigmoid(z - K * noise);
}

// %% exercise="text-probability" expects="divided-by-number"
function textProbability(z: number, K: number, noise: number): number {
  return sigmoid(z - Math.log(noise / K));
}

// %% exercise="text-probability" expects="probability-of-noise"
function textProbability(z: number, K: number, noise: number): number {
  return 1 - sigmoid(z - Math.log(K * noise));
}

// %% exercise="text-probability" expects="probability-of-noise"
function textProbability(z: number, K: number, noise: number): number {
  return sigmoid(-z + Math.log(K * noise));
}

// %% exercise="text-probability" expects="score-for-probability"
function textProbability(z: number, K: number, noise: number): number {
  return z / (z + K * noise);
}

// %% exercise="text-probability" expects="overflow"
function textProbability(z: number, K: number, noise: number): number {
  const p = Math.exp(z);
  return p / (p + K * noise);
}

// %% exercise="text-probability" expects="unnamed"
function textProbability(z: number, K: number, noise: number): number {
  return sigmoid(z - K - Math.log(noise));
}

// %% exercise="text-probability" expects="unnamed"
function textProbability(z: number, K: number, noise: number): number {
  const p = Math.exp(Math.min(700, z));
  return p / (p + K + noise);
}

// %% exercise="nce-loss" expects="constants-forgotten"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c];
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(moved(c));
  return loss;
}

// %% exercise="nce-loss" expects="constants-added"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] + Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(moved(c));
  return loss;
}

// %% exercise="nce-loss" expects="number-forgotten"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(moved(c));
  return loss;
}

// %% exercise="nce-loss" expects="no-logarithm"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - K * noise[c];
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(moved(c));
  return loss;
}

// %% exercise="nce-loss" expects="share-of-the-seen-word"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[seen]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(moved(c));
  return loss;
}

// %% exercise="nce-loss" expects="seen-word-without-constant"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-z[seen]);
  for (const c of negatives) loss += softplus(moved(c));
  return loss;
}

// %% exercise="nce-loss" expects="noise-without-constant"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(z[c]);
  return loss;
}

// %% exercise="nce-loss" expects="constant-not-turned"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(z[c] + Math.log(K * noise[c]));
  return loss;
}

// %% exercise="nce-loss" expects="all-answers-yes"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(-moved(c));
  return loss;
}

// %% exercise="nce-loss" expects="mean-for-sum"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(moved(c)) / K;
  return loss;
}

// %% exercise="nce-loss" expects="repeats-dropped"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of new Set(negatives)) loss += softplus(moved(c));
  return loss;
}

// %% exercise="nce-loss" expects="repeats-dropped"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const different = [...new Set(negatives)];
  const K = different.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of different) loss += softplus(moved(c));
  return loss;
}

// %% exercise="nce-loss" expects="seen-word-dropped-from-noise"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) if (c !== seen) loss += softplus(moved(c));
  return loss;
}

// %% exercise="nce-loss" expects="sign-flipped"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(moved(c));
  return -loss;
}

// %% exercise="nce-loss" expects="overflow"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = -Math.log(sigmoid(moved(seen)));
  for (const c of negatives) loss += -Math.log(sigmoid(-moved(c)));
  return loss;
}

// %% exercise="nce-loss" expects="unnamed"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length + 1;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += softplus(moved(c));
  return loss;
}

// %% exercise="nce-loss" expects="unnamed"
function nceLoss(
  z: Float64Array,
  seen: number,
  negatives: readonly number[],
  noise: Float64Array,
): number {
  const K = negatives.length;
  const moved = (c: number): number => z[c] - Math.log(K * noise[c]);
  let loss = softplus(-moved(seen));
  for (const c of negatives) loss += K * softplus(moved(c));
  return loss;
}

// %% exercise="noise-shares" expects="not-divided"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const powers = Float64Array.from(counts, (n) => (n > 0 ? n ** power : 0));
  const all = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x);
}

// %% exercise="noise-shares" expects="power-of-shares"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const all = Array.from(counts).reduce((sum, n) => sum + n, 0);
  return Float64Array.from(counts, (n) => (n > 0 ? (n / all) ** power : 0));
}

// %% exercise="noise-shares" expects="divided-by-count"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const powers = Float64Array.from(counts, (n) => (n > 0 ? n ** power : 0));
  const all = Array.from(counts).reduce((sum, n) => sum + n, 0);
  return powers.map((x) => x / all);
}

// %% exercise="noise-shares" expects="power-forgotten"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const powers = Float64Array.from(counts, (n) => (n > 0 ? n : 0));
  const all = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / all);
}

// %% exercise="noise-shares" expects="power-fixed"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const powers = Float64Array.from(counts, (n) => (n > 0 ? n ** 0.75 : 0));
  const all = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / all);
}

// %% exercise="noise-shares" expects="zero-counts-drawn"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const powers = Float64Array.from(counts, (n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / all);
}

// %% exercise="noise-shares" expects="times-power"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const powers = Float64Array.from(counts, (n) => (n > 0 ? n * power : 0));
  const all = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / all);
}

// %% exercise="noise-shares" expects="softmax-of-counts"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const powers = Float64Array.from(counts, (n) => Math.exp(power * n));
  const all = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / all);
}

// %% exercise="noise-shares" expects="root-upside-down"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const powers = Float64Array.from(counts, (n) => (n > 0 ? n ** (1 / power) : 0));
  const all = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / all);
}

// %% exercise="noise-shares" expects="unnamed"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const powers = Float64Array.from(counts, (n) => (n > 0 ? n ** -power : 0));
  const all = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / all);
}

// %% exercise="noise-shares" expects="unnamed"
function noiseShares(counts: ArrayLike<number>, power: number): Float64Array {
  const powers = Float64Array.from(counts, (n) => (n + 1) ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  return powers.map((x) => x / all);
}

// %% exercise="expected-loss" expects="number-forgotten"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += noise[c] * softplus(z[c]);
  return softplus(-z[seen]) + mean;
}

// %% exercise="expected-loss" expects="shares-forgotten"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += softplus(z[c]) / z.length;
  return softplus(-z[seen]) + K * mean;
}

// %% exercise="expected-loss" expects="shares-forgotten"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += softplus(z[c]);
  return softplus(-z[seen]) + K * mean;
}

// %% exercise="expected-loss" expects="seen-word-forgotten"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += noise[c] * softplus(z[c]);
  return K * mean;
}

// %% exercise="expected-loss" expects="seen-word-k-times"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += noise[c] * softplus(z[c]);
  return K * (softplus(-z[seen]) + mean);
}

// %% exercise="expected-loss" expects="seen-word-never-noise"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) if (c !== seen) mean += noise[c] * softplus(z[c]);
  return softplus(-z[seen]) + K * mean;
}

// %% exercise="expected-loss" expects="drawn-again"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) if (c !== seen) mean += (noise[c] / (1 - noise[seen])) * softplus(z[c]);
  return softplus(-z[seen]) + K * mean;
}

// %% exercise="expected-loss" expects="noise-says-yes"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += noise[c] * softplus(-z[c]);
  return softplus(-z[seen]) + K * mean;
}

// %% exercise="expected-loss" expects="seen-word-says-no"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += noise[c] * softplus(z[c]);
  return softplus(z[seen]) + K * mean;
}

// %% exercise="expected-loss" expects="loss-of-mean-score"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += noise[c] * z[c];
  return softplus(-z[seen]) + K * softplus(mean);
}

// %% exercise="expected-loss" expects="sign-flipped"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += noise[c] * softplus(z[c]);
  return -softplus(-z[seen]) - K * mean;
}

// %% exercise="expected-loss" expects="overflow"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += noise[c] * -Math.log(sigmoid(-z[c]));
  return -Math.log(sigmoid(z[seen])) + K * mean;
}

// %% exercise="expected-loss" expects="unnamed"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += noise[c] * softplus(z[c]);
  return softplus(-z[seen]) + mean ** K;
}

// %% exercise="expected-loss" expects="unnamed"
function expectedLoss(
  z: Float64Array,
  seen: number,
  K: number,
  noise: Float64Array,
): number {
  let mean = 0;
  for (let c = 0; c < z.length; c++) mean += softplus(noise[c] * z[c]);
  return softplus(-z[seen]) + K * mean;
}

// %% exercise="optimal-scores" expects="number-forgotten"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (words[w] * powers[c]) / all;
      row(scores, w)[c] = Math.log(n / noise);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="number-multiplied"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] * powers[c]) / all;
      row(scores, w)[c] = Math.log(n / noise) + 2 * Math.log(K);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="number-multiplied"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (words[w] * powers[c]) / all / K;
      row(scores, w)[c] = Math.log(n / noise);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="number-for-logarithm"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (words[w] * powers[c]) / all;
      row(scores, w)[c] = Math.log(n / noise) - K;
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="power-forgotten"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] * powers[c]) / all;
      row(scores, w)[c] = Math.log(n / noise);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="not-divided"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] * powers[c]);
      row(scores, w)[c] = Math.log(n / noise);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="not-divided"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = contexts.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] * powers[c]) / all;
      row(scores, w)[c] = Math.log(n / noise);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="not-divided"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const all = contexts.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = K * words[w] * (contexts[c] / all) ** power;
      row(scores, w)[c] = Math.log(n / noise);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="words-for-contexts"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = words.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * contexts[c] * powers[w]) / all;
      row(scores, w)[c] = Math.log(n / noise);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="pairs-for-words"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const D = contexts.reduce((sum, x) => sum + x, 0);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * D * powers[c]) / all;
      row(scores, w)[c] = Math.log(n / noise);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="count-of-word-forgotten"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * powers[c]) / all;
      row(scores, w)[c] = Math.log(n / noise);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="scores-of-nce"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] * powers[c]) / all;
      row(scores, w)[c] = Math.log(n / words[w]);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="upside-down"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] * powers[c]) / all;
      row(scores, w)[c] = Math.log(noise / n);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="zero-for-never"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] * powers[c]) / all;
      row(scores, w)[c] = n === 0 ? 0 : Math.log(n / noise);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="no-logarithm"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] * powers[c]) / all;
      row(scores, w)[c] = n / noise;
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="unnamed"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] * powers[c]) / all;
      row(scores, w)[c] = Math.max(0, Math.log(n / noise));
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="unnamed"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] * powers[c]) / all;
      row(scores, w)[c] = Math.log((n + 1) / noise);
    });
  }
  return scores;
}

// %% exercise="optimal-scores" expects="unnamed"
function optimalScores(counts: Table, K: number, power: number): Table {
  const words = new Float64Array(counts.rows);
  const contexts = new Float64Array(counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      words[w] += n;
      contexts[c] += n;
    });
  }
  const powers = contexts.map((n) => n ** power);
  const all = powers.reduce((sum, x) => sum + x, 0);
  const scores = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    row(counts, w).forEach((n, c) => {
      const noise = (K * words[w] ** power * powers[c]) / all;
      row(scores, w)[c] = Math.log(n / noise);
    });
  }
  return scores;
}
