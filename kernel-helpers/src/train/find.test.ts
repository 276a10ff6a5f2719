import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Backend, openBackend } from "../backend/index.ts";
import { plantedSentences } from "../corpus/index.ts";
import { KERNEL_HOST, type KernelHost } from "../host/index.ts";
import { type BatchSpeed, findBatchSize, suggestBatchSize } from "./find-batch-size.ts";
import { findLearningRate, suggestLearningRate } from "./find-learning-rate.ts";
import type { RangePoint } from "./range-test.ts";
import { startTraining } from "./training.ts";

const sentences = [...plantedSentences({ tokens: 4000 })].map((sentence) => sentence.split(" "));
const options = { vectorSize: 16, minCount: 1, sample: 0, batchSize: 256 } as const;

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Interrupts at the first question. */
function interruptNow(): void {
  (globalThis as { [KERNEL_HOST]?: KernelHost })[KERNEL_HOST] = {
    show: () => undefined,
    clear: () => undefined,
    interrupted: () => true,
  };
}

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend("wasm");
});
afterAll(() => backend.close());
afterEach(() => {
  delete (globalThis as { [KERNEL_HOST]?: KernelHost })[KERNEL_HOST];
});

describe("findLearningRate()", () => {
  test.each(["cbow", "skip-gram"] as const)(
    "shows a loss that stays, falls and explodes, and suggests a rate that trains: %s",
    async (architecture) => {
      const history = await all(findLearningRate(sentences, { ...options, architecture }, backend.tf));
      const start = 6 * Math.log(2);
      expect(history[0]).toMatchObject({ step: 1, steps: 100, alpha: 1e-4 });
      expect(history[9]?.smoothed).toBeGreaterThan(0.99 * start); // too small
      const lowest = Math.min(...history.map(({ smoothed }) => smoothed));
      expect(lowest).toBeLessThan(0.95 * start);
      expect(history.at(-1)!.smoothed > 1.3 * lowest || Number.isNaN(history.at(-1)!.smoothed)).toBe(true);
      const alpha = suggestLearningRate(history);
      const training = startTraining(sentences, { ...options, architecture, alpha }, backend.tf);
      const events = await all(training);
      training.close();
      expect(events.at(-1)?.loss).toBeLessThan(lowest);
    },
  );

  test("raises α by a constant factor, also with the reference engine", async () => {
    const range = { from: 0.01, to: 1, steps: 5 };
    const history = await all(findLearningRate(sentences, { ...options, batchSize: 20 }, undefined, range));
    history.forEach(({ alpha }, i) => {
      expect(alpha).toBeCloseTo(0.01 * 10 ** (i / 2), 12);
    });
  });

  test("ends at an interrupt and at a break, and leaves no tensor", async () => {
    const before = backend.tf.memory().numTensors;
    for await (const { step } of findLearningRate(sentences, options, backend.tf)) if (step === 2) break;
    expect(backend.tf.memory().numTensors).toBe(before);
    interruptNow();
    expect(await all(findLearningRate(sentences, options, backend.tf))).toHaveLength(1);
    expect(backend.tf.memory().numTensors).toBe(before);
  });

  test.each([
    [{ from: 0 }, "from must be > 0"],
    [{ from: 3, to: 3 }, "from must be < to, which is 3: current value is 3"],
    [{ steps: 1 }, "steps must be a whole number >= 2"],
  ])("refuses %o", async (range, message) => {
    await expect(all(findLearningRate(sentences, options, undefined, range))).rejects.toThrow(message);
  });

  test("reports that subsampling leaves nothing to train on", async () => {
    const pairs = [["a", "b"]];
    await expect(all(findLearningRate(pairs, { minCount: 1, sample: 1e-12 }))).rejects.toThrow(
      "none of the 1 sentences keeps two words",
    );
  });
});

test("suggestLearningRate() suggests no rate if the loss never fell", () => {
  const rising = [1, 2, 3].map(
    (step): Pick<RangePoint, "alpha" | "smoothed"> => ({
      alpha: step,
      smoothed: step === 3 ? Number.NaN : step,
    }),
  );
  expect(suggestLearningRate(rising)).toBeNaN();
  expect(suggestLearningRate([])).toBeNaN();
});

describe("findBatchSize()", () => {
  test("measures each size, and leaves no tensor", async () => {
    const before = backend.tf.memory().numTensors;
    const history = await all(
      findBatchSize(sentences, options, backend.tf, { sizes: [1, 512], seconds: 0.2 }),
    );
    expect(backend.tf.memory().numTensors).toBe(before);
    expect(history.map(({ batchSize }) => batchSize)).toEqual([1, 512]);
    for (const { batchSize, updates, seconds, examplesPerSecond } of history) {
      expect(seconds).toBeGreaterThanOrEqual(0.2);
      expect(examplesPerSecond).toBeCloseTo((batchSize * updates) / seconds, 6);
    }
    expect(history[1]!.examplesPerSecond).toBeGreaterThan(2 * history[0]!.examplesPerSecond);
    expect(suggestBatchSize(history)).toBe(512);
  });

  test("ends at an interrupt", async () => {
    interruptNow();
    expect(await all(findBatchSize(sentences, options, backend.tf, { seconds: 0.01 }))).toHaveLength(1);
  });

  test("refuses an invalid size", async () => {
    await expect(all(findBatchSize(sentences, options, backend.tf, { sizes: [0] }))).rejects.toThrow(
      "batchSize must be a whole number >= 1: current value is 0",
    );
  });
});

test("suggestBatchSize() takes the smallest that is nearly as fast as the fastest", () => {
  const history: Pick<BatchSpeed, "batchSize" | "examplesPerSecond">[] = [
    { batchSize: 4096, examplesPerSecond: 95 },
    { batchSize: 1024, examplesPerSecond: 91 },
    { batchSize: 16_384, examplesPerSecond: 100 },
    { batchSize: 64, examplesPerSecond: 20 },
  ];
  expect(suggestBatchSize(history)).toBe(1024);
  expect(suggestBatchSize(history, { share: 0.1 })).toBe(64);
  expect(suggestBatchSize([])).toBeNaN();
});
