// %% exercise="mean-length"
function meanLength(counts: readonly number[]): number {
  const parts = counts.map((weight, w) => ({ weight, words: [w] }));
  const lengths = counts.map(() => 0);
  while (parts.length > 1) {
    parts.sort((a, b) => b.weight - a.weight);
    const [one, other] = [parts[parts.length - 1], parts[parts.length - 2]];
    parts.length -= 2;
    const words = [...one.words, ...other.words];
    for (const w of words) lengths[w]++;
    parts.push({ weight: one.weight + other.weight, words });
  }
  let sum = 0;
  let n = 0;
  counts.forEach((count, w) => {
    sum += count * lengths[w];
    n += count;
  });
  return sum / n;
}

// %% exercise="mean-length"
function meanLength(counts: readonly number[]): number {
  const words = Float64Array.from(counts).sort();
  const nodes: number[] = [];
  let [w, m, sum] = [0, 0, 0];
  const take = (): number =>
    w < words.length && (m >= nodes.length || words[w] <= nodes[m]) ? words[w++] : nodes[m++];
  for (let join = 1; join < words.length; join++) {
    const joined = take() + take();
    nodes.push(joined);
    sum += joined;
  }
  return sum / words.reduce((a, b) => a + b, 0);
}

// %% exercise="tree-probabilities"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  const p: number[] = [];
  for (const { points, code } of tree) {
    let log = 0;
    for (const [j, node] of points.entries()) {
      const z = dot(row(output, node), h);
      log -= softplus(code[j] === 0 ? -z : z);
    }
    p.push(Math.exp(log));
  }
  return p;
}

// %% exercise="tree-probabilities"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): Float64Array {
  return Float64Array.from(tree, ({ points, code }) =>
    points.reduce((p, node, j) => {
      const yes = sigmoid(dot(row(output, node), h));
      return p * (code[j] === 0 ? yes : 1 - yes);
    }, 1),
  );
}

// %% exercise="path-errors"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: Float64Array } {
  const errors = new Float64Array(points.length);
  let loss = 0;
  for (let j = 0; j < points.length; j++) {
    const z = (1 - 2 * code[j]) * dot(row(output, points[j]), h);
    loss += Math.max(0, -z) + Math.log1p(Math.exp(-Math.abs(z)));
    errors[j] = -(1 - 2 * code[j]) * sigmoid(-z);
  }
  return { errors, loss };
}

// %% exercise="step"
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const old = row(model.input, center).slice();
  const v = row(model.input, center);
  let loss = 0;
  path.points.forEach((node, j) => {
    const u = row(model.output, node);
    const z = dot(u, old);
    const e = path.code[j] === 0 ? -sigmoid(-z) : sigmoid(z);
    loss += softplus(path.code[j] === 0 ? -z : z);
    addScaled(v, -alpha * e, u);
    addScaled(u, -alpha * e, old);
  });
  return loss;
}
