import type { Tensorflow } from "../backend/index.ts";
import { requireInteger, seededRandom } from "../base/index.ts";
import { type LearningRateOptions, learningRates, type RangePoint, rangeTest } from "../train/index.ts";
import type { TextBatch } from "./network-gradients.ts";
import { newTuningEngine } from "./new-tuning-engine.ts";
import { type Part, requireFitting } from "./part.ts";
import { shuffledBatches } from "./text-batches.ts";
import type { TextNetwork } from "./text-network.ts";
import { partScores } from "./tune-network.ts";
import { copyNetwork } from "./tuned-tables.ts";

/** Options of `findTuningRate`. */
export interface TuningRateOptions extends LearningRateOptions {
  /** Texts in a step. Default: 32. */
  readonly batchSize?: number;
  /** Seed of the order of the texts. Default: 1. */
  readonly seed?: number;
}

/**
 * The range test of `findLearningRate` (Smith 2017) for a text network: one tuning from the start on the train part, whose learning rate grows from step to step.
 * The loss of a step is that of its batch before the step. `network` stays as it is. For `suggestLearningRate` and `learningRateChart`.
 */
export async function* findTuningRate(
  network: TextNetwork,
  data: TextBatch,
  part: Part<"train">,
  { batchSize = 32, seed = 1, ...range }: TuningRateOptions = {},
  tf?: Tensorflow,
): AsyncGenerator<RangePoint> {
  const action = "Cannot find a learning rate";
  requireFitting(action, part);
  const rates = learningRates(range);
  requireInteger(action, { batchSize }, 1);
  const engine = newTuningEngine(copyNetwork(network), tf);
  const batches = endlessBatches(data, part, batchSize, seed);
  try {
    yield* rangeTest(rates, async (alpha, step) => {
      const batch = batches.next().value;
      const { loss } = partScores(await engine.scores(batch.texts), batch.labels);
      await engine.step(batch, alpha, step);
      return loss;
    });
  } finally {
    engine.close();
  }
}

/** Batches of the part, pass after pass, each in another order. */
function* endlessBatches(
  data: TextBatch,
  { examples }: Part,
  size: number,
  seed: number,
): Generator<TextBatch, never> {
  const random = seededRandom(seed);
  for (;;) yield* shuffledBatches(data, examples, size, random);
}
