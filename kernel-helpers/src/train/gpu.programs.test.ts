import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { gpuBackend } from "../../test/every-backend.ts";
import { type Backend, type BackendName, openBackend, type Tensorflow } from "../backend/index.ts";
import { plantedSentences } from "../corpus/index.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-format.ts";
import { findBatchSize } from "./find-batch-size.ts";
import { findLearningRate } from "./find-learning-rate.ts";
import type { TrainOptions } from "./options.ts";
import type { RangePoint } from "./range-test.ts";
import { resumeTraining, startTraining } from "./training.ts";
import type { Training } from "./training-by.ts";

// A GPU may add the gradients of one row in any order, so two trainings with the same seed differ: by 1.2e-7 in a
// vector, measured. Computed numbers are compared with a tolerance; numbers that are only copied are equal bit for bit.
const tolerance = 1e-5;

const sentences = [...plantedSentences({ tokens: 400 })].map((sentence) => sentence.split(" "));
const small = { vectorSize: 8, window: 2, minCount: 1, sample: 0, negative: 3, batchSize: 64 } as const;

/** The largest difference between two lists of numbers; NaN if they cannot be compared. */
function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.NaN;
  return Math.max(...Array.from(a, (x, i) => Math.abs(x - (b[i] as number))));
}

async function finish(training: Training): Promise<{ losses: number[]; vectors: Float32Array }> {
  const losses: number[] = [];
  for await (const { loss } of training) losses.push(loss);
  const { data } = await training.inputTable();
  training.close();
  return { losses, vectors: data };
}

describe.skipIf(!gpuBackend)(`training on ${gpuBackend}`, () => {
  const name = gpuBackend as BackendName;
  let backend: Backend;
  beforeAll(async () => {
    backend = await openBackend(name);
  });
  afterAll(() => backend.close());

  test.each<TrainOptions>([
    { optimizer: "sgd", alpha: 1, clipNorm: 1 },
    { optimizer: "adagrad", architecture: "skip-gram", window: 1 },
    { optimizer: "adam", negative: 0, hs: true },
  ])("continues from a checkpoint as if it had never stopped: %o", async (variant) => {
    const options = { ...small, epochs: 1, reports: 3, ...variant };
    const before = backend.tf.memory().numTensors;
    const whole = await finish(startTraining(sentences, options, backend.tf));
    const first = startTraining(sentences, options, backend.tf);
    const losses: number[] = [];
    for await (const { loss } of first) if (losses.push(loss) === 1) break;
    const checkpoint = decodeCheckpoint(encodeCheckpoint(await first.checkpoint()));
    first.close();
    const second = resumeTraining(checkpoint, sentences, options, backend.tf);
    expect((await second.checkpoint()).engine).toEqual(checkpoint.engine); // including the optimiser's tables
    const rest = await finish(second);
    expect(whole.losses).toHaveLength(3);
    expect(distance([...losses, ...rest.losses], whole.losses)).toBeLessThan(tolerance);
    expect(distance(rest.vectors, whole.vectors)).toBeLessThan(tolerance);
    expect(distance(whole.vectors, checkpoint.engine.tables.input?.data ?? [])).toBeGreaterThan(1e-3);
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  test("findLearningRate() finds the same losses as on cpu", async () => {
    const history = async (tf: Tensorflow): Promise<RangePoint[]> => {
      const points: RangePoint[] = [];
      const range = { from: 0.1, to: 2, steps: 12 };
      for await (const point of findLearningRate(sentences, small, tf, range)) points.push(point);
      return points;
    };
    const expected = await history((await openBackend("cpu")).tf);
    await openBackend(name);
    const before = backend.tf.memory().numTensors;
    const found = await history(backend.tf);
    expect(backend.tf.memory().numTensors).toBe(before);
    expect(found.map(({ alpha }) => alpha)).toEqual(expected.map(({ alpha }) => alpha));
    const [here, there] = [found, expected].map((points) => points.map(({ smoothed }) => smoothed));
    expect(distance(here ?? [], there ?? [])).toBeLessThan(tolerance);
    expect(Math.min(...(here ?? []))).toBeLessThan(0.99 * (here?.[0] as number));
  });

  test("findBatchSize() waits for the GPU, and leaves no tensor", async () => {
    const before = backend.tf.memory().numTensors;
    const start = performance.now();
    let seconds = 0;
    for await (const speed of findBatchSize(sentences, small, backend.tf, { sizes: [4, 32], seconds: 0.2 })) {
      expect(speed.seconds).toBeGreaterThanOrEqual(0.2);
      expect(speed.examplesPerSecond).toBeCloseTo((speed.batchSize * speed.updates) / speed.seconds, 6);
      seconds += speed.seconds;
    }
    expect(seconds).toBeLessThan((performance.now() - start) / 1000);
    expect(backend.tf.memory().numTensors).toBe(before);
  });
});
