import type { Rank, Tensor, Variable } from "@tensorflow/tfjs";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { openBackend } from "./open-backend.ts";
import { scatterRows } from "./scatter-rows.ts";
import { expectNoLeak, matrix, numbers, stock, tf } from "./stock-kernels.suite.ts";

// Edge cases of the four kernels that replace or complete wasm's: no indices, the same row many times, an index
// outside the table, and factors that XNNPACK has already packed.

beforeEach(async () => {
  await openBackend("wasm");
});

const resultOf = (tensor: Tensor): unknown[] => [tensor.shape, tensor.dtype, tensor.dataSync()];

test("without indices gather gives no rows, a segment sum gives zeros, and scattering changes nothing", () => {
  expectNoLeak(() => {
    const x = tf.tensor2d([1, 2, 3, 4], [2, 2]);
    const none = tf.tensor1d([], "int32");
    expect(resultOf(tf.gather(x, none))).toEqual([[0, 2], "float32", new Float32Array()]);
    const rows = tf.tensor2d([], [0, 2]);
    expect(resultOf(tf.unsortedSegmentSum(rows, none, 2))).toEqual([[2, 2], "float32", new Float32Array(4)]);
    const table = tf.variable(x);
    scatterRows(tf, table, none, rows, 1);
    expect(resultOf(table)).toEqual([[2, 2], "float32", new Float32Array([1, 2, 3, 4])]);
    table.dispose();
  });
});

test("gather gives the stock kernel's rows if one row is asked for many times", () => {
  const input = fc.record({ one: matrix, at: fc.nat(), times: fc.integer({ min: 2, max: 40 }) });
  fc.assert(
    fc.property(input, ({ one: { rows, d, x }, at, times }) => {
      expectNoLeak(() => {
        const values = tf.tensor2d(x, [rows, d]);
        const indices = tf.tensor1d(new Array(times).fill(at % rows), "int32");
        const expected = stock("GatherV2", { x: values, indices }, { axis: 0, batchDims: 0 });
        expect(resultOf(tf.gather(values, indices))).toEqual(resultOf(expected));
      });
    }),
  );
});

test("a segment sum refuses an id that is out of range before it makes a tensor", () => {
  const held = (): number[] => [tf.memory().numTensors, tf.backend().numDataIds()];
  const [x, ids] = [tf.ones([2, 3]), tf.tensor1d([0, 7], "int32")];
  const before = held();
  expect(() => tf.unsortedSegmentSum(x, ids, 2)).toThrow("each index must be 0 to 1: index 1 is 7");
  expect(held()).toEqual(before);
  tf.dispose([x, ids]);
});

test("a product after each of many in-place updates uses the new numbers, as either factor and transposed", () => {
  const input = matrix.chain(({ rows, d, x }) =>
    fc.record({
      shape: fc.constant<[number, number]>([rows, d]),
      x: fc.constant(x),
      updates: fc.array(
        fc.record({ at: fc.nat({ max: rows - 1 }), by: numbers(d), throughAssign: fc.boolean() }),
        { minLength: 1, maxLength: 4 },
      ),
    }),
  );
  fc.assert(
    fc.property(input, ({ shape: [rows, d], x, updates }) => {
      expectNoLeak(() => {
        const table = tf.variable(tf.tensor2d(x, [rows, d]));
        const values = Float32Array.from(x);
        expectProducts(table, values);
        for (const { at, by, throughAssign } of updates) {
          by.forEach((change, i) => {
            values[at * d + i] = (values[at * d + i] as number) + change;
          });
          if (throughAssign) table.assign(tf.tensor2d(Float32Array.from(values), [rows, d]));
          else scatterRows(tf, table, tf.tensor1d([at], "int32"), tf.tensor2d(by, [1, d]), 1);
          expectProducts(table, values);
        }
        table.dispose();
      });
    }),
    { numRuns: 40 },
  );
});

/** The four products of `table` with ones: the sums of its columns and of its rows, from a plain loop. */
function expectProducts(table: Variable<Rank.R2>, values: Float32Array): void {
  const [rows, d] = table.shape;
  const [columns, sums] = [new Float32Array(d), new Float32Array(rows)];
  values.forEach((value, i) => {
    columns[i % d] = (columns[i % d] as number) + value;
    const row = Math.floor(i / d);
    sums[row] = (sums[row] as number) + value;
  });
  const ones = (...shape: [number, number]): Tensor => tf.ones(shape);
  expect(tf.matMul(ones(1, rows), table).dataSync()).toEqual(columns);
  expect(tf.matMul(ones(1, d), table, false, true).dataSync()).toEqual(sums);
  expect(tf.matMul(table, ones(d, 1)).dataSync()).toEqual(sums);
  expect(tf.matMul(table, ones(rows, 1), true).dataSync()).toEqual(columns);
}
