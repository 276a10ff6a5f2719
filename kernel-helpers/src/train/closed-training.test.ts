import { describe, expect, test } from "vitest";
import { openSimd } from "../simd/index.ts";
import { corpusEncoder, type EncodedCorpus } from "../vocabulary/index.ts";
import { startTraining } from "./training.ts";

const sentences = Array.from({ length: 20 }, () => ["a", "b", "c", "d"]);
const options = { vectorSize: 4, minCount: 1, sample: 0, epochs: 3, reports: 20 } as const;

function encoded(): EncodedCorpus {
  const encoder = corpusEncoder({ minCount: 1 });
  for (const sentence of sentences) encoder.add(sentence);
  return encoder.finish();
}

describe.each([
  ["reference", undefined],
  ["simd", openSimd({ threads: 1 })],
])("with the engine %s", (_, by) => {
  test("a training that was closed does not go on", async () => {
    const training = startTraining(sentences, options, by);
    for await (const _ of training) break;
    training.close();
    await expect(training.finish()).rejects.toThrow(
      "Cannot go on with the training as it was closed. Remedy: close it at the end, or resume it",
    );
  });

  test("a training that is over may be closed before its last loop ends", async () => {
    const training = startTraining(sentences, options, by);
    await training.finish();
    training.close();
    await training.finish();
  });

  test("a corpus that was closed is no end of the text", async () => {
    const corpus = encoded();
    const training = startTraining(corpus, options, by);
    for await (const _ of training) break;
    corpus.close();
    await expect(training.finish()).rejects.toThrow("Cannot read the corpus: it was closed. Remedy: ");
  });

  test("two loops at once take turns, and no checkpoint is taken while either works", async () => {
    const training = startTraining(sentences, options, by);
    const [one, other] = [training[Symbol.asyncIterator](), training[Symbol.asyncIterator]()];
    const [first, second] = [one.next(), other.next()];
    const { value } = await first;
    await expect(training.checkpoint()).rejects.toThrow("working towards its next event");
    expect((await second).value.tokens).toBeGreaterThan(value.tokens);
    const held = training.checkpoint();
    await one.next();
    expect((await held).position.tokens).toBe((await second).value.tokens);
    training.close();
  });
});
