import type { Tensorflow } from "../backend/index.ts";
import { isSimd, type Simd } from "../simd/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { newEngine } from "./new-engine.ts";
import type { Settings } from "./options.ts";
import { startPosition } from "./position.ts";
import { requireSameBinary } from "./resumed-settings.ts";
import { roundLoop } from "./round-loop.ts";
import type { SentenceIds } from "./sentence-ids.ts";
import { simdEngine } from "./simd-engine.ts";
import { trainLoop } from "./train-loop.ts";
import { type Training, trainingBy } from "./training-by.ts";

/** A training of sentences as word numbers; continues from `from`. All engines but reference need `by`. */
export function begunTraining(
  sentences: SentenceIds,
  settings: Settings,
  by?: Tensorflow | Simd,
  from?: Checkpoint,
): Training {
  const start = from?.position ?? startPosition(settings);
  if (by !== undefined && isSimd(by)) {
    const { corpus } = sentences;
    if (corpus === undefined)
      throw new Error("Cannot train on the simd engine: the sentences are not encoded");
    if (from) requireSameBinary(from, by.binary);
    const engine = simdEngine(by, corpus, settings);
    if (from) engine.restore(from.engine);
    return trainingBy(engine, roundLoop(corpus, engine, settings, start), {
      sentences,
      settings,
      backend: backendOf(by),
    });
  }
  const engine = newEngine(sentences.vocabulary.words.length, settings, by);
  if (from) engine.restore(from.engine);
  const about = { sentences, settings, backend: backendOf(by) };
  return trainingBy(engine, trainLoop(sentences, engine, settings, start), about);
}

/** What rounds differently, as a checkpoint names it. */
export function backendOf(by: Tensorflow | Simd | undefined): string {
  if (by === undefined) return "";
  return isSimd(by) ? by.binary : by.getBackend();
}
