import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { type Backend, openBackend, type Tensorflow } from "../backend/index.ts";
import { randomBelow, row, seededRandom } from "../base/index.ts";
import { plantedAnalogies, plantedSentences } from "../corpus/index.ts";
import { KERNEL_HOST, type KernelHost } from "../host/index.ts";
import { openSimd, type Simd } from "../simd/index.ts";
import { analogy, cosineSimilarity, wordVectors } from "../vectors/index.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-format.ts";
import { findLearningRate } from "./find-learning-rate.ts";
import { settingsOf, type TrainOptions, trainDefaults } from "./options.ts";
import { endLine, progressLine, type TrainingProgress } from "./progress.ts";
import { planTraining, resumeTraining, startTraining } from "./training.ts";
import type { Training } from "./training-by.ts";

/** Two topics that never share a sentence: words of one topic must end up nearer to each other than to the other's. */
const random = seededRandom(5);
const topics = Array.from({ length: 300 }, (_, i) => {
  const words = i % 2 === 0 ? ["sun", "rain", "cloud", "wind"] : ["bread", "milk", "apple", "cheese"];
  return Array.from({ length: 5 }, () => words[randomBelow(4, random)] as string);
});

const unbatched: TrainOptions = {
  vectorSize: 8,
  window: 2,
  minCount: 1,
  sample: 0,
  negative: 3,
  epochs: 4,
  alpha: 0.1,
  reports: 8,
};
const small: TrainOptions = { ...unbatched, batchSize: 16 };

async function finish(training: Training): Promise<TrainingProgress[]> {
  const events: TrainingProgress[] = [];
  for await (const event of training) events.push(event);
  return events;
}

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend("wasm");
});
afterAll(() => backend.close());
afterEach(() => {
  vi.restoreAllMocks();
  delete (globalThis as { [KERNEL_HOST]?: KernelHost })[KERNEL_HOST];
});

const layers: TrainOptions[] = [{ negative: 3 }, { negative: 0 }, { negative: 0, hs: true }];

describe.each([
  ["reference", (): Tensorflow | Simd | undefined => undefined],
  ["tensor", (): Tensorflow | Simd | undefined => backend.tf],
  ["simd", (): Tensorflow | Simd | undefined => openSimd({ threads: 1 })],
] as const)("the engine %s", (name, tf) => {
  const own = name === "simd" ? unbatched : small;
  const trainable = layers.filter(({ negative, hs }) => name !== "simd" || negative !== 0 || hs === true);
  const both = (["cbow", "skip-gram"] as const).flatMap((architecture) =>
    trainable.map((layer) => ({ architecture, ...layer })),
  );

  test.each(both)("learns which words go together: %o", async (options) => {
    const training = startTraining(topics, { ...own, ...options, epochs: 10 }, tf());
    expect(training.engine).toBe(name);
    const events = await finish(training);
    expect(events.at(-1)?.loss).toBeLessThan(events[0]?.loss as number);
    const table = await training.inputTable();
    training.close();
    const vector = (word: string): Float32Array => row(table, training.vocabulary.ids.get(word) as number);
    const together = cosineSimilarity(vector("sun"), vector("rain"));
    const apart = cosineSimilarity(vector("sun"), vector("milk"));
    expect(together - apart).toBeGreaterThan(0.5);
  });

  const trained = async (options: TrainOptions): Promise<ArrayLike<number>> => {
    const training = startTraining(topics, { ...own, ...options }, tf());
    await training.finish();
    const { data } = await training.inputTable();
    training.close();
    return data;
  };

  test("gives the same vectors for the same seed, and different ones for another seed", async () => {
    expect(await trained({ seed: 3 })).toEqual(await trained({ seed: 3 }));
    expect(await trained({ seed: 3 })).not.toEqual(await trained({ seed: 4 }));
  });

  if (name !== "simd") {
    test("limits the length of the whole gradient by clipNorm", async () => {
      const length = (data: ArrayLike<number>): number => Math.hypot(...Array.from(data));
      expect(length(await trained({ clipNorm: 1e-3 }))).toBeLessThan(length(await trained({})) / 2);
    });
  }

  test("reports at equal intervals up to the end, with a falling rate", async () => {
    const training = startTraining(topics, own, tf());
    const events = await finish(training);
    training.close();
    expect(events).toHaveLength(8);
    expect(events.at(-1)).toMatchObject({ tokens: 6000, totalTokens: 6000, epoch: 4, secondsLeft: 0 });
    expect(events.map(({ tokens }) => tokens)).toEqual([750, 1500, 2250, 3000, 3750, 4500, 5250, 6000]);
    const rates = events.map(({ alpha }) => alpha);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
    expect(rates.at(-1)).toBeCloseTo(own.minAlpha ?? 0.0001, 3);
    expect(events.every(({ loss }) => loss > 0)).toBe(true);
  });

  test("continues where the loop was left", async () => {
    const halted = startTraining(topics, own, tf());
    for await (const { epoch } of halted) if (epoch === 2) break;
    await halted.finish();
    const whole = startTraining(topics, own, tf());
    await whole.finish();
    expect(await halted.inputTable()).toEqual(await whole.inputTable());
    halted.close();
    whole.close();
  });

  test("ends after one last event if the user interrupts, and keeps what it has learned", async () => {
    let asked = 0;
    (globalThis as { [KERNEL_HOST]?: KernelHost })[KERNEL_HOST] = {
      show: () => undefined,
      clear: () => undefined,
      interrupted: () => ++asked > 1,
    };
    const training = startTraining(topics, { ...own, epochs: 100_000, reports: 1 }, tf());
    const events = await finish(training);
    expect(events).toHaveLength(1);
    expect(events[0]?.tokens).toBeLessThan(events[0]?.totalTokens as number);
    expect((await training.inputTable()).data.every(Number.isFinite)).toBe(true);
    training.close();
  });
});

test("the engines agree, one example at a time, in float32 and float64", async () => {
  for (const architecture of ["cbow", "skip-gram"] as const) {
    for (const layer of [{ negative: 0 }, { negative: 3 }, { negative: 0, hs: true }]) {
      const options = { ...small, architecture, ...layer, batchSize: 1, epochs: 1 };
      const [slow, fast] = [startTraining(topics, options), startTraining(topics, options, backend.tf)];
      const [slowEvents, fastEvents] = [await finish(slow), await finish(fast)];
      expect(fastEvents.map(({ examples }) => examples)).toEqual(slowEvents.map(({ examples }) => examples));
      fastEvents.forEach(({ loss }, i) => {
        expect(loss).toBeCloseTo(slowEvents[i]?.loss as number, 4);
      });
      const [expected, actual] = [await slow.inputTable(), await fast.inputTable()];
      expected.data.forEach((x, i) => {
        expect(Math.abs((actual.data[i] as number) - x)).toBeLessThan(1e-4); // thousands of float32 roundings
      });
      slow.close();
      fast.close();
    }
  }
});

test("the tensor engine leaves no tensor behind", async () => {
  const before = backend.tf.memory().numTensors;
  const training = startTraining(topics, small, backend.tf);
  await training.finish();
  await training.inputTable();
  training.close();
  expect(backend.tf.memory().numTensors).toBe(before);
});

test.each([
  [{ vectorSize: 0 }, "Cannot train as vectorSize must be a whole number >= 1: current value is 0"],
  [{ negative: -1 }, "Cannot train as negative must be a whole number >= 0: current value is -1"],
  [
    { hs: true, negative: 5 },
    "Cannot train as negative must be 0 with hs: current value is 5. Remedy: leave negative",
  ],
  [{ hs: 1 as unknown as boolean }, "Cannot train as hs must be true or false: current value is 1"],
  [{ alpha: Number.NaN }, "Cannot train as alpha must be > 0 and finite: current value is NaN"],
  [{ minAlpha: 1 }, "Cannot train as minAlpha must be <= alpha, which is 0.1: current value is 1"],
  [{ nsExponent: Number.NaN }, "Cannot train as nsExponent must be a finite number: current value is NaN"],
  [{ rowStep: -1 }, "Cannot train as rowStep must be > 0 and finite: current value is -1"],
  [{ clipNorm: Number.NaN }, "Cannot train as clipNorm must be > 0 and finite: current value is NaN"],
  [
    { optimizer: "rmsprop" as "sgd" },
    'optimizer must be one of sgd, adagrad, adam: current value is "rmsprop"',
  ],
  [
    { tokenizer: "jieba" as "words" },
    'Cannot train as tokenizer must be one of words, chinese, japanese, whitespace: current value is "jieba"',
  ],
  [
    { tokenizer: ["words"] as unknown as "words" },
    'as tokenizer must be one of words, chinese, japanese, whitespace: current value is ["words"]',
  ],
  [
    { vector_size: 9 } as TrainOptions,
    'Cannot train as "vector_size" must be one of the options: current value is 9. Remedy: leave it out; perhaps you mean vectorSize',
  ],
  [{ epoch: 9 } as TrainOptions, "perhaps you mean epochs"],
  [{ foo: 1 } as TrainOptions, "leave it out; the options are architecture, vectorSize, window,"],
  [
    { architecture: "skipgram" as "cbow" },
    'as architecture must be "cbow" or "skip-gram": current value is "skipgram"',
  ],
])("startTraining() refuses %o", (options, message) => {
  expect(() => startTraining(topics, options)).toThrow(message);
});

test.each<[unknown, string]>([
  [null, "the text must be an array of sentences, each an array of tokens: current value is null. Remedy:"],
  [undefined, "current value is undefined"],
  ["abc", 'current value is "abc"'],
  [{}, "current value is {}"],
  [
    ["abc", "abc"],
    'each sentence must be an array of tokens: current value is "abc", sentence 0. Remedy: divide',
  ],
  [[["a", "b"], null], "current value is null, sentence 1"],
  [[["a", 1, "b"]], "each token must be a string: current value is 1, token 1 of sentence 0. Remedy: divide"],
])("a text must be sentences of tokens, not %j", async (text, message) => {
  const sentences = text as string[][];
  for (const by of [undefined, openSimd({ threads: 1 })]) {
    expect(() => startTraining(sentences, unbatched, by)).toThrow(message);
  }
  expect(() => planTraining(sentences, small, { engine: "tensor" })).toThrow(message);
  await expect(findLearningRate(sentences, small).next()).rejects.toThrow(message);
  if (!Array.isArray(text)) return;
  const stream = async function* (): AsyncGenerator<string[]> {
    yield* sentences;
  };
  await expect(startTraining(stream(), small)).rejects.toThrow(message);
});

test("settingsOf() gives each architecture and each optimiser its own default rate", () => {
  expect(settingsOf({})).toEqual(trainDefaults);
  for (const layer of [{}, { hs: true }, { negative: 0 }]) {
    expect(settingsOf(layer).alpha).toBe(0.1);
    expect(settingsOf({ ...layer, architecture: "cbow", optimizer: "sgd" }).alpha).toBe(0.1);
    expect(settingsOf({ ...layer, architecture: "skip-gram" }).alpha).toBe(0.025);
  }
  for (const architecture of ["cbow", "skip-gram"] as const) {
    expect(settingsOf({ architecture, optimizer: "adagrad" }).alpha).toBe(0.1);
    expect(settingsOf({ architecture, optimizer: "adam" }).alpha).toBe(0.005);
    expect(settingsOf({ architecture, optimizer: "adam", alpha: 0.01 }).alpha).toBe(0.01);
    expect(settingsOf({ architecture, alpha: 0.03 }).alpha).toBe(0.03);
  }
});

test("one pass is enough for CBOW to find a planted structure with its default rate, and not with gensim's", async () => {
  const sentences = [...plantedSentences()].map((sentence) => sentence.split(" "));
  const solved = async (options: TrainOptions): Promise<number> => {
    const training = startTraining(
      sentences,
      { vectorSize: 16, sample: 1e-2, epochs: 1, ...options },
      backend.tf,
    );
    await training.finish();
    const vectors = wordVectors(training.vocabulary.words, await training.inputTable());
    training.close();
    const questions = plantedAnalogies();
    const right = questions.filter(
      ([a, b, c, d]) => analogy(vectors, { positive: [b, c], negative: [a], count: 1 })[0]?.word === d,
    );
    return right.length / questions.length;
  };
  for (const layer of [{}, { hs: true }, { negative: 0 }]) {
    expect(await solved(layer)).toBeGreaterThan(0.8);
    expect(await solved({ ...layer, alpha: 0.025 })).toBeLessThan(0.6);
  }
});

test("a checkpoint that recorded another default rate goes on with it", async () => {
  const { alpha: _, ...rest } = small;
  const earlier = startTraining(topics, { ...rest, alpha: 0.025 }); // CBOW's default before it was 0.1
  const checkpoint = decodeCheckpoint(encodeCheckpoint(await earlier.checkpoint()));
  await earlier.finish();
  const resumed = resumeTraining(checkpoint, topics);
  expect(resumed.settings.alpha).toBe(0.025);
  await resumed.finish();
  expect(await resumed.inputTable()).toEqual(await earlier.inputTable());
  earlier.close();
  resumed.close();
});

test("settingsOf() sets negative to 0 with hs, and to 5 without", () => {
  expect(settingsOf({ hs: true })).toEqual({ ...trainDefaults, hs: true, negative: 0 });
  expect(settingsOf({ hs: false }).negative).toBe(5);
});

test.each(["adagrad", "adam"] as const)(
  "%s learns which words go together, with its own default rate",
  async (optimizer) => {
    const { alpha: _, ...rest } = small;
    const training = startTraining(topics, { ...rest, optimizer, epochs: 10 }, backend.tf);
    await training.finish();
    const table = await training.inputTable();
    training.close();
    const vector = (word: string): Float32Array => row(table, training.vocabulary.ids.get(word) as number);
    const together = cosineSimilarity(vector("sun"), vector("rain"));
    const apart = cosineSimilarity(vector("sun"), vector("milk"));
    expect(together - apart).toBeGreaterThan(0.5);
  },
);

test("progressLine() shows the part done, loss, rate and time left", () => {
  const event: TrainingProgress = {
    tokens: 50,
    totalTokens: 200,
    epoch: 1,
    examples: 500,
    loss: 2.34567,
    alpha: 0.02,
    seconds: 5,
    tokensPerSecond: 10,
    examplesPerSecond: 12_345.6,
    secondsLeft: 14.2,
  };
  expect(progressLine(event)).toBe("25 % · epoch 1 · loss 2.346 · 12,346 examples/s · 15 s left");
  expect(progressLine({ ...event, examples: 0, loss: Number.NaN })).toContain("epoch 1 · no example yet · ");
  expect(progressLine({ ...event, loss: Number.NaN }, 500)).toContain("epoch 1 · no new example · ");
  expect(progressLine({ ...event, seconds: 1.9 })).toBe("25 % · epoch 1 · loss 2.346 · 12,346 examples/s");
  expect(progressLine({ ...event, tokens: 119, totalTokens: 1000 })).toMatch(/^11 % /); // as endLine() says
});

test("endLine() is the title of a whole training, and says how far one came that was stopped", async () => {
  const training = startTraining(topics, small);
  const events: TrainingProgress[] = [];
  for await (const event of training) events.push(event);
  training.close();
  expect(endLine("Topics", events.at(-1)!)).toBe("Topics");
  expect(endLine("Topics", { ...events[0]!, tokens: 89, totalTokens: 1000 })).toBe(
    "Topics, stopped at 8 %: the vectors so far remain",
  );
});

test("startTraining() refuses sentences that give no example; the loop does, if subsampling leaves none", async () => {
  const message = "none of the 2 sentences keeps two words. Remedy: more text, a smaller minCount";
  expect(() => startTraining([["sun"], ["rain"]], small)).toThrow(message);
  const thinned = startTraining(
    [
      ["sun", "sun"],
      ["sun", "sun"],
    ],
    { ...small, sample: 1e-300 },
  );
  await expect(finish(thinned)).rejects.toThrow(message);
  thinned.close();
});

test("startTraining() warns of tokens that are whole phrases, also if none of them is frequent enough; resuming does not", async () => {
  const warn = vi.spyOn(console, "warn").mockReturnValue();
  const said = (): number => warn.mock.calls.splice(0).length;
  const phrases = ["国王爱王后王后爱国王", "王后爱国王国王爱王后"];
  const training = startTraining([phrases], { ...small, window: 1 });
  expect(warn.mock.calls[0]?.[0]).toMatch(/^warning: tokens of Han characters .* 10\.0 characters /);
  expect(said()).toBe(1);
  const checkpoint = await training.checkpoint();
  training.close();
  resumeTraining(checkpoint, [phrases]).close();
  startTraining(topics, small).close();
  expect(said()).toBe(0);
  expect(() => startTraining([phrases], { minCount: 5 })).toThrow("none of the 2 words occurs 5 times");
  expect(said()).toBe(1);
});

test("a sentence may be longer than a call has room for arguments", async () => {
  const long = Array.from({ length: 500_000 }, (_, i) => `w${i % 3}`);
  const training = startTraining([long], { ...small, vectorSize: 1, window: 1, epochs: 1 });
  expect((await training.checkpoint()).corpus).toMatch(/^3 words, 1 sentences, CRC-32C [0-9a-f]{8}$/);
  training.close();
});
