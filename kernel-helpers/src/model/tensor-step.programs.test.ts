import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { everyBackend } from "../../test/every-backend.ts";
import { type Backend, openBackend, type Tensorflow } from "../backend/index.ts";
import { copyTable, row } from "../base/index.ts";
import { packBatch } from "./batch.ts";
import { describeStepper, examples, randomModel, type Stepper, tree } from "./model.suite.ts";
import type { Model } from "./model.ts";
import { withPath } from "./steps.ts";
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

/** The tables of the reference if every gradient of the batch is computed at `start`. */
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

describe.each(everyBackend)("on the backend %s", (name) => {
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

  test("adds the moves of a whole batch: hierarchical softmax, paths of different lengths", async () => {
    const batch = tree.map((_, target) => withPath({ inputs: [(target + 1) % 7, 3], target }, tree));
    expect(new Set(batch.map(({ path }) => path?.points.length)).size).toBeGreaterThan(2);
    await expectSummed(backend.tf, batch);
  });

  test("adds nothing for padding: paths of different lengths, and a node whose numbers are NaN", async () => {
    const start = randomModel(8);
    const batch = [0, 1].map((target) => withPath({ inputs: [2, 3], target }, tree));
    const used = batch.flatMap(({ path }) => path?.points ?? []);
    const unused = [0, 1, 2, 3, 4, 5].filter((node) => !used.includes(node));
    expect(unused).toContain(0); // the node that careless padding would use
    for (const node of unused) row(start.output, node).fill(Number.NaN);
    await expectSummed(backend.tf, batch, start);
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

async function expectSummed(
  tf: Tensorflow,
  batch: readonly Example[],
  start: Model = randomModel(8),
): Promise<void> {
  const one = await stepper(tf, start);
  await one.step(batch, 0.25);
  const after = await one.read();
  one.close();
  const expected = summedMoves(start, batch, 0.25);
  for (const side of ["input", "output"] as const) {
    expected[side].data.forEach((x, i) => {
      if (Number.isNaN(x)) expect(after[side].data[i]).toBeNaN();
      else expect(after[side].data[i]).toBeCloseTo(x, 4);
    });
  }
}

test("packBatch() pads a short path with its own last node, masked out", () => {
  const { outputs, tree: packed } = packBatch(
    [2, 0].map((target) => withPath({ inputs: [1], target }, tree)),
  );
  const { points = [], code = [] } = tree[2] ?? {};
  expect([...outputs]).toEqual([...points, ...new Array<number>(points.length).fill(5)]);
  expect([...(packed?.mask ?? [])]).toEqual(
    points.map(() => 1).concat(points.map((_, j) => (j === 0 ? 1 : 0))),
  );
  expect([...(packed?.labels ?? [])].slice(0, points.length)).toEqual(code.map((branch) => 1 - branch));
});

test.each([
  [
    [{ inputs: [0], target: 1 }, withPath({ inputs: [0], target: 1 }, tree)],
    "0 negatives, and example 1 has a path",
  ],
  [[withPath({ inputs: [0], target: 1 }, tree), { inputs: [0], target: 1 }], "example 1 has no path"],
  [[{ ...withPath({ inputs: [0], target: 1 }, tree), negatives: [2] }], "example 0 has both"],
])("packBatch() refuses examples with different output layers", (mixed, message) => {
  expect(() => packBatch(mixed)).toThrow(message);
});

test("packBatch() takes batches that are larger than a call has room for arguments", () => {
  const many = Array.from({ length: 300_000 }, (_, b) => ({ inputs: [b % 3], target: 1, negatives: [2] }));
  expect(packBatch(many)).toMatchObject({ size: 300_000, inputCount: 1 });
});

test("packBatch() refuses examples with different numbers of negatives", () => {
  const mixed = [
    { inputs: [0], target: 1, negatives: [2] },
    { inputs: [0], target: 1 },
  ];
  expect(() => packBatch(mixed)).toThrow("each example needs 1 negatives, and example 1 has 0");
});
