import { createRequire } from "node:module";
import type { Tensor, TensorInfo } from "@tensorflow/tfjs";
import fc from "fast-check";
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Tensorflow } from "./contract.ts";
import { openBackend } from "./open-backend.ts";

const require = createRequire(import.meta.url);
const tf = require("@tensorflow/tfjs") as Tensorflow;
require("@tensorflow/tfjs-backend-wasm");
tf.enableProdMode();
// The stock kernels under other names, before openBackend() replaces them.
for (const [kernelName, backendName] of [
  ["GatherV2", "wasm"],
  ["BatchMatMul", "wasm"],
  ["UnsortedSegmentSum", "cpu"],
] as const) {
  tf.registerKernel({ ...tf.getKernel(kernelName, backendName), kernelName: `Stock${kernelName}` });
}

const numbers = (size: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: -64, max: 64 }), { minLength: size, maxLength: size });
const width = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 30, max: 40 })); // two ways to copy a row
const axisSize = fc.integer({ min: 1, max: 6 });

function stock(name: string, inputs: Record<string, Tensor>, attrs: object): Tensor {
  return tf.engine().runKernel(`Stock${name}`, inputs, attrs as never) as Tensor;
}

/** Runs `work` and says how many tensors it left. */
function leaks(work: () => void): number {
  const before = tf.memory().numTensors;
  tf.tidy(work);
  return tf.memory().numTensors - before;
}

function expectEqual(actual: Tensor, expected: Tensor): void {
  expect(actual.shape).toEqual(expected.shape);
  expect(actual.dtype).toBe(expected.dtype);
  expect(actual.dataSync()).toEqual(expected.dataSync());
}

beforeAll(async () => {
  await openBackend("cpu");
});
beforeEach(async () => {
  await openBackend("wasm");
});

const table = fc
  .tuple(axisSize, width)
  .chain(([rows, d]) => fc.record({ rows: fc.constant(rows), d: fc.constant(d), x: numbers(rows * d) }));

test("gather on wasm gives the stock kernel's rows, for indices of any rank", () => {
  fc.assert(
    fc.property(
      table,
      fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
      fc.boolean(),
      ({ rows, d, x }, at, flat) => {
        const left = leaks(() => {
          const values = tf.tensor2d(x, [rows, d]);
          const indices = tf.tensor(
            at.map((i) => i % rows),
            flat ? [at.length] : [1, at.length, 1],
            "int32",
          );
          expectEqual(
            tf.gather(values, indices),
            stock("GatherV2", { x: values, indices }, { axis: 0, batchDims: 0 }),
          );
        });
        expect(left).toBe(0);
      },
    ),
  );
});

test("gather on wasm leaves other axes and whole numbers to the stock kernel", () => {
  tf.tidy(() => {
    const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]);
    const at = tf.tensor1d([1, 0], "int32");
    for (const axis of [1, -1, -2]) {
      expectEqual(tf.gather(x, at, axis), stock("GatherV2", { x, indices: at }, { axis, batchDims: 0 }));
    }
    expect(tf.gather(tf.tensor1d([7, 8, 9], "int32"), at).dataSync()).toEqual(new Int32Array([8, 7]));
    expect(tf.gather(tf.tensor1d([7, 8, 9]), tf.scalar(2, "int32")).dataSync()).toEqual(
      new Float32Array([9]),
    );
  });
});

test.each([-1, 3])("gather on wasm says that index %d is outside three rows", (index) => {
  tf.tidy(() => {
    expect(() => tf.gather(tf.ones([3, 2]), tf.tensor1d([0, index], "int32"))).toThrow(
      `Cannot gather as each index must be 0 to 2: index 1 is ${index}`,
    );
  });
});

test("matMul on wasm gives the stock kernel's product for all transpositions", () => {
  const shape = fc.record({
    n: axisSize,
    k: width,
    m: axisSize,
    batch: fc.constantFrom<number[]>([], [1], [3]),
  });
  const input = shape.chain(({ n, k, m, batch }) => {
    const size = batch[0] ?? 1;
    return fc.record({
      n: fc.constant(n),
      k: fc.constant(k),
      m: fc.constant(m),
      batch: fc.constant(batch),
      a: numbers(size * n * k),
      b: numbers(size * k * m),
    });
  });
  fc.assert(
    fc.property(input, fc.boolean(), fc.boolean(), ({ n, k, m, batch, a, b }, transposeA, transposeB) => {
      const left = leaks(() => {
        const x = tf.tensor(a, [...batch, ...(transposeA ? [k, n] : [n, k])]);
        const y = tf.tensor(b, [...batch, ...(transposeB ? [m, k] : [k, m])]);
        const cubes = { a: x.reshape([-1, ...x.shape.slice(-2)]), b: y.reshape([-1, ...y.shape.slice(-2)]) };
        const expected = stock("BatchMatMul", cubes, { transposeA, transposeB });
        expectEqual(tf.matMul(x, y, transposeA, transposeB), expected.reshape([...batch, n, m]));
      });
      expect(left).toBe(0);
    }),
  );
});

test.each(["wasm", "cpu"] as const)(
  "unsortedSegmentSum on %s gives the stock sums and drops ids below 0",
  async (name) => {
    const input = table.chain((rows) =>
      fc.record({
        rows: fc.constant(rows),
        ids: fc.array(fc.integer({ min: -2, max: 4 }), { minLength: rows.rows, maxLength: rows.rows }),
      }),
    );
    const run = (
      values: readonly number[],
      shape: [number, number],
      ids: readonly number[],
      own: boolean,
    ): TensorInfo & { sums: unknown } => {
      let result: { shape: number[]; sums: unknown } | undefined;
      const left = leaks(() => {
        const [x, segmentIds] = [tf.tensor2d([...values], shape), tf.tensor1d([...ids], "int32")];
        const out = own
          ? tf.unsortedSegmentSum(x, segmentIds, 5)
          : stock("UnsortedSegmentSum", { x, segmentIds }, { numSegments: 5 });
        result = { shape: out.shape, sums: out.dataSync() };
      });
      expect(left).toBe(0);
      return result as never;
    };
    await fc.assert(
      fc.asyncProperty(input, async ({ rows, ids }) => {
        await openBackend("cpu");
        const expected = run(rows.x, [rows.rows, rows.d], ids, false);
        await openBackend(name);
        expect(run(rows.x, [rows.rows, rows.d], ids, true)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  },
);

test.each(["wasm", "cpu"] as const)(
  "unsortedSegmentSum on %s adds whole numbers, and says which id is too large",
  async (name) => {
    await openBackend(name);
    tf.tidy(() => {
      const x = tf.tensor1d([1, 2, 3], "int32");
      const sums = tf.unsortedSegmentSum(x, tf.tensor1d([1, 1, 0], "int32"), 2);
      expect([sums.dtype, sums.dataSync()]).toEqual(["int32", new Int32Array([3, 3])]);
      expect(() => tf.unsortedSegmentSum(x, tf.tensor1d([0, 2, 0], "int32"), 2)).toThrow("index 1 is 2");
    });
  },
);

test.each(["wasm", "cpu"] as const)(
  "the gradient of gather on %s adds up over an index that comes twice",
  async (name) => {
    await openBackend(name);
    tf.tidy(() => {
      const at = tf.tensor1d([1, 1, 0], "int32");
      const gradient = tf.grad((x) => tf.sum(tf.gather(x, at)))(tf.zeros([3, 2]));
      expect(gradient.dataSync()).toEqual(new Float32Array([1, 1, 2, 2, 0, 0]));
    });
  },
);
