import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openBackend } from "./open-backend.ts";
import { expectNoLeak, matrix, stock, tf } from "./stock-kernels.suite.ts";

const segments = matrix.chain(({ rows, d, x }) =>
  fc.record({
    shape: fc.constant<[number, number]>([rows, d]),
    x: fc.constant(x),
    ids: fc.array(fc.integer({ min: -2, max: 4 }), { minLength: rows, maxLength: rows }),
  }),
);
type Segments = typeof segments extends fc.Arbitrary<infer Value> ? Value : never;

function sums({ shape, x, ids }: Segments, own: boolean): unknown {
  let result: unknown;
  expectNoLeak(() => {
    const inputs = { x: tf.tensor2d(x, shape), segmentIds: tf.tensor1d(ids, "int32") };
    const out = own
      ? tf.unsortedSegmentSum(inputs.x, inputs.segmentIds, 5)
      : stock("UnsortedSegmentSum", inputs, { numSegments: 5 });
    result = [out.shape, out.dtype, out.dataSync()];
  });
  return result;
}

describe.each(["wasm", "cpu"] as const)("unsortedSegmentSum on %s", (name) => {
  test("gives the same sums as cpu's stock kernel, and skips negative ids", async () => {
    const run = async (input: Segments) => {
      await openBackend("cpu");
      const expected = sums(input, false);
      await openBackend(name);
      expect(sums(input, true)).toEqual(expected);
    };
    await fc.assert(fc.asyncProperty(segments, run), { numRuns: 40 });
  });

  test("adds integers, and says which id is too large", async () => {
    await openBackend(name);
    tf.tidy(() => {
      const x = tf.tensor1d([1, 2, 3], "int32");
      const out = tf.unsortedSegmentSum(x, tf.tensor1d([1, 1, 0], "int32"), 2);
      expect([out.dtype, out.dataSync()]).toEqual(["int32", new Int32Array([3, 3])]);
      expect(() => tf.unsortedSegmentSum(x, tf.tensor1d([0, 2, 0], "int32"), 2)).toThrow(
        "Cannot add up segments as each index must be 0 to 1: index 1 is 2",
      );
    });
  });

  test("makes the gradient of gather add up over a repeated index", async () => {
    await openBackend(name);
    tf.tidy(() => {
      const at = tf.tensor1d([1, 1, 0], "int32");
      const gradient = tf.grad((x) => tf.sum(tf.gather(x, at)))(tf.zeros([3, 2]));
      expect(gradient.dataSync()).toEqual(new Float32Array([1, 1, 2, 2, 0, 0]));
    });
  });
});
