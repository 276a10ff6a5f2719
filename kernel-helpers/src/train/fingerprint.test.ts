import { expect, test } from "vitest";
import { host } from "#host";
import { tokenizer } from "../tokens/index.ts";
import { fingerprint } from "./fingerprint.ts";
import { numbered } from "./numbered.ts";
import { resumeTraining, startTraining } from "./training.ts";

const text = ["国王和王后", "王后和国王"];
const sentences = text.map(tokenizer("chinese"));
const options = { minCount: 1, vectorSize: 2, sample: 0, epochs: 1 } as const;

test("fingerprint() tells how tokens were made, except for words, as it did before there were other tokenizers", () => {
  const { vocabulary, ids } = numbered(sentences, { minCount: 1, maxVocab: 0 });
  const words = fingerprint(vocabulary, ids, "words");
  expect(words).toMatch(/^3 words, 2 sentences, CRC-32C [0-9a-f]{8}$/);
  expect(fingerprint(vocabulary, ids, "whitespace")).toBe(`${words}, whitespace 1`);
  expect(fingerprint(vocabulary, ids, "chinese")).toBe(`${words}, chinese 1, ICU ${process.versions.icu}`);
  expect(fingerprint(vocabulary, ids, "japanese")).toBe(`${words}, japanese 1, ICU ${process.versions.icu}`);
});

test("resumeTraining() keeps the checkpoint's tokenizer, refuses another one and another ICU", async () => {
  const training = startTraining(sentences, { ...options, tokenizer: "chinese" });
  const checkpoint = await training.checkpoint();
  training.close();
  const resumed = resumeTraining(checkpoint, sentences);
  expect(resumed.settings.tokenizer).toBe("chinese");
  resumed.close();
  expect(() => resumeTraining(checkpoint, sentences, { tokenizer: "whitespace" })).toThrow(
    "Cannot resume as tokenizer must be chinese, as in the checkpoint: current value is whitespace. Remedy: leave tokenizer out",
  );
  const elsewhere = { ...checkpoint, corpus: checkpoint.corpus.replace(host.segmenter(), "ICU 60.1") };
  expect(() => resumeTraining(elsewhere, sentences)).toThrow(
    /chinese 1, ICU 60\.1, as in the checkpoint: current value is .*\. Remedy: use the Node or browser that has ICU 60\.1, /,
  );
  expect(() => resumeTraining(checkpoint, [...sentences, ["国王", "和"]])).toThrow(
    "Remedy: use the same text in the same order, or train again from the start",
  );
});
