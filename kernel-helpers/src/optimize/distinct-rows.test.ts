import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctRows } from "./distinct-rows.ts";

test("distinctRows() lists each row once and maps every place to its row", () => {
  const places = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.constantFrom(0, 0.25, 0.5, 1)), { maxLength: 40 });
  fc.assert(
    fc.property(places, (pairs) => {
      const ids = Int32Array.from(pairs, ([id]) => id);
      const weights = Float32Array.from(pairs, ([, weight]) => weight);
      const found = distinctRows(ids, weights, 10);
      const used = pairs.filter(([, weight]) => weight > 0);
      expect([...found.ids]).toEqual([...new Set(used.map(([id]) => id))]);
      pairs.forEach(([id, weight], at) => {
        if (weight > 0) expect(found.ids[found.places[at] as number]).toBe(id);
      });
      found.ids.forEach((id, at) => {
        const sum = used.reduce((total, [other, weight]) => total + (other === id ? weight : 0), 0);
        expect(found.weights[at]).toBe(sum); // quarters, so the sum is exact in any order
      });
    }),
  );
});
