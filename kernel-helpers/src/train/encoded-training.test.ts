import { expect, test } from "vitest";
import { openBackend } from "../backend/index.ts";
import { seededRandom } from "../base/index.ts";
import { corpusEncoder, type EncodedCorpus, type EncoderOptions } from "../vocabulary/index.ts";
import { resumeTraining, startTraining } from "./training.ts";
import type { Training } from "./training-by.ts";

/** Sentences of different lengths, among them one of 2,500 words, and words that occur once. */
function sentences(): string[][] {
  const random = seededRandom(5);
  const word = (): string => `w${Math.floor(40 * random() ** 2)}`;
  const some = Array.from({ length: 60 }, (_, i) => [...Array.from({ length: i % 9 }, word), `once${i}`]);
  return [...some, Array.from({ length: 2500 }, word)];
}

function encoded(options: EncoderOptions): EncodedCorpus {
  const encoder = corpusEncoder(options);
  for (const sentence of sentences()) encoder.add(sentence);
  return encoder.finish();
}

async function* stream(): AsyncGenerator<string[]> {
  for (const sentence of sentences()) yield sentence;
}

const options = { vectorSize: 5, minCount: 2, epochs: 2, reports: 4, batchSize: 64 } as const;

async function ended(training: Training): Promise<{ data: Float32Array; corpus: string }> {
  await training.finish();
  const { data } = await training.inputTable();
  const { corpus } = await training.checkpoint();
  training.close();
  return { data, corpus };
}

test.each(["reference", "tensor"])(
  "startTraining() gives the same bits for sentences, a stream and an encoded corpus with %s",
  async (engine) => {
    const tf = engine === "tensor" ? (await openBackend("cpu")).tf : undefined;
    const wanted = await ended(startTraining(sentences(), options, tf));
    expect(await ended(await startTraining(stream(), options, tf))).toEqual(wanted);
    for (const memory of [0, 2 ** 20]) {
      const corpus = encoded({ minCount: 2, maxSentenceLength: 0, memory });
      expect(await ended(startTraining(corpus, options, tf))).toEqual(wanted);
      corpus.close();
    }
  },
);

test("resumeTraining() continues to the same bits from an encoded corpus and a stream, wherever it stopped", async () => {
  const wanted = await ended(startTraining(sentences(), options));
  const training = startTraining(sentences(), options);
  for await (const { epoch } of training) if (epoch === 2) break;
  const checkpoint = await training.checkpoint();
  training.close();
  expect(checkpoint.position.sentence).toBeGreaterThan(0);
  const corpus = encoded({ minCount: 2, maxSentenceLength: 0 });
  expect(await ended(resumeTraining(checkpoint, corpus))).toEqual(wanted);
  expect(await ended(await resumeTraining(checkpoint, stream()))).toEqual(wanted);
});

test("a corpus with divided sentences has another fingerprint, and a checkpoint of whole ones refuses it", async () => {
  const training = startTraining(sentences(), options);
  const checkpoint = await training.checkpoint();
  training.close();
  const divided = encoded({ minCount: 2 });
  expect(() => resumeTraining(checkpoint, divided)).toThrow("Cannot resume as the corpus must be");
});

test("startTraining() takes minCount and maxVocab of an encoded corpus, and refuses others", () => {
  const corpus = encoded({ minCount: 2, maxVocab: 7 });
  const training = startTraining(corpus, { vectorSize: 2 });
  expect(training.settings).toMatchObject({ minCount: 2, maxVocab: 7 });
  expect(training.vocabulary.words).toHaveLength(7);
  training.close();
  expect(corpus.read(0, new Int32Array(1))).toBe(1); // the caller closes it
  expect(() => startTraining(corpus, { minCount: 3 })).toThrow(
    "Cannot train as minCount must be 2, with which the corpus was encoded: current value is 3. Remedy: leave minCount out",
  );
});

test("startTraining() keeps the maxVocab most frequent words of sentences", () => {
  const training = startTraining(sentences(), { ...options, maxVocab: 3 });
  const all = startTraining(sentences(), options);
  expect(training.vocabulary.words).toEqual(all.vocabulary.words.slice(0, 3));
  expect(() => startTraining(sentences(), { maxVocab: -1 })).toThrow("maxVocab must be a whole number >= 0");
  const seed = Number.MAX_SAFE_INTEGER;
  expect(() => startTraining(sentences(), { seed })).toThrow(
    `seed must be at most ${seed - 1}: current value is ${seed}`,
  );
  training.close();
  all.close();
});

test("startTraining() refuses a stream without words as it refuses sentences without", async () => {
  await expect(startTraining((async function* () {})(), options)).rejects.toThrow("there are no words");
  const rare = (async function* () {
    yield ["a", "b"];
  })();
  await expect(startTraining(rare, options)).rejects.toThrow("none of the 2 words occurs 2 times");
});
