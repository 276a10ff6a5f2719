// %% exercise="bm25-scores"
function bm25Scores(
  documents: readonly (readonly string[])[],
  query: readonly string[],
  k1: number,
  b: number,
): Float64Array {
  const mean = documents.flat().length / documents.length;
  return Float64Array.from(documents, (document) => {
    const counts = new Map<string, number>();
    for (const word of document) counts.set(word, (counts.get(word) ?? 0) + 1);
    let score = 0;
    for (const word of query) {
      const tf = counts.get(word);
      if (tf === undefined) continue;
      let df = 0;
      for (const other of documents) if (other.indexOf(word) >= 0) df++;
      const idf = Math.log((documents.length + 1) / (df + 0.5));
      score += (idf * (k1 + 1)) / (1 + (k1 / tf) * (1 + b * (document.length / mean - 1)));
    }
    return score;
  });
}

// %% exercise="expected-recall"
function expectedRecall(scores: Table, right: readonly number[], k: number): number {
  const shares = right.map((document, query) => {
    const own = [...row(scores, query)];
    const sorted = [...own].sort((a, b) => b - a);
    const first = sorted.indexOf(own[document]);
    const last = sorted.lastIndexOf(own[document]);
    if (last < k) return 1;
    return first >= k ? 0 : (k - first) / (last - first + 1);
  });
  return shares.reduce((a, b) => a + b) / shares.length;
}

// %% exercise="mean-of-known"
function meanOfKnown(
  tokens: readonly string[],
  ids: ReadonlyMap<string, number>,
  table: Table,
): Float64Array {
  const sum = new Float64Array(table.width);
  let count = 0;
  for (const token of tokens) {
    const id = ids.get(token);
    if (id === undefined) continue;
    count++;
    for (let i = 0; i < table.width; i++) sum[i] += table.data[id * table.width + i];
  }
  return count === 0 ? sum : sum.map((x) => x / count);
}

// %% exercise="without-common"
function withoutCommon(train: Table, test: Table): { train: Table; test: Table } {
  let u = new Float64Array(train.width).fill(1);
  for (let turn = 0; turn < 500; turn++) {
    const next = new Float64Array(train.width); // a step of the power method: Xᵀ X u
    for (let i = 0; i < train.rows; i++) {
      const x = row(train, i);
      addScaled(next, dot(x, u), x);
    }
    const length = Math.hypot(...next);
    u = next.map((value) => value / length);
  }
  const [first, second] = [copyTable(train), copyTable(test)];
  for (const table of [first, second])
    for (let i = 0; i < table.rows; i++) {
      const x = row(table, i);
      addScaled(x, -dot(x, u), u);
    }
  return { train: first, test: second };
}

// %% exercise="fallback"
function fallback(
  validation: Scores,
  test: Scores,
  allowed: number,
): { threshold: number; falseAnswers: number; falseFallbacks: number } {
  let threshold = Infinity;
  for (const one of [...validation.foreign, ...validation.known]) {
    const wrong = validation.foreign.filter((score) => !(score < one)).length;
    if (wrong / validation.foreign.length <= allowed) threshold = Math.min(threshold, one);
  }
  const falseAnswers = test.foreign.filter((score) => score >= threshold).length;
  const falseFallbacks = test.known.filter((score) => score < threshold).length;
  return {
    threshold,
    falseAnswers: falseAnswers / test.foreign.length,
    falseFallbacks: falseFallbacks / test.known.length,
  };
}

// %% exercise="few-shot"
function fewShot(
  intents: readonly string[],
  templates: readonly string[],
  n: number,
): { train: number[]; test: number[] } {
  const first = new Set<string>();
  for (const intent of new Set(intents)) {
    const own = new Set(templates.filter((_, i) => intents[i] === intent));
    for (const template of [...own].slice(0, n)) first.add(template);
  }
  const all = templates.map((_, i) => i);
  return {
    train: all.filter((i) => first.has(templates[i])),
    test: all.filter((i) => !first.has(templates[i])),
  };
}
