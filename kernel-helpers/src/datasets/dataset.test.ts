import { afterEach, expect, test, vi } from "vitest";
import { dataset } from "./index.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("with W2V_FAST a lesson takes the data set that ships, fetches nothing, and says so", async () => {
  vi.stubEnv("W2V_FAST", "0.06");
  const told = vi.spyOn(console, "log").mockImplementation(() => {});
  const { name, records } = await dataset("chinese-reviews", { otherwise: "written-reviews" });
  expect([name, records.length]).toEqual(["written-reviews", 1600]);
  expect(told.mock.calls).toEqual([
    [
      'The data set "chinese-reviews" is left out as W2V_FAST is set. This lesson goes on with "written-reviews", which ships with the course, so its numbers differ.',
    ],
  ]);
  expect((await dataset("written-reviews")).name).toBe("written-reviews");
  expect(told).toHaveBeenCalledTimes(1);
});
