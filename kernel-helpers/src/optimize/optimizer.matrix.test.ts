import { afterAll, beforeAll, describe, expect, test } from "vitest";
import golden from "../../golden/optimizers.json" with { type: "json" };
import { everyBackend } from "../../test/every-backend.ts";
import { type Backend, openBackend, type Tensorflow } from "../backend/index.ts";
import { filledTable, randomBelow, seededRandom, type Table, tableFromRows } from "../base/index.ts";
import {
  createModel,
  type Example,
  type Model,
  packBatch,
  type RowGradients,
  readScalar,
  readTable,
  tensorModel,
  withPath,
} from "../model/index.ts";
import { huffmanTree } from "../vocabulary/index.ts";
import { type OptimizerOptions, optimizerDefaults, requireOptimizer } from "./options.ts";
import { referenceOptimizer } from "./reference-optimizer.ts";
import { tensorOptimizer } from "./tensor-optimizer.ts";

type Places = (typeof golden.batches)[number]["input"];
const sides = ["input", "output"] as const;
const [rows, width] = golden.shape as [number, number];

function settings(options: object): typeof optimizerDefaults {
  return { ...optimizerDefaults, rowStep: 0, ...options };
}

function goldenModel(): Model {
  const table = (data: readonly number[]): Table => ({ rows, width, data: Float64Array.from(data) });
  return { input: table(golden.start.input), output: table(golden.start.output) };
}

/** The gradients of a golden batch with duplicate rows summed, as in the result of `batchGradients`. */
function summed({ ids, weights, rows }: Places): RowGradients {
  const distinct = [...new Set(ids)];
  const total = (id: number, of: (place: number) => number): number =>
    ids.reduce((sum, other, place) => sum + (other === id ? of(place) : 0), 0);
  return {
    ids: distinct,
    weights: Float64Array.from(distinct, (id) => total(id, (place) => weights[place]!)),
    rows: tableFromRows(
      distinct.map((id) => Array.from({ length: width }, (_, i) => total(id, (place) => rows[place]![i]!))),
    ),
  };
}

describe.each(golden.cases)(
  "the optimisers agree with numpy, which follows the papers: $options",
  ({ options, end }) => {
    test("in float64", () => {
      const model = goldenModel();
      const optimizer = referenceOptimizer(model, settings(options));
      golden.batches.forEach(({ input, output }, at) => {
        optimizer.apply({ loss: 0, input: summed(input), output: summed(output) }, golden.alpha, at + 1);
      });
      for (const side of sides) {
        model[side].data.forEach((x, i) => {
          expect(Math.abs(x - end[side][i]!)).toBeLessThan(golden.tolerance);
        });
      }
    });

    test.each(everyBackend)("on %s", async (name) => {
      const backend = await openBackend(name);
      const { tf } = backend;
      const model = tensorModel(tf, goldenModel());
      const optimizer = tensorOptimizer(tf, model, settings(options));
      const seen = ({ ids, weights, rows }: Places) => ({
        ids: Int32Array.from(ids),
        weights: Float32Array.from(weights),
        rows: tf.tensor2d(rows),
      });
      golden.batches.forEach(({ input, output }, at) => {
        tf.tidy(() =>
          optimizer.apply(
            { loss: tf.scalar(0), input: seen(input), output: seen(output) },
            golden.alpha,
            at + 1,
          ),
        );
      });
      for (const side of sides) {
        const { data } = await readTable(model[side]);
        data.forEach((x, i) => {
          expect(Math.abs(x - end[side][i]!)).toBeLessThan(1e-5); // five updates in float32
        });
      }
      optimizer.close();
      tf.dispose([model.input, model.output]);
      backend.close();
    });
  },
);

const tree = huffmanTree([20, 5, 4, 3, 2, 1, 1]); // paths of one to five nodes

const kinds: Record<string, (random: () => number) => Example> = {
  "CBOW, negative sampling": (random) => ({
    inputs: Array.from({ length: 1 + randomBelow(4, random) }, () => randomBelow(6, random)),
    target: randomBelow(7, random),
    negatives: [randomBelow(7, random), randomBelow(7, random)],
  }),
  "Skip-Gram, negative sampling": (random) => ({
    inputs: [randomBelow(6, random)],
    target: randomBelow(7, random),
    negatives: [randomBelow(7, random), 2, 2],
  }),
  "CBOW, softmax": (random) => ({
    inputs: [randomBelow(6, random), 3],
    target: randomBelow(7, random),
  }),
  "CBOW, hierarchical softmax": (random) =>
    withPath({ inputs: [randomBelow(6, random), 3], target: randomBelow(7, random) }, tree),
};

/** Every optimiser, and every limit. */
const variants: readonly OptimizerOptions[] = [
  { optimizer: "sgd", rowStep: 0 },
  { optimizer: "sgd", rowStep: 0.3 },
  { optimizer: "sgd", rowStep: 0.3, clipRowNorm: 0.5, clipNorm: 0.7 },
  { optimizer: "adagrad" },
  { optimizer: "adagrad", clipNorm: 0.7 },
  { optimizer: "adam" },
  { optimizer: "adam", clipRowNorm: 0.5 },
];

describe.each(everyBackend)("tensorOptimizer() on %s", (name) => {
  let backend: Backend;
  let tf: Tensorflow;
  beforeAll(async () => {
    backend = await openBackend(name);
    tf = backend.tf;
  });
  afterAll(() => backend.close());

  describe.each(variants)("equals referenceOptimizer() up to float32, batch after batch: %o", (options) => {
    test.each(Object.entries(kinds))("%s", async (_, make) => {
      const random = seededRandom(3);
      const number = (): number => 2 * random() - 1;
      const slow: Model = { input: filledTable(7, 3, number), output: filledTable(7, 3, number) };
      const fast = tensorModel(tf, slow);
      const chosen = { ...optimizerDefaults, ...options };
      const [reference, tensor] = [referenceOptimizer(slow, chosen), tensorOptimizer(tf, fast, chosen)];
      const untouched = slow.input.data.slice(18); // word 6 is never an input; word 0 is one, and padding uses it too
      for (let t = 1; t <= 8; t++) {
        const batch = Array.from({ length: 2 }, () => make(random));
        const loss = await readScalar(tensor.step(packBatch(batch), 0.1, t));
        expect(loss).toBeCloseTo(reference.step(batch, 0.1, t), 4);
      }
      for (const side of sides) {
        const { data } = await readTable(fast[side]);
        slow[side].data.forEach((x, i) => {
          expect(data[i]).toBeCloseTo(x, 3); // Adam divides by the root of a small sum
        });
      }
      expect((await readTable(fast.input)).data.slice(18)).toEqual(Float32Array.from(untouched));
      for (const [slot, table] of Object.entries(reference.slots)) {
        const { data } = await readTable(tensor.slots[slot]!);
        table.data.forEach((x, i) => {
          expect(data[i]).toBeCloseTo(x, 4);
        });
      }
      tensor.close();
      tf.dispose([fast.input, fast.output]);
    });
  });

  // An update takes about 30 ms if the GPU is emulated on the CPU.
  const updates = name === "webgpu" ? 12 : 300;
  test.each(variants)(`holds no more memory after ${updates} updates than after one: %o`, async (options) => {
    const before = tf.memory().numTensors;
    const random = seededRandom(1);
    const model = tensorModel(tf, createModel(7, { vectorSize: 3 }));
    const optimizer = tensorOptimizer(tf, model, { ...optimizerDefaults, ...options });
    const batches = Array.from({ length: updates }, () => [kinds["CBOW, negative sampling"]!(random)]);
    const held: number[] = [];
    for (const [at, batch] of batches.entries()) {
      optimizer.step(packBatch(batch), 0.05, at + 1).dispose();
      held.push(tf.memory().numTensors, tf.memory().numBytes);
    }
    expect(held.slice(-2)).toEqual(held.slice(0, 2));
    optimizer.close();
    tf.dispose([model.input, model.output]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

test.each([{ clipNorm: 0.1 }, { clipRowNorm: 0.1 }])(
  "tensorOptimizer() limits sgd with only %o",
  async (limit) => {
    const { tf, close } = await openBackend("wasm");
    const random = seededRandom(6);
    const slow: Model = { input: filledTable(7, 3, random), output: filledTable(7, 3, random) };
    const fast = tensorModel(tf, slow);
    const chosen = { ...optimizerDefaults, ...limit };
    const batch = [kinds["CBOW, negative sampling"]!(random)];
    const optimizer = tensorOptimizer(tf, fast, chosen);
    optimizer.step(packBatch(batch), 1, 1).dispose();
    referenceOptimizer(slow, chosen).step(batch, 1, 1);
    for (const side of sides) {
      const { data } = await readTable(fast[side]);
      slow[side].data.forEach((x, i) => {
        expect(data[i]).toBeCloseTo(x, 5);
      });
    }
    optimizer.close();
    tf.dispose([fast.input, fast.output]);
    close();
  },
);

test("adagrad starts its accumulator at 0; tfjs' own starts at 0.1 and hardly moves on a mean loss", async () => {
  const { tf, close } = await openBackend("wasm");
  const start = createModel(50, { vectorSize: 10, seed: 2 });
  const random = seededRandom(4);
  const word = (): number => randomBelow(50, random);
  const batch = packBatch(
    Array.from({ length: 64 }, () => ({ inputs: [word()], target: 3, negatives: [word()] })),
  );
  const ours = tensorModel(tf, start);
  const optimizer = tensorOptimizer(tf, ours, { ...optimizerDefaults, optimizer: "adagrad" });
  const losses: number[] = [];
  for (let t = 1; t <= 20; t++) losses.push(await readScalar(optimizer.step(batch, 0.025, t)));
  const theirs = tensorModel(tf, start);
  // biome-ignore lint/plugin: the trap itself
  const stock = tf.train.adagrad(0.025);
  const meanLoss = () => {
    const u = tf.gather(theirs.output, tf.tensor1d(batch.outputs, "int32")).reshape([64, 2, 10]);
    const v = tf.gather(theirs.input, tf.tensor1d(batch.inputs, "int32")).expandDims(1);
    const scores = tf.sum(tf.mul(u, v), 2);
    const labels = tf.tensor2d([1, 0], [1, 2]);
    return tf.mean(tf.sum(tf.sub(tf.softplus(scores), tf.mul(scores, labels)), 1)).asScalar();
  };
  const stockLosses: number[] = [];
  for (let t = 1; t <= 20; t++) {
    const cost = stock.minimize(() => tf.tidy(meanLoss), true, [theirs.input, theirs.output]);
    stockLosses.push(await readScalar(cost!));
  }
  expect(stockLosses[0]).toBeCloseTo(2 * Math.log(2), 5);
  expect(losses[0]).toBeCloseTo(2 * Math.log(2), 5);
  expect(stockLosses[0]! - stockLosses[19]!).toBeLessThan(1e-3);
  expect(losses[0]! - losses[19]!).toBeGreaterThan(0.1);
  stock.dispose();
  optimizer.close();
  tf.dispose([ours.input, ours.output, theirs.input, theirs.output]);
  close();
});

test("adam's first step is α in the direction of the gradient's sign, but 3.2 α for a row that is first touched late", () => {
  const moved = (t: number): number => {
    const model = { input: tableFromRows([[0]]), output: tableFromRows([[0]]) };
    const none = { ids: [], weights: new Float64Array(0), rows: tableFromRows([]) };
    const g = { ids: [0], weights: Float64Array.of(1), rows: tableFromRows([[-1e-3]]) };
    referenceOptimizer(model, settings({ optimizer: "adam" })).apply(
      { loss: 0, input: g, output: none },
      0.1,
      t,
    );
    return model.input.data[0] as number;
  };
  expect(moved(1)).toBeCloseTo(0.1, 4);
  expect(moved(100_000) / 0.1).toBeCloseTo(0.1 / Math.sqrt(0.001), 2); // ε is not negligible beside √v
});

test.each([
  [{ rowStep: -1 }, "rowStep must be > 0 and finite: current value is -1"],
  [{ clipRowNorm: Number.POSITIVE_INFINITY }, "clipRowNorm must be > 0"],
  [{ optimizer: "lion" as "sgd" }, 'must be one of sgd, adagrad, adam: current value is "lion"'],
])("requireOptimizer() refuses %o", (options, message) => {
  expect(() => requireOptimizer({ ...optimizerDefaults, ...options })).toThrow(message);
});
