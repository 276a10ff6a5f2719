import { expect, test } from "vitest";
import { shortened } from "./shortened.ts";
import { textWidth } from "./text-size.ts";

test.each(["expenditures", "😀😀😀😀😀😀", "שלום עולם", "W"])(
  "shortened() keeps as much of %s as has room",
  (text) => {
    for (let width = 1; width < 120; width += 7) {
      const short = shortened(text, width, 12);
      if (short === text) continue;
      const letters = [...text];
      const count = [...short].length - 1;
      expect(short).toBe(`${letters.slice(0, count).join("")}…`);
      if (count > 1) expect(textWidth(short, 12)).toBeLessThanOrEqual(width);
      expect(textWidth(`${letters.slice(0, count + 1).join("")}…`, 12)).toBeGreaterThan(width);
    }
  },
);

test("shortened() takes no longer for a text of a million letters", () => {
  const begun = performance.now();
  expect(shortened("x".repeat(1_000_000), 60, 12)).toBe(shortened("x".repeat(100), 60, 12));
  expect(performance.now() - begun).toBeLessThan(5000); // each letter taken away by itself would need hours
});
