// %% exercise="count-pairs" expects="counts-itself"
function countPairs(
  sentences: readonly (readonly number[])[],
  V: number,
  window: number,
): Table {
  const table = zeroTable(V, V);
  for (const ids of sentences) {
    for (let t = 0; t < ids.length; t++) {
      const last = Math.min(ids.length - 1, t + window);
      for (let s = Math.max(0, t - window); s <= last; s++) {
        row(table, ids[t])[ids[s]]++;
      }
    }
  }
  return table;
}

// %% exercise="count-pairs" expects="right-side-only"
function countPairs(
  sentences: readonly (readonly number[])[],
  V: number,
  window: number,
): Table {
  const table = zeroTable(V, V);
  for (const ids of sentences) {
    for (let t = 0; t < ids.length; t++) {
      const last = Math.min(ids.length - 1, t + window);
      for (let s = t + 1; s <= last; s++) {
        if (s !== t) row(table, ids[t])[ids[s]]++;
      }
    }
  }
  return table;
}

// %% exercise="count-pairs" expects="window-one-short"
function countPairs(
  sentences: readonly (readonly number[])[],
  V: number,
  window: number,
): Table {
  const table = zeroTable(V, V);
  for (const ids of sentences) {
    for (let t = 0; t < ids.length; t++) {
      const last = Math.min(ids.length - 1, t + window - 1);
      for (let s = Math.max(0, t - window + 1); s <= last; s++) {
        if (s !== t) row(table, ids[t])[ids[s]]++;
      }
    }
  }
  return table;
}

// %% exercise="count-pairs" expects="over-the-end"
function countPairs(
  sentences: readonly (readonly number[])[],
  V: number,
  window: number,
): Table {
  const table = zeroTable(V, V);
  for (const ids of [sentences.flat()]) {
    for (let t = 0; t < ids.length; t++) {
      const last = Math.min(ids.length - 1, t + window);
      for (let s = Math.max(0, t - window); s <= last; s++) {
        if (s !== t) row(table, ids[t])[ids[s]]++;
      }
    }
  }
  return table;
}

// %% exercise="count-pairs" expects="equal-words-skipped"
function countPairs(
  sentences: readonly (readonly number[])[],
  V: number,
  window: number,
): Table {
  const table = zeroTable(V, V);
  for (const ids of sentences) {
    for (let t = 0; t < ids.length; t++) {
      const last = Math.min(ids.length - 1, t + window);
      for (let s = Math.max(0, t - window); s <= last; s++) {
        if (ids[s] !== ids[t]) row(table, ids[t])[ids[s]]++;
      }
    }
  }
  return table;
}

// %% exercise="count-pairs" expects="yes-or-no"
function countPairs(
  sentences: readonly (readonly number[])[],
  V: number,
  window: number,
): Table {
  const table = zeroTable(V, V);
  for (const ids of sentences) {
    for (let t = 0; t < ids.length; t++) {
      const last = Math.min(ids.length - 1, t + window);
      for (let s = Math.max(0, t - window); s <= last; s++) {
        if (s !== t) row(table, ids[t])[ids[s]] = 1;
      }
    }
  }
  return table;
}

// %% exercise="count-pairs" expects="both-cells-for-each"
function countPairs(
  sentences: readonly (readonly number[])[],
  V: number,
  window: number,
): Table {
  const table = zeroTable(V, V);
  for (const ids of sentences) {
    for (let t = 0; t < ids.length; t++) {
      const last = Math.min(ids.length - 1, t + window);
      for (let s = Math.max(0, t - window); s <= last; s++) {
        if (s === t) continue;
        row(table, ids[t])[ids[s]]++;
        row(table, ids[s])[ids[t]]++;
      }
    }
  }
  return table;
}

// %% exercise="count-pairs" expects="unnamed"
function countPairs(
  sentences: readonly (readonly number[])[],
  V: number,
  window: number,
): Table {
  const table = zeroTable(V, V);
  for (const ids of sentences) {
    for (let t = 0; t < ids.length; t++) {
      const last = Math.min(ids.length - 1, t + window);
      for (let s = Math.max(0, t - 1); s <= last; s++) {
        if (s !== t) row(table, ids[t])[ids[s]]++;
      }
    }
  }
  return table;
}

// %% exercise="count-pairs" expects="stopped"
function countPairs(
  sentences: readonly (readonly number[])[],
  V: number,
  window: number,
): Table {
  const table = zeroTable(V, V);
  for (const ids of sentences) {
    for (let t = 0; t < ids.length; t++) {
      const last = t + window;
      for (let s = Math.max(0, t - window); s <= last; s++) {
        if (s !== t) row(table, ids[s])[ids[t]]++;
      }
    }
  }
  return table;
}

// %% exercise="pmi" expects="bits"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = Math.log2((row(counts, w)[c] * all) / chance);
    }
  }
  return result;
}

// %% exercise="pmi" expects="bits"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = Math.log10((row(counts, w)[c] * all) / chance);
    }
  }
  return result;
}

// %% exercise="pmi" expects="ratio-upside-down"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = -Math.log((row(counts, w)[c] * all) / chance);
    }
  }
  return result;
}

// %% exercise="pmi" expects="total-forgotten"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = Math.log(row(counts, w)[c] / chance);
    }
  }
  return result;
}

// %% exercise="pmi" expects="divided-by-total"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = Math.log(row(counts, w)[c] / (chance * all));
    }
  }
  return result;
}

// %% exercise="pmi" expects="one-margin"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = Math.log(row(counts, w)[c] / sum(row(counts, w)));
    }
  }
  return result;
}

// %% exercise="pmi" expects="no-logarithm"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = (row(counts, w)[c] * all) / chance;
    }
  }
  return result;
}

// %% exercise="pmi" expects="one-added"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = Math.log(((row(counts, w)[c] + 1) * all) / chance);
    }
  }
  return result;
}

// %% exercise="pmi" expects="one-added"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = Math.log((row(counts, w)[c] * all) / chance + 1);
    }
  }
  return result;
}

// %% exercise="pmi" expects="zero-for-never"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = row(counts, w)[c] === 0 ? 0 : Math.log((row(counts, w)[c] * all) / chance);
    }
  }
  return result;
}

// %% exercise="pmi" expects="weighted"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = (row(counts, w)[c] / all) * Math.log((row(counts, w)[c] * all) / chance);
    }
  }
  return result;
}

// %% exercise="pmi" expects="unnamed"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) * sum(row(counts, c));
      row(result, w)[c] = Math.max(0, Math.log((row(counts, w)[c] * all) / chance));
    }
  }
  return result;
}

// %% exercise="pmi" expects="unnamed"
function pmi(counts: Table): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const all = sum(counts.data);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const chance = sum(row(counts, w)) ** 2;
      row(result, w)[c] = Math.log((row(counts, w)[c] * all) / chance);
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="shift-after-maximum"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[w];
      const smoothed = powers[c] / sum(powers);
      row(result, w)[c] = Math.max(0, Math.log(share / smoothed)) - Math.log(k);
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="k-for-log-k"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[w];
      const smoothed = powers[c] / sum(powers);
      row(result, w)[c] = Math.max(0, Math.log(share / smoothed) - k);
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="shift-added"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[w];
      const smoothed = powers[c] / sum(powers);
      row(result, w)[c] = Math.max(0, Math.log(share / smoothed) + Math.log(k));
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="shift-forgotten"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[w];
      const smoothed = powers[c] / sum(powers);
      row(result, w)[c] = Math.max(0, Math.log(share / smoothed));
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="not-positive"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[w];
      const smoothed = powers[c] / sum(powers);
      row(result, w)[c] = Math.log(share / smoothed) - Math.log(k);
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="smoothing-forgotten"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[w];
      const smoothed = powers[c] / sum(powers);
      row(result, w)[c] = Math.max(0, Math.log(share / smoothed) - Math.log(k));
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="not-normalised"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[w];
      const smoothed = (totals[c] / sum(totals)) ** alpha;
      row(result, w)[c] = Math.max(0, Math.log(share / smoothed) - Math.log(k));
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="not-normalised"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[w];
      const smoothed = powers[c] / sum(totals);
      row(result, w)[c] = Math.max(0, Math.log(share / smoothed) - Math.log(k));
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="not-normalised"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[w];
      const smoothed = powers[c] / sum(totals) ** alpha;
      row(result, w)[c] = Math.max(0, Math.log(share / smoothed) - Math.log(k));
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="words-smoothed-too"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / sum(totals) / (powers[w] / sum(powers));
      const smoothed = powers[c] / sum(powers);
      row(result, w)[c] = Math.max(0, Math.log(share / smoothed) - Math.log(k));
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="words-smoothed"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[c];
      const smoothed = powers[w] / sum(powers);
      row(result, w)[c] = Math.max(0, Math.log(share / smoothed) - Math.log(k));
    }
  }
  return result;
}

// %% exercise="shifted-ppmi" expects="unnamed"
function shiftedPpmi(counts: Table, k: number, alpha: number): Table {
  const sum = (numbers: Float64Array): number =>
    numbers.reduce((total, x) => total + x, 0);
  const totals = Float64Array.from({ length: counts.rows }, (_, w) =>
    sum(row(counts, w)),
  );
  const powers = totals.map((total) => total ** alpha);
  const result = zeroTable(counts.rows, counts.width);
  for (let w = 0; w < counts.rows; w++) {
    for (let c = 0; c < counts.width; c++) {
      const share = row(counts, w)[c] / totals[w];
      const smoothed = powers[c] / sum(powers);
      row(result, w)[c] = Math.max(0, Math.log2(share / smoothed) - Math.log2(k));
    }
  }
  return result;
}

// %% exercise="rank-table" expects="sigma-forgotten"
function rankTable(
  left: Table,
  singularValues: Float64Array,
  right: Table,
  k: number,
): Table {
  const result = zeroTable(left.rows, right.width);
  for (let i = 0; i < k; i++) {
    for (let w = 0; w < left.rows; w++) {
      for (let c = 0; c < right.width; c++) {
        row(result, w)[c] += row(left, w)[i] * row(right, i)[c];
      }
    }
  }
  return result;
}

// %% exercise="rank-table" expects="sigma-squared"
function rankTable(
  left: Table,
  singularValues: Float64Array,
  right: Table,
  k: number,
): Table {
  const result = zeroTable(left.rows, right.width);
  for (let i = 0; i < k; i++) {
    for (let w = 0; w < left.rows; w++) {
      for (let c = 0; c < right.width; c++) {
        row(result, w)[c] += singularValues[i] ** 2 * row(left, w)[i] * row(right, i)[c];
      }
    }
  }
  return result;
}

// %% exercise="rank-table" expects="sigma-rooted"
function rankTable(
  left: Table,
  singularValues: Float64Array,
  right: Table,
  k: number,
): Table {
  const result = zeroTable(left.rows, right.width);
  for (let i = 0; i < k; i++) {
    for (let w = 0; w < left.rows; w++) {
      for (let c = 0; c < right.width; c++) {
        row(result, w)[c] += Math.sqrt(singularValues[i]) * row(left, w)[i] * row(right, i)[c];
      }
    }
  }
  return result;
}

// %% exercise="rank-table" expects="one-term-more"
function rankTable(
  left: Table,
  singularValues: Float64Array,
  right: Table,
  k: number,
): Table {
  const result = zeroTable(left.rows, right.width);
  for (let i = 0; i <= k && i < singularValues.length; i++) {
    for (let w = 0; w < left.rows; w++) {
      for (let c = 0; c < right.width; c++) {
        row(result, w)[c] += singularValues[i] * row(left, w)[i] * row(right, i)[c];
      }
    }
  }
  return result;
}

// %% exercise="rank-table" expects="one-term-short"
function rankTable(
  left: Table,
  singularValues: Float64Array,
  right: Table,
  k: number,
): Table {
  const result = zeroTable(left.rows, right.width);
  for (let i = 0; i < k - 1; i++) {
    for (let w = 0; w < left.rows; w++) {
      for (let c = 0; c < right.width; c++) {
        row(result, w)[c] += singularValues[i] * row(left, w)[i] * row(right, i)[c];
      }
    }
  }
  return result;
}

// %% exercise="rank-table" expects="one-term-short"
function rankTable(
  left: Table,
  singularValues: Float64Array,
  right: Table,
  k: number,
): Table {
  const result = zeroTable(left.rows, right.width);
  for (let i = 1; i < k; i++) {
    for (let w = 0; w < left.rows; w++) {
      for (let c = 0; c < right.width; c++) {
        row(result, w)[c] += singularValues[i] * row(left, w)[i] * row(right, i)[c];
      }
    }
  }
  return result;
}

// %% exercise="rank-table" expects="last-term-only"
function rankTable(
  left: Table,
  singularValues: Float64Array,
  right: Table,
  k: number,
): Table {
  const result = zeroTable(left.rows, right.width);
  for (let i = 0; i < k; i++) {
    for (let w = 0; w < left.rows; w++) {
      for (let c = 0; c < right.width; c++) {
        row(result, w)[c] = singularValues[i] * row(left, w)[i] * row(right, i)[c];
      }
    }
  }
  return result;
}

// %% exercise="rank-table" expects="all-terms"
function rankTable(
  left: Table,
  singularValues: Float64Array,
  right: Table,
  k: number,
): Table {
  const result = zeroTable(left.rows, right.width);
  for (let i = 0; i < singularValues.length; i++) {
    for (let w = 0; w < left.rows; w++) {
      for (let c = 0; c < right.width; c++) {
        row(result, w)[c] += singularValues[i] * row(left, w)[i] * row(right, i)[c];
      }
    }
  }
  return result;
}

// %% exercise="rank-table" expects="smallest-kept"
function rankTable(
  left: Table,
  singularValues: Float64Array,
  right: Table,
  k: number,
): Table {
  const result = zeroTable(left.rows, right.width);
  for (let i = singularValues.length - k; i < singularValues.length; i++) {
    for (let w = 0; w < left.rows; w++) {
      for (let c = 0; c < right.width; c++) {
        row(result, w)[c] += singularValues[i] * row(left, w)[i] * row(right, i)[c];
      }
    }
  }
  return result;
}

// %% exercise="rank-table" expects="length"
function rankTable(
  left: Table,
  singularValues: Float64Array,
  right: Table,
  k: number,
): Table {
  const result = zeroTable(right.width, left.rows);
  for (let i = 0; i < k; i++) {
    for (let w = 0; w < left.rows; w++) {
      for (let c = 0; c < right.width; c++) {
        row(result, c)[w] += singularValues[i] * row(left, w)[i] * row(right, i)[c];
      }
    }
  }
  return result;
}
