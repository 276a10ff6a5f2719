import { describe, expect, test } from "vitest";
import { filledTable, row, seededRandom, type Table } from "../base/index.ts";
import { huffmanTree } from "../vocabulary/index.ts";
import { gradientByNumbers } from "./gradient-by-numbers.ts";
import type { Model } from "./model.ts";
import { withPath } from "./steps.ts";
import type { Example } from "./train-step.ts";

/** One way to train a model: the readable twin, or a tensor twin on one of the backends. */
export interface Stepper {
  /** One update with the examples of a batch; returns the mean loss before it. */
  step(batch: readonly Example[], alpha: number): Promise<number>;
  /** The current tables. */
  read(): Promise<{
    readonly input: Table<Float64Array | Float32Array>;
    readonly output: Table<Float64Array | Float32Array>;
  }>;
  /** Releases what it holds. */
  close(): void;
}

/** A model with random numbers in both tables: zero output vectors would hide wrong gradients. */
export function randomModel(seed: number, words = 7, width = 3): Model {
  const random = seededRandom(seed);
  const next = (): number => 2 * random() - 1;
  return { input: filledTable(words, width, next), output: filledTable(words, width, next) };
}

/** A tree over the seven words of `randomModel`, with paths of 1, 3, 4 and 5 nodes. */
export const tree = huffmanTree([20, 5, 4, 3, 2, 1, 1]);

/** Examples where mistakes show: repeats in the context, repeats in the negatives, and the target as a negative. */
export const examples: Readonly<Record<string, Example>> = {
  "CBOW, softmax": { inputs: [0, 2, 5], target: 4 },
  "CBOW, softmax, a repeated context word": { inputs: [1, 3, 1], target: 6 },
  "CBOW, softmax, the target in its own context": { inputs: [4, 2], target: 4 },
  "CBOW, negative sampling": { inputs: [0, 2, 5, 6], target: 3, negatives: [1, 4] },
  "CBOW, negative sampling, repeats": { inputs: [1, 1, 3], target: 6, negatives: [2, 2, 0] },
  "CBOW, one context word": { inputs: [2], target: 0, negatives: [1] },
  "Skip-Gram, softmax": { inputs: [3], target: 5 },
  "Skip-Gram, negative sampling": { inputs: [3], target: 5, negatives: [0, 1, 2, 4, 6] },
  "Skip-Gram, negative sampling, repeats": { inputs: [3], target: 5, negatives: [1, 1, 3] },
  "Skip-Gram, the target among the negatives": { inputs: [3], target: 5, negatives: [5, 1] },
  "CBOW, hierarchical softmax": withPath({ inputs: [0, 2, 5], target: 4 }, tree),
  "CBOW, hierarchical softmax, a repeated context word": withPath({ inputs: [1, 3, 1], target: 6 }, tree),
  "Skip-Gram, hierarchical softmax": withPath({ inputs: [3], target: 1 }, tree),
  "Skip-Gram, hierarchical softmax, a path of one node": withPath({ inputs: [3], target: 0 }, tree),
};

/** The oracle: L by the plain formulas, written a second time without any function of the library. */
export function plainLoss({ input, output }: Model, { inputs, target, negatives, path }: Example): number {
  const score = (word: number): number => {
    let sum = 0;
    for (let i = 0; i < input.width; i++) {
      let h = 0;
      for (const c of inputs) h += (input.data[c * input.width + i] as number) / inputs.length;
      sum += h * (output.data[word * input.width + i] as number);
    }
    return sum;
  };
  if (path) {
    let probability = 1;
    path.points.forEach((node, j) => {
      const first = 1 / (1 + Math.exp(-score(node)));
      probability *= path.code[j] === 0 ? first : 1 - first;
    });
    return -Math.log(probability);
  }
  if (negatives) {
    return negatives.reduce(
      (sum, k) => sum - Math.log(1 / (1 + Math.exp(score(k)))),
      -Math.log(1 / (1 + Math.exp(-score(target)))),
    );
  }
  let total = 0;
  for (let word = 0; word < output.rows; word++) total += Math.exp(score(word));
  return -Math.log(Math.exp(score(target)) / total);
}

/** Tests for every twin. `digits` is the precision: 9 for float64 (the limit of central differences), 4 for float32. */
export function describeStepper(
  name: string,
  digits: number,
  make: (model: Model) => Promise<Stepper>,
): void {
  describe(name, () => {
    test.each(Object.entries(examples))(
      "moves every weight down the numerical gradient: %s",
      async (_, example) => {
        for (const seed of [1, 2, 3]) {
          const model = randomModel(seed);
          const stepper = await make(model);
          const loss = await stepper.step([example], 0.5);
          expect(loss).toBeCloseTo(plainLoss(model, example), digits);
          const after = await stepper.read();
          stepper.close();
          const gradients = gradientByNumbers(model, (moved) => plainLoss(moved, example));
          for (const side of ["input", "output"] as const) {
            gradients[side].data.forEach((gradient, index) => {
              expect(after[side].data[index]).toBeCloseTo(
                (model[side].data[index] as number) - 0.5 * gradient,
                digits,
              );
            });
          }
        }
      },
    );

    test("does not change rows that the example does not touch", async () => {
      const model = randomModel(4);
      const stepper = await make(model);
      await stepper.step([{ inputs: [1, 2], target: 0, negatives: [3] }], 0.5);
      const after = await stepper.read();
      stepper.close();
      for (const word of [0, 3, 4, 5, 6]) {
        expect([...row(after.input, word)]).toEqual(
          [...row(model.input, word)].map((x) => (digits < 6 ? Math.fround(x) : x)),
        );
      }
      for (const word of [1, 2, 4, 5, 6]) {
        expect([...row(after.output, word)]).toEqual(
          [...row(model.output, word)].map((x) => (digits < 6 ? Math.fround(x) : x)),
        );
      }
    });

    test("does not change rows that are not on the path", async () => {
      const model = randomModel(6);
      const stepper = await make(model);
      await stepper.step([withPath({ inputs: [1], target: 2 }, tree)], 0.5);
      const { output } = await stepper.read();
      stepper.close();
      const moved = [0, 1, 2, 3, 4, 5, 6].filter((node) =>
        row(output, node).some((x, i) => Math.abs(x - (row(model.output, node)[i] as number)) > 1e-6),
      );
      expect(moved).toEqual([...(tree[2]?.points ?? [])].sort());
    });

    test.each([
      [60, "hierarchical softmax", { inputs: [0], target: 1, path: { points: [1, 2], code: [0, 1] } }],
      [60, "softmax", { inputs: [0], target: 1 }],
      [60, "negative sampling", { inputs: [0], target: 1, negatives: [2] }],
    ])("does not overflow for scores of ±%d squared with %s", async (size, _, example) => {
      const model = randomModel(5);
      for (let i = 0; i < 3; i++) {
        row(model.input, 0)[i] = size;
        row(model.output, 1)[i] = -size;
        row(model.output, 2)[i] = size;
      }
      const stepper = await make(model);
      const loss = await stepper.step([example], 1e-3);
      const after = await stepper.read();
      stepper.close();
      expect(loss / (6 * size * size)).toBeCloseTo(1, 2);
      expect([...after.input.data, ...after.output.data].every(Number.isFinite)).toBe(true);
    });
  });
}
