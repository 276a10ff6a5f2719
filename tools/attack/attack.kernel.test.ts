import { expect, test } from "vitest";
import { seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { runSlice } from "./slice.ts";
import { SLICES } from "./slices.ts";

/** The share of each kind of attack that every run of the tests makes; `npm run attack` makes all. */
const SHARES: Readonly<Record<string, number>> = {
  wire: 0.05,
  bursts: 0.1,
  depth: 0.1,
  values: 0.05,
  globals: 0.05,
  interrupts: 0.25,
  files: 0.02,
  kills: 0.02,
  paths: 0.008,
  server: 0.02,
  start: 0.005,
};

const { page: _, ...slices } = SLICES; // page.browser.test.ts

test.each(Object.entries(slices))("a part of the attacks is survived: %s", async (name, slice) => {
  const attacks = slice.attacks(SHARES[name] ?? 1, seededRandom(1));
  const { tried, skipped, failures } = await runSlice(slice, attacks);
  for (const reason of skipped) console.warn(`skipped: ${reason}`);
  expect(failures).toEqual([]);
  expect(tried + skipped.length).toBe(attacks.length);
  expect(tried).toBeGreaterThan(0);
});
