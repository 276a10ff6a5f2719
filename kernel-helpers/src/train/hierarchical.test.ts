import { expect, test } from "vitest";
import golden from "../../golden/hierarchical.json" with { type: "json" };
import { openBackend } from "../backend/index.ts";
import { seededRandom, tableFromRows } from "../base/index.ts";
import { type Model, withPath } from "../model/index.ts";
import { buildVocabulary, encode, huffmanTree } from "../vocabulary/index.ts";
import type { Engine } from "./engine.ts";
import { exampleSource } from "./example-source.ts";
import { settingsOf } from "./options.ts";
import { referenceEngine } from "./reference-engine.ts";
import { tensorEngine } from "./tensor-engine.ts";

const settings = settingsOf({ architecture: "skip-gram", hs: true, batchSize: 1, window: 1, sample: 0 });
const sentences = golden.sentences.map((sentence) => sentence.split(" "));
const start = (): Model => ({
  input: tableFromRows(golden.start.input),
  output: tableFromRows(golden.start.output),
});

/** Every pair in gensim's order: the neighbour is the input, and the center is predicted. */
async function trainAsGensim(engine: Engine): Promise<void> {
  const tree = huffmanTree(golden.counts);
  for (const sentence of sentences) {
    const ids = sentence.map((word) => golden.words.indexOf(word));
    for (const [i, target] of ids.entries()) {
      for (const input of [ids[i - 1], ids[i + 1]]) {
        if (input !== undefined) await engine.add(withPath({ inputs: [input], target }, tree), golden.alpha);
      }
    }
  }
}

test.each([
  ["reference", golden.tolerance],
  ["wasm", 1e-5], // a hundred updates in float32
] as const)("a training with hierarchical softmax ends with gensim's tables: %s", async (name, tolerance) => {
  const engine =
    name === "wasm"
      ? tensorEngine((await openBackend("wasm")).tf, start(), settings)
      : referenceEngine(start(), settings);
  await trainAsGensim(engine);
  const { tables } = await engine.state();
  engine.close();
  for (const side of ["input", "output"] as const) {
    const moved = golden.end[side]
      .flat()
      .map((x, i) => Math.abs(x - (golden.start[side].flat()[i] as number)));
    expect(Math.max(...moved)).toBeGreaterThan(0.4); // far more than the tolerance
    golden.end[side].flat().forEach((x, i) => {
      expect(Math.abs((tables[side]?.data[i] as number) - x)).toBeLessThan(tolerance);
    });
  }
});

test("exampleSource() gives each example the path to its target, and draws no noise", () => {
  const vocabulary = buildVocabulary(sentences.flat(), { minCount: 1 });
  const tree = huffmanTree(vocabulary.counts);
  for (const architecture of ["cbow", "skip-gram"] as const) {
    const random = seededRandom(1);
    const examplesOf = exampleSource(vocabulary, { ...settings, architecture }, random);
    const examples = [...examplesOf(encode(vocabulary, sentences[0] as string[]))];
    expect(examples.length).toBeGreaterThan(4);
    for (const { target, path, negatives } of examples) {
      expect(path).toEqual(tree[target]);
      expect(negatives).toBeUndefined();
    }
  }
});
