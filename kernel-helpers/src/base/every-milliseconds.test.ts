import { afterEach, expect, test, vi } from "vitest";
import { everyMilliseconds } from "./every-milliseconds.ts";

afterEach(() => vi.restoreAllMocks());

test("everyMilliseconds() is true once in each period, and false at first", () => {
  let time = 100;
  vi.spyOn(performance, "now").mockImplementation(() => time);
  const due = everyMilliseconds(10);
  const asked = [100, 109, 110, 111, 119, 120, 190, 199].map((now) => {
    time = now;
    return due();
  });
  expect(asked).toEqual([false, false, true, false, false, true, true, false]);
});
