import type { Tensorflow } from "../backend/index.ts";
import { requireInteger, requirePositive } from "../base/index.ts";
import { interrupted } from "../host/index.ts";
import { endlessExamples } from "./endless-examples.ts";
import type { Engine } from "./engine.ts";
import { newEngine } from "./new-engine.ts";
import { type Numbered, numbered } from "./numbered.ts";
import { settingsOf, type TrainOptions } from "./options.ts";
import { requireSentences, requireText } from "./require-sentences.ts";

/** Options of `findBatchSize`. */
export interface BatchSizeOptions {
  /** The batch sizes to try, in this order. Default: 64, 256, 1024, 4096, 16384. */
  readonly sizes?: readonly number[];
  /** Seconds to measure each, after one update that is not counted. Default: 1. */
  readonly seconds?: number;
}

/** How fast one batch size is. */
export interface BatchSpeed {
  /** B, examples per update. */
  readonly batchSize: number;
  /** Updates measured. */
  readonly updates: number;
  /** Seconds that they took, including the making of the examples. */
  readonly seconds: number;
  /** Examples trained per second. */
  readonly examplesPerSecond: number;
}

/**
 * Measures how many examples a second the tensor engine trains for each batch size, on the backend of `tf`. Iterate to
 * see one after the other, and pass them to `suggestBatchSize`. The models are discarded. Ends early when the user
 * interrupts. Throws RangeError for an invalid option.
 */
export async function* findBatchSize(
  sentences: readonly (readonly string[])[],
  options: TrainOptions,
  tf: Tensorflow,
  { sizes = [64, 256, 1024, 4096, 16_384], seconds = 1 }: BatchSizeOptions = {},
): AsyncGenerator<BatchSpeed> {
  requirePositive("Cannot find a batch size", { seconds });
  for (const batchSize of sizes) requireInteger("Cannot find a batch size", { batchSize }, 1);
  requireText(sentences);
  requireSentences(sentences);
  const text = numbered(sentences, settingsOf(options));
  for (const batchSize of sizes) {
    yield await measured(text, { ...options, batchSize }, tf, seconds);
    if (await interrupted()) return;
  }
}

/** Trains until the time is over and an update is complete; the clock stops when the device has finished it. */
async function measured(
  text: Numbered,
  options: TrainOptions,
  tf: Tensorflow,
  seconds: number,
): Promise<BatchSpeed> {
  const settings = settingsOf(options);
  const examples = endlessExamples(text, settings);
  const engine: Engine = newEngine(text.vocabulary.words.length, settings, tf);
  const update = async (): Promise<void> => {
    for (let i = 0; i < settings.batchSize; i++) await engine.add(examples.next().value, settings.alpha);
    await engine.report();
  };
  try {
    await update();
    const start = performance.now();
    let [updates, passed] = [0, 0];
    do {
      await update();
      updates++;
      passed = (performance.now() - start) / 1000;
    } while (passed < seconds);
    const { batchSize } = settings;
    return { batchSize, updates, seconds: passed, examplesPerSecond: (updates * batchSize) / passed };
  } finally {
    engine.close();
  }
}

/**
 * The smallest batch size that reaches `share` of the highest speed, since a smaller batch learns more from an example;
 * NaN without a measurement.
 *
 * @example
 * suggestBatchSize([{ batchSize: 64, examplesPerSecond: 50 }, { batchSize: 256, examplesPerSecond: 95 }, { batchSize: 1024, examplesPerSecond: 100 }]); // 256
 */
export function suggestBatchSize(
  history: readonly Pick<BatchSpeed, "batchSize" | "examplesPerSecond">[],
  { share = 0.9 }: { readonly share?: number } = {},
): number {
  const highest = Math.max(...history.map(({ examplesPerSecond }) => examplesPerSecond));
  const fast = history.filter(({ examplesPerSecond }) => examplesPerSecond >= share * highest);
  return fast.length === 0 ? Number.NaN : Math.min(...fast.map(({ batchSize }) => batchSize));
}
