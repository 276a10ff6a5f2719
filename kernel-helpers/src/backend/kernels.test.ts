import type { Tensor } from "@tensorflow/tfjs";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { openBackend } from "./open-backend.ts";
import { axisSize, expectNoLeak, matrix, numbers, stock, tf, width } from "./stock-kernels.suite.ts";

beforeAll(async () => {
  await openBackend("wasm");
});

function expectEqual(actual: Tensor, expected: Tensor): void {
  expect(actual.shape).toEqual(expected.shape);
  expect(actual.dtype).toBe(expected.dtype);
  expect(actual.dataSync()).toEqual(expected.dataSync());
}

test("gather on wasm gives the stock kernel's rows, for indices of any rank", () => {
  fc.assert(
    fc.property(
      matrix,
      fc.array(fc.nat(), { minLength: 1, maxLength: 9 }),
      fc.boolean(),
      ({ rows, d, x }, at, flat) => {
        expectNoLeak(() => {
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
      },
    ),
  );
});

test("gather on wasm passes other axes and integers to the stock kernel", () => {
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
      expectNoLeak(() => {
        const x = tf.tensor(a, [...batch, ...(transposeA ? [k, n] : [n, k])]);
        const y = tf.tensor(b, [...batch, ...(transposeB ? [m, k] : [k, m])]);
        const cubes = { a: x.reshape([-1, ...x.shape.slice(-2)]), b: y.reshape([-1, ...y.shape.slice(-2)]) };
        const expected = stock("BatchMatMul", cubes, { transposeA, transposeB });
        expectEqual(tf.matMul(x, y, transposeA, transposeB), expected.reshape([...batch, n, m]));
      });
    }),
  );
});
