import { expect, test } from "vitest";
import { seededRandom } from "../base/index.ts";
import { cbow, createModel, skipGram, trainStep, withPath } from "../model/index.ts";
import { cbowExamples, drawNegatives, negativeSampler, skipGramPairs } from "../pairs/index.ts";
import { buildVocabulary, encode, huffmanTree } from "../vocabulary/index.ts";
import { SmallTraining } from "./small-training.ts";

const sentences = ["the king rules the land", "the queen rules the land"].map((text) => text.split(" "));
const vocabulary = buildVocabulary(sentences.flat(), { minCount: 1 });
const ids = sentences.map((tokens) => encode(vocabulary, tokens));

test.each(["softmax", "hierarchical softmax", "negative sampling"] as const)(
  "SmallTraining with %s makes the steps of trainStep(), to the last bit",
  (layer) => {
    for (const architecture of ["cbow", "skip-gram"] as const) {
      const training = new SmallTraining(sentences, { architecture, layer, negatives: 2, seed: 3 });
      const model = createModel(vocabulary.words.length, { vectorSize: 5, seed: 3 });
      const noise = negativeSampler(vocabulary.counts, seededRandom(4));
      const tree = huffmanTree(vocabulary.counts);
      const examples = ids.flatMap((sentence) =>
        architecture === "cbow"
          ? Array.from(cbowExamples(sentence, { window: 2 }), (one) => cbow(one))
          : Array.from(skipGramPairs(sentence, { window: 2 }), (pair) => skipGram(pair)),
      );
      const losses: number[] = [];
      for (let epoch = 0; epoch < 3; epoch++) {
        for (const example of examples) {
          const whole =
            layer === "softmax"
              ? example
              : layer === "negative sampling"
                ? { ...example, negatives: drawNegatives(noise, 2, example.target) }
                : withPath(example, tree);
          losses.push(trainStep(model, whole, 0.3));
        }
      }
      for (let epoch = 0; epoch < 3; epoch++) training.epoch(0.3);
      expect(training.model).toEqual(model);
      const first = losses.slice(0, examples.length).reduce((sum, loss) => sum + loss, 0) / examples.length;
      expect(training.losses).toHaveLength(3);
      expect(training.losses[0]).toBe(first);
    }
  },
);

test("SmallTraining learns the shares of a gap with the softmax and with the tree", () => {
  for (const layer of ["softmax", "hierarchical softmax"] as const) {
    const training = new SmallTraining(sentences, { layer });
    for (let epoch = 0; epoch < 300; epoch++) training.epoch(0.2);
    const gap = ["the", "rules", "the"].map((word) => vocabulary.words.indexOf(word));
    const said = training.probabilities(gap);
    expect(said.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    for (const word of ["king", "queen"]) {
      const p = said[vocabulary.words.indexOf(word)] as number;
      expect(p > 0.4 && p < 0.6).toBe(true); // half of the time each; the last of them was seen later
    }
  }
});

test("SmallTraining refuses a text with one word", () => {
  expect(() => new SmallTraining([["a", "a"]])).toThrow("two different words or more: there are 1");
});

test("SmallTraining refuses sentences of one word, and options that are none of their values", () => {
  expect(() => new SmallTraining([["a"], ["b"]])).toThrow(/a sentence must have two words or more.*Remedy: /);
  const refused = [
    { negatives: Number.NaN },
    { negatives: -1 },
    { negatives: 1.5 },
    { layer: "hs" },
    { architecture: "sg" },
  ];
  for (const options of refused) {
    const [name] = Object.keys(options) as [string];
    expect(() => new SmallTraining(sentences, options as object)).toThrow(`Cannot train as ${name} must be`);
  }
});
