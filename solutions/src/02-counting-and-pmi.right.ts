// %% exercise="count-pairs"
function countPairs(sentences: readonly (readonly number[])[], V: number, window: number): Table {
  const data = new Float64Array(V * V);
  for (const ids of sentences)
    ids.forEach((w, t) => {
      ids.forEach((c, s) => {
        if (s > t && s - t <= window) {
          data[w * V + c]++;
          data[c * V + w]++;
        }
      });
    });
  return { rows: V, width: V, data };
}

// %% exercise="pmi"
function pmi(counts: Table): Table {
  let all = 0;
  const rows = new Float64Array(counts.rows);
  const columns = new Float64Array(counts.width);
  counts.data.forEach((times, i) => {
    all += times;
    rows[Math.floor(i / counts.width)] += times;
    columns[i % counts.width] += times;
  });
  const data = counts.data.map((times, i) => {
    const w = Math.floor(i / counts.width);
    return Math.log(times / all) - Math.log(rows[w] / all) - Math.log(columns[i % counts.width] / all);
  });
  return { ...counts, data };
}

// %% exercise="shifted-ppmi"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const n = counts.rows;
  const totals = new Float64Array(n);
  for (let i = 0; i < n * n; i++) totals[i % n] += counts.data[i];
  let [all, smooth] = [0, 0];
  for (const total of totals) {
    all += total;
    smooth += Math.pow(total, alpha);
  }
  const result = zeroTable(n, n);
  for (let w = 0; w < n; w++)
    for (let c = 0; c < n; c++) {
      const joint = counts.data[w * n + c] / all;
      const ratio = joint / ((totals[w] / all) * (Math.pow(totals[c], alpha) / smooth));
      if (ratio > k) result.data[w * n + c] = Math.log(ratio / k);
    }
  return result;
}

// %% exercise="rank-table"
function rankTable(left: Table, singularValues: Float64Array, right: Table, k: number): Table {
  const data = new Float64Array(left.rows * right.width);
  for (let n = 0; n < data.length; n++) {
    const w = Math.floor(n / right.width);
    const c = n % right.width;
    for (let i = 0; i < k; i++)
      data[n] += left.data[w * left.width + i] * singularValues[i] * right.data[i * right.width + c];
  }
  return { rows: left.rows, width: right.width, data };
}
