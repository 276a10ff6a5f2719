import fc from "fast-check";
import { expect, test } from "vitest";
import { placesByRow } from "./webgl-scatter.ts";

test("placesByRow() lists each place once, under its row, in order", () => {
  const ids = fc.array(fc.nat({ max: 6 }), { maxLength: 30 });
  fc.assert(
    fc.property(ids, (ids) => {
      const { starts, order } = placesByRow(Int32Array.from(ids), 7);
      for (let row = 0; row < 7; row++) {
        const places = [...ids.keys()].filter((place) => ids[place] === row);
        expect([...order.subarray(starts[row], starts[row + 1])]).toEqual(places);
      }
      expect(order.length).toBe(ids.length);
    }),
  );
});
