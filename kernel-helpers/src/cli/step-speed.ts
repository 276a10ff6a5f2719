import type { Tensorflow } from "../backend/index.ts";
import { seededRandom } from "../base/index.ts";
import { type Batch, createModel, packBatch, readScalar, tensorModel, tensorStep } from "../model/index.ts";
import type { HuffmanPath } from "../vocabulary/index.ts";

/** What `stepSpeed` measures by default, in words. */
export const stepSpeedMeaning: string =
  "pairs/s: a step of Skip-Gram with 5 noise words, batches of 1,024, 10,000 words, 100 numbers a vector, loss read";

export interface StepShape {
  /** V, at least 1; default 10,000. */
  readonly words?: number;
  /** B, at least 1; default 1,024. */
  readonly batchSize?: number;
  /** Input words of an example: 1, the default, is Skip-Gram, more are CBOW's context. */
  readonly inputs?: number;
}

/**
 * Training examples per second of `tensorStep` on the backend that `tf` computes on: negative sampling with d = 100,
 * K = 5, the loss read after each step. One step warms up, then it measures for `seconds`, at least one step.
 */
export async function stepSpeed(
  tf: Tensorflow,
  seconds: number,
  { words = 10_000, batchSize = 1024, inputs = 1 }: StepShape = {},
): Promise<number> {
  const model = tensorModel(tf, createModel(words));
  const batches = [1, 2, 3, 4].map((seed) => randomBatch(seed, { words, batchSize, inputs }));
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

/**
 * A batch in which frequent words come up often, as in a text: the share of word w is ((w + 1) / V)^(1/3) - (w / V)^(1/3). Its output
 * layer has 5 noise words, or with a `tree` the path to the target.
 */
export function randomBatch(
  seed: number,
  { words, batchSize, inputs }: Required<StepShape>,
  tree?: readonly HuffmanPath[],
): Batch {
  const random = seededRandom(seed);
  const word = (): number => Math.floor(words * random() ** 3);
  return packBatch(
    Array.from({ length: batchSize }, () => {
      const [context, target] = [Array.from({ length: inputs }, word), word()];
      const path = tree?.[target];
      return path === undefined
        ? { inputs: context, target, negatives: [word(), word(), word(), word(), word()] }
        : { inputs: context, target, path };
    }),
  );
}
