import type { Rank, Variable } from "@tensorflow/tfjs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BackendName, Tensorflow } from "./contract.ts";
import { openBackend } from "./open-backend.ts";
import { scatterRows } from "./scatter-rows.ts";

const scales = fc.constantFrom(1, -0.5, 0.25); // powers of two: sums of these are exact in any order

const cases = fc
  .record({
    rows: fc.integer({ min: 1, max: 6 }),
    width: fc.constantFrom(1, 3, 31, 33),
    count: fc.nat({ max: 9 }),
  })
  .chain(({ rows, width, count }) => {
    const numbers = (size: number): fc.Arbitrary<number[]> =>
      fc.array(fc.integer({ min: -64, max: 64 }), { minLength: size, maxLength: size });
    return fc.record({
      rows: fc.constant(rows),
      width: fc.constant(width),
      table: numbers(rows * width),
      ids: fc.array(fc.nat({ max: rows - 1 }), { minLength: count, maxLength: count }),
      changes: numbers(count * width),
      scale: scales,
    });
  });

/** The tests of `scatterRows` for every backend; `runs` is smaller if a run is slow. */
export function describeScatterRows(name: BackendName, runs = 100): void {
  describe(`scatterRows() on ${name}`, () => {
    let tf: Tensorflow;
    let close: (() => void) | undefined;
    beforeAll(async () => {
      ({ tf, close } = await openBackend(name));
    });
    afterAll(() => close?.());

    test("equals the plain loop, also for repeated ids, and leaves no tensor behind", async () => {
      await fc.assert(
        fc.asyncProperty(cases, async ({ rows, width, table, ids, changes, scale }) => {
          const before = tf.memory().numTensors;
          const expected = Float32Array.from(table);
          ids.forEach((id, i) => {
            for (let d = 0; d < width; d++) expected[id * width + d]! += scale * changes[i * width + d]!;
          });
          const variable = variableOf(tf, table, [rows, width]);
          const [at, by] = [tf.tensor1d(ids, "int32"), tf.tensor2d(changes, [ids.length, width])];
          scatterRows(tf, variable, at, by, scale);
          expect(await variable.data()).toEqual(expected);
          tf.dispose([variable, at, by]);
          expect(tf.memory().numTensors).toBe(before);
        }),
        { numRuns: runs },
      );
    });

    test("leaves no stale copy that a product or a read would use", async () => {
      const table = variableOf(tf, new Array(16).fill(1), [4, 4]);
      const [ones, all] = [tf.ones<Rank.R2>([1, 4]), tf.tensor1d([0, 1, 2, 3], "int32")];
      const products = async (): Promise<number[]> => {
        const both = [tf.matMul(ones, table), tf.matMul(ones, table, false, true)];
        const values = await Promise.all(both.map(async (product) => (await product.data())[0] as number));
        tf.dispose(both);
        return [...values, (await table.data())[5] as number];
      };
      const by = tf.ones<Rank.R2>([4, 4]);
      expect(await products()).toEqual([4, 4, 1]);
      scatterRows(tf, table, all, by, 1);
      expect(await products()).toEqual([8, 8, 2]);
      scatterRows(tf, table, all, by, 0.5);
      expect(await products()).toEqual([10, 10, 2.5]);
      tf.dispose([table, ones, all, by]);
    });

    test("says which shapes do not match", () => {
      tf.tidy(() => {
        const table = variableOf(tf, [1, 2, 3, 4], [2, 2]);
        const at = tf.tensor1d([0], "int32");
        expect(() => scatterRows(tf, table, at, tf.ones([1, 3]), 1)).toThrow(
          /table has shape \(2,2\), .* rows have \(1,3\)/,
        );
        expect(() => scatterRows(tf, table, at, tf.ones([2, 2]), 1)).toThrow(RangeError);
        expect(() => scatterRows(tf, table, tf.tensor1d([0]), tf.ones([1, 2]), 1)).toThrow(/ids are float32/);
        table.dispose();
      });
    });
  });
}

function variableOf(tf: Tensorflow, values: readonly number[], shape: [number, number]): Variable<Rank.R2> {
  return tf.tidy(() => tf.variable(tf.tensor2d([...values], shape)));
}
