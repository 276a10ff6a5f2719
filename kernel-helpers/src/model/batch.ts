import type { HuffmanPath } from "../vocabulary/index.ts";
import type { Example } from "./train-step.ts";

/** B examples as flat arrays, ready to become tensors. All have the same kind of output layer. */
export interface Batch {
  /** B, the number of examples. */
  readonly size: number;
  /** C, the largest number of input words; shorter examples are padded. */
  readonly inputCount: number;
  /** Input words, shape (B, C), padded with word 0 at weight 0. */
  readonly inputs: Int32Array;
  /** Weight of each input word in h: 1 / (number of its example's inputs), 0 for padding; shape (B, C). */
  readonly weights: Float32Array;
  /**
   * The word to predict, followed by the K negatives; shape (B, 1 + K). K = 0 means the full softmax. With `tree`: the
   * inner nodes of each path, shape (B, L), where L is the length of the longest path.
   */
  readonly outputs: Int32Array;
  /** Present in hierarchical softmax only. */
  readonly tree?: PackedTree;
}

/** The branches of a batch's paths. Shorter paths are padded with their own last node, masked out. */
export interface PackedTree {
  /** t = 1 - d: 1 where branch 0 is taken, which has probability σ(z); shape (B, L). */
  readonly labels: Float32Array;
  /** 1 for a node of the path, 0 for padding; shape (B, L). */
  readonly mask: Float32Array;
}

/** Packs examples into a batch. Throws RangeError if their output layers differ. */
export function packBatch(examples: readonly Example[]): Batch {
  const inputCount = examples.reduce((most, { inputs }) => Math.max(most, inputs.length), 0);
  const inputs = new Int32Array(examples.length * inputCount);
  const weights = new Float32Array(inputs.length);
  examples.forEach((example, b) => {
    inputs.set(example.inputs, b * inputCount);
    weights.fill(1 / example.inputs.length, b * inputCount, b * inputCount + example.inputs.length);
  });
  const outputs = examples[0]?.path ? packPaths(examples) : packWords(examples);
  return { size: examples.length, inputCount, inputs, weights, ...outputs };
}

function packWords(examples: readonly Example[]): Pick<Batch, "outputs"> {
  const count = 1 + (examples[0]?.negatives?.length ?? 0);
  const outputs = new Int32Array(examples.length * count);
  examples.forEach(({ target, negatives = [], path }, b) => {
    if (path || 1 + negatives.length !== count) {
      throw new RangeError(
        `Cannot pack a batch: each example needs ${count - 1} negatives, and example ${b} has ` +
          (path ? "a path" : negatives.length),
      );
    }
    outputs.set([target, ...negatives], b * count);
  });
  return { outputs };
}

function packPaths(examples: readonly Example[]): Required<Pick<Batch, "outputs" | "tree">> {
  const paths = examples.map(({ path, negatives }, b): HuffmanPath => {
    if (path && !negatives) return path;
    throw new RangeError(
      "Cannot pack a batch: each example needs a path and no negatives, like the first one: " +
        `example ${b} has ${path ? "both" : "no path"}`,
    );
  });
  const length = paths.reduce((most, { points }) => Math.max(most, points.length), 0);
  const outputs = new Int32Array(paths.length * length);
  const labels = new Float32Array(outputs.length);
  const mask = new Float32Array(outputs.length);
  paths.forEach(({ points, code }, b) => {
    const [from, end] = [b * length, b * length + points.length];
    outputs.set(points, from);
    outputs.fill(points.at(-1) ?? 0, end, (b + 1) * length); // padding uses a row of its own path: with another row, 0 · NaN would be NaN
    for (let j = 0; j < code.length; j++) labels[from + j] = 1 - (code[j] as number);
    mask.fill(1, from, end);
  });
  return { outputs, tree: { labels, mask } };
}
