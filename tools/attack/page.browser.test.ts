import { expect, test } from "vitest";
import { seededRandom } from "../../kernel-helpers/src/base/index.ts";
import { findProgram } from "../programs/find-program.ts";
import { page } from "./page.ts";
import { runSlice } from "./slice.ts";

test.runIf(findProgram("chromium"))("a part of the attacks on a page is survived", async () => {
  const { tried, failures } = await runSlice(page, page.attacks(0.05, seededRandom(1)));
  expect(failures).toEqual([]);
  expect(tried).toBeGreaterThan(10);
});
