// %% [markdown] name="title"
// # 06 Hierarchical softmax: exercises
//
// Back to the lesson: [06 Hierarchical softmax: a path in place of a sum](../notebooks/06-hierarchical-softmax.ipynb).
//
// Four functions, 10 points: the mean length of Huffman's paths, the probabilities of all words, loss and errors on a
// path, and one step of training. Write each where it says TODO, then run the check below it. A check here is practice,
// not a grade. Add cells and helper functions as you like.
//
// A path is an object `{ points, code }` of two lists of the same length: the inner nodes from the root to the word,
// and the branch, 0 or 1, that is taken at each. Node $n$ has row $n$ of the output table as its vector, and branch 0
// has the probability $\sigma(z)$. The tools are those of lesson 05: `row(table, i)` is row $i$ as a view,
// `addScaled(x, s, y)` adds $s\,y$ to $x$ in place, `dot(x, y)` is $x \cdot y$, `sigmoid(x)` $= \sigma(x)$ and
// `softplus(x)` $= \log(1 + e^x)$, which do not overflow.

// %% name="imports"
import {
  addScaled,
  check,
  dot,
  type HuffmanPath,
  type Model,
  row,
  sigmoid,
  softplus,
  type Table,
} from "kernel-helpers";

// %% [markdown] name="mean-length-text" exercise="mean-length"
// ## 1 The mean length of a path (2 points)
//
// Write `meanLength`: from the counts $n_w$ of the words, in any order, the mean length $\sum_w f_w\, \ell_w$ of the
// paths in Huffman's tree, with $f_w = n_w / \sum_i n_i$. Ties do not matter: all of Huffman's trees for the same
// counts have the same mean length. You need not build the tree, only its weights. One word alone needs no question, so
// its mean length is 0. Do not change `counts`. (About 9 lines; `list.sort((a, b) => a - b)` sorts numbers from small
// to large.)

// %% name="mean-length" exercise="mean-length"
/** Σ_w f_w ℓ_w, the questions that Huffman's tree needs for a word of the text, on average. */
function meanLength(counts: readonly number[]): number {
  // BEGIN SOLUTION
  const weights = [...counts];
  let questions = 0;
  while (weights.length > 1) {
    weights.sort((a, b) => a - b);
    const [lightest, next] = weights.splice(0, 2);
    questions += lightest + next;
    weights.push(lightest + next);
  }
  return questions / counts.reduce((sum, n) => sum + n, 0);
  // END SOLUTION
}

// %% name="mean-length-check" check="mean-length"
await check("06-hierarchical-softmax/mean-length", meanLength);

// %% name="mean-length-hidden" hidden="mean-length" points="1"
import { exercises, runExercise } from "kernel-helpers";

runExercise(exercises["06-hierarchical-softmax/mean-length"], meanLength, {
  seed: 20_261_201,
});

// %% [markdown] name="tree-probabilities-text" exercise="tree-probabilities"
// ## 2 The probability of every word (2 points)
//
// Write `treeProbabilities`: a list with the probability of each word $w$ of a tree,
//
// $$p(w) = \prod_{j=1}^{\ell_w} \sigma\big((1 - 2 d_j)\, z_j\big) \qquad z_j = u_{n_j} \cdot h$$
//
// where `tree[w]` is the path to word $w$ with the nodes $n_j$ (`points`) and the branches $d_j$ (`code`), and `output`
// is the table whose row $n$ is $u_n$. The tree can be any binary tree. A path without a node, in a tree of one word,
// has the probability 1. (About 6 lines.)

// %% name="tree-probabilities" exercise="tree-probabilities"
/** p(w) of every word w of the tree, shape (V). */
function treeProbabilities(
  output: Table,
  h: Float64Array,
  tree: readonly HuffmanPath[],
): number[] {
  // BEGIN SOLUTION
  return tree.map(({ points, code }) => {
    let product = 1;
    points.forEach((node, j) => {
      product *= sigmoid((1 - 2 * code[j]) * dot(row(output, node), h));
    });
    return product;
  });
  // END SOLUTION
}

// %% name="tree-probabilities-check" check="tree-probabilities"
await check("06-hierarchical-softmax/tree-probabilities", treeProbabilities);

// %% name="tree-probabilities-hidden" hidden="tree-probabilities" points="1"
runExercise(
  exercises["06-hierarchical-softmax/tree-probabilities"],
  treeProbabilities,
  {
    seed: 20_261_201,
  },
);

// %% [markdown] name="path-errors-text" exercise="path-errors"
// ## 3 Loss and errors on a path (3 points)
//
// Write `pathErrors`: the loss $L = -\log p(o)$ of the word $o$ at the end of a path, and the errors of the scores on the
// path,
//
// $$L = -\sum_{j=1}^{\ell} \log \sigma\big((1 - 2 d_j)\, z_j\big) \qquad e_j = \frac{\partial L}{\partial z_j} = \sigma(z_j) - (1 - d_j)$$
//
// as an object `{ loss, errors }`, the errors in the order of the path. Both must also be right for scores such as
// $\pm 800$, where $\sigma$ is 0 or 1 in float64 and the loss may be 800. (About 8 lines.)

// %% name="path-errors" exercise="path-errors"
/** The loss of the word at the end of a path, and the error of each score on the path. */
function pathErrors(
  output: Table,
  h: Float64Array,
  { points, code }: HuffmanPath,
): { loss: number; errors: number[] } {
  // BEGIN SOLUTION
  const scores = points.map((node) => dot(row(output, node), h));
  let loss = 0;
  scores.forEach((z, j) => {
    loss += softplus((2 * code[j] - 1) * z);
  });
  return { loss, errors: scores.map((z, j) => sigmoid(z) - (1 - code[j])) };
  // END SOLUTION
}

// %% name="path-errors-check" check="path-errors"
await check("06-hierarchical-softmax/path-errors", pathErrors);

// %% name="path-errors-hidden" hidden="path-errors" points="1"
runExercise(exercises["06-hierarchical-softmax/path-errors"], pathErrors, {
  seed: 20_261_201,
});

// %% [markdown] name="step-text" exercise="step"
// ## 4 One step (3 points)
//
// Write `treeStep`: one step of gradient descent of Skip-Gram with hierarchical softmax. With the center's vector $v_c$ in
// the place of $h$,
//
// $$\frac{\partial L}{\partial u_{n_j}} = e_j\, v_c \qquad\qquad \frac{\partial L}{\partial v_c} = \sum_{j=1}^{\ell} e_j\, u_{n_j}$$
//
// Move both tables of the model, in place, by $-\alpha$ times these gradients, and return the loss *before* the step. Both
// gradients belong to the model as it was. Your `pathErrors` helps. (About 10 lines.)

// %% name="step" exercise="step"
/** One step for the center and the path to a context word, in place; returns the old loss. */
function treeStep(
  model: Model,
  center: number,
  path: HuffmanPath,
  alpha: number,
): number {
  // BEGIN SOLUTION
  const v = row(model.input, center);
  const { loss, errors } = pathErrors(model.output, v, path);
  const toCenter = new Float64Array(v.length);
  path.points.forEach((node, j) => {
    addScaled(toCenter, errors[j], row(model.output, node));
    addScaled(row(model.output, node), -alpha * errors[j], v);
  });
  addScaled(v, -alpha, toCenter);
  return loss;
  // END SOLUTION
}

// %% name="step-check" check="step"
await check("06-hierarchical-softmax/step", treeStep);

// %% name="step-hidden" hidden="step" points="1"
runExercise(exercises["06-hierarchical-softmax/step"], treeStep, { seed: 20_261_201 });
