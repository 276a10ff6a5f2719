import type { Example } from "./train-step.ts";

/** B examples as flat arrays, ready to become tensors. All have negatives, or none has. */
export interface Batch {
  /** B, the number of examples. */
  readonly size: number;
  /** C, the largest number of input words; shorter examples are padded. */
  readonly inputCount: number;
  /** Input words, shape (B, C), padded with word 0 at weight 0. */
  readonly inputs: Int32Array;
  /** Weight of each input word in h: 1 / (number of its example's inputs), 0 for padding; shape (B, C). */
  readonly weights: Float32Array;
  /** The word to predict and after it the K negatives; shape (B, 1 + K). K = 0 stands for the full softmax. */
  readonly outputs: Int32Array;
}

/** Packs examples into a batch. Throws RangeError if some have another number of negatives than the first. */
export function packBatch(examples: readonly Example[]): Batch {
  const inputCount = Math.max(...examples.map(({ inputs }) => inputs.length));
  const outputCount = 1 + (examples[0]?.negatives?.length ?? 0);
  const inputs = new Int32Array(examples.length * inputCount);
  const weights = new Float32Array(inputs.length);
  const outputs = new Int32Array(examples.length * outputCount);
  examples.forEach((example, b) => {
    const negatives = example.negatives ?? [];
    if (1 + negatives.length !== outputCount) {
      throw new RangeError(
        `Cannot pack a batch as each example must have ${outputCount - 1} negatives: example ${b} has ${negatives.length}`,
      );
    }
    inputs.set(example.inputs, b * inputCount);
    weights.fill(1 / example.inputs.length, b * inputCount, b * inputCount + example.inputs.length);
    outputs.set([example.target, ...negatives], b * outputCount);
  });
  return { size: examples.length, inputCount, inputs, weights, outputs };
}
