import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exactBackends } from "../../exact-backends.ts";
import { type Backend, openBackend, type Tensorflow } from "../backend/index.ts";
import { copyTable } from "../base/index.ts";
import { packBatch } from "./batch.ts";
import { describeStepper, examples, randomModel, type Stepper } from "./model.suite.ts";
import type { Model } from "./model.ts";
import { readScalar, readTable, tensorModel } from "./tensor-model.ts";
import { tensorStep } from "./tensor-step.ts";
import { type Example, trainStep } from "./train-step.ts";

async function stepper(tf: Tensorflow, start: Model): Promise<Stepper> {
  const model = tensorModel(tf, start);
  return {
    step: (batch, alpha) => readScalar(tensorStep(tf, model, packBatch(batch), alpha)),
    read: async () => ({ input: await readTable(model.input), output: await readTable(model.output) }),
    close: () => tf.dispose([model.input, model.output]),
  };
}

/** Where the reference goes when every gradient of the batch is taken at `start`. */
function summedMoves(start: Model, batch: readonly Example[], alpha: number): Model {
  const sum = { input: copyTable(start.input), output: copyTable(start.output) };
  for (const example of batch) {
    const one = { input: copyTable(start.input), output: copyTable(start.output) };
    trainStep(one, example, alpha);
    for (const side of ["input", "output"] as const) {
      one[side].data.forEach((x, i) => {
        sum[side].data[i] = (sum[side].data[i] as number) + x - (start[side].data[i] as number);
      });
    }
  }
  return sum;
}

describe.each(exactBackends)("on the backend %s", (name) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openBackend(name);
  });
  afterAll(() => backend.close());

  describeStepper("tensorStep()", 4, (start) => stepper(backend.tf, start));

  test.each([
    ["CBOW of different lengths, negative sampling", [4, 5, 6, 6, 4]],
    ["Skip-Gram, repeats within and across examples", [1, 1, 1]],
  ])("adds the moves of a whole batch: %s", async (kind, sizes) => {
    const negatives = [2, 2, 0];
    const batch = sizes.map(
      (size, b): Example => ({
        inputs: kind.startsWith("CBOW") ? Array.from({ length: size }, (_, c) => (b + 2 * c) % 7) : [3],
        target: (b * 3 + 1) % 7,
        negatives,
      }),
    );
    await expectSummed(backend.tf, batch);
  });

  test("adds the moves of a whole batch: CBOW, softmax", async () => {
    await expectSummed(backend.tf, [
      { inputs: [0, 1, 1], target: 2 },
      { inputs: [2], target: 2 },
      { inputs: [5, 6], target: 0 },
    ]);
  });

  test("leaves no tensor behind", async () => {
    const { tf } = backend;
    const before = tf.memory().numTensors;
    const one = await stepper(tf, randomModel(9));
    for (const example of Object.values(examples)) await one.step([example, example], 0.1);
    one.close();
    expect(tf.memory().numTensors).toBe(before);
  });
});

async function expectSummed(tf: Tensorflow, batch: readonly Example[]): Promise<void> {
  const start = randomModel(8);
  const one = await stepper(tf, start);
  await one.step(batch, 0.25);
  const after = await one.read();
  one.close();
  const expected = summedMoves(start, batch, 0.25);
  for (const side of ["input", "output"] as const) {
    expected[side].data.forEach((x, i) => {
      expect(after[side].data[i]).toBeCloseTo(x, 4);
    });
  }
}

test("packBatch() refuses examples with different numbers of negatives", () => {
  const mixed = [
    { inputs: [0], target: 1, negatives: [2] },
    { inputs: [0], target: 1 },
  ];
  expect(() => packBatch(mixed)).toThrow("each example must have 1 negatives: example 1 has 0");
});
