// %% exercise="cosine"
function cosine(a: Float64Array, b: Float64Array): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    ab += a[i] * b[i];
    aa += a[i] ** 2;
    bb += b[i] ** 2;
  }
  if (aa === 0 || bb === 0) throw "a zero vector has no direction";
  return ab / Math.sqrt(aa) / Math.sqrt(bb);
}

// %% exercise="nearest"
function nearest(vectors: WordVectors, word: string, count: number): string[] {
  const v = Float64Array.from(vectorOf(vectors, word));
  const rated = vectors.words.map((other) => ({ other, near: cosine(v, Float64Array.from(vectorOf(vectors, other))) }));
  rated.sort((x, y) => y.near - x.near);
  return rated.filter(({ other }) => other !== word).slice(0, count).map(({ other }) => other);
}

// %% exercise="analogy"
function solveAnalogy(vectors: WordVectors, a: string, b: string, c: string): string {
  const d = new Float64Array(vectors.table.width);
  for (const [word, sign] of [[a, -1], [b, 1], [c, 1]] as const) {
    const v = Float64Array.from(vectorOf(vectors, word));
    v.forEach((x, i) => { d[i] += (sign * x) / norm(v); });
  }
  let best = "";
  let most = -2;
  for (const word of vectors.words) {
    const near = cosine(d, Float64Array.from(vectorOf(vectors, word)));
    if (near > most && ![a, b, c].includes(word)) [best, most] = [word, near];
  }
  return best;
}

// %% exercise="cosine-from-lengths"
function cosineFromLengths(a: number, b: number, distance: number): number {
  return 0.5 * (a / b + b / a - (distance / a) * (distance / b));
}

// %% exercise="three-cos-mul"
function solveByProduct(vectors: WordVectors, a: string, b: string, c: string): string {
  let best = "";
  let most = Number.NEGATIVE_INFINITY;
  for (const word of vectors.words) {
    if ([a, b, c].includes(word)) continue;
    const w = Float64Array.from(vectorOf(vectors, word));
    const [toA, toB, toC] = [a, b, c].map((other) => {
      const v = Float64Array.from(vectorOf(vectors, other));
      return 0.5 + dot(w, v) / norm(w) / norm(v) / 2;
    });
    const value = (toB * toC) / (toA + 1e-3);
    if (value > most) {
      most = value;
      best = word;
    }
  }
  return best;
}
