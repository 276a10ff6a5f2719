import { describe, expect, test } from "vitest";
import { tokenSentences } from "../tokens/index.ts";
import { startTraining, type TrainOptions } from "../train/index.ts";
import { analogy, cosineSimilarity, vectorOf, type WordVectors, wordVectors } from "../vectors/index.ts";
import { plantedAnalogies, plantedSentences } from "./planted-corpus.ts";

async function trained(options: TrainOptions, tokens = 40_000): Promise<WordVectors> {
  const training = startTraining(await tokenSentences(plantedSentences({ tokens })), {
    vectorSize: 16,
    window: 5,
    sample: 1e-2,
    ...options,
  });
  await training.finish();
  return wordVectors(training.vocabulary.words, await training.inputTable());
}

const solved = (vectors: WordVectors): number => {
  const questions = plantedAnalogies();
  const right = questions.filter(
    ([a, b, c, d]) => analogy(vectors, { positive: [b, c], negative: [a], count: 1 })[0]?.word === d,
  );
  return right.length / questions.length;
};

const meanCosine = (vectors: WordVectors): number => {
  const cosines = vectors.words.flatMap((one, i) =>
    vectors.words
      .slice(i + 1)
      .map((other) => cosineSimilarity(vectorOf(vectors, one), vectorOf(vectors, other))),
  );
  return cosines.reduce((sum, x) => sum + x, 0) / cosines.length;
};

test("plantedSentences() makes as many tokens as asked, and the same ones for the same seed", () => {
  const text = [...plantedSentences({ tokens: 1000, seed: 3 })];
  const tokens = text.join(" ").split(" ").length;
  expect(tokens).toBeGreaterThanOrEqual(1000);
  expect(tokens).toBeLessThan(1007);
  expect([...plantedSentences({ tokens: 1000, seed: 3 })]).toEqual(text);
  expect([...plantedSentences({ tokens: 1000, seed: 4 })]).not.toEqual(text);
});

test("seven of ten planted sentences have a concept, one pronoun pair of its gender, two of its words and two fillers", () => {
  const sentences = [...plantedSentences()].map((sentence) => sentence.split(" "));
  const female = new Set(["queen", "woman", "princess", "actress", "aunt", "sister", "mother", "waitress"]);
  const male = new Set(["king", "man", "prince", "actor", "uncle", "brother", "father", "waiter"]);
  const concepts = sentences.filter((words) => words.some((word) => female.has(word) || male.has(word)));
  expect(concepts.length / sentences.length).toBeCloseTo(0.7, 1);
  const women = concepts.filter((words) => words.some((word) => female.has(word)));
  expect(women.length / concepts.length).toBeCloseTo(0.5, 1);
  for (const words of concepts) {
    expect(words).toHaveLength(7);
    const isFemale = words.some((word) => female.has(word));
    const pronouns = isFemale ? /^(she|hers?|herself)$/ : /^(he|him|his|himself)$/;
    expect(words.filter((word) => pronouns.test(word))).toHaveLength(2);
    expect(words.filter((word) => /^(the|a|of|and|was|in|with|to)$/.test(word))).toHaveLength(2);
  }
});

test("plantedSentences() refuses to make a text without tokens", () => {
  expect(() => [...plantedSentences({ tokens: 0 })]).toThrow(
    "Cannot make a planted corpus as tokens must be",
  );
});

test("plantedAnalogies() asks for each pair of concepts once in each order", () => {
  const questions = plantedAnalogies();
  expect(questions).toHaveLength(8 * 7);
  expect(questions).toContainEqual(["king", "queen", "man", "woman"]);
});

describe("a planted structure is found by", () => {
  test.each([
    ["skip-gram", 0.05, 4],
    ["cbow", 0.2, 8],
  ] as const)("%s: every analogy, and vectors that do not collapse", async (architecture, alpha, epochs) => {
    const vectors = await trained({ architecture, alpha, epochs });
    expect(solved(vectors)).toBe(1);
    expect(meanCosine(vectors)).toBeLessThan(0.5);
  });

  test("nothing without enough training: the gate can fail", async () => {
    expect(solved(await trained({ architecture: "skip-gram", epochs: 1 }, 3000))).toBeLessThan(0.5);
  });
});
