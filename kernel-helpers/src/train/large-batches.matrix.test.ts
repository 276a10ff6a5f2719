import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Backend, openBackend } from "../backend/index.ts";
import { plantedAnalogies, plantedSentences } from "../corpus/index.ts";
import { analogy, wordVectors } from "../vectors/index.ts";
import { startTraining } from "./training.ts";

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend("wasm");
});
afterAll(() => backend.close());

describe("batches of 8,192", () => {
  const planted = [...plantedSentences()].map((sentence) => sentence.split(" "));
  const options = { vectorSize: 32, minCount: 1, sample: 0, batchSize: 8192, epochs: 5, reports: 10 };

  // K = 5 and all scores zero; the mean length of a path in the tree of this corpus is 6.03
  const noise = 6 * Math.log(2);
  const tree = 6.03 * Math.log(2);

  test.each([
    ["cbow", 0.1, false, 0.7 * noise],
    ["skip-gram", 0.025, false, 0.7 * noise],
    ["cbow", 0.1, true, 0.85 * tree],
    ["skip-gram", 0.025, true, 0.85 * tree],
  ] as const)(
    "diverge without a limit on the row's step and learn with it: %s at alpha %d, hs %s",
    async (architecture, alpha, hs, learned) => {
      const run = async (rowStep?: number): Promise<{ loss: number; solved: number }> => {
        const given = { ...options, architecture, alpha, hs, ...(rowStep !== undefined && { rowStep }) };
        const training = startTraining(planted, given, backend.tf);
        let loss = Number.NaN;
        for await (const event of training) loss = event.loss;
        const table = await training.inputTable();
        training.close();
        if (!table.data.every(Number.isFinite)) return { loss, solved: 0 };
        const vectors = wordVectors(training.vocabulary.words, table);
        const questions = plantedAnalogies();
        const solved = questions.filter(([a, b, c, d]) => {
          const [best] = analogy(vectors, { positive: [b, c], negative: [a], count: 1 });
          return best?.word === d;
        });
        return { loss, solved: solved.length / questions.length };
      };
      const without = await run(0);
      expect(without.loss < noise).toBe(false); // NaN or far above
      const limited = await run();
      expect(limited.loss).toBeLessThan(learned);
      expect(limited.solved).toBeGreaterThan(0.9);
    },
  );
});
