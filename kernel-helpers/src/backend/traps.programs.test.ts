import type { Rank, Tensor } from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { everyBackend } from "../../test/every-backend.ts";
import type { Tensorflow } from "./contract.ts";
import { openBackend } from "./open-backend.ts";

// Unexpected behaviour of TensorFlow.js 4.22, so that a fix in a new version shows up here, and what the library does
// instead. tools/lint/tfjs-sources.grit reports each of them in our sources.
describe.each(everyBackend)("on %s", (name) => {
  let tf: Tensorflow;
  beforeAll(async () => {
    ({ tf } = await openBackend(name));
  });
  const numbers = async (tensor: Tensor): Promise<number[]> => {
    const values = [...((await tensor.data()) as Float32Array)];
    tensor.dispose();
    return values;
  };

  test("tf.logSigmoid has no gradient for a computed tensor; -softplus(-z) has one, up to ±20,000", async () => {
    const scores = [-20_000, -90, 0, 90, 20_000];
    const gradientOf = (logSigmoid: (z: Tensor) => Tensor): Tensor =>
      tf.tidy(() => tf.grad((x) => tf.sum(logSigmoid(tf.mul(x, 1))))(tf.tensor1d(scores)));
    // Its gradient reads z, which the forward pass has already disposed of.
    expect(() => gradientOf((z) => tf.logSigmoid(z))).toThrow("reading 'backend'");
    const ours = (z: Tensor): Tensor => tf.neg(tf.softplus(tf.neg(z)));
    expect(await numbers(gradientOf(ours))).toEqual([1, 1, 0.5, 0, 0].map((x) => expect.closeTo(x, 6)));
    const values = await numbers(tf.tidy(() => ours(tf.tensor1d(scores))));
    expect(values).toEqual([-20_000, -90, -Math.LN2, 0, 0].map((x) => expect.closeTo(x, 6)));
  });

  test("pooling counts padding despite maskZero; a sum whose weights are 0 for padding does not", async () => {
    const table = [0, 2, 9, 2].map((x) => [x]); // the vectors of words 0 (padding) to 3
    table[0] = [5];
    const words = [[1, 3, 0, 0]];
    const embedding = tf.layers.embedding({ inputDim: 4, outputDim: 1, maskZero: true, inputLength: 4 });
    const model = tf.sequential({ layers: [embedding, tf.layers.globalAveragePooling1d()] });
    const weights = tf.tensor2d(table);
    embedding.setWeights([weights]);
    const [ids, shares] = [tf.tensor2d(words, [1, 4], "int32"), tf.tensor3d([0.5, 0.5, 0, 0], [1, 4, 1])];
    expect(await numbers(model.predict(ids) as Tensor)).toEqual([(2 + 2 + 5 + 5) / 4]);
    const mean = tf.tidy(() => tf.sum(tf.mul(tf.gather(weights as Tensor<Rank.R2>, ids), shares), 1));
    expect(await numbers(mean)).toEqual([2]);
    model.dispose();
    tf.dispose([weights, ids, shares]);
  });
});
