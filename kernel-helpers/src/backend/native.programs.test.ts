import type { Rank, Tensor, Variable } from "@tensorflow/tfjs";
import { beforeAll, describe, expect, test } from "vitest";
import { nativeIsBuilt } from "../../test/exact-backends.ts";
import type { Tensorflow } from "./contract.ts";
import { nativeScatter } from "./native-scatter.ts";
import { openBackend } from "./open-backend.ts";
import { describeScatterRows } from "./scatter-rows.suite.ts";

if (nativeIsBuilt) describeScatterRows("native");

describe.skipIf(!nativeIsBuilt)("on libtensorflow's CPU", () => {
  let tf: Tensorflow;
  beforeAll(async () => {
    ({ tf } = await openBackend("native"));
  });

  test("openBackend('native') reports the version and computes, next to another open backend", async () => {
    const native = await openBackend("native");
    expect(native.report).toMatch(
      /^backend: native, libtensorflow \d+\.\d+\.\d+ on the CPU, TensorFlow\.js 4\.22\.0/,
    );
    const wasm = await openBackend("wasm");
    expect(wasm.tf).toBe(native.tf);
    expect(await openBackend("native")).toBe(native);
    expect(tf.getBackend()).toBe("tensorflow");
    native.close();
    const again = await openBackend("native");
    expect(tf.tidy(() => tf.sum(again.tf.ones([3])).dataSync()[0])).toBe(3);
  });

  test("openBackend('cuda') says why it is not available, and does not open native instead", async () => {
    await expect(openBackend("cuda")).rejects.toThrow(
      /^Cannot open the backend "cuda": .*(build for the CPU is installed|has already opened native).*\n {2}fix: .+/,
    );
  });

  test.each([true, false])(
    "nativeScatter() adds rows and leaves no tensor behind, inPlace: %s",
    (inPlace) => {
      const table = tf.tidy(() => tf.variable(tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2])));
      const [ids, rows] = [tf.tensor1d([2, 0, 2], "int32"), tf.ones<Rank.R2>([3, 2])];
      const { binding } = tf.backend() as unknown as { readonly binding: { getNumOfTensors(): number } };
      const held = (): number[] => [
        tf.memory().numTensors,
        tf.backend().numDataIds(),
        binding.getNumOfTensors(),
      ];
      scatter(tf, inPlace, table, ids, rows); // TensorFlow numbers a tensor at its first use
      const before = held();
      scatter(tf, inPlace, table, ids, rows);
      expect(table.dataSync()).toEqual(new Float32Array([2, 3, 3, 4, 7, 8]));
      expect(held()).toEqual(before);
      tf.dispose([table, ids, rows]);
    },
  );

  test("gather gives rows for indices of any rank, and passes other axes and types to the stock kernel", () => {
    tf.tidy(() => {
      const x = tf.tensor2d([1, 2, 3, 4, 5, 6], [3, 2]);
      const at = tf.tensor2d([2, 0, 2, 1], [2, 2], "int32");
      expect(tf.gather(x, at).arraySync()).toEqual([
        [
          [5, 6],
          [1, 2],
        ],
        [
          [5, 6],
          [3, 4],
        ],
      ]);
      expect(tf.gather(x, tf.scalar(1, "int32")).arraySync()).toEqual([3, 4]);
      expect(tf.gather(x, tf.tensor1d([1, 0], "int32"), 1).arraySync()).toEqual([
        [2, 1],
        [4, 3],
        [6, 5],
      ]);
      expect(tf.gather(tf.cast(x, "int32"), tf.tensor1d([0], "int32")).dtype).toBe("int32");
      expect(
        tf
          .grad((t) => tf.sum(tf.gather(t, at)))(x)
          .arraySync(),
      ).toEqual([
        [1, 1],
        [1, 1],
        [2, 2],
      ]);
    });
  });

  test.each([-1, 3])("gather says that index %d is outside three rows", (index) => {
    tf.tidy(() => {
      expect(() => tf.gather(tf.ones([3, 2]), tf.tensor1d([0, index], "int32"))).toThrow(
        `Cannot gather as each index must be 0 to 2: index 1 is ${index}`,
      );
    });
  });

  test("scatterRows() does not change a tensor that was computed from the table earlier", () => {
    const table = tf.tidy(() => tf.variable(tf.tensor2d([1, 2, 3, 4], [2, 2])));
    const [ids, rows] = [tf.tensor1d([1], "int32"), tf.ones<Rank.R2>([1, 2])];
    const earlier = [tf.gather(table, ids), tf.mul(table, 1), tf.transpose(table)];
    scatter(tf, true, table, ids, rows);
    expect(earlier.map((tensor) => [...tensor.dataSync()])).toEqual([
      [3, 4],
      [1, 2, 3, 4],
      [1, 3, 2, 4],
    ]);
    tf.dispose([table, ids, rows, ...earlier]);
  });
});

function scatter(tf: Tensorflow, inPlace: boolean, table: Variable, ids: Tensor, rows: Tensor): void {
  const inputs = { table: table as Tensor, ids, rows };
  nativeScatter(tf, { inPlace })({ inputs, backend: tf.backend(), attrs: { scale: 0.5 } });
}
