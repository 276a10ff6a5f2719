import type { Tensorflow } from "../backend/index.ts";
import { requireInteger, requirePositive } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import { endlessExamples } from "./endless-examples.ts";
import { newEngine } from "./new-engine.ts";
import { numbered } from "./numbered.ts";
import { settingsOf, type TrainOptions } from "./options.ts";
import { requireSentences, requireText } from "./require-sentences.ts";

/** Options of `findLearningRate`. */
export interface LearningRateOptions {
  /** α of the first step. Default: 1e-4. */
  readonly from?: number;
  /** α of the last step. Default: 10. */
  readonly to?: number;
  /** Steps, of `batchSize` examples each. Default: 100. */
  readonly steps?: number;
}

/** One step of the range test. */
export interface RangePoint {
  /** Number of the step, from 1. */
  readonly step: number;
  /** Number of steps in all, unless the loss explodes earlier. */
  readonly steps: number;
  /** Learning rate of this step. */
  readonly alpha: number;
  /** Mean loss of this step's examples, in nats. */
  readonly loss: number;
  /** The loss, smoothed over about ten steps. */
  readonly smoothed: number;
}

const SMOOTHING = 0.9;
const EXPLODED = 2; // times the lowest smoothed loss

/**
 * The range test for the learning rate (Smith 2017, arXiv:1506.01186, section 3.3): one training from the start whose
 * α grows from step to step, here by a constant factor, so that each power of ten gets as many steps:
 *
 *   α_i = from · (to / from)^((i - 1) / (steps - 1))
 *   smoothed_i = (1 - 0.9) Σ_j 0.9^(i - j) loss_j / (1 - 0.9^i)
 *
 * While α is too small the loss stays the same; then it falls; when α is too large it rises. Iterate to see the steps,
 * and pass them to `suggestLearningRate` and `learningRateChart`. Ends early when the smoothed loss is above twice its
 * lowest or NaN, and when the user interrupts. The model is discarded. `alpha`, `minAlpha` and `epochs` of `options`
 * are not used, and `rowStep` is 0 unless `options` has it: the limit would hide the α from which training diverges.
 * Throws RangeError for an invalid option.
 */
export async function* findLearningRate(
  sentences: readonly (readonly string[])[],
  options: TrainOptions = {},
  tf?: Tensorflow,
  { from = 1e-4, to = 10, steps = 100 }: LearningRateOptions = {},
): AsyncGenerator<RangePoint> {
  requirePositive("Cannot find a learning rate", { from, to });
  requireInteger("Cannot find a learning rate", { steps }, 2);
  if (!(from < to)) {
    throw new RangeError(
      `Cannot find a learning rate as from must be < to, which is ${to}: current value is ${from}`,
    );
  }
  const settings = settingsOf({ rowStep: 0, ...options });
  requireText(sentences);
  requireSentences(sentences);
  const text = numbered(sentences, settings);
  const examples = endlessExamples(text, settings);
  const engine = newEngine(text.vocabulary.words.length, settings, tf);
  let [sum, best] = [0, Number.POSITIVE_INFINITY];
  try {
    for (let step = 1; step <= steps; step++) {
      const alpha = from * (to / from) ** ((step - 1) / (steps - 1));
      for (let i = 0; i < settings.batchSize; i++) await engine.add(examples.next().value, alpha);
      const loss = await engine.report();
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

/**
 * The learning rate that a range test suggests: a third of the α with the lowest smoothed loss, because there it is
 * about to rise; NaN when the loss never fell. A starting point, not the answer: try its double and its half.
 *
 * @example
 * suggestLearningRate([{ alpha: 0.1, smoothed: 4 }, { alpha: 0.3, smoothed: 3 }, { alpha: 1, smoothed: 5 }]); // 0.3 / 3
 */
export function suggestLearningRate(history: readonly Pick<RangePoint, "alpha" | "smoothed">[]): number {
  const [first, ...rest] = history;
  if (!first) return Number.NaN;
  const lowest = rest.reduce((low, point) => (point.smoothed < low.smoothed ? point : low), first);
  return lowest === first ? Number.NaN : lowest.alpha / 3;
}
