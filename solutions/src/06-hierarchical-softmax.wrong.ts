// %% exercise="mean-length" expects="not-divided"
function meanLength(counts: readonly number[]): number {
  const list = [...counts];
  let sum = 0;
  while (list.length > 1) {
    list.sort((a, b) => b - a);
    const joined = Number(list.pop()) + Number(list.pop());
    sum += joined;
    list.push(joined);
  }
  return sum;
}

// %% exercise="mean-length" expects="divided-by-words"
function meanLength(counts: readonly number[]): number {
  const list = [...counts];
  let sum = 0;
  while (list.length > 1) {
    list.sort((a, b) => a - b);
    const [a, b] = list.splice(0, 2);
    sum += a + b;
    list.push(a + b);
  }
  return sum / counts.length;
}

// %% exercise="mean-length" expects="not-sorted-again"
function meanLength(counts: readonly number[]): number {
  const list = [...counts].sort((a, b) => a - b);
  let sum = 0;
  while (list.length > 1) {
    const joined = list[0] + list[1];
    list.splice(0, 2);
    list.push(joined);
    sum += joined;
  }
  return sum / counts.reduce((a, n) => a + n, 0);
}

// %% exercise="mean-length" expects="not-sorted-again"
function meanLength(counts: readonly number[]): number {
  const list = [...counts].sort((a, b) => b - a);
  let sum = 0;
  let joined = list[list.length - 1];
  for (let i = list.length - 2; i >= 0; i--) {
    joined += list[i];
    sum += joined;
  }
  return sum / counts.reduce((a, n) => a + n, 0);
}

// %% exercise="mean-length" expects="never-sorted"
function meanLength(counts: readonly number[]): number {
  const list = [...counts];
  let sum = 0;
  while (list.length > 1) {
    const [a, b] = list.splice(0, 2);
    list.push(a + b);
    sum += a + b;
  }
  return sum / counts.reduce((a, n) => a + n, 0);
}

// %% exercise="mean-length" expects="sorted-as-text"
function meanLength(counts: readonly number[]): number {
  let list = [...counts];
  let sum = 0;
  while (list.length > 1) {
    list.sort();
    const [a, b, ...rest] = list;
    list = [...rest, a + b];
    sum += a + b;
  }
  return sum / counts.reduce((a, n) => a + n, 0);
}

// %% exercise="mean-length" expects="heaviest-joined"
function meanLength(counts: readonly number[]): number {
  const list = [...counts];
  let sum = 0;
  while (list.length > 1) {
    list.sort((a, b) => a - b);
    const joined = Number(list.pop()) + Number(list.pop());
    list.push(joined);
    sum += joined;
  }
  return sum / counts.reduce((a, n) => a + n, 0);
}

// %% exercise="mean-length" expects="root-forgotten"
function meanLength(counts: readonly number[]): number {
  const list = [...counts];
  let sum = 0;
  while (list.length > 2) {
    list.sort((a, b) => a - b);
    const [a, b] = list.splice(0, 2);
    list.push(a + b);
    sum += a + b;
  }
  return sum / counts.reduce((a, n) => a + n, 0);
}

// %% exercise="mean-length" expects="leaf-counted"
function meanLength(counts: readonly number[]): number {
  const list = [...counts];
  let sum = counts.reduce((a, n) => a + n, 0);
  while (list.length > 1) {
    list.sort((a, b) => a - b);
    const [a, b] = list.splice(0, 2);
    list.push(a + b);
    sum += a + b;
  }
  return sum / counts.reduce((a, n) => a + n, 0);
}

// %% exercise="mean-length" expects="entropy"
function meanLength(counts: readonly number[]): number {
  const n = counts.reduce((a, n) => a + n, 0);
  let bits = 0;
  for (const count of counts) bits -= (count / n) * Math.log2(count / n);
  return bits;
}

// %% exercise="mean-length" expects="logarithms-rounded-up"
function meanLength(counts: readonly number[]): number {
  const n = counts.reduce((a, n) => a + n, 0);
  let sum = 0;
  for (const count of counts) sum += count * Math.ceil(Math.log2(n / count));
  return sum / n;
}

// %% exercise="mean-length" expects="equal-paths"
function meanLength(counts: readonly number[]): number {
  return Math.log2(counts.length);
}

// %% exercise="mean-length" expects="argument-changed"
function meanLength(counts: readonly number[]): number {
  const list = counts as number[];
  const n = list.reduce((a, x) => a + x, 0);
  let sum = 0;
  while (list.length > 1) {
    list.sort((a, b) => a - b);
    const [a, b] = list.splice(0, 2);
    list.push(a + b);
    sum += a + b;
  }
  return sum / n;
}

// %% exercise="tree-probabilities" expects="code-bit-flipped"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ points, code }) => {
    let p = 1;
    for (let j = 0; j < points.length; j++) {
      const z = dot(row(output, points[j]), h);
      p *= code[j] === 1 ? sigmoid(z) : 1 - sigmoid(z);
    }
    return p;
  });
}

// %% exercise="tree-probabilities" expects="code-bit-flipped"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ points, code }) =>
    points.reduce((p, n, j) => p * sigmoid((2 * code[j] - 1) * dot(row(output, n), h)), 1),
  );
}

// %% exercise="tree-probabilities" expects="sigma-for-both"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ points }) => points.reduce((p, n) => p * sigmoid(dot(row(output, n), h)), 1));
}

// %% exercise="tree-probabilities" expects="sum-for-product"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ points, code }) => {
    let p = 0;
    points.forEach((n, j) => {
      p += sigmoid((1 - 2 * code[j]) * dot(row(output, n), h));
    });
    return p;
  });
}

// %% exercise="tree-probabilities" expects="logarithm-kept"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ points, code }) =>
    points.reduce((p, n, j) => p + Math.log(sigmoid((1 - 2 * code[j]) * dot(row(output, n), h))), 0),
  );
}

// %% exercise="tree-probabilities" expects="loss-for-probability"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ points, code }) =>
    points.reduce((p, n, j) => p + softplus((2 * code[j] - 1) * dot(row(output, n), h)), 0),
  );
}

// %% exercise="tree-probabilities" expects="path-from-the-leaf"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ points, code }) => {
    let p = 1;
    for (let j = 0; j < points.length; j++) {
      const z = dot(row(output, points[points.length - 1 - j]), h);
      p *= sigmoid(code[j] === 0 ? z : -z);
    }
    return p;
  });
}

// %% exercise="tree-probabilities" expects="leaf-counted"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ points, code }, w) => {
    const nodes = [...points, w];
    return nodes.reduce((p, n, j) => p * sigmoid((1 - 2 * (code[j] ?? 0)) * dot(row(output, n), h)), 1);
  });
}

// %% exercise="tree-probabilities" expects="node-by-position"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ code }) =>
    code.reduce((p, d, j) => p * sigmoid((1 - 2 * d) * dot(row(output, j), h)), 1),
  );
}

// %% exercise="tree-probabilities" expects="last-node-forgotten"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ points, code }) => {
    let p = 1;
    for (let j = 0; j < points.length - 1; j++) p *= sigmoid((1 - 2 * code[j]) * dot(row(output, points[j]), h));
    return p;
  });
}

// %% exercise="tree-probabilities" expects="root-forgotten"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ points, code }) => {
    let p = 1;
    for (let j = 1; j < points.length; j++) p *= sigmoid((1 - 2 * code[j]) * dot(row(output, points[j]), h));
    return p;
  });
}

// %% exercise="tree-probabilities" expects="softmax-of-rows"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  const powers = tree.map((_, w) => dot(row(output, w), h));
  const most = Math.max(...powers);
  const sum = powers.reduce((s, z) => s + Math.exp(z - most), 0);
  return powers.map((z) => Math.exp(z - most) / sum);
}

// %% exercise="path-errors" expects="label-forgotten"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += softplus(code[j] === 0 ? -z : z);
    errors.push(sigmoid(z));
  });
  return { loss, errors };
}

// %% exercise="path-errors" expects="label-flipped"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += softplus(code[j] === 0 ? -z : z);
    errors.push(sigmoid(z) - code[j]);
  });
  return { loss, errors };
}

// %% exercise="path-errors" expects="code-bit-flipped"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += softplus(code[j] === 1 ? -z : z);
    errors.push(sigmoid(z) - code[j]);
  });
  return { loss, errors };
}

// %% exercise="path-errors" expects="sign-flipped"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += softplus(code[j] === 0 ? -z : z);
    errors.push(1 - code[j] - sigmoid(z));
  });
  return { loss, errors };
}

// %% exercise="path-errors" expects="size-without-sign"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += softplus(code[j] === 0 ? -z : z);
    errors.push(sigmoid((2 * code[j] - 1) * z));
  });
  return { loss, errors };
}

// %% exercise="path-errors" expects="sigma-for-both"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += softplus(-z);
    errors.push(sigmoid(z) - (1 - code[j]));
  });
  return { loss, errors };
}

// %% exercise="path-errors" expects="sigma-for-both"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += softplus(-z);
    errors.push(sigmoid(z) - 1);
  });
  return { loss, errors };
}

// %% exercise="path-errors" expects="overflow"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += -Math.log(sigmoid((1 - 2 * code[j]) * z));
    errors.push(sigmoid(z) - (1 - code[j]));
  });
  return { loss, errors };
}

// %% exercise="path-errors" expects="overflow"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += -Math.log(code[j] === 0 ? sigmoid(z) : 1 - sigmoid(z));
    errors.push(sigmoid(z) - (1 - code[j]));
  });
  return { loss, errors };
}

// %% exercise="path-errors" expects="overflow"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += Math.log(1 + Math.exp((2 * code[j] - 1) * z));
    errors.push(sigmoid(z) - (1 - code[j]));
  });
  return { loss, errors };
}

// %% exercise="path-errors" expects="overflow"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  const scores = points.map((n) => dot(row(output, n), h));
  const p = scores.reduce((product, z, j) => product * sigmoid((1 - 2 * code[j]) * z), 1);
  return { loss: -Math.log(p), errors: scores.map((z, j) => sigmoid(z) - (1 - code[j])) };
}

// %% exercise="path-errors" expects="mean-for-sum"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += softplus(code[j] === 0 ? -z : z);
    errors.push(sigmoid(z) - (1 - code[j]));
  });
  return { loss: points.length === 0 ? 0 : loss / points.length, errors };
}

// %% exercise="path-errors" expects="bits"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, n), h);
    loss += softplus(code[j] === 0 ? -z : z);
    errors.push(sigmoid(z) - (1 - code[j]));
  });
  return { loss: loss / Math.log(2), errors };
}

// %% exercise="path-errors" expects="path-from-the-leaf"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, points[points.length - 1 - j]), h);
    loss += softplus(code[j] === 0 ? -z : z);
    errors.push(sigmoid(z) - (1 - code[j]));
  });
  return { loss, errors };
}

// %% exercise="path-errors" expects="node-by-position"
function pathErrors(output: Table, h: Float64Array, { points, code }: HuffmanPath): { loss: number; errors: number[] } {
  let loss = 0;
  const errors: number[] = [];
  points.forEach((n, j) => {
    const z = dot(row(output, j), h);
    loss += softplus(code[j] === 0 ? -z : z);
    errors.push(sigmoid(z) - (1 - code[j]));
  });
  return { loss, errors };
}

// %% exercise="tree-probabilities" expects="logarithm-kept"
function treeProbabilities(output: Table, h: Float64Array, tree: readonly HuffmanPath[]): number[] {
  return tree.map(({ points, code }) =>
    points.reduce((p, n, j) => p - softplus((2 * code[j] - 1) * dot(row(output, n), h)), 0),
  );
}

// %% exercise="step" expects="uphill"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center);
  const { loss, errors } = pathErrors(model.output, v, path);
  const sum = new Float64Array(v.length);
  path.points.forEach((n, j) => addScaled(sum, errors[j], row(model.output, n)));
  path.points.forEach((n, j) => addScaled(row(model.output, n), alpha * errors[j], v));
  addScaled(v, alpha, sum);
  return loss;
}

// %% exercise="step" expects="moved-nodes-in-center"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center);
  const { loss, errors } = pathErrors(model.output, v, path);
  const sum = new Float64Array(v.length);
  path.points.forEach((n, j) => addScaled(row(model.output, n), -alpha * errors[j], v));
  path.points.forEach((n, j) => addScaled(sum, errors[j], row(model.output, n)));
  addScaled(v, -alpha, sum);
  return loss;
}

// %% exercise="step" expects="moved-center-in-nodes"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center);
  const { loss, errors } = pathErrors(model.output, v, path);
  const sum = new Float64Array(v.length);
  path.points.forEach((n, j) => addScaled(sum, errors[j], row(model.output, n)));
  addScaled(v, -alpha, sum);
  path.points.forEach((n, j) => addScaled(row(model.output, n), -alpha * errors[j], v));
  return loss;
}

// %% exercise="step" expects="center-moved-node-by-node"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center);
  let loss = 0;
  path.points.forEach((n, j) => {
    const u = row(model.output, n);
    const z = dot(u, v);
    const e = sigmoid(z) - (1 - path.code[j]);
    loss += softplus(path.code[j] === 0 ? -z : z);
    const old = v.slice();
    addScaled(v, -alpha * e, u);
    addScaled(u, -alpha * e, old);
  });
  return loss;
}

// %% exercise="step" expects="code-bit-flipped"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center);
  const flipped = { points: path.points, code: path.code.map((d) => 1 - d) };
  const { loss, errors } = pathErrors(model.output, v, flipped);
  const sum = new Float64Array(v.length);
  path.points.forEach((n, j) => addScaled(sum, errors[j], row(model.output, n)));
  path.points.forEach((n, j) => addScaled(row(model.output, n), -alpha * errors[j], v));
  addScaled(v, -alpha, sum);
  return loss;
}

// %% exercise="step" expects="label-flipped"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center);
  const { loss } = pathErrors(model.output, v, path);
  const errors = path.points.map((n, j) => sigmoid(dot(row(model.output, n), v)) - path.code[j]);
  const sum = new Float64Array(v.length);
  path.points.forEach((n, j) => addScaled(sum, errors[j], row(model.output, n)));
  path.points.forEach((n, j) => addScaled(row(model.output, n), -alpha * errors[j], v));
  addScaled(v, -alpha, sum);
  return loss;
}

// %% exercise="step" expects="label-forgotten"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center);
  const { loss } = pathErrors(model.output, v, path);
  const errors = path.points.map((n) => sigmoid(dot(row(model.output, n), v)));
  const sum = new Float64Array(v.length);
  path.points.forEach((n, j) => addScaled(sum, errors[j], row(model.output, n)));
  path.points.forEach((n, j) => addScaled(row(model.output, n), -alpha * errors[j], v));
  addScaled(v, -alpha, sum);
  return loss;
}

// %% exercise="step" expects="loss-after-the-step"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center);
  const { errors } = pathErrors(model.output, v, path);
  const sum = new Float64Array(v.length);
  path.points.forEach((n, j) => addScaled(sum, errors[j], row(model.output, n)));
  path.points.forEach((n, j) => addScaled(row(model.output, n), -alpha * errors[j], v));
  addScaled(v, -alpha, sum);
  return pathErrors(model.output, v, path).loss;
}

// %% exercise="step" expects="input-table-kept"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center).slice();
  const { loss, errors } = pathErrors(model.output, v, path);
  const sum = new Float64Array(v.length);
  path.points.forEach((n, j) => addScaled(sum, errors[j], row(model.output, n)));
  path.points.forEach((n, j) => addScaled(row(model.output, n), -alpha * errors[j], v));
  addScaled(v, -alpha, sum);
  return loss;
}

// %% exercise="step" expects="output-table-kept"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center);
  const { loss, errors } = pathErrors(model.output, v, path);
  const sum = new Float64Array(v.length);
  path.points.forEach((n, j) => addScaled(sum, errors[j], row(model.output, n)));
  addScaled(v, -alpha, sum);
  return loss;
}

// %% exercise="step" expects="mean-for-sum"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center);
  const { loss, errors } = pathErrors(model.output, v, path);
  const sum = new Float64Array(v.length);
  path.points.forEach((n, j) => addScaled(sum, errors[j], row(model.output, n)));
  path.points.forEach((n, j) => addScaled(row(model.output, n), -alpha * errors[j], v));
  addScaled(v, -alpha / path.points.length, sum);
  return loss;
}

// %% exercise="step" expects="last-node-alone"
const pathErrors = (output: Table, h: Float64Array, { points, code }: HuffmanPath) => {
  const z = points.map((n) => dot(row(output, n), h));
  return {
    loss: z.reduce((sum, x, j) => sum + softplus(code[j] === 0 ? -x : x), 0),
    errors: z.map((x, j) => sigmoid(x) - (1 - code[j])),
  };
};
function treeStep(model: Model, center: number, path: HuffmanPath, alpha: number): number {
  const v = row(model.input, center);
  const { loss, errors } = pathErrors(model.output, v, path);
  const sum = new Float64Array(v.length);
  const last = path.points.length - 1;
  const u = row(model.output, path.points[last]);
  addScaled(sum, errors[last], u);
  addScaled(u, -alpha * errors[last], v);
  addScaled(v, -alpha, sum);
  return loss;
}
