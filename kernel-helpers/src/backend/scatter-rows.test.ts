import { expect, test } from "vitest";
import { exactBackends } from "../../test/exact-backends.ts";
import { testedBackend } from "../../test/tested-backend.ts";
import { openBackend } from "./open-backend.ts";
import { describeScatterRows } from "./scatter-rows.suite.ts";
import { scatterRows } from "./scatter-rows.ts";

for (const name of testedBackend ? [testedBackend] : (["wasm", "cpu"] as const)) describeScatterRows(name);

test.each(exactBackends)(
  "scatterRows() on %s changes nothing when one id is outside the table",
  async (name) => {
    const { tf } = await openBackend(name);
    const table = tf.tidy(() => tf.variable(tf.tensor2d([1, 2, 3, 4], [2, 2])));
    const by = tf.ones<import("@tensorflow/tfjs").Rank.R2>([2, 2]);
    for (const outside of [-1, 2]) {
      const ids = tf.tensor1d([0, outside], "int32");
      expect(() => scatterRows(tf, table, ids, by, 1)).toThrow(
        `Cannot update rows as each index must be 0 to 1: index 1 is ${outside}`,
      );
      ids.dispose();
    }
    expect(table.dataSync()).toEqual(new Float32Array([1, 2, 3, 4]));
    tf.dispose([table, by]);
  },
);
