// %% exercise="cosine" expects="unnormalised"
function cosine(a: Float64Array, b: Float64Array): number {
  if (norm(a) === 0 || norm(b) === 0) throw new RangeError("zero vector");
  return dot(a, b);
}

// %% exercise="cosine" expects="one-length-only"
function cosine(a: Float64Array, b: Float64Array): number {
  if (norm(a) === 0 || norm(b) === 0) throw new RangeError("zero vector");
  return dot(a, b) / norm(a);
}

// %% exercise="cosine" expects="other-length-only"
function cosine(a: Float64Array, b: Float64Array): number {
  return dot(a, b) / norm(b);
}

// %% exercise="cosine" expects="number-for-zero"
function cosine(a: Float64Array, b: Float64Array): number {
  const lengths = norm(a) * norm(b);
  return lengths === 0 ? 0 : dot(a, b) / lengths;
}

// %% exercise="cosine" expects="squared-lengths"
function cosine(a: Float64Array, b: Float64Array): number {
  const lengths = dot(a, a) * dot(b, b);
  if (lengths === 0) throw new RangeError("zero vector");
  return dot(a, b) / lengths;
}

// %% exercise="cosine" expects="distance"
function cosine(a: Float64Array, b: Float64Array): number {
  if (norm(a) === 0 || norm(b) === 0) throw new RangeError("zero vector");
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] - b[i]) ** 2;
  return Math.sqrt(sum);
}

// %% exercise="cosine" expects="nan-for-zero"
function cosine(a: Float64Array, b: Float64Array): number {
  return dot(a, b) / (norm(a) * norm(b));
}

// %% exercise="nearest" expects="query-returned"
function nearest(vectors: WordVectors, word: string, count: number): string[] {
  const v = Float64Array.from(vectorOf(vectors, word));
  const near = (other: string): number => cosine(v, Float64Array.from(vectorOf(vectors, other)));
  return [...vectors.words].sort((x, y) => near(y) - near(x)).slice(0, count);
}

// %% exercise="nearest" expects="by-dot-product"
function nearest(vectors: WordVectors, word: string, count: number): string[] {
  const near = (other: string): number => dot(vectorOf(vectors, word), vectorOf(vectors, other));
  const others = vectors.words.filter((other) => other !== word);
  return others.sort((x, y) => near(y) - near(x)).slice(0, count);
}

// %% exercise="nearest" expects="farthest-first"
function nearest(vectors: WordVectors, word: string, count: number): string[] {
  const v = Float64Array.from(vectorOf(vectors, word));
  const near = (other: string): number => cosine(v, Float64Array.from(vectorOf(vectors, other)));
  const others = vectors.words.filter((other) => other !== word);
  return others.sort((x, y) => near(x) - near(y)).slice(0, count);
}

// %% exercise="analogy" expects="question-answered-by-itself"
function solveAnalogy(vectors: WordVectors, a: string, b: string, c: string): string {
  const unit = (word: string): Float64Array => {
    const v = Float64Array.from(vectorOf(vectors, word));
    return v.map((x) => x / norm(v));
  };
  const d = unit(c).map((x, i) => x + unit(b)[i] - unit(a)[i]);
  const near = (word: string): number => cosine(d, unit(word));
  return vectors.words.reduce((best, word) => (near(word) > near(best) ? word : best));
}

// %% exercise="analogy" expects="offset-reversed"
function solveAnalogy(vectors: WordVectors, a: string, b: string, c: string): string {
  const unit = (word: string): Float64Array => {
    const v = Float64Array.from(vectorOf(vectors, word));
    return v.map((x) => x / norm(v));
  };
  const d = unit(c).map((x, i) => x + unit(a)[i] - unit(b)[i]);
  const near = (word: string): number => cosine(d, unit(word));
  const others = vectors.words.filter((word) => ![a, b, c].includes(word));
  return others.reduce((best, word) => (near(word) > near(best) ? word : best));
}

// %% exercise="analogy" expects="lengths-kept"
function solveAnalogy(vectors: WordVectors, a: string, b: string, c: string): string {
  const v = (word: string): Float64Array => Float64Array.from(vectorOf(vectors, word));
  const d = v(c).map((x, i) => x + v(b)[i] - v(a)[i]);
  const near = (word: string): number => cosine(d, v(word));
  const others = vectors.words.filter((word) => ![a, b, c].includes(word));
  return others.reduce((best, word) => (near(word) > near(best) ? word : best));
}

// %% exercise="cosine" expects="no-error"
function cosine(a: Float64Array, b: Float64Array): number {
  if (norm(a) === 0) throw new RangeError("zero vector");
  return dot(a, b) / (norm(a) * norm(b));
}

// %% exercise="cosine" expects="unnamed"
function cosine(a: Float64Array, b: Float64Array): number {
  if (norm(a) === 0 || norm(b) === 0) throw new RangeError("zero vector");
  return dot(a, b) / (norm(a) * norm(b) + 1e-8);
}

// %% exercise="analogy" expects="a-kept"
function solveAnalogy(vectors: WordVectors, a: string, b: string, c: string): string {
  const unit = (word: string): Float64Array => {
    const v = Float64Array.from(vectorOf(vectors, word));
    return v.map((x) => x / norm(v));
  };
  const d = unit(c).map((x, i) => x + unit(b)[i] - unit(a)[i]);
  const near = (word: string): number => cosine(d, unit(word));
  const others = vectors.words.filter((word) => word !== b && word !== c);
  return others.reduce((best, word) => (near(word) > near(best) ? word : best));
}

// %% exercise="analogy" expects="b-kept"
function solveAnalogy(vectors: WordVectors, a: string, b: string, c: string): string {
  const unit = (word: string): Float64Array => {
    const v = Float64Array.from(vectorOf(vectors, word));
    return v.map((x) => x / norm(v));
  };
  const d = unit(c).map((x, i) => x + unit(b)[i] - unit(a)[i]);
  const near = (word: string): number => cosine(d, unit(word));
  const others = vectors.words.filter((word) => ![a, c].includes(word));
  return others.reduce((best, word) => (near(word) > near(best) ? word : best));
}

// %% exercise="analogy" expects="c-kept"
function solveAnalogy(vectors: WordVectors, a: string, b: string, c: string): string {
  const unit = (word: string): Float64Array => {
    const v = Float64Array.from(vectorOf(vectors, word));
    return v.map((x) => x / norm(v));
  };
  const d = unit(c).map((x, i) => x + unit(b)[i] - unit(a)[i]);
  const near = (word: string): number => cosine(d, unit(word));
  const others = vectors.words.filter((word) => word !== a && word !== b);
  return others.reduce((best, word) => (near(word) > near(best) ? word : best));
}

// %% exercise="cosine" expects="stopped"
function cosine(a: Float64Array, b: Float64Array): number { const d = dot(a, b); if (d === 0) throw new Error("zero vector"); return d / (norm(a) * norm(b)); }

// %% exercise="nearest" expects="unnamed"
function nearest(vectors: WordVectors, word: string, count: number): string[] {
  const v = Float64Array.from(vectorOf(vectors, word));
  const near = (o: string) => cosine(v, Float64Array.from(vectorOf(vectors, o)));
  return [...vectors.words].sort((x, y) => near(y) - near(x)).slice(1, count + 1);
}

// %% exercise="analogy" expects="unnamed"
function solveAnalogy(vectors: WordVectors, a: string, b: string, c: string): string {
  const unit = (w: string) => {
    const v = Float64Array.from(vectorOf(vectors, w));
    return v.map((x) => x / norm(v));
  };
  const [p, q, r] = [unit(a), unit(b), unit(c)];
  const d = r.map((x, i) => x + q[i] - p[i]);
  let best = "";
  let most = 0;
  for (const w of vectors.words) {
    if (w === a || w === b || w === c) continue;
    const s = cosine(d, unit(w));
    if (s > most) {
      most = s;
      best = w;
    }
  }
  return best;
}

// %% exercise="cosine-from-lengths" expects="two-forgotten"
function cosineFromLengths(a: number, b: number, distance: number): number {
  return (a ** 2 + b ** 2 - distance ** 2) / (a * b);
}

// %% exercise="cosine-from-lengths" expects="sign-flipped"
function cosineFromLengths(a: number, b: number, distance: number): number {
  return (distance ** 2 - a ** 2 - b ** 2) / (2 * a * b);
}

// %% exercise="cosine-from-lengths" expects="lengths-not-squared"
function cosineFromLengths(a: number, b: number, distance: number): number {
  return (a + b - distance) / (2 * a * b);
}

// %% exercise="cosine-from-lengths" expects="undivided"
function cosineFromLengths(a: number, b: number, distance: number): number {
  return (a ** 2 + b ** 2 - distance ** 2) / 2;
}

// %% exercise="cosine-from-lengths" expects="divided-by-squares"
function cosineFromLengths(a: number, b: number, distance: number): number {
  return (a ** 2 + b ** 2 - distance ** 2) / (2 * a ** 2 * b ** 2);
}

// %% exercise="cosine-from-lengths" expects="other-angle"
function cosineFromLengths(a: number, b: number, distance: number): number {
  return (a ** 2 + distance ** 2 - b ** 2) / (2 * a * distance);
}

// %% exercise="cosine-from-lengths" expects="other-angle"
function cosineFromLengths(a: number, b: number, distance: number): number {
  return (b ** 2 + distance ** 2 - a ** 2) / (2 * b * distance);
}

// %% exercise="cosine-from-lengths" expects="unnamed"
function cosineFromLengths(a: number, b: number, distance: number): number {
  return (a ** 2 + b ** 2 - distance) / (2 * a * b);
}

// %% exercise="three-cos-mul" expects="question-answered-by-itself"
function solveByProduct(vectors: WordVectors, a: string, b: string, c: string): string {
  const vector = (word: string): Float64Array => Float64Array.from(vectorOf(vectors, word));
  const shifted = (one: string, other: string): number =>
    (1 + cosine(vector(one), vector(other))) / 2;
  const score = (word: string): number =>
    (shifted(word, b) * shifted(word, c)) / (shifted(word, a) + 0.001);
  const others = [...vectors.words];
  return others.reduce((best, word) => (score(word) > score(best) ? word : best));
}

// %% exercise="three-cos-mul" expects="cosines-not-shifted"
function solveByProduct(vectors: WordVectors, a: string, b: string, c: string): string {
  const vector = (word: string): Float64Array => Float64Array.from(vectorOf(vectors, word));
  const shifted = (one: string, other: string): number =>
    cosine(vector(one), vector(other));
  const score = (word: string): number =>
    (shifted(word, b) * shifted(word, c)) / (shifted(word, a) + 0.001);
  const others = vectors.words.filter((word) => word !== a && word !== b && word !== c);
  return others.reduce((best, word) => (score(word) > score(best) ? word : best));
}

// %% exercise="three-cos-mul" expects="sum-for-product"
function solveByProduct(vectors: WordVectors, a: string, b: string, c: string): string {
  const vector = (word: string): Float64Array => Float64Array.from(vectorOf(vectors, word));
  const shifted = (one: string, other: string): number =>
    (1 + cosine(vector(one), vector(other))) / 2;
  const score = (word: string): number =>
    shifted(word, b) + shifted(word, c) - shifted(word, a);
  const others = vectors.words.filter((word) => word !== a && word !== b && word !== c);
  return others.reduce((best, word) => (score(word) > score(best) ? word : best));
}

// %% exercise="three-cos-mul" expects="a-multiplied"
function solveByProduct(vectors: WordVectors, a: string, b: string, c: string): string {
  const vector = (word: string): Float64Array => Float64Array.from(vectorOf(vectors, word));
  const shifted = (one: string, other: string): number =>
    (1 + cosine(vector(one), vector(other))) / 2;
  const score = (word: string): number =>
    shifted(word, b) * shifted(word, c) * shifted(word, a);
  const others = vectors.words.filter((word) => word !== a && word !== b && word !== c);
  return others.reduce((best, word) => (score(word) > score(best) ? word : best));
}

// %% exercise="three-cos-mul" expects="a-and-b-exchanged"
function solveByProduct(vectors: WordVectors, a: string, b: string, c: string): string {
  const vector = (word: string): Float64Array => Float64Array.from(vectorOf(vectors, word));
  const shifted = (one: string, other: string): number =>
    (1 + cosine(vector(one), vector(other))) / 2;
  const score = (word: string): number =>
    (shifted(word, a) * shifted(word, c)) / (shifted(word, b) + 0.001);
  const others = vectors.words.filter((word) => word !== a && word !== b && word !== c);
  return others.reduce((best, word) => (score(word) > score(best) ? word : best));
}

// %% exercise="three-cos-mul" expects="epsilon-forgotten"
function solveByProduct(vectors: WordVectors, a: string, b: string, c: string): string {
  const vector = (word: string): Float64Array => Float64Array.from(vectorOf(vectors, word));
  const shifted = (one: string, other: string): number =>
    (1 + cosine(vector(one), vector(other))) / 2;
  const score = (word: string): number =>
    (shifted(word, b) * shifted(word, c)) / shifted(word, a);
  const others = vectors.words.filter((word) => word !== a && word !== b && word !== c);
  return others.reduce((best, word) => (score(word) > score(best) ? word : best));
}

// %% exercise="three-cos-mul" expects="unnamed"
function solveByProduct(vectors: WordVectors, a: string, b: string, c: string): string {
  const vector = (word: string): Float64Array => Float64Array.from(vectorOf(vectors, word));
  const shifted = (one: string, other: string): number =>
    (1 + cosine(vector(one), vector(other))) / 2;
  const score = (word: string): number =>
    (shifted(word, b) * shifted(word, c)) / (shifted(word, a) + 0.001);
  const others = vectors.words.filter((word) => word !== a && word !== b && word !== c);
  return others.reduce((best, word) => (score(word) < score(best) ? word : best));
}
