import { requireInteger, requirePositive } from "../base/index.ts";
import { interrupted } from "../host/index.ts";

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

/** The options of a range test, the defaults filled in. */
export type LearningRates = Required<LearningRateOptions>;

/** Fills in the defaults; throws RangeError for rates that do not rise and for fewer than two steps. */
export function learningRates({ from = 1e-4, to = 10, steps = 100 }: LearningRateOptions): LearningRates {
  requirePositive("Cannot find a learning rate", { from, to });
  requireInteger("Cannot find a learning rate", { steps }, 2);
  if (from < to) return { from, to, steps };
  throw new RangeError(
    `Cannot find a learning rate as from must be < to, which is ${to}: current value is ${from}`,
  );
}

const SMOOTHING = 0.9;
const EXPLODED = 2; // times the lowest smoothed loss

/**
 * The loop of `findLearningRate`, whatever is trained: `train` takes a step at learning rate `alpha` and gives the loss of its examples. Ends early when the
 * smoothed loss is above twice its lowest or NaN, and when the user interrupts.
 */
export async function* rangeTest(
  { from, to, steps }: LearningRates,
  train: (alpha: number, step: number) => Promise<number>,
): AsyncGenerator<RangePoint> {
  let [sum, best] = [0, Number.POSITIVE_INFINITY];
  for (let step = 1; step <= steps; step++) {
    const alpha = from * (to / from) ** ((step - 1) / (steps - 1));
    const loss = await train(alpha, step);
    sum = SMOOTHING * sum + (1 - SMOOTHING) * loss;
    const smoothed = sum / (1 - SMOOTHING ** step);
    best = Math.min(best, smoothed);
    yield { step, steps, alpha, loss, smoothed };
    if (!(smoothed <= EXPLODED * best) || (await interrupted())) return;
  }
}
