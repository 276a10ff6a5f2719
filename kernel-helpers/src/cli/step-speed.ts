import type { Tensorflow } from "../backend/index.ts";
import { seededRandom } from "../base/index.ts";
import { type Batch, createModel, packBatch, readScalar, tensorModel, tensorStep } from "../model/index.ts";

const words = 10_000;
const batchSize = 1024;

/** What `stepSpeed` measures, in words. */
export const stepSpeedMeaning: string =
  "pairs/s: a step of Skip-Gram with 5 noise words, batches of 1,024, 10,000 words, 100 numbers a vector, loss read";

/**
 * Training pairs per second of `tensorStep` on the backend that `tf` computes on: Skip-Gram with negative sampling,
 * B = 1024, V = 10,000, d = 100, K = 5, the loss read after each step. One step warms up, then it measures for
 * `seconds`, at least one step.
 */
export async function stepSpeed(tf: Tensorflow, seconds: number): Promise<number> {
  const model = tensorModel(tf, createModel(words));
  const batches = [1, 2, 3, 4].map(randomBatch);
  const step = async (at: number): Promise<void> => {
    await readScalar(tensorStep(tf, model, batches[at % batches.length] as Batch, 0.025));
  };
  await step(0);
  const start = performance.now();
  let steps = 0;
  let passed = 0;
  do {
    await step(++steps);
    passed = (performance.now() - start) / 1000;
  } while (passed < seconds);
  tf.dispose([model.input, model.output]);
  return (steps * batchSize) / passed;
}

/** Frequent words come often, as in a text. */
function randomBatch(seed: number): Batch {
  const random = seededRandom(seed);
  const word = (): number => Math.floor(words * random() ** 3);
  return packBatch(
    Array.from({ length: batchSize }, () => ({
      inputs: [word()],
      target: word(),
      negatives: [word(), word(), word(), word(), word()],
    })),
  );
}
