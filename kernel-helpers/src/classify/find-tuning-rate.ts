import type { Tensorflow } from "../backend/index.ts";
import { requireInteger, requirePositive, seededRandom } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import type { LearningRateOptions, RangePoint } from "../train/index.ts";
import type { TextBatch } from "./network-gradients.ts";
import { newTuningEngine } from "./new-tuning-engine.ts";
import { type Part, requireFitting } from "./part.ts";
import { shuffled } from "./split-examples.ts";
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

const SMOOTHING = 0.9;
const EXPLODED = 2; // times the lowest smoothed loss

/**
 * The range test of `findLearningRate` (Smith 2017) for a text network: one tuning from the start on the train part, whose learning rate grows from step to step.
 * The loss of a step is that of its batch before the step. `network` stays as it is. For `suggestLearningRate` and `learningRateChart`.
 */
export async function* findTuningRate(
  network: TextNetwork,
  data: TextBatch,
  part: Part<"train">,
  { from = 1e-4, to = 10, steps = 100, batchSize = 32, seed = 1 }: TuningRateOptions = {},
  tf?: Tensorflow,
): AsyncGenerator<RangePoint> {
  const action = "Cannot find a learning rate";
  requireFitting(action, part);
  requirePositive(action, { from, to });
  requireInteger(action, { steps }, 2);
  requireInteger(action, { batchSize }, 1);
  const engine = newTuningEngine(copyNetwork(network), tf);
  const batches = endlessBatches(data, part, batchSize, seed);
  let [sum, best] = [0, Number.POSITIVE_INFINITY];
  try {
    for (let step = 1; step <= steps; step++) {
      const alpha = from * (to / from) ** ((step - 1) / (steps - 1));
      const batch = batches.next().value;
      const { loss } = partScores(await engine.scores(batch.texts), batch.labels);
      await engine.step(batch, alpha, step);
      sum = SMOOTHING * sum + (1 - SMOOTHING) * loss;
      const smoothed = sum / (1 - SMOOTHING ** step);
      best = Math.min(best, smoothed);
      yield { step, steps, alpha, loss, smoothed };
      if (!(smoothed <= EXPLODED * best) || (await interrupted())) return;
    }
  } finally {
    engine.close();
  }
}

/** Batches of the part in a random order, again and again. */
function* endlessBatches(
  { texts, labels }: TextBatch,
  { examples }: Part,
  size: number,
  seed: number,
): Generator<TextBatch, never> {
  const random = seededRandom(seed);
  for (;;) {
    const order = shuffled([...examples], random);
    for (let at = 0; at < order.length; at += size) {
      const chosen = order.slice(at, at + size);
      yield {
        texts: chosen.map((example) => texts[example] as ArrayLike<number>),
        labels: chosen.map((example) => labels[example] as number),
      };
    }
  }
}
