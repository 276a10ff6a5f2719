import { afterEach, expect, test, vi } from "vitest";
import { ofToday } from "./of-today.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

test("ofToday() tries each place once in so many days, and one of them each day", () => {
  vi.useFakeTimers();
  const tried = [0, 1, 2, 3].map((day) => {
    vi.setSystemTime(day * 86_400_000 + 5000);
    return [0, 1, 2, 3, 4, 5, 6, 7].filter((place) => ofToday(place, 4));
  });
  expect(tried).toEqual([
    [0, 4],
    [1, 5],
    [2, 6],
    [3, 7],
  ]);
});

test("ofToday() tries all with W2V_ALL=1", () => {
  vi.stubEnv("W2V_ALL", "1");
  expect([0, 1, 2].every((place) => ofToday(place, 3))).toBe(true);
});
