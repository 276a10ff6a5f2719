const ORDER = "the two statements do not depend on each other";
const FLOAT32 = "the vectors are float32 already, and only their order by cosine counts";
const SQUARE = "the table is square";
const SYMMETRIC = "the cosine of two words is that of the same words exchanged";
const OUTSIDE = "what is written outside a typed array is nowhere";
const NEVER_ABOVE_0 = "the exponent is never above 0";
const TOO_SMALL = "e^-700 and smaller powers add nothing to a sum that is at least 1";
const NO_NODE_TWICE = "a path has no node twice";
const SMALL_LOSS = "the loss changes by e^-30 = 9e-14 at most, less than float64 keeps of larger terms";
const COORDINATES = "no vector has two equal coordinates, and nobody would look for them";

/** Changes of a right answer that leave it right, by exercise and change, and why. */
export const EXPLAINED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "01-reading-vectors/nearest": {
    "Float64Array → Float32Array": FLOAT32,
  },
  "01-reading-vectors/analogy": {
    "Float64Array → Float32Array": FLOAT32,
    "v → [...new Set(v)]": COORDINATES,
    "start → [...new Set(start)]": COORDINATES,
    "> → >=": "only words with the very same cosine would change places",
  },
  "01-reading-vectors/three-cos-mul": {
    "Float64Array → Float32Array": FLOAT32,
    "2 → (2 + 1e-8)": "a factor that all words share",
    "(shifted(word, a) + 0.001) → ((shifted(word, a) + 0.001) + 1e-8)":
      "0.001 is a choice, and so is 0.00100001",
    "shifted(word, b) → shifted(b, word)": SYMMETRIC,
    "shifted(word, c) → shifted(c, word)": SYMMETRIC,
    "shifted(word, a) → shifted(a, word)": SYMMETRIC,
    "> → >=": "only words with the very same score would change places",
  },
  "02-counting-and-pmi/count-pairs": {
    "zeroTable(V, V) → zeroTable(V, V)": SQUARE,
    "Math.min(ids.length - 1, t + window) → t + window": OUTSIDE,
    "- → +": OUTSIDE,
    "ids.length - 1 → ids.length": OUTSIDE,
    "Math.max(0, t - window) → t - window": OUTSIDE,
  },
  "02-counting-and-pmi/pmi": {
    "numbers.reduce((total, x) => total + x, 0) → (numbers.reduce((total, x) => total + x, 0) / numbers.length)":
      "the lengths cancel: n² above the line, n · n below it",
    "zeroTable(counts.rows, counts.width) → zeroTable(counts.width, counts.rows)": SQUARE,
  },
  "02-counting-and-pmi/shifted-ppmi": {
    "numbers.reduce((total, x) => total + x, 0) → (numbers.reduce((total, x) => total + x, 0) / numbers.length)":
      "the lengths cancel: n above the line, and n below it",
    "zeroTable(counts.rows, counts.width) → zeroTable(counts.width, counts.rows)": SQUARE,
    "0 → (0) + -1": OUTSIDE,
    "counts.width → (counts.width) + 1": OUTSIDE,
    "< → <=": OUTSIDE,
  },
  "02-counting-and-pmi/rank-table": {
    "0 → (0) + -1": OUTSIDE,
    "right.width → (right.width) + 1": OUTSIDE,
    "< → <=": OUTSIDE,
  },
  "03-softmax-as-a-bigram-net/softmax-rows": {
    "x - largest → Math.min(700, x - largest)": NEVER_ABOVE_0,
    "x - largest → Math.max(-700, x - largest)": TOO_SMALL,
  },
  "03-softmax-as-a-bigram-net/bigram-gradient": {
    "zeroTable(scores.rows, scores.width) → zeroTable(scores.width, scores.rows)": SQUARE,
    "row(predicted, w).forEach((p, j) = … rrors[j] += p; }); errors[c] -= 1; → errors[c] -= 1; row(predicted, w). … ch((p, j) => { errors[j] += p; });":
      ORDER,
  },
  "03-softmax-as-a-bigram-net/loss-parts": {
    "crossEntropy -= p[c] * Math.log(q[ …  entropy -= p[c] * Math.log(p[c]); → entropy -= p[c] * Math.log(p[c]);  … sEntropy -= p[c] * Math.log(q[c]);":
      ORDER,
  },
  "04-cbow/softmax-errors": {
    "z - largest → Math.min(700, z - largest)": NEVER_ABOVE_0,
    "z - largest → Math.max(-700, z - largest)": TOO_SMALL,
  },
  "04-cbow/input-gradient": {
    "errors.forEach((e, word) => { addS … el.input.rows, model.input.width); → const gradient = zeroTable(model.i … , e, row(model.output, word)); });":
      ORDER,
  },
  "05-skip-gram/gradients": {
    "addScaled(row(result.output, word) … enter), error, row(output, word)); → addScaled(row(result.input, pair.c … w(result.output, word), error, v);":
      ORDER,
  },
  "05-skip-gram/step": {
    "-dot(row(model.output, pair.context), v) → Math.max(-30, -dot(row(model.output, pair.context), v))":
      SMALL_LOSS,
    "dot(row(model.output, word), v) → Math.max(-30, dot(row(model.output, word), v))": SMALL_LOSS,
    "addScaled(model.input.data, -alpha … output.data, -alpha, output.data); → addScaled(model.output.data, -alph … l.input.data, -alpha, input.data);":
      ORDER,
  },
  "05-skip-gram/largest-move": {
    "Float64Array → Float32Array":
      "only the order of the sizes counts, and they differ by more than float32 rounds",
    "+= → -=": "only the sizes count, and all signs change",
  },
  "07-negative-sampling/optimal-scores": {
    "words[w] += n; contexts[c] += n; → contexts[c] += n; words[w] += n;": ORDER,
  },
  "06-hierarchical-softmax/mean-length": {
    "questions += lightest + next; weights.push(lightest + next); → weights.push(lightest + next); questions += lightest + next;":
      ORDER,
  },
  "06-hierarchical-softmax/tree-probabilities": {
    "tree → [...new Set(tree)]": "no path is the path of two words",
    "points → [...new Set(points)]": NO_NODE_TWICE,
  },
  "06-hierarchical-softmax/path-errors": {
    "points → [...new Set(points)]": NO_NODE_TWICE,
    "(2 * code[j] - 1) * z → Math.max(-30, (2 * code[j] - 1) * z)": SMALL_LOSS,
  },
  "06-hierarchical-softmax/step": {
    "path.points → [...new Set(path.points)]": NO_NODE_TWICE,
  },
  "10-batches-and-gpu/scatter-add-rows": {
    "ids.entries() → new Set(ids.entries())": "each entry is a pair of its own, so that none is left out",
  },
  "10-batches-and-gpu/log-sigmoid": {
    "-Math.abs(x) → Math.min(700, -Math.abs(x))": NEVER_ABOVE_0,
  },
  "10-batches-and-gpu/batch-step": {
    "const toWords = tf.mul(errors, v). … nput, centers, toCenters, -alpha); → scatterRows(tf, model.input, cente … l(errors, v).reshape([B * n, -1]);":
      ORDER,
    "scatterRows(tf, model.input, cente … del.output, ids, toWords, -alpha); → scatterRows(tf, model.output, ids, … nput, centers, toCenters, -alpha);":
      ORDER,
    "scatterRows(tf, model.output, ids, … res), tf.mul(scores, labels)), 1); → const losses = tf.sum(tf.sub(tf.so … del.output, ids, toWords, -alpha);":
      ORDER,
  },
  "14-customer-service/without-common": {
    "1 → 2": "the first singular vector is the same, however many are asked for",
  },
  "14-customer-service/few-shot": {
    "intents.forEach((intent, i) => { c … ber[] } = { train: [], test: [] }; → const parts: { train: number[]; te … es[i]); kept.set(intent, own); });":
      ORDER,
  },
  "17-performance/window-step": {
    "loss += softplus(z) - t * z; const e = sigmoid(z) - t; → const e = sigmoid(z) - t; loss += softplus(z) - t * z;":
      ORDER,
    "z → Math.max(-30, z)": "the loss and the moves change by e^-30 = 9e-14 at most",
    "addScaled(row(model.output, output … input, inputs[i]), -alpha * e, u); → addScaled(row(model.input, inputs[ … tput, outputs[j]), -alpha * e, v);":
      ORDER,
  },
};
