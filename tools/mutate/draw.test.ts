import { expect, test } from "vitest";
import { seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { draw } from "./draw.ts";

const items = Array.from({ length: 9 }, (_, i) => i);

test("draw() takes as many different items as asked, in their order, and all if there are fewer", () => {
  for (let seed = 0; seed < 20; seed++) {
    const drawn = draw(items, 4, seededRandom(seed));
    expect(new Set(drawn).size).toBe(4);
    expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
  }
  expect(draw(items, 10, seededRandom(1))).toEqual(items);
  expect(draw([], 3, seededRandom(1))).toEqual([]);
});

test.each([
  [0, [0, 1]],
  [1 - 2 ** -32, [7, 8]],
])("draw() stays within the items when random() is %d", (extreme, expected) => {
  expect(draw(items, 2, () => extreme)).toEqual(expected);
});
