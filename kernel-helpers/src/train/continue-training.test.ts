import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Backend, openBackend, type Tensorflow } from "../backend/index.ts";
import { plantedSentences } from "../corpus/index.ts";
import { openSimd, type Simd } from "../simd/index.ts";
import { neighbours, wordVectors } from "../vectors/index.ts";
import { corpusEncoder, type EarlierWords, type EncodedCorpus } from "../vocabulary/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import golden from "./checkpoint-before-hs.json" with { type: "json" };
import { decodeCheckpoint, encodeCheckpoint } from "./checkpoint-format.ts";
import { wordsBefore } from "./continued-settings.ts";
import { settingsOf, type TrainOptions } from "./options.ts";
import { continueTraining, planTraining, resumeTraining, startTraining } from "./training.ts";
import type { Training } from "./training-by.ts";

const first = Array.from({ length: 30 }, (_, i) => ["sun", "rain", "wind", i % 2 ? "fog" : "snow"]);
const second = Array.from({ length: 40 }, (_, i) => [
  "rain",
  "wind",
  "hail",
  i % 2 ? "frost" : "hail",
  "sleet",
]);
const options: TrainOptions = {
  vectorSize: 4,
  minCount: 5,
  epochs: 2,
  reports: 4,
  sample: 0.2,
  seed: 3,
};

async function ended(training: Training): Promise<Checkpoint> {
  await training.finish();
  const checkpoint = decodeCheckpoint(encodeCheckpoint(await training.checkpoint()));
  training.close();
  return checkpoint;
}

async function eventsOf(training: Training): Promise<unknown[]> {
  const events: unknown[] = [];
  for await (const { loss, tokens, examples, alpha } of training)
    events.push({ loss, tokens, examples, alpha });
  return events;
}

function encoded(earlier: EarlierWords | undefined): EncodedCorpus {
  const encoder = corpusEncoder({ minCount: 5, earlier });
  for (const sentence of second) encoder.add(sentence);
  return encoder.finish();
}

async function* stream(): AsyncGenerator<string[]> {
  yield* second;
}

describe.each(["reference", "tensor", "simd"] as const)("continueTraining() with %s", (name) => {
  let backend: Backend | undefined;
  let by: Tensorflow | Simd | undefined;
  let earlier: Checkpoint;
  const optimizer = name === "simd" ? "sgd" : name === "tensor" ? "adam" : "adagrad";
  const batches = name === "tensor" ? { batchSize: 16 } : {};
  beforeAll(async () => {
    if (name === "tensor") backend = await openBackend("cpu");
    by = name === "simd" ? openSimd({ threads: 1 }) : backend?.tf;
    earlier = await ended(startTraining(first, { ...options, ...batches, optimizer }, by));
  });
  afterAll(() => backend?.close());

  test("begins with the old rows as they were, the new ones as in a new model, and nothing remembered of them", async () => {
    const training = continueTraining(earlier, second, { seed: 9 }, by);
    const { engine, vocabulary, position } = await training.checkpoint();
    const words = ["sun", "rain", "wind", "snow", "fog", "hail", "sleet", "frost"];
    expect(training.vocabulary.words).toEqual(words);
    expect([...training.vocabulary.counts]).toEqual([30, 70, 70, 15, 15, 60, 40, 20]);
    expect(vocabulary).toEqual({
      words,
      counts: [30, 70, 70, 15, 15, 60, 40, 20],
      earlier: [30, 30, 30, 15, 15],
    });
    expect(position).toMatchObject({ epoch: 1, tokens: 0, examples: 0, reported: 0 });
    const text = [words, ...second];
    const fresh = startTraining(text, { ...options, ...batches, minCount: 1, seed: 9, optimizer }, by);
    const start = (await fresh.checkpoint()).engine.tables;
    for (const [table, { data, rows }] of Object.entries(engine.tables)) {
      expect(rows).toBe(8);
      const old = earlier.engine.tables[table]!.data;
      expect(data.subarray(0, 20)).toEqual(old);
      expect(data.subarray(20)).toEqual(start[table]!.data.subarray(20));
      expect(data.subarray(20).some((x) => x !== 0)).toBe(table === "input");
    }
    expect(engine).toMatchObject({ updates: earlier.engine.updates, held: [], examples: 0, lossSum: 0 });
    fresh.close();
    training.close();
  });

  test("trains on the new text alone: words that are not in it keep their rows of the input table", async () => {
    const after = await ended(continueTraining(earlier, second, { sample: 0 }, by));
    const [old, now] = [earlier, after].map(({ engine }) => engine.tables.input!.data) as [
      Float32Array,
      Float32Array,
    ];
    const moved = [0, 1, 2, 3, 4].map((id) => [0, 1, 2, 3].some((k) => old[4 * id + k] !== now[4 * id + k]));
    expect(moved).toEqual([false, true, true, false, false]);
    expect(after.position.tokens).toBe(2 * 200);
    expect(after.settings).toEqual({ ...earlier.settings, sample: 0 });
  });

  test("is resumed to the bit from each of its checkpoints, for every form of the text", async () => {
    const whole = continueTraining(earlier, second, {}, by);
    const saved: Checkpoint[] = [await whole.checkpoint()];
    const events: unknown[] = [];
    for await (const { loss, tokens, examples, alpha } of whole) {
      events.push({ loss, tokens, examples, alpha });
      saved.push(decodeCheckpoint(encodeCheckpoint(await whole.checkpoint())));
    }
    const wanted = await whole.inputTable();
    whole.close();
    for (const [i, checkpoint] of saved.entries()) {
      const before = wordsBefore({ from: checkpoint });
      const text = [() => second, () => encoded(before), stream][i % 3]!();
      const resumed = await resumeTraining(checkpoint, text as string[][], {}, by);
      expect(await eventsOf(resumed)).toEqual(events.slice(i));
      expect(await resumed.inputTable()).toEqual(wanted);
      resumed.close();
    }
    const going = [encoded(earlier.vocabulary), stream()];
    for (const text of going) {
      const training = await continueTraining(earlier, text as EncodedCorpus, {}, by);
      expect(await eventsOf(training)).toEqual(events);
      expect(await training.inputTable()).toEqual(wanted);
      training.close();
    }
  });

  test("goes on again, and adds up the counts of three texts", async () => {
    const again = continueTraining(await ended(continueTraining(earlier, second, {}, by)), first, {}, by);
    expect([...again.vocabulary.counts]).toEqual([60, 100, 100, 30, 30, 60, 40, 20]);
    const checkpoint = await ended(again);
    resumeTraining(checkpoint, first, {}, by).close();
    expect(() => resumeTraining(checkpoint, second, {}, by)).toThrow(
      "Cannot resume as the corpus must be 8 words",
    );
  });

  test.each<[TrainOptions, string]>([
    [
      { vectorSize: 5 },
      "as vectorSize must be 4, as in the checkpoint: current value is 5. Remedy: leave vectorSize out",
    ],
    [
      { architecture: "skip-gram" },
      "as architecture must be cbow, as in the checkpoint: current value is skip-gram",
    ],
    [{ hs: true, negative: 0 }, "as hs must be false, as in the checkpoint: current value is true"],
    [{ negative: 0 }, "as negative must be >= 1, as in the checkpoint: current value is 0"],
    [
      { optimizer: name === "simd" ? "adam" : "sgd" },
      `as optimizer must be ${optimizer}, as in the checkpoint`,
    ],
    [
      { tokenizer: "whitespace" },
      "as tokenizer must be words, as in the checkpoint: current value is whitespace",
    ],
  ])("refuses %o, which would change what the tables mean", (changed, message) => {
    expect(() => continueTraining(earlier, second, changed, by)).toThrow(
      `Cannot go on with more text ${message}`,
    );
  });

  test("refuses another engine, a corpus of other words, and a text without words", () => {
    const other = name === "simd" ? undefined : openSimd({ threads: 1 });
    expect(() => continueTraining(earlier, second, {}, other)).toThrow(
      `Cannot go on with more text as the engine must be ${name}, as in the checkpoint: current value is ${other ? "simd" : "reference"}`,
    );
    for (const corpus of [encoded(undefined), encoded({ words: ["rain"], counts: [30] })]) {
      expect(() => continueTraining(earlier, corpus, {}, by)).toThrow(
        "must begin with the 5 earlier words of the checkpoint, with their counts: it has",
      );
    }
    expect(() => continueTraining(earlier, [["unseen", "words"]], {}, by)).toThrow("none of the 1 sentences");
    const { input, ...tables } = earlier.engine.tables;
    const torn = {
      ...earlier,
      engine: { ...earlier.engine, tables: { ...tables, input: { ...input!, rows: 4 } } },
    };
    expect(() => continueTraining(torn, second, {}, by)).toThrow(
      "Cannot go on with more text as the checkpoint's table input must be 5 × 4",
    );
  });
});

test("a checkpoint without words says how it gets them", () => {
  const old = decodeCheckpoint(Uint8Array.from(Buffer.from(golden.reference.checkpoint, "base64")));
  expect(old).not.toHaveProperty("vocabulary");
  expect(() => continueTraining(old, second)).toThrow(
    "Cannot go on with more text: the checkpoint has no words, as an older version of the course wrote it. Remedy: resume it once",
  );
});

test("the remedy works: an old checkpoint that is resumed and saved has words", async () => {
  const old = decodeCheckpoint(Uint8Array.from(Buffer.from(golden.reference.checkpoint, "base64")));
  const text = golden.sentences.map((sentence) => sentence.split(" "));
  const again = await ended(resumeTraining(old, text));
  expect((await ended(continueTraining(again, second))).vocabulary?.words).toContain("hail");
});

test("hierarchical softmax, whose tree would be another one, is refused before a text is read", async () => {
  const earlier = await ended(startTraining(first, { ...options, hs: true }));
  expect(() => planTraining(second, {}, { earlier, engine: "reference" })).toThrow(
    "Cannot go on with more text as hs must be false: current value is true. The rows of its output table are nodes of a tree",
  );
});

test("options have the checkpoint's values unless they are given, and maxVocab is 0", async () => {
  const earlier = await ended(startTraining(first, { ...options, alpha: 0.05, maxVocab: 4 }));
  const going = continueTraining(earlier, second, { epochs: 7, window: 2, negative: 9, nsExponent: 1 });
  expect(going.settings).toEqual({
    ...settingsOf({ ...options, alpha: 0.05 }),
    epochs: 7,
    window: 2,
    negative: 9,
    nsExponent: 1,
  });
  expect(going.vocabulary.words.length).toBeGreaterThan(4);
});

test("a word that only the new text has stands among its like", async () => {
  const weather = (tokens: string[]): boolean => tokens.includes("storm");
  const all = [...plantedSentences()].map((sentence) => sentence.split(" "));
  const simd = openSimd({ threads: 1 });
  const old = all.filter((tokens) => !weather(tokens));
  const earlier = await ended(startTraining(old, { vectorSize: 32, sample: 1e-2, epochs: 5 }, simd));
  expect(earlier.vocabulary?.words).not.toContain("storm");
  expect(earlier.vocabulary?.words).toContain("snow");
  const training = continueTraining(earlier, all.filter(weather), {}, simd);
  await training.finish();
  const vectors = wordVectors(training.vocabulary.words, await training.inputTable());
  const topic = ["rain", "wind", "cloud", "snow", "frost", "thunder", "fog"];
  const near = neighbours(vectors, "storm", { count: 5 }).map(({ word }) => word);
  expect(near.filter((word) => topic.includes(word)).length).toBeGreaterThanOrEqual(4);
  training.close();
});
