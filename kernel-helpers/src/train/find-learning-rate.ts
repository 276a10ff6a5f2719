import type { Tensorflow } from "../backend/index.ts";
import { endlessExamples } from "./endless-examples.ts";
import { newEngine } from "./new-engine.ts";
import { numbered } from "./numbered.ts";
import { settingsOf, type TrainOptions } from "./options.ts";
import { type LearningRateOptions, learningRates, type RangePoint, rangeTest } from "./range-test.ts";
import { requireSentences, requireText } from "./require-sentences.ts";

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
  range: LearningRateOptions = {},
): AsyncGenerator<RangePoint> {
  const rates = learningRates(range);
  const settings = settingsOf({ rowStep: 0, ...options });
  requireText(sentences);
  requireSentences(sentences);
  const text = numbered(sentences, settings);
  const examples = endlessExamples(text, settings);
  const engine = newEngine(text.vocabulary.words.length, settings, tf);
  try {
    yield* rangeTest(rates, async (alpha) => {
      for (let i = 0; i < settings.batchSize; i++) await engine.add(examples.next().value, alpha);
      return engine.report();
    });
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
