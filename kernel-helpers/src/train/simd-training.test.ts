import { Worker } from "node:worker_threads";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { type Random, randomBelow, seededRandom } from "../base/index.ts";
import { plantedAnalogies, plantedSentences } from "../corpus/index.ts";
import { KERNEL_HOST, type KernelHost } from "../host/index.ts";
import { openSimd, type Simd, SimdModel, simdTask } from "../simd/index.ts";
import { analogy, wordVectors } from "../vectors/index.ts";
import { corpusEncoder } from "../vocabulary/index.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-format.ts";
import { settingsOf, type TrainOptions } from "./options.ts";
import type { TrainingProgress } from "./progress.ts";
import { resumeTraining, startTraining } from "./training.ts";
import type { Training } from "./training-by.ts";

const one: Simd = openSimd({ threads: 1 });
const options: TrainOptions = {
  vectorSize: 12,
  window: 3,
  minCount: 1,
  sample: 0.05,
  negative: 3,
  epochs: 3,
  reports: 7,
};

/** Sentences of 1 to 30 words, of which some are frequent, and one sentence that is longer than a piece. */
function textOf(random: Random, sentences: number): string[][] {
  const word = (): string => `w${Math.floor(40 * random() ** 2)}`;
  const text = Array.from({ length: sentences }, () =>
    Array.from({ length: 1 + randomBelow(30, random) }, word),
  );
  return [...text, Array.from({ length: 2500 }, word)];
}

async function eventsOf(training: Training): Promise<Partial<TrainingProgress>[]> {
  const events: Partial<TrainingProgress>[] = [];
  for await (const { seconds, tokensPerSecond, examplesPerSecond, secondsLeft, ...event } of training)
    events.push(event);
  return events;
}

afterEach(() => {
  vi.restoreAllMocks();
  delete (globalThis as { [KERNEL_HOST]?: KernelHost })[KERNEL_HOST];
});

test.each([
  { architecture: "cbow" },
  { architecture: "skip-gram" },
  { architecture: "skip-gram", hs: true, negative: 0 },
  { architecture: "cbow", cbowMean: false },
] as const)(
  "any split into rounds, and any restart between them, gives the same bits: %o",
  async (variant) => {
    const settings = settingsOf({ ...options, ...variant });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 1e6 }), async (seed) => {
        const random = seededRandom(seed);
        const encoder = corpusEncoder({ minCount: 1 });
        for (const sentence of textOf(random, 20)) encoder.add(sentence);
        const corpus = encoder.finish();
        const newModel = (): SimdModel =>
          new SimdModel(one, simdTask(corpus.vocabulary.counts, settings, corpus.tokens));
        const [whole, divided] = [newModel(), newModel()];
        const start = Float32Array.from(whole.tables.input, () => random() - 0.5);
        for (const model of [whole, divided]) model.tables.input.set(start);
        const never = async (): Promise<boolean> => false;
        await whole.run({ length: corpus.read(0, whole.ids()), done: 0, tokens: corpus.tokens }, never);
        let [model, place, done] = [divided, 0, 0];
        while (place < corpus.length) {
          const length = corpus.read(place, model.ids().subarray(0, 1001 + randomBelow(1000, random)));
          const part = await model.run({ length, done, tokens: 1 + randomBelow(200, random) }, never);
          place += part.ids;
          done += part.tokens;
          if (random() < 0.7) continue;
          const next = newModel(); // a restart: nothing but the tables goes on
          for (const name of ["input", "output"] as const) next.tables[name].set(model.tables[name]);
          model = next;
        }
        expect(done).toBe(corpus.tokens);
        expect(model.tables).toEqual(whole.tables);
      }),
      { numRuns: 8 },
    );
  },
);

test("a training that is resumed from any of its checkpoints has the events and vectors of one that never stopped", async () => {
  const text = textOf(seededRandom(3), 60);
  const whole = startTraining(text, options, one);
  const saved: Uint8Array[] = [];
  const events: Partial<TrainingProgress>[] = [];
  for await (const { seconds, tokensPerSecond, examplesPerSecond, secondsLeft, ...event } of whole) {
    events.push(event);
    saved.push(encodeCheckpoint(await whole.checkpoint()));
  }
  const wanted = await whole.inputTable();
  whole.close();
  for (const [i, bytes] of saved.entries()) {
    const resumed = resumeTraining(decodeCheckpoint(bytes), text, {}, one);
    expect(await eventsOf(resumed)).toEqual(events.slice(i + 1));
    expect(await resumed.inputTable()).toEqual(wanted);
    resumed.close();
  }
});

test("an interrupt between two events changes nothing either", async () => {
  const text = textOf(seededRandom(4), 2000);
  const long = {
    ...options,
    architecture: "skip-gram",
    vectorSize: 100,
    window: 10,
    negative: 10,
    reports: 1,
    sample: 0,
  } as const;
  let asked = 0;
  (globalThis as { [KERNEL_HOST]?: KernelHost })[KERNEL_HOST] = {
    show: () => undefined,
    clear: () => undefined,
    interrupted: () => ++asked === 1, // the training takes many turns, however busy the machine is
  };
  const halted = startTraining(text, long, one);
  const [last] = await eventsOf(halted);
  expect(last?.tokens).toBeLessThan(last?.totalTokens as number);
  const resumed = resumeTraining(
    decodeCheckpoint(encodeCheckpoint(await halted.checkpoint())),
    text,
    {},
    one,
  );
  const whole = startTraining(text, long, one);
  expect(await eventsOf(resumed)).toEqual(await eventsOf(whole));
  expect(await resumed.inputTable()).toEqual(await whole.inputTable());
});

test.each([1, 2, 3])(
  "%i threads train every token, find a planted structure, and end with the training",
  async (threads) => {
    const sentences = [...plantedSentences()].map((sentence) => sentence.split(" "));
    const terminate = vi.spyOn(Worker.prototype, "terminate");
    const simd = openSimd({ threads });
    expect(simd.report).toBe(`engine: simd, plain SIMD, ${threads} thread${threads > 1 ? "s" : ""}`);
    const options = { vectorSize: 32, sample: 1e-2, epochs: 1, reports: 1 }; // one round of several blocks
    const training = startTraining(sentences, options, simd);
    const events = await eventsOf(training);
    expect(events.at(-1)?.tokens).toBe(events.at(-1)?.totalTokens);
    const vectors = wordVectors(training.vocabulary.words, await training.inputTable());
    await vi.waitFor(() => expect(terminate).toHaveBeenCalledTimes(threads > 1 ? threads : 0)); // before close()
    training.close();
    const questions = plantedAnalogies();
    const right = questions.filter(
      ([a, b, c, d]) => analogy(vectors, { positive: [b, c], negative: [a], count: 1 })[0]?.word === d,
    );
    expect(right.length / questions.length).toBeGreaterThan(0.8);
  },
);

test("an interrupt stops several threads, and what they had is kept", async () => {
  let asked = 0;
  (globalThis as { [KERNEL_HOST]?: KernelHost })[KERNEL_HOST] = {
    show: () => undefined,
    clear: () => undefined,
    interrupted: () => ++asked > 1,
  };
  const text = textOf(seededRandom(5), 500);
  const simd = openSimd({ threads: 2 });
  const training = startTraining(text, { ...options, epochs: 100_000, reports: 1 }, simd);
  const [last, ...more] = await eventsOf(training);
  expect(more).toEqual([]);
  expect(last?.tokens).toBeGreaterThan(0);
  expect(last?.tokens).toBeLessThan(last?.totalTokens as number);
  const checkpoint = decodeCheckpoint(encodeCheckpoint(await training.checkpoint()));
  expect(checkpoint.position.tokens).toBe(last?.tokens);
  training.close();
  resumeTraining(checkpoint, text, {}, simd).close();
});

test.each<[TrainOptions, string]>([
  [
    { negative: 0 },
    "negative must be >= 1, or 0 with hierarchical softmax on the simd engine: current value is 0",
  ],
  [
    { optimizer: "adam" },
    "optimizer must be sgd on the simd engine: current value is adam. Remedy: leave optimizer out",
  ],
  [
    { batchSize: 512 },
    "batchSize must be left out on the simd engine, which takes no batches: current value is 512. Remedy: leave batchSize out",
  ],
  [{ rowStep: 0 }, "rowStep must be left out on the simd engine, which takes no batches: current value is 0"],
  [{ clipNorm: 1 }, "clipNorm must be 0 on the simd engine: current value is 1"],
  [
    { vectorSize: 20_000_000 },
    "numbers and window 3 on the simd engine: they need 6.4 GB, and WebAssembly reaches 4.0 GB. Remedy: vectors of at most 11918192 numbers",
  ],
  [
    { window: 1_000_000_000 },
    "and window 1000000000 on the simd engine: they need 37.3 GB, and WebAssembly reaches 4.0 GB. Remedy: window of at most 107,",
  ],
  [{ negative: 1001 }, "negative must be <= 1000 on the simd engine: current value is 1001. Remedy: leave"],
])("the engine refuses %o", (refused, message) => {
  expect(() => startTraining(textOf(seededRandom(6), 50), { ...options, ...refused }, one)).toThrow(message);
});

test("the other engines refuse what only this one can do", () => {
  expect(() => startTraining(textOf(seededRandom(6), 9), { ...options, cCompat: true })).toThrow(
    "Cannot train as cCompat must be false on the reference engine: current value is true. Remedy: leave cCompat out, or train on the engine simd",
  );
});

test.each(["cbow", "skip-gram"] as const)("one word alone has no noise: %s", (architecture) => {
  const training = (): Training => startTraining([["a", "a", "a"]], { ...options, architecture }, one);
  expect(training).toThrow(
    "Cannot train with noise words as the vocabulary must have two words or more: it has 1. Remedy: more text, or a smaller minCount",
  );
});

test.each([2 ** 53 - 1, 1e9])(
  "at most one event comes for each sentence of %i reports, and the last one is the end",
  async (reports) => {
    const text = textOf(seededRandom(8), 40);
    for (const by of [one, undefined]) {
      const training = startTraining(text, { ...options, reports }, by);
      const seen: number[] = [];
      let checkpoint = await training.checkpoint();
      for await (const { tokens } of training) {
        expect(tokens).toBeGreaterThan(seen.at(-1) ?? 0);
        seen.push(tokens);
        if (seen.length === 50) checkpoint = await training.checkpoint();
      }
      const restored = decodeCheckpoint(encodeCheckpoint(await training.checkpoint()));
      expect(restored.position.tokens).toBe(seen.at(-1));
      training.close();
      const old = { ...checkpoint, position: { ...checkpoint.position, reported: 2 ** 52 } }; // counted without the limit
      const resumed = resumeTraining(old, text, {}, by);
      expect((await eventsOf(resumed)).map(({ tokens }) => tokens)).toEqual(seen.slice(50));
      resumed.close();
    }
  },
);

test("a checkpoint goes on with its own binary only", async () => {
  const text = textOf(seededRandom(7), 20);
  const training = startTraining(text, options, openSimd({ threads: 1, binary: "relaxed" }));
  const checkpoint = await training.checkpoint();
  expect(checkpoint).toMatchObject({ by: "simd", backend: "relaxed" });
  expect(() => resumeTraining(checkpoint, text, {}, one)).toThrow(
    'Cannot resume as the binary must be relaxed, as in the checkpoint: current value is plain. Remedy: use the engine with binary "relaxed", or train',
  );
});
