// %% exercise="bm25-scores" expects="length-forgotten"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1;
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="length-forgotten"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="length-upside-down"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * m) / document.length);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="length-in-words"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + b * document.length);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="sum-for-mean"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0);
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="different-words-for-length"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, words) => sum + new Set(words).size, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * new Set(document).size) / m);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="idf-forgotten"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="idf-of-another-formula"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = n === 0 ? 0 : Math.log(N / n);
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="idf-of-another-formula"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log((1 + N) / (1 + n)) + 1;
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="idf-below-zero"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log((N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="occurrences-for-documents"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.flat().filter((other) => other === word).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="saturation-forgotten"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += idf * t;
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="saturation-forgotten"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (idf * t * k1) / held;
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="factor-forgotten"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (idf * t) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="repeats-forgotten"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of new Set(query)) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="idf-squared"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (idf * idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="unnamed"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = Math.log(1 + (N - n + 0.5) / (n + 0.5));
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (b + ((1 - b) * document.length) / m);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="bm25-scores" expects="unnamed"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const N = documents.length;
  const m = documents.reduce((sum, { length }) => sum + length, 0) / N;
  const scores = new Float64Array(N);
  for (const word of query) {
    const n = documents.filter((document) => document.includes(word)).length;
    const idf = n === 0 ? 0 : Math.log(2 + (N - n) / n);
    documents.forEach((document, i) => {
      const t = document.filter((other) => other === word).length;
      const held = k1 * (1 - b + (b * document.length) / m);
      scores[i] += (idf * t * (k1 + 1)) / (t + held);
    });
  }
  return scores;
}

// %% exercise="expected-recall" expects="ties-won"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    found += g < k ? 1 : 0;
  });
  return found / right.length;
}

// %% exercise="expected-recall" expects="ties-lost"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    const t = own.filter((score) => score === own[document]).length;
    found += g + t <= k ? 1 : 0;
  });
  return found / right.length;
}

// %% exercise="expected-recall" expects="order-decides"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    const t = own.filter((score, i) => score === own[document] && i < document).length;
    found += g + t < k ? 1 : 0;
  });
  return found / right.length;
}

// %% exercise="expected-recall" expects="one-place-too-many"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    const t = own.filter((score) => score === own[document]).length;
    found += Math.min(1, Math.max(0, (k + 1 - g) / t));
  });
  return found / right.length;
}

// %% exercise="expected-recall" expects="one-place-too-many"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    found += g <= k ? 1 : 0;
  });
  return found / right.length;
}

// %% exercise="expected-recall" expects="right-one-not-counted"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    const t = own.filter((score, i) => i !== document && score === own[document]).length;
    found += Math.min(1, Math.max(0, (k - g) / t));
  });
  return found / right.length;
}

// %% exercise="expected-recall" expects="more-than-one"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    const t = own.filter((score) => score === own[document]).length;
    found += Math.max(0, (k - g) / t);
  });
  return found / right.length;
}

// %% exercise="expected-recall" expects="less-than-zero"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    const t = own.filter((score) => score === own[document]).length;
    found += Math.min(1, (k - g) / t);
  });
  return found / right.length;
}

// %% exercise="expected-recall" expects="sum-for-mean"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    const t = own.filter((score) => score === own[document]).length;
    found += Math.min(1, Math.max(0, (k - g) / t));
  });
  return found;
}

// %% exercise="expected-recall" expects="divided-by-places"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    const t = own.filter((score) => score === own[document]).length;
    found += Math.min(1, Math.max(0, (k - g) / t));
  });
  return found / right.length / k;
}

// %% exercise="expected-recall" expects="mean-rank-decides"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    const t = own.filter((score) => score === own[document]).length;
    found += g + (t + 1) / 2 <= k ? 1 : 0;
  });
  return found / right.length;
}

// %% exercise="expected-recall" expects="unnamed"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  let found = 0;
  right.forEach((document, query) => {
    const own = row(scores, query);
    const g = own.filter((score) => score > own[document]).length;
    const t = own.filter((score) => score === own[document]).length;
    found += Math.min(1, Math.max(0, (k - g) / t));
  });
  return found / scores.width;
}

// %% exercise="mean-of-known" expects="unknown-words-counted"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const known = tokens.filter((token) => ids.has(token));
  const mean = new Float64Array(table.width);
  for (const token of known)
    addScaled(mean, 1 / tokens.length, row(table, ids.get(token) ?? 0));
  return mean;
}

// %% exercise="mean-of-known" expects="unknown-word-is-the-first"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const mean = new Float64Array(table.width);
  for (const token of tokens)
    addScaled(mean, 1 / tokens.length, row(table, ids.get(token) ?? 0));
  return mean;
}

// %% exercise="mean-of-known" expects="id-zero-dropped"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const known = tokens.filter((token) => ids.get(token));
  const mean = new Float64Array(table.width);
  for (const token of known)
    addScaled(mean, 1 / known.length, row(table, ids.get(token) ?? 0));
  return mean;
}

// %% exercise="mean-of-known" expects="id-zero-dropped"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const known = tokens.filter((token) => ids.has(token));
  const mean = new Float64Array(table.width);
  for (const token of known) {
    const id = ids.get(token);
    if (id) addScaled(mean, 1 / known.length, row(table, id));
  }
  return mean;
}

// %% exercise="mean-of-known" expects="repeats-dropped"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const known = [...new Set(tokens)].filter((token) => ids.has(token));
  const mean = new Float64Array(table.width);
  for (const token of known)
    addScaled(mean, 1 / known.length, row(table, ids.get(token) ?? 0));
  return mean;
}

// %% exercise="mean-of-known" expects="divided-by-different-words"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const known = tokens.filter((token) => ids.has(token));
  const mean = new Float64Array(table.width);
  for (const token of known)
    addScaled(mean, 1 / new Set(known).size, row(table, ids.get(token) ?? 0));
  return mean;
}

// %% exercise="mean-of-known" expects="sum-for-mean"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const known = tokens.filter((token) => ids.has(token));
  const mean = new Float64Array(table.width);
  for (const token of known)
    addScaled(mean, 1, row(table, ids.get(token) ?? 0));
  return mean;
}

// %% exercise="mean-of-known" expects="unit-vectors"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const known = tokens.filter((token) => ids.has(token));
  const mean = new Float64Array(table.width);
  for (const token of known)
    addScaled(mean, 1 / known.length / Math.hypot(...row(table, ids.get(token) ?? 0)), row(table, ids.get(token) ?? 0));
  return mean;
}

// %% exercise="mean-of-known" expects="divided-by-width"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const known = tokens.filter((token) => ids.has(token));
  const mean = new Float64Array(table.width);
  for (const token of known)
    addScaled(mean, 1 / table.width, row(table, ids.get(token) ?? 0));
  return mean;
}

// %% exercise="mean-of-known" expects="not-a-number"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const known = tokens.filter((token) => ids.has(token));
  const mean = new Float64Array(table.width);
  for (const token of known)
    addScaled(mean, 1 / known.length, row(table, ids.get(token) ?? 0));
  return mean.map((x) => (x * known.length) / known.length);
}

// %% exercise="mean-of-known" expects="unnamed"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const known = tokens.filter((token) => ids.has(token));
  const mean = new Float64Array(table.width);
  for (const token of known)
    addScaled(mean, 1 / Math.sqrt(known.length), row(table, ids.get(token) ?? 0));
  return mean;
}

// %% exercise="without-common" expects="fitted-on-test"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const u = row(truncatedSvd(test, { components: 1 }).right, 0);
  const left = (table: Table): Table => {
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -dot(row(table, i), u), u);
    return copy;
  };
  return { train: left(train), test: left(test) };
}

// %% exercise="without-common" expects="fitted-on-both"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const both = {
    rows: train.rows + test.rows,
    width: train.width,
    data: Float64Array.from([...train.data, ...test.data]),
  };
  const u = row(truncatedSvd(both, { components: 1 }).right, 0);
  const left = (table: Table): Table => {
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -dot(row(table, i), u), u);
    return copy;
  };
  return { train: left(train), test: left(test) };
}

// %% exercise="without-common" expects="each-by-its-own"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const left = (table: Table): Table => {
    const u = row(truncatedSvd(table, { components: 1 }).right, 0);
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -dot(row(table, i), u), u);
    return copy;
  };
  return { train: left(train), test: left(test) };
}

// %% exercise="without-common" expects="test-left-as-it-was"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const u = row(truncatedSvd(train, { components: 1 }).right, 0);
  const left = (table: Table): Table => {
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -dot(row(table, i), u), u);
    return copy;
  };
  return { train: left(train), test: copyTable(test) };
}

// %% exercise="without-common" expects="train-left-as-it-was"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const u = row(truncatedSvd(train, { components: 1 }).right, 0);
  const left = (table: Table): Table => {
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -dot(row(table, i), u), u);
    return copy;
  };
  return { train: copyTable(train), test: left(test) };
}

// %% exercise="without-common" expects="centred-first"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const mean = new Float64Array(train.width);
  for (let i = 0; i < train.rows; i++) addScaled(mean, 1 / train.rows, row(train, i));
  const centred = copyTable(train);
  for (let i = 0; i < centred.rows; i++) addScaled(row(centred, i), -1, mean);
  const u = row(truncatedSvd(centred, { components: 1 }).right, 0);
  const left = (table: Table): Table => {
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -dot(row(table, i), u), u);
    return copy;
  };
  return { train: left(train), test: left(test) };
}

// %% exercise="without-common" expects="mean-for-direction"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const mean = new Float64Array(train.width);
  for (let i = 0; i < train.rows; i++) addScaled(mean, 1 / train.rows, row(train, i));
  const u = mean.map((x) => x / Math.hypot(...mean));
  const left = (table: Table): Table => {
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -dot(row(table, i), u), u);
    return copy;
  };
  return { train: left(train), test: left(test) };
}

// %% exercise="without-common" expects="mean-subtracted"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const mean = new Float64Array(train.width);
  for (let i = 0; i < train.rows; i++) addScaled(mean, 1 / train.rows, row(train, i));
  const left = (table: Table): Table => {
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -1, mean);
    return copy;
  };
  return { train: left(train), test: left(test) };
}

// %% exercise="without-common" expects="whole-direction-subtracted"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const u = row(truncatedSvd(train, { components: 1 }).right, 0);
  const left = (table: Table): Table => {
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -1, u);
    return copy;
  };
  return { train: left(train), test: left(test) };
}

// %% exercise="without-common" expects="added"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const u = row(truncatedSvd(train, { components: 1 }).right, 0);
  const left = (table: Table): Table => {
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), dot(row(table, i), u), u);
    return copy;
  };
  return { train: left(train), test: left(test) };
}

// %% exercise="without-common" expects="only-the-direction-kept"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const u = row(truncatedSvd(train, { components: 1 }).right, 0);
  const left = (table: Table): Table => {
    const copy = { ...table, data: new Float64Array(table.data.length) };
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), dot(row(table, i), u), u);
    return copy;
  };
  return { train: left(train), test: left(test) };
}

// %% exercise="without-common" expects="argument-changed"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const u = row(truncatedSvd(train, { components: 1 }).right, 0);
  const left = (table: Table): Table => {
    const copy = table;
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -dot(row(table, i), u), u);
    return copy;
  };
  return { train: left(train), test: left(test) };
}

// %% exercise="without-common" expects="unnamed"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  const u = row(truncatedSvd(train, { components: 1 }).right, 0);
  const left = (table: Table): Table => {
    const copy = copyTable(table);
    for (let i = 0; i < copy.rows; i++)
      addScaled(row(copy, i), -0.5 * dot(row(table, i), u), u);
    return copy;
  };
  return { train: left(train), test: left(test) };
}

// %% exercise="fallback" expects="chosen-on-test"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const tried = [...test.known, ...test.foreign].sort((a, b) => a - b);
  const threshold =
    tried.find((one) => answered(test.foreign, one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseAnswers: answered(test.foreign, threshold),
    falseFallbacks: 1 - answered(test.known, threshold),
  };
}

// %% exercise="fallback" expects="chosen-on-both"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const tried = [...validation.known, ...validation.foreign, ...test.known, ...test.foreign].sort((a, b) => a - b);
  const threshold =
    tried.find((one) => answered([...validation.foreign, ...test.foreign], one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseAnswers: answered(test.foreign, threshold),
    falseFallbacks: 1 - answered(test.known, threshold),
  };
}

// %% exercise="fallback" expects="judged-on-validation"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const tried = [...validation.known, ...validation.foreign].sort((a, b) => a - b);
  const threshold =
    tried.find((one) => answered(validation.foreign, one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseAnswers: answered(validation.foreign, threshold),
    falseFallbacks: 1 - answered(validation.known, threshold),
  };
}

// %% exercise="fallback" expects="equal-is-not-answered"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score > threshold).length / scores.length;
  const tried = [...validation.known, ...validation.foreign].sort((a, b) => a - b);
  const threshold =
    tried.find((one) => answered(validation.foreign, one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseAnswers: answered(test.foreign, threshold),
    falseFallbacks: 1 - answered(test.known, threshold),
  };
}

// %% exercise="fallback" expects="equal-is-not-answered"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const tried = [...validation.known, ...validation.foreign].sort((a, b) => a - b);
  const threshold =
    tried.find((one) => answered(validation.foreign, one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseAnswers: test.foreign.filter((x) => x > threshold).length / test.foreign.length,
    falseFallbacks: 1 - test.known.filter((x) => x > threshold).length / test.known.length,
  };
}

// %% exercise="fallback" expects="highest-for-lowest"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const tried = [...validation.known, ...validation.foreign].sort((a, b) => b - a);
  const threshold =
    tried.find((one) => answered(validation.foreign, one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseAnswers: answered(test.foreign, threshold),
    falseFallbacks: 1 - answered(test.known, threshold),
  };
}

// %% exercise="fallback" expects="foreign-scores-only"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const tried = [...validation.foreign].sort((a, b) => a - b);
  const threshold =
    tried.find((one) => answered(validation.foreign, one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseAnswers: answered(test.foreign, threshold),
    falseFallbacks: 1 - answered(test.known, threshold),
  };
}

// %% exercise="fallback" expects="rates-exchanged"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const tried = [...validation.known, ...validation.foreign].sort((a, b) => a - b);
  const threshold =
    tried.find((one) => answered(validation.foreign, one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseFallbacks: answered(test.foreign, threshold),
    falseAnswers: 1 - answered(test.known, threshold),
  };
}

// %% exercise="fallback" expects="share-of-all-questions"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const tried = [...validation.known, ...validation.foreign].sort((a, b) => a - b);
  const threshold =
    tried.find((one) => answered(validation.foreign, one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseAnswers:
      test.foreign.filter((x) => x >= threshold).length /
      (test.known.length + test.foreign.length),
    falseFallbacks:
      test.known.filter((x) => x < threshold).length /
      (test.known.length + test.foreign.length),
  };
}

// %% exercise="fallback" expects="share-that-is-answered"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const tried = [...validation.known, ...validation.foreign].sort((a, b) => a - b);
  const threshold =
    tried.find((one) => answered(validation.foreign, one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseAnswers: answered(test.foreign, threshold),
    falseFallbacks: answered(test.known, threshold),
  };
}

// %% exercise="fallback" expects="unnamed"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  const answered = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / scores.length;
  const tried = [...validation.known, ...validation.foreign].sort((a, b) => a - b);
  const threshold =
    tried.find((one) => 1 - answered(validation.known, one) <= allowed) ?? Infinity;
  return {
    threshold,
    falseAnswers: answered(test.foreign, threshold),
    falseFallbacks: 1 - answered(test.known, threshold),
  };
}

// %% exercise="few-shot" expects="sentences-for-templates"
function fewShot(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): { train: number[]; test: number[] } {
  const seen = new Map<string, number>();
  const parts: { train: number[]; test: number[] } = { train: [], test: [] };
  intents.forEach((intent, i) => {
    const before = seen.get(intent) ?? 0;
    seen.set(intent, before + 1);
    parts[before < n ? "train" : "test"].push(i);
  });
  return parts;
}

// %% exercise="few-shot" expects="first-sentence-only"
function fewShot(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): { train: number[]; test: number[] } {
  const kept = new Map<string, Set<string>>();
  intents.forEach((intent, i) => {
    const own = kept.get(intent) ?? new Set<string>();
    if (own.size < n) own.add(templates[i]);
    kept.set(intent, own);
  });
  const parts: { train: number[]; test: number[] } = { train: [], test: [] };
  intents.forEach((intent, i) => {
    const isFirst = templates.indexOf(templates[i]) === i;
    parts[isFirst && kept.get(intent)?.has(templates[i]) ? "train" : "test"].push(i);
  });
  return parts;
}

// %% exercise="few-shot" expects="second-sentence-lost"
function fewShot(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): { train: number[]; test: number[] } {
  const kept = new Map<string, Set<string>>();
  intents.forEach((intent, i) => {
    const own = kept.get(intent) ?? new Set<string>();
    if (own.size < n) own.add(templates[i]);
    kept.set(intent, own);
  });
  const parts: { train: number[]; test: number[] } = { train: [], test: [] };
  intents.forEach((intent, i) => {
    const isTrain = kept.get(intent)?.has(templates[i]);
    if (isTrain && templates.indexOf(templates[i]) < i) return;
    parts[isTrain ? "train" : "test"].push(i);
  });
  return parts;
}

// %% exercise="few-shot" expects="n-in-all"
function fewShot(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): { train: number[]; test: number[] } {
  const first = [...new Set(templates)].slice(0, n);
  const all = templates.map((_, i) => i);
  return {
    train: all.filter((i) => first.includes(templates[i])),
    test: all.filter((i) => !first.includes(templates[i])),
  };
}

// %% exercise="few-shot" expects="last-for-first"
function fewShot(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): { train: number[]; test: number[] } {
  const first = new Set<string>();
  for (const intent of new Set(intents)) {
    const own = templates.filter((_, i) => intents[i] === intent).reverse();
    for (const template of [...new Set(own)].slice(0, n)) first.add(template);
  }
  const all = templates.map((_, i) => i);
  return {
    train: all.filter((i) => first.has(templates[i])),
    test: all.filter((i) => !first.has(templates[i])),
  };
}

// %% exercise="few-shot" expects="test-is-everything"
function fewShot(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): { train: number[]; test: number[] } {
  const kept = new Map<string, Set<string>>();
  intents.forEach((intent, i) => {
    const own = kept.get(intent) ?? new Set<string>();
    if (own.size < n) own.add(templates[i]);
    kept.set(intent, own);
  });
  const parts: { train: number[]; test: number[] } = { train: [], test: [] };
  intents.forEach((intent, i) => {
    if (kept.get(intent)?.has(templates[i])) parts.train.push(i);
    parts.test.push(i);
  });
  return parts;
}

// %% exercise="few-shot" expects="parts-exchanged"
function fewShot(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): { train: number[]; test: number[] } {
  const kept = new Map<string, Set<string>>();
  intents.forEach((intent, i) => {
    const own = kept.get(intent) ?? new Set<string>();
    if (own.size < n) own.add(templates[i]);
    kept.set(intent, own);
  });
  const parts: { train: number[]; test: number[] } = { train: [], test: [] };
  intents.forEach((intent, i) => {
    parts[kept.get(intent)?.has(templates[i]) ? "test" : "train"].push(i);
  });
  return parts;
}

// %% exercise="few-shot" expects="one-template-too-many"
function fewShot(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): { train: number[]; test: number[] } {
  const kept = new Map<string, Set<string>>();
  intents.forEach((intent, i) => {
    const own = kept.get(intent) ?? new Set<string>();
    if (own.size <= n) own.add(templates[i]);
    kept.set(intent, own);
  });
  const parts: { train: number[]; test: number[] } = { train: [], test: [] };
  intents.forEach((intent, i) => {
    parts[kept.get(intent)?.has(templates[i]) ? "train" : "test"].push(i);
  });
  return parts;
}

// %% exercise="few-shot" expects="length"
function fewShot(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): { train: number[]; test: number[] } {
  const kept = new Map<string, Set<string>>();
  intents.forEach((intent, i) => {
    const own = kept.get(intent) ?? new Set<string>();
    if (own.size < n && i % 2 === 0) own.add(templates[i]);
    kept.set(intent, own);
  });
  const parts: { train: number[]; test: number[] } = { train: [], test: [] };
  intents.forEach((intent, i) => {
    parts[kept.get(intent)?.has(templates[i]) ? "train" : "test"].push(i);
  });
  return parts;
}
